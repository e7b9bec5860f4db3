-- Columns and a function that statistics use are retyped, dropped and made anew; a table is made anew with its rows.
-- @target
CREATE FUNCTION public.f(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1;
CREATE TABLE public.retyped (a integer, b integer, c text);
CREATE TABLE public.shrinks (a integer, b integer, c integer);
CREATE TABLE public.calls (a integer, b integer);
CREATE TABLE public.goes (a integer, b integer);
CREATE TABLE public.again (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE public.again_1 PARTITION OF public.again FOR VALUES IN (1);
CREATE STATISTICS public.plain ON a, b FROM public.retyped;
CREATE STATISTICS public.expression ON (a + b), (lower(c)) FROM public.retyped;
CREATE STATISTICS public.smaller ON a, b, c FROM public.shrinks;
CREATE STATISTICS public.vanishes ON b, c FROM public.shrinks;
CREATE STATISTICS public.called ON (public.f(a)), b FROM public.calls;
CREATE STATISTICS public.with_table ON a, b FROM public.goes;
CREATE STATISTICS public.of_again ON a, b FROM public.again;
ALTER STATISTICS public.plain SET STATISTICS 55;
ALTER STATISTICS public.plain OWNER TO alice;
ALTER STATISTICS public.of_again OWNER TO alice;
COMMENT ON STATISTICS public.plain IS 'kept';
COMMENT ON STATISTICS public.of_again IS 'kept';
-- @source
CREATE FUNCTION public.f(integer) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN $1;
CREATE TABLE public.retyped (a bigint, b integer, c varchar(20));
CREATE TABLE public.shrinks (a integer, b integer);
CREATE TABLE public.calls (a integer, b integer);
CREATE TABLE public.again (a integer, b integer) PARTITION BY LIST (b);
CREATE TABLE public.again_1 PARTITION OF public.again FOR VALUES IN (2);
CREATE STATISTICS public.plain ON a, b FROM public.retyped;
CREATE STATISTICS public.expression ON (a + b), (lower(c)) FROM public.retyped;
CREATE STATISTICS public.smaller ON a, b FROM public.shrinks;
CREATE STATISTICS public.called ON (public.f(a)), b FROM public.calls;
CREATE STATISTICS public.of_again ON a, b FROM public.again;
ALTER STATISTICS public.plain SET STATISTICS 55;
ALTER STATISTICS public.plain OWNER TO alice;
ALTER STATISTICS public.of_again OWNER TO alice;
COMMENT ON STATISTICS public.plain IS 'kept';
COMMENT ON STATISTICS public.of_again IS 'kept';
-- @rows
INSERT INTO public.retyped VALUES (1, 2, 'x');
INSERT INTO public.again VALUES (1, 2);
-- @rows source
INSERT INTO public.retyped VALUES (1, 2, 'x');
INSERT INTO public.again VALUES (1, 2);
