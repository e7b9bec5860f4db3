-- OWNED BY set, moved to another column, taken away.
-- @both
CREATE TABLE public.t (a integer, b integer, "C" integer);
CREATE TABLE public.u (a integer);
-- @target
CREATE SEQUENCE public.p OWNED BY public.t.a;
CREATE SEQUENCE public.q OWNED BY public.t.b;
CREATE SEQUENCE public.r;
-- @source
CREATE SEQUENCE public.p OWNED BY public.u.a;
CREATE SEQUENCE public.q;
CREATE SEQUENCE public.r OWNED BY public.t."C";
