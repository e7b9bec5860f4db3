-- A retyped column under views on views, a default, an index, a check, a trigger and a policy.
-- @both
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- @target
CREATE TABLE public.t (id integer PRIMARY KEY, a integer DEFAULT 5 CHECK (a > 0), b varchar(10) DEFAULT 'x' NOT NULL);
CREATE INDEX t_a ON public.t (a, lower(b));
CREATE VIEW public.v AS SELECT id, a, b FROM public.t WHERE a > 1;
CREATE VIEW public."W" AS SELECT a FROM public.v;
COMMENT ON VIEW public."W" IS 'w';
GRANT SELECT ON public."W" TO alice;
CREATE TRIGGER tr BEFORE UPDATE OF a ON public.t FOR EACH ROW WHEN (new.a > 3) EXECUTE FUNCTION public.f();
CREATE POLICY po ON public.t USING (a > 0);
-- @source
CREATE TABLE public.t (id bigint PRIMARY KEY, a bigint DEFAULT 6 CHECK (a > 0), b text COLLATE "C" DEFAULT 'x' NOT NULL);
CREATE INDEX t_a ON public.t (a, lower(b));
CREATE VIEW public.v AS SELECT id, a, b FROM public.t WHERE a > 1;
CREATE VIEW public."W" AS SELECT a FROM public.v;
COMMENT ON VIEW public."W" IS 'w';
GRANT SELECT ON public."W" TO alice;
CREATE TRIGGER tr BEFORE UPDATE OF a ON public.t FOR EACH ROW WHEN (new.a > 3) EXECUTE FUNCTION public.f();
CREATE POLICY po ON public.t USING (a > 0);
-- @rows
INSERT INTO public.t VALUES (1, 2, 'b');
-- @rows source
INSERT INTO public.t VALUES (1, 2, 'b');
