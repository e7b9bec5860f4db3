-- An enum value goes while the type is in a default, a check, a partial index, a view, a function's signature and body, an array
-- column, a composite, a domain, a generated column, a policy, a trigger's WHEN, a statistics-free expression index and a partition key.
-- @target
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy', 'gone');
-- @source
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
-- @both
CREATE TYPE public.pair AS (a public.mood, b int);
CREATE DOMAIN public.good AS public.mood DEFAULT 'ok' CHECK (VALUE <> 'sad');
CREATE TABLE public.t (
  id int PRIMARY KEY, m public.mood NOT NULL DEFAULT 'ok', many public.mood[] DEFAULT '{ok,sad}'::public.mood[], p public.pair,
  g public.good, gen boolean GENERATED ALWAYS AS (m = 'ok'::public.mood) STORED,
  CONSTRAINT chk CHECK (m <> 'sad'::public.mood OR id > 0), CONSTRAINT chk_in CHECK (m IN ('ok', 'happy', 'sad')));
CREATE INDEX t_part ON public.t (id) WHERE m = 'happy'::public.mood;
CREATE INDEX t_m ON public.t (m, id);
CREATE INDEX t_expr ON public.t ((m = 'ok'::public.mood));
CREATE VIEW public.v AS SELECT id, m, many, 'ok'::public.mood AS const FROM public.t WHERE m = 'happy';
CREATE VIEW public.w AS SELECT m, count(*) FROM public.v GROUP BY m;
CREATE MATERIALIZED VIEW public.mv AS SELECT id, m FROM public.v;
CREATE UNIQUE INDEX mv_m ON public.mv (m, id);
CREATE FUNCTION public.f(m public.mood, x public.mood[] DEFAULT '{ok}') RETURNS public.mood LANGUAGE sql AS 'SELECT m';
CREATE FUNCTION public.g() RETURNS TABLE (m public.mood, n int) LANGUAGE sql AS $$SELECT 'ok'::public.mood, 1$$;
CREATE FUNCTION public.atomic(id int) RETURNS public.mood LANGUAGE sql BEGIN ATOMIC SELECT t.m FROM public.t WHERE t.id = atomic.id; END;
CREATE PROCEDURE public.p(INOUT m public.mood) LANGUAGE plpgsql AS 'BEGIN m := NULL; END';
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE OF m ON public.t FOR EACH ROW WHEN (new.m = 'ok'::public.mood) EXECUTE FUNCTION public.tf();
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON public.t TO alice USING (m = 'ok'::public.mood) WITH CHECK (m <> ALL (ARRAY['sad'::public.mood]));
CREATE TABLE public.parted (id int, m public.mood) PARTITION BY LIST (m);
CREATE TABLE public.parted_ok PARTITION OF public.parted FOR VALUES IN ('ok', 'happy');
CREATE TABLE public.parted_rest PARTITION OF public.parted DEFAULT;
CREATE RULE r AS ON INSERT TO public.v DO INSTEAD INSERT INTO public.t (id, m) VALUES (new.id, coalesce(new.m, 'ok'::public.mood));
GRANT USAGE ON TYPE public.mood TO bob;
-- @rows
INSERT INTO public.t VALUES (1, 'ok', '{ok,happy}', ('ok', 1), 'ok'), (2, 'happy', NULL, NULL, NULL);
INSERT INTO public.parted VALUES (1, 'ok'), (2, 'sad'), (3, NULL);
-- @rows source
INSERT INTO public.t VALUES (1, 'ok', '{ok,happy}', ('ok', 1), 'ok'), (2, 'happy', NULL, NULL, NULL);
INSERT INTO public.parted VALUES (1, 'ok'), (2, 'sad'), (3, NULL);
