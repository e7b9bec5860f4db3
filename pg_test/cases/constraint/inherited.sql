-- Checks that come from a parent, to children and grandchildren; NO INHERIT stays where it is.
-- @both
CREATE TABLE public.parent (a int, b int);
CREATE TABLE public.child (c int) INHERITS (public.parent);
CREATE TABLE public.grandchild (d int) INHERITS (public.child);
-- @target
ALTER TABLE public.parent ADD CONSTRAINT changes CHECK (a > 0);
-- @source
ALTER TABLE public.parent ADD CONSTRAINT changes CHECK (a > 1);
ALTER TABLE public.parent ADD CONSTRAINT "comes down" CHECK (b > 0);
ALTER TABLE public.parent ADD CONSTRAINT stays_up CHECK (b > 1) NO INHERIT;
ALTER TABLE public.child ADD CONSTRAINT "from child" CHECK (c > 0);
ALTER TABLE public.parent ADD CONSTRAINT later CHECK (b > 2) NOT VALID;
-- @rows
INSERT INTO public.parent VALUES (5, 5);
INSERT INTO public.child VALUES (5, 5, 5);
INSERT INTO public.grandchild VALUES (5, 5, 5, 5);
