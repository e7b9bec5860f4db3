-- Another collation, under an index and a view.
-- @both
CREATE COLLATION public.german (provider = icu, locale = 'de');
-- @target
CREATE TABLE public.t (a text, b varchar(10) COLLATE "C", c text COLLATE public.german);
CREATE INDEX t_a ON public.t (a);
CREATE VIEW public.v AS SELECT a, b FROM public.t;
-- @source
CREATE TABLE public.t (a text COLLATE "C", b varchar(20), c text COLLATE "POSIX");
CREATE INDEX t_a ON public.t (a);
CREATE VIEW public.v AS SELECT a, b FROM public.t;
-- @rows
INSERT INTO public.t VALUES ('x', 'y', 'z');
-- @rows source
INSERT INTO public.t VALUES ('x', 'y', 'z');
