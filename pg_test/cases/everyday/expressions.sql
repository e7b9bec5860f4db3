-- Expressions that the server prints otherwise than they were written: no change on either side but one.
-- @both
CREATE TABLE public.t (id int, a text, d date, n numeric, j jsonb, arr int[], ts timestamptz,
  CONSTRAINT c1 CHECK (a IN ('x', 'y', 'z')), CONSTRAINT c2 CHECK (n BETWEEN 1 AND 10 AND NOT (id = 5 OR id IS NULL)), CONSTRAINT c3 CHECK (a ~~* 'x%' AND length(a)::numeric < 5.0),
  CONSTRAINT c4 CHECK (d > '2020-01-01' AND ts < now() - interval '1 day'), CONSTRAINT c5 CHECK ((j -> 'a' ->> 0)::int = ANY (arr)));
CREATE INDEX i1 ON public.t ((a::varchar(3)), (d + 1)) WHERE a = ANY ('{x,y}'::text[]);
CREATE INDEX i2 ON public.t ((CASE WHEN id > 0 THEN 'p' ELSE 'n' END), extract(year FROM d));
CREATE VIEW public.v AS SELECT t.*, (SELECT max(x.id) FROM public.t x WHERE x.a = t.a) AS m, coalesce(a, 'none') AS c, ARRAY(SELECT 1) AS arr1, t AS whole,
  a COLLATE "C" AS col, d::timestamp AT TIME ZONE 'utc' AS tz, n::int::text AS nt FROM public.t WHERE a IN ('x', 'y') AND EXISTS (SELECT 1 FROM public.t y WHERE (y.id, y.a) = (t.id, t.a)) ORDER BY 1 DESC NULLS LAST LIMIT 5;
-- @source
ALTER TABLE public.t DROP CONSTRAINT c1, ADD CONSTRAINT c1 CHECK (a IN ('x', 'y')), ADD COLUMN late int;
