-- Constraints that call a function of the user's, whose result type changes.
-- @target
CREATE SCHEMA f;
CREATE FUNCTION f.ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE FUNCTION f.key(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
CREATE TABLE public.t (a int CONSTRAINT t_a CHECK (f.ok(a)), b text, CONSTRAINT t_b EXCLUDE (f.key(b) WITH =));
CREATE INDEX t_i ON public.t (f.key(b), a) WHERE f.ok(a);
COMMENT ON CONSTRAINT t_b ON public.t IS 'by key';
COMMENT ON INDEX public.t_i IS 'too';
-- @source
CREATE SCHEMA f;
CREATE FUNCTION f.ok(int, boolean DEFAULT true) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE FUNCTION f.key(text) RETURNS varchar LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
CREATE TABLE public.t (a int CONSTRAINT t_a CHECK (f.ok(a)), b text, CONSTRAINT t_b EXCLUDE (f.key(b) WITH =));
CREATE INDEX t_i ON public.t (f.key(b), a) WHERE f.ok(a);
COMMENT ON CONSTRAINT t_b ON public.t IS 'by key';
COMMENT ON INDEX public.t_i IS 'too';
-- @rows
INSERT INTO public.t VALUES (1, 'x'), (2, 'Y');
