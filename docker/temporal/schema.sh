#!/bin/sh
# Brings both databases to the schema of this version; nothing happens when they have it.
set -eu

update() {
  tool="temporal-sql-tool --plugin postgres12 --endpoint $POSTGRES_HOST --port $POSTGRES_PORT --user temporal --database $1"
  # A database without a version is an empty one.
  $tool update-schema --schema-name "$2" || {
    $tool setup-schema -v 0.0
    $tool update-schema --schema-name "$2"
  }
}

update temporal postgresql/v12/temporal
update temporal_visibility postgresql/v12/visibility
