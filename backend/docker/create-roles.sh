#!/usr/bin/env bash
# Runs once, when the postgres image makes its data folder (docker-entrypoint-initdb.d). It makes the two roles that
# every database of Yuheng rests on: the owner migrates, the application role owns nothing and cannot bypass row security.
set -euo pipefail

: "${YUHENG_OWNER_PASSWORD:?set YUHENG_OWNER_PASSWORD}"
: "${YUHENG_APP_PASSWORD:?set YUHENG_APP_PASSWORD}"

psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v owner_password="$YUHENG_OWNER_PASSWORD" -v app_password="$YUHENG_APP_PASSWORD" -v database="$POSTGRES_DB" <<'SQL'
create role yuheng_owner with login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role yuheng_app with login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
alter database :"database" owner to yuheng_owner;
revoke all on database :"database" from public;
grant connect on database :"database" to yuheng_app;
SQL
