-- A type goes together with the functions over it; an argument's type changes, which is another function.
-- @target
CREATE TYPE public.color AS ENUM ('red', 'green');
CREATE DOMAIN public.positive AS int CHECK (VALUE > 0);
CREATE FUNCTION public.paint(public.color, public.positive) RETURNS public.color[] LANGUAGE sql AS 'SELECT ARRAY[$1]';
CREATE FUNCTION public.size(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE VIEW public.v AS SELECT public.size(1) AS s;
-- @source
CREATE FUNCTION public.size(bigint) RETURNS int LANGUAGE sql AS 'SELECT $1::int';
CREATE VIEW public.v AS SELECT public.size(1) AS s;
