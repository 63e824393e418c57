#!/bin/bash
# Whether the program in this container answers 200: healthy [PORT PATH]
set -eu
port="${1:-$PORT}"
path="${2:-$HEALTH_PATH}"
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&3
read -r _ status _ <&3
[ "$status" = 200 ]
