-- What the role is not shown.
SELECT json_build_object(
         'role', current_user, 'finding', 'statements and waits of other roles are not shown to this role',
         'command', format('GRANT pg_monitor TO %I;', current_user))::text
 WHERE NOT pg_has_role('pg_read_all_stats', 'USAGE')
