-- What a script makes depends on, besides its text: the server, and the extensions that lie there.
SELECT pg_catalog.concat_ws(' ', pg_catalog.current_setting('server_version_num'),
                            pg_catalog.md5(pg_catalog.string_agg(pg_catalog.concat_ws(' ', e.name, e.default_version), ',' ORDER BY e.name)))
  FROM pg_catalog.pg_available_extensions AS e
