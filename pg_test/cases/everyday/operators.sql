-- A function's result changes under an operator, a cast, an operator class and what uses these.
-- @target
CREATE FUNCTION public.eq(a point, b point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a[0] = b[0]';
CREATE FUNCTION public.to_t(public_a money) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
-- @source
CREATE FUNCTION public.eq(x point, y point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x[0] = y[0] AND x[1] = y[1]';
CREATE FUNCTION public.to_t(other money) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
-- @both
CREATE OPERATOR public.=== (FUNCTION = public.eq, LEFTARG = point, RIGHTARG = point, COMMUTATOR = OPERATOR(public.===));
CREATE CAST (money AS int) WITH FUNCTION public.to_t(money);
CREATE TABLE public.t (id int, p point, m money, CONSTRAINT c CHECK (p OPERATOR(public.===) '(1,1)'::point), CONSTRAINT d CHECK (m::int > 0));
CREATE VIEW public.v AS SELECT p OPERATOR(public.===) p AS same, m::int AS m FROM public.t;
COMMENT ON OPERATOR public.=== (point, point) IS 'same';
CREATE INDEX i ON public.t ((p OPERATOR(public.===) '(0,0)'::point));
