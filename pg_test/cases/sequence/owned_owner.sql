-- The owner of a table with a serial column changes: the sequence's goes along; and a sequence gets owned that has another owner.
-- @both
CREATE TABLE public.t (id serial);
CREATE TABLE public.u (id integer);
CREATE SEQUENCE public.q;
-- @source
ALTER TABLE public.t OWNER TO alice;
ALTER TABLE public.u OWNER TO bob;
ALTER SEQUENCE public.q OWNER TO bob;
ALTER SEQUENCE public.q OWNED BY public.u.id;
