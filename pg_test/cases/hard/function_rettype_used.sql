-- A function's return type, OUT columns and argument defaults change under views, defaults, indexes, generated columns, policies,
-- triggers, checks, domains and other functions.
-- @target
CREATE FUNCTION public.calc(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x + 1';
CREATE FUNCTION public.cols(OUT a int, OUT b text) RETURNS SETOF record LANGUAGE sql STABLE AS $$SELECT 1, 'x'$$;
CREATE FUNCTION public.def(x int, y int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x + y';
CREATE FUNCTION public.tab() RETURNS TABLE (id int, n int) LANGUAGE sql STABLE AS 'SELECT 1, 2';
-- @source
CREATE FUNCTION public.calc(x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT x + 1::bigint';
CREATE FUNCTION public.cols(OUT a int, OUT b text, OUT c date) RETURNS SETOF record LANGUAGE sql STABLE AS $$SELECT 1, 'x', DATE '2020-01-01'$$;
CREATE FUNCTION public.def(x int, y int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x + y';
CREATE FUNCTION public.tab() RETURNS TABLE (id int, nn int) LANGUAGE sql STABLE AS 'SELECT 1, 2';
-- @both
CREATE DOMAIN public.d AS int CHECK (public.calc(VALUE) > 0);
CREATE TABLE public.t (id int PRIMARY KEY DEFAULT public.calc(1), x int, g bigint GENERATED ALWAYS AS (public.calc(x)) STORED,
  d public.d, CONSTRAINT c CHECK (public.calc(x) > 0));
CREATE INDEX i ON public.t (public.calc(x));
CREATE INDEX p ON public.t (id) WHERE public.calc(x) > 5;
CREATE VIEW public.v AS SELECT public.calc(id)::int AS n, c.a, c.b FROM public.t, public.cols() c;
CREATE VIEW public.v2 AS SELECT * FROM public.v;
CREATE VIEW public.v3 AS SELECT public.def(1, 2) AS d, t.id FROM public.tab() t;
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON public.t USING (public.calc(x) > 1);
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE ON public.t FOR EACH ROW WHEN (public.calc(new.x) > 0) EXECUTE FUNCTION public.tf();
CREATE FUNCTION public.user_(y int DEFAULT public.calc(1)) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT public.calc(y)::int; END;
CREATE TABLE public.parted (id int, x int) PARTITION BY RANGE (x);
-- @rows
INSERT INTO public.t (id, x, d) VALUES (1, 5, 1);
-- @rows source
INSERT INTO public.t (id, x, d) VALUES (1, 5, 1);
