-- Inherited, local and merged columns; two parents; a grandchild; defaults and NOT NULL that differ from the parents'.
-- @source
CREATE TABLE public.p (a integer DEFAULT 1, b text NOT NULL, c text);
ALTER TABLE public.p ALTER c SET STORAGE EXTERNAL, ALTER c SET STATISTICS 50;
CREATE TABLE public."P 2" (x date, y numeric(10,2) DEFAULT 1.5);
CREATE TABLE public.child (b text, d integer) INHERITS (public.p, public."P 2");
ALTER TABLE public.child ALTER a SET DEFAULT 7, ALTER y DROP DEFAULT, ALTER x SET NOT NULL;
ALTER TABLE ONLY public.child ALTER c SET STORAGE EXTENDED;
CREATE TABLE public.grandchild () INHERITS (public.child);
CREATE TABLE public.bare () INHERITS (public.p);
COMMENT ON COLUMN public.grandchild.a IS 'inherited';
GRANT SELECT (a) ON public.child TO alice;
ALTER TABLE public.child OWNER TO bob;
-- @rows source
INSERT INTO public.p (b) VALUES ('x');
INSERT INTO public.child (b, x) VALUES ('y', '2020-01-01');
-- @lossy source table public.p, table public.child
