-- A table begins to inherit from a parent with checks, or stops: its own checks stay its own.
-- @target
CREATE TABLE public.parent (a int, CONSTRAINT pos CHECK (a > 0), CONSTRAINT top CHECK (a < 100) NO INHERIT);
CREATE TABLE public.child (a int, CONSTRAINT pos CHECK (a > 0), CONSTRAINT more CHECK (a > 1));
CREATE TABLE public.bare (a int);
-- @source
CREATE TABLE public.parent (a int, CONSTRAINT pos CHECK (a > 0), CONSTRAINT top CHECK (a < 100) NO INHERIT);
CREATE TABLE public.child (a int, CONSTRAINT pos CHECK (a > 0), CONSTRAINT more CHECK (a > 1)) INHERITS (public.parent);
CREATE TABLE public.bare (a int, CONSTRAINT pos CHECK (a > 0)) INHERITS (public.parent);
-- @rows
INSERT INTO public.child VALUES (5);
-- @rows source
INSERT INTO public.child VALUES (5);
