-- The table goes, the sequence that it owned stays; a column goes, likewise.
-- @target
CREATE TABLE public.t (id integer);
CREATE TABLE public.u (id integer, x integer);
CREATE SEQUENCE public.q OWNED BY public.t.id;
CREATE SEQUENCE public.r OWNED BY public.u.id;
-- @source
CREATE TABLE public.u (x integer);
CREATE SEQUENCE public.q;
CREATE SEQUENCE public.r;
