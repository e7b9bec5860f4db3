-- Tables that stand come to inherit columns from a parent that they had not, or had further up, while those are new or retyped.
-- @target
CREATE TABLE public.p (k integer DEFAULT 1, s text, CONSTRAINT k_ck CHECK (k > 0));
CREATE TABLE public.fresh (x integer PRIMARY KEY);
CREATE TABLE public.below () INHERITS (public.fresh);
CREATE TABLE public.c () INHERITS (public.p);
CREATE TABLE public.g (own text) INHERITS (public.c);
CREATE INDEX g_s ON public.g (lower(s));
CREATE VIEW public.v AS SELECT own, s FROM public.g;
ALTER TABLE public.c ALTER COLUMN s SET DEFAULT 'c', ALTER COLUMN s SET NOT NULL;
COMMENT ON COLUMN public.g.s IS 'of g';
GRANT SELECT (s) ON public.g TO alice;
-- @source
CREATE TABLE public.p (k bigint DEFAULT 1, s varchar(9) DEFAULT 'p', n integer DEFAULT 5, CONSTRAINT k_ck CHECK (k > 0));
CREATE TABLE public.fresh (x integer PRIMARY KEY) INHERITS (public.p);
CREATE TABLE public.below () INHERITS (public.fresh);
CREATE TABLE public.c () INHERITS (public.p);
CREATE TABLE public.g (own text) INHERITS (public.p);
CREATE INDEX g_s ON public.g (lower(s));
CREATE VIEW public.v AS SELECT own, s FROM public.g;
ALTER TABLE public.c ALTER COLUMN s SET DEFAULT 'c';
COMMENT ON COLUMN public.g.s IS 'of g';
GRANT SELECT (s) ON public.g TO alice;
-- @rows
INSERT INTO public.g VALUES (1, 's', 'own');
INSERT INTO public.fresh VALUES (7);
INSERT INTO public.below VALUES (8);
-- @rows source
INSERT INTO public.g VALUES (1, 's', 5, 'own');
INSERT INTO public.fresh VALUES (1, 's', 5, 7);
INSERT INTO public.below VALUES (1, 's', 5, 8);
