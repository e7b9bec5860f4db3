-- Subscriptions of this database. A connection string may hold a password, and only superusers may read it: so that the statement
-- works for everyone, another one reads it, whose text is chosen when it runs. Of a string with a secret that one returns a digest
-- (d) and, where it is plain which part is secret, the string without it (c).
SELECT {class pg_subscription} AS classid,
       s.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(s.subname),
         'owner', pg_get_userbyid(s.subowner),
         'comment', d.description,
         '_note', CASE WHEN NOT has_column_privilege('pg_subscription'::regclass, 'subconninfo', 'SELECT')
                       THEN 'its connection string is not shown to this role' END,
         'connection', conn.shown,
         'connection_secrets', CASE WHEN conn.digest IS NOT NULL THEN json_build_object('connection', conn.digest) END,
         'publications', to_json(s.subpublications),
         /*reveal*/'_secrets', CASE WHEN conn.secret IS NOT NULL THEN json_build_object('connection', conn.secret) END,/*end*/
         'slot', s.subslotname,
         'synchronous_commit', NULLIF(s.subsynccommit, 'off'),
         'binary', NULLIF(s.subbinary, false),
         'streaming', CASE WHEN s.substream::text IN ('true', 't') THEN 'on' WHEN s.substream::text = 'p' THEN 'parallel' END,
         /*since:150000*/
         'two_phase', CASE WHEN s.subtwophasestate <> 'd' THEN true END,
         'disable_on_error', NULLIF(s.subdisableonerr, false),
         /*end*/
         /*since:160000*/
         'no_password_required', CASE WHEN NOT s.subpasswordrequired THEN true END,
         'run_as_owner', NULLIF(s.subrunasowner, false),
         'origin', NULLIF(s.suborigin, 'any'),
         /*end*/
         /*since:170000*/
         'failover', NULLIF(s.subfailover, false),
         /*end*/
         -- Whether it runs is what an operator decides, and pg_dump doesn't say it either.
         '_enabled', s.subenabled)::text AS data
  FROM pg_subscription AS s
  JOIN pg_database AS db ON db.oid = s.subdbid AND db.datname = current_database()
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_subscription'::regclass AND d.objoid = s.oid AND d.objsubid = 0
  LEFT JOIN LATERAL
       (SELECT /*reveal*/max(substr(w.word, length(s.oid || ':s:') + 1)) FILTER (WHERE starts_with(w.word, s.oid || ':s:')) AS secret,/*end*/
               max(substr(w.word, length(s.oid || ':d:') + 1)) FILTER (WHERE starts_with(w.word, s.oid || ':d:')) AS digest,
               max(substr(w.word, length(s.oid || ':c:') + 1)) FILTER (WHERE starts_with(w.word, s.oid || ':c:')) AS shown
          FROM ts_stat(CASE WHEN NOT has_column_privilege('pg_subscription'::regclass, 'subconninfo', 'SELECT')
                            THEN $none$SELECT ''::tsvector$none$ ELSE $all$
                 SELECT array_to_tsvector(array_remove(ARRAY[
                          CASE WHEN NOT i.harmless THEN
                            i.oid || ':d:' || encode(sha256(convert_to(concat_ws(E'\n', 'pgdiff', i.subname, i.subconninfo), 'UTF8')), 'hex') END,
                          /*reveal*/i.oid || ':s:' || i.subconninfo,/*end*/
                          -- A lexeme has at most 2,046 bytes.
                          CASE WHEN octet_length(i.shown) < 2000 THEN i.oid || ':c:' || i.shown END], NULL))
                   FROM (SELECT f.oid, f.subname, f.subconninfo, f.secrets = 0 AND (f.plain OR f.uri) AS harmless,
                                CASE WHEN f.secrets = 0 AND (f.plain OR f.uri) THEN f.subconninfo
                                     WHEN f.plain THEN
                                       regexp_replace(f.subconninfo,
                                                      $r$(\m\w*(?:passw|secret|token|scram_)\w*)\s*=\s*('(?:[^'\\]|\\.)*'|[^\s'\\]+)$r$,
                                                      $r$\1='fill in the secret'$r$, 'gi') END AS shown
                           FROM (SELECT s.oid, s.subname, s.subconninfo,
                                        CASE WHEN s.subconninfo ~* 'passw|secret|token|scram_' THEN 1 ELSE 0 END AS secrets,
                                        s.subconninfo ~ $r$^\s*(?:\w+\s*=\s*(?:'(?:[^'\\]|\\.)*'|[^\s'\\]+)(?:\s+|$))*$$r$ AS plain,
                                        s.subconninfo ~ '^postgres(ql)?://([^:@/?#]*@)?[^@]*$' AS uri
                                   FROM pg_catalog.pg_subscription AS s
                                  WHERE octet_length(s.subconninfo) < 2000) AS f) AS i$all$ END) AS w) AS conn ON true
