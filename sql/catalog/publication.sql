-- Publications. What they publish stands in publication_relation.sql and publication_namespace.sql.
SELECT {class pg_publication} AS classid,
       p.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(p.pubname),
         'owner', pg_get_userbyid(p.pubowner),
         'comment', d.description,
         'all_tables', NULLIF(p.puballtables, false),
         -- Null: all of them.
         'publish', CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate) THEN
                      concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                                CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) END,
         'via_root', NULLIF(p.pubviaroot, false),
         -- From 18 on.
         'generated_columns', CASE to_jsonb(p)->>'pubgencols' WHEN 's' THEN 'stored' END)::text AS data
  FROM pg_publication AS p
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_publication'::regclass AND d.objoid = p.oid AND d.objsubid = 0
