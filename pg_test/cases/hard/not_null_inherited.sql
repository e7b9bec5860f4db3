-- NOT NULL and checks with inheritance: on the child only, on both, taken from the parent and left on the child, overridden.
-- @target
CREATE TABLE public.p (a integer NOT NULL, b integer, c integer NOT NULL, CONSTRAINT over CHECK (a > 0));
CREATE TABLE public.k (own integer, CONSTRAINT over CHECK (a > 0), CONSTRAINT mine CHECK (own > 0)) INHERITS (public.p);
ALTER TABLE public.k ALTER b SET NOT NULL;
CREATE TABLE public.l () INHERITS (public.k);
-- @source
CREATE TABLE public.p (a integer, b integer NOT NULL, c integer NOT NULL);
CREATE TABLE public.k (own integer, CONSTRAINT over CHECK (a > 0), CONSTRAINT mine CHECK (own > 1)) INHERITS (public.p);
ALTER TABLE public.k ALTER a SET NOT NULL;
CREATE TABLE public.l (CONSTRAINT over CHECK (a > 0)) INHERITS (public.k);
-- @rows
INSERT INTO public.l VALUES (1, 2, 3, 4);
INSERT INTO public.p VALUES (1, 2, 3);
-- @rows source
INSERT INTO public.l VALUES (1, 2, 3, 4);
INSERT INTO public.p VALUES (1, 2, 3);
