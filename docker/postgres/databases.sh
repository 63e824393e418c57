#!/bin/bash
# Runs once, on an empty volume. Each service owns one database and can enter no other; the auditor reads all of ours.
set -eu

sql() {
  psql --username postgres --dbname postgres --quiet -v ON_ERROR_STOP=1 "$@"
}

owned() {
  sql -v database="$1" -v role="$2" -v password="$3" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', :'role', :'password')
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
CREATE DATABASE :"database" OWNER :"role";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
}

reader() {
  sql -v role="$1" -v password="$2" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
GRANT pg_read_all_data TO :"role";
SQL
}

admit() {
  sql -v database="$1" -v role="$2" <<'SQL'
GRANT CONNECT ON DATABASE :"database" TO :"role";
SQL
}

owned user_db user "$USER_DB_PASSWORD"
owned product_db product "$PRODUCT_DB_PASSWORD"
owned inventory_db inventory "$INVENTORY_DB_PASSWORD"
owned order_db order "$ORDER_DB_PASSWORD"
owned payment_db payment "$PAYMENT_DB_PASSWORD"
owned temporal temporal "$TEMPORAL_DB_PASSWORD"
owned temporal_visibility temporal "$TEMPORAL_DB_PASSWORD"

reader auditor "$AUDITOR_DB_PASSWORD"
for database in user_db product_db inventory_db order_db payment_db; do
  admit "$database" auditor
done
