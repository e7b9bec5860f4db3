-- A check that the child declares as well as the parent: with and without the declaration, and dropped in both.
-- @both
CREATE TABLE public.parent (a int, b int);
CREATE TABLE public.child (c int) INHERITS (public.parent);
-- @target
ALTER TABLE public.parent ADD CONSTRAINT x CHECK (a > 0);
ALTER TABLE public.child ADD CONSTRAINT y CHECK (b > 0);
ALTER TABLE public.parent ADD CONSTRAINT y CHECK (b > 0);
ALTER TABLE public.child ADD CONSTRAINT z CHECK (b > 1);
-- @source
ALTER TABLE public.child ADD CONSTRAINT x CHECK (a > 0);
ALTER TABLE public.parent ADD CONSTRAINT x CHECK (a > 0);
ALTER TABLE public.child ADD CONSTRAINT z CHECK (b > 1);
ALTER TABLE public.parent ADD CONSTRAINT z CHECK (b > 1);
-- @rows
INSERT INTO public.child VALUES (5, 5, 5);
