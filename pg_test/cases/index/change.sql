-- Another definition under the same name: columns, order, uniqueness, predicate, method; comments kept and changed.
-- @target
CREATE TABLE public.t (id int, n int);
CREATE TABLE public.u (id int, n int);
CREATE INDEX a ON public.t (id);
CREATE INDEX b ON public.t (id DESC);
CREATE INDEX c ON public.t (id);
CREATE INDEX d ON public.t (id) WHERE n > 0;
CREATE INDEX e ON public.t (id);
CREATE UNIQUE INDEX f ON public.t (n);
CREATE INDEX g ON public.t (n);
COMMENT ON INDEX public.a IS 'stays';
COMMENT ON INDEX public.b IS 'goes';
COMMENT ON INDEX public.c IS 'old';
-- @source
CREATE TABLE public.t (id int, n int);
CREATE TABLE public.u (id int, n int);
CREATE INDEX a ON public.t (id, n);
CREATE INDEX b ON public.t (id);
CREATE UNIQUE INDEX c ON public.t (id);
CREATE INDEX d ON public.t (id) WHERE n > 1;
CREATE INDEX e ON public.t USING hash (id);
CREATE UNIQUE INDEX f ON public.t (n) NULLS NOT DISTINCT;
CREATE INDEX g ON public.u (n);
COMMENT ON INDEX public.a IS 'stays';
COMMENT ON INDEX public.c IS 'new';
-- @rows
INSERT INTO public.t VALUES (1, 1), (2, 2);
-- @rows source
INSERT INTO public.t VALUES (1, 1), (2, 2);
