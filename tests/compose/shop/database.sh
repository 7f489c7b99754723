#!/bin/sh
# PostgreSQL with its data in a volume: the first start makes user and database.
set -eu
for bin in /usr/lib/postgresql/*/bin; do :; done # the newest
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    "$bin/initdb" --auth-local=trust --auth-host=scram-sha-256 --no-sync >/dev/null
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    "$bin/pg_ctl" --wait --options "-c listen_addresses='' -k /tmp" start >/dev/null
    psql --quiet --host /tmp postgres <<SQL
CREATE ROLE shop LOGIN PASSWORD '$POSTGRES_PASSWORD';
CREATE DATABASE shop OWNER shop;
SQL
    "$bin/pg_ctl" --wait --mode fast stop >/dev/null
fi
exec "$bin/postgres" -c listen_addresses='*' -k /tmp
