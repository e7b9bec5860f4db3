-- What a scratch database is called after: the session that answers for it. And what it is to be like: this database.
SELECT pg_catalog.pg_backend_pid()::text,
       (extract(epoch FROM a.backend_start) * 1000000)::int8::text,
       pg_catalog.pg_encoding_to_char(d.encoding)::text,
       d.datcollate::text,
       d.datctype::text,
       coalesce(pg_catalog.to_jsonb(d) ->> 'datlocprovider', 'c'),
       -- 17 and later call it by one name for all providers.
       coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale'),
       pg_catalog.to_jsonb(d) ->> 'daticurules'
  FROM pg_catalog.pg_database AS d, pg_catalog.pg_stat_activity AS a
 WHERE d.datname = pg_catalog.current_database() AND a.pid = pg_catalog.pg_backend_pid()
