-- Procedural languages. Nobody can be granted anything on one that isn't trusted, and pg_dump leaves out what may be left of
-- that from the time when it was.
SELECT {class pg_language} AS classid,
       l.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(l.lanname),
         'owner', pg_get_userbyid(l.lanowner),
         'acl', CASE WHEN l.lanpltrusted THEN {acl l.lanacl} END,
         'comment', d.description,
         'trusted', nullif(l.lanpltrusted, false),
         'handler', CASE WHEN l.lanplcallfoid <> 0 THEN l.lanplcallfoid::regproc::text END,
         'inline', CASE WHEN l.laninline <> 0 THEN l.laninline::regproc::text END,
         'validator', CASE WHEN l.lanvalidator <> 0 THEN l.lanvalidator::regproc::text END)::text AS data
  FROM pg_language AS l
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_language'::regclass AND d.objoid = l.oid AND d.objsubid = 0
 WHERE l.oid >= 16384
