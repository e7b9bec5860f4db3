-- How the server itself is reached: through its socket where it has one, else by its own address.
SELECT coalesce(nullif(split_part((SELECT s.setting FROM pg_catalog.pg_settings AS s WHERE s.name = 'unix_socket_directories'), ',', 1), ''),
                host(inet_server_addr()), 'localhost'),
       (SELECT s.setting FROM pg_catalog.pg_settings AS s WHERE s.name = 'port'),
       current_database()::text,
       session_user::text
