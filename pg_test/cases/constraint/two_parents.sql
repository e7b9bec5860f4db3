-- A check from two parents at once, and what is left of it when one of them goes.
-- @both
CREATE TABLE public.one (a int, CONSTRAINT c CHECK (a > 0));
CREATE TABLE public.two (a int);
CREATE TABLE public.child () INHERITS (public.one, public.two);
-- @source
ALTER TABLE public.two ADD CONSTRAINT c CHECK (a > 0);
ALTER TABLE public.two ADD CONSTRAINT d CHECK (a > 1);
-- @rows
INSERT INTO public.child VALUES (5);
