-- How a client reaches this database: through the socket of the session, or the address that it came in by.
SELECT coalesce(host(inet_server_addr()),
                (SELECT nullif(split_part(s.setting, ',', 1), '') FROM pg_catalog.pg_settings AS s WHERE s.name = 'unix_socket_directories')),
       (SELECT s.setting FROM pg_catalog.pg_settings AS s WHERE s.name = 'port'),
       current_database()::text
