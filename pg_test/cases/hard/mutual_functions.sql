-- Functions and tables that need each other: two BEGIN ATOMIC functions (by way of a replaced body), a default that calls a function
-- of the table's row type, a check of such a function, a generated column.
-- @source
CREATE FUNCTION public.a(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION public.b(x int) RETURNS int LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT CASE WHEN x > 0 THEN public.a(x - 1) ELSE 0 END; END;
CREATE OR REPLACE FUNCTION public.a(x int) RETURNS int LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT CASE WHEN x > 0 THEN public.b(x - 1) ELSE 0 END; END;
CREATE TABLE public.t (id int, x int);
CREATE FUNCTION public.of_row(r public.t) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT r.id';
CREATE FUNCTION public.atomic_row(r public.t) RETURNS int LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT r.id + r.x; END;
ALTER TABLE public.t ALTER x SET DEFAULT public.of_row(NULL);
ALTER TABLE public.t ADD CONSTRAINT c CHECK (public.of_row(t) > 0);
ALTER TABLE public.t ADD CONSTRAINT d CHECK (public.atomic_row(t) > 0);
CREATE INDEX i ON public.t (public.of_row(t));
CREATE FUNCTION public.of_self(r public.t[] DEFAULT NULL) RETURNS SETOF public.t LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM public.t; END;
CREATE VIEW public.v AS SELECT s.id FROM public.of_self() s;
CREATE FUNCTION public.from_v() RETURNS SETOF public.v LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM public.v; END;
