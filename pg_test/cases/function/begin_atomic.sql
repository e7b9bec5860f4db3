-- Bodies that the server has parsed: they depend on columns, views and functions.
-- @target
CREATE TABLE public.t (id int, amount int, note text);
CREATE VIEW public.v AS SELECT id, amount FROM public.t;
CREATE FUNCTION public.low(x int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT x + 1; END;
CREATE FUNCTION public.body(x int DEFAULT 1) RETURNS bigint LANGUAGE sql
  BEGIN ATOMIC SELECT count(*) FROM public.v WHERE amount > public.low(x); SELECT sum(id) FROM public.t; END;
CREATE FUNCTION public.ret(x int) RETURNS int LANGUAGE sql RETURN x + 1;
CREATE FUNCTION public.was_text() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.proc(x int) LANGUAGE sql BEGIN ATOMIC INSERT INTO public.t (id) VALUES (x); UPDATE public.t SET amount = x; END;
-- @source
CREATE TABLE public.t (id int, amount bigint, note text);
CREATE VIEW public.v AS SELECT id, amount FROM public.t;
CREATE FUNCTION public.low(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT (x + 2)::bigint; END;
CREATE FUNCTION public.body(x int DEFAULT 1) RETURNS bigint LANGUAGE sql
  BEGIN ATOMIC SELECT count(*) FROM public.v WHERE amount > public.low(x); SELECT sum(id) FROM public.t; END;
CREATE FUNCTION public.ret(x int) RETURNS int LANGUAGE sql RETURN x + public.low(x);
CREATE FUNCTION public.was_text() RETURNS int LANGUAGE sql RETURN 1;
CREATE PROCEDURE public.proc(x int) LANGUAGE sql BEGIN ATOMIC INSERT INTO public.t (id) VALUES (x); UPDATE public.t SET amount = x; END;
-- @both
CREATE VIEW public.on_body AS SELECT public.body(2) AS n;
GRANT EXECUTE ON FUNCTION public.body TO alice;
-- @rows
INSERT INTO public.t VALUES (1, 2, 'x');
-- @rows source
INSERT INTO public.t VALUES (1, 2, 'x');
