-- Views with everything on them: owner, grants, comments, options, hostile names, columns' comments and defaults.
-- @both
CREATE SCHEMA "Ünï ""q""";
CREATE TABLE public.t (id int PRIMARY KEY, "Na me" text COLLATE "C", "select" numeric(10, 2), tags text[]);
-- @source
CREATE VIEW "Ünï ""q"""."from" WITH (security_barrier) AS SELECT id, "Na me", "select" AS "as ""x""", 'it''s \ $$' AS lit FROM public.t;
ALTER VIEW "Ünï ""q"""."from" OWNER TO "Carol Ünï";
GRANT SELECT ON "Ünï ""q"""."from" TO PUBLIC;
GRANT UPDATE, DELETE ON "Ünï ""q"""."from" TO alice WITH GRANT OPTION;
GRANT UPDATE ("Na me") ON "Ünï ""q"""."from" TO "quo""ted";
COMMENT ON VIEW "Ünï ""q"""."from" IS E'it''s a \\ view\nof two lines -- $$';
COMMENT ON COLUMN "Ünï ""q"""."from"."as ""x""" IS 'a column''s';
ALTER VIEW "Ünï ""q"""."from" ALTER COLUMN id SET DEFAULT 42;
CREATE VIEW public.checked AS SELECT id, "Na me" FROM public.t WHERE id > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW public.cascaded WITH (security_invoker=true) AS SELECT id FROM public.checked WHERE id < 10 WITH CASCADED CHECK OPTION;
CREATE RECURSIVE VIEW public.counter (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM counter WHERE n < 10;
CREATE VIEW public.nothing AS SELECT;
CREATE VIEW public.windows AS
  SELECT id, rank() OVER w, first_value("Na me") OVER (PARTITION BY "select" ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
  FROM public.t WINDOW w AS (ORDER BY id);
CREATE VIEW public.laterals AS
  SELECT t.id, u.tag, u.ordinality FROM public.t LEFT JOIN LATERAL unnest(t.tags) WITH ORDINALITY AS u(tag, ordinality) ON true
  WHERE EXISTS (SELECT 1 FROM public.t x WHERE x.id = t.id) GROUP BY GROUPING SETS ((t.id, u.tag, u.ordinality), ());
CREATE VIEW public."values" AS VALUES (1, 'a'), (2, 'b');
CREATE VIEW public.composite AS SELECT t, (t).id AS k FROM public.t;
