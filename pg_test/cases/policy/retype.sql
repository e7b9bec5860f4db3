-- A column, and a function, that policies use change: the policies go before and come after.
-- @target
CREATE FUNCTION public.who() RETURNS name LANGUAGE sql STABLE AS 'SELECT current_user';
CREATE TABLE public.t (id int, u text);
CREATE TABLE public.o (id int);
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY a ON public.t USING (id > 0 AND id IN (SELECT o.id FROM public.o));
CREATE POLICY b ON public.t TO alice WITH CHECK (u = public.who());
COMMENT ON POLICY a ON public.t IS 'a';
-- @source
CREATE FUNCTION public.who() RETURNS text LANGUAGE sql STABLE AS 'SELECT current_user::text';
CREATE TABLE public.t (id bigint, u text);
CREATE TABLE public.o (id bigint);
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY a ON public.t USING (id > 0 AND id IN (SELECT o.id FROM public.o));
CREATE POLICY b ON public.t TO alice WITH CHECK (u = public.who());
COMMENT ON POLICY a ON public.t IS 'a';
-- @rows
INSERT INTO public.t VALUES (1, 'x');
-- @rows source
INSERT INTO public.t VALUES (1, 'x');
