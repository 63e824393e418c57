#!/bin/sh
# The namespace and its typed search attributes. The server's caches learn of both a little later, hence the repetition.
set -eu

again() {
  for _ in $(seq 30); do
    if "$@"; then
      return 0
    fi
    sleep 2
  done
  return 1
}

attribute() {
  known=$(temporal operator search-attribute list --namespace shop) || return 1
  if ! echo "$known" | grep -qw "$1"; then
    temporal operator search-attribute create --namespace shop --name "$1" --type "$2"
  fi
}

usable() {
  temporal workflow count --namespace shop \
    --query "NeedsAttention = true AND OrderNumber = '1' AND CustomerId = '1' AND OrderTotal > 0"
}

namespace() {
  temporal operator namespace describe --namespace shop >/dev/null 2>&1 ||
    temporal operator namespace create --namespace shop --retention 30d
}

again namespace
again attribute OrderNumber Keyword
again attribute CustomerId Keyword
again attribute OrderTotal Double
again attribute NeedsAttention Bool
again usable
