-- User mappings. Passwords never leave the server: of every option that is not known to be harmless only a digest is read, which
-- says whether two sides agree. The view shows the options to those who may see them; to everyone else a mapping without
-- options looks like one whose options are hidden, so that the view's own condition says which it is.
SELECT {class pg_user_mapping} AS classid,
       m.umid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(m.srvname, m.usename),
         '_note', CASE WHEN NOT seen.visible THEN 'its options are not shown to this role' END,
         'foreign_options',
           (SELECT json_object_agg(o.option_name, o.option_value)
              FROM pg_options_to_table(m.umoptions) AS o
             WHERE o.option_name ~ '^(user|username|user_name|password_required|sslcert|sslkey|sslmode|dbname|database|host|port)$'),
         /*reveal*/
         '_secrets',
           (SELECT json_object_agg(o.option_name, o.option_value)
              FROM pg_options_to_table(m.umoptions) AS o
             WHERE o.option_name !~ '^(user|username|user_name|password_required|sslcert|sslkey|sslmode|dbname|database|host|port)$'),
         /*end*/
         'foreign_secrets',
           (SELECT json_object_agg(o.option_name, encode(sha256(convert_to(
                     concat_ws(E'\n', 'pgdiff', m.srvname, m.usename, o.option_name, o.option_value), 'UTF8')), 'hex'))
              FROM pg_options_to_table(m.umoptions) AS o
             WHERE o.option_name !~ '^(user|username|user_name|password_required|sslcert|sslkey|sslmode|dbname|database|host|port)$'))::text AS data
  FROM pg_user_mappings AS m
  JOIN pg_foreign_server AS s ON s.oid = m.srvid
 CROSS JOIN LATERAL (
         SELECT m.umoptions IS NOT NULL
                OR m.umuser <> 0 AND m.usename = current_user
                   AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE'))
                OR m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE')
                OR (SELECT r.rolsuper FROM pg_roles AS r WHERE r.rolname = current_user) AS visible) AS seen
