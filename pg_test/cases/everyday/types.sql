-- Types: enum labels renamed in effect, composites, domains, ranges, with tables and functions on them.
-- @target
CREATE TYPE public.e1 AS ENUM ('a', 'b');
CREATE TYPE public.e2 AS ENUM ('x');
CREATE TYPE public.c1 AS (a int, b public.e1);
CREATE TYPE public.c2 AS (c public.c1[], d text);
CREATE DOMAIN public.d1 AS public.e1 DEFAULT 'a';
CREATE DOMAIN public.d2 AS text NOT NULL CHECK (length(VALUE) > 2);
CREATE TYPE public.r1 AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE public.t (a public.e1 DEFAULT 'b', b public.e2[], c public.c2, d public.d1, e public.d2 DEFAULT 'abc', f public.r1);
CREATE FUNCTION public.f(public.c1, VARIADIC public.d1[]) RETURNS public.r1 LANGUAGE sql AS 'SELECT NULL::public.r1';
-- @source
CREATE TYPE public.e1 AS ENUM ('b', 'c', 'd');
CREATE TYPE public.e2 AS ENUM ('w', 'x', 'y');
CREATE TYPE public.c1 AS (a bigint, b public.e1, z date);
CREATE TYPE public.c2 AS (d varchar(10), c public.c1[]);
CREATE DOMAIN public.d1 AS public.e1 DEFAULT 'b' NOT NULL;
CREATE DOMAIN public.d2 AS varchar(20) CHECK (VALUE <> '') CHECK (length(VALUE) > 3);
CREATE TYPE public.r1 AS RANGE (subtype = float8, multirange_type_name = public.mr1);
CREATE TABLE public.t (a public.e1 DEFAULT 'c', b public.e2[], c public.c2, d public.d1, e public.d2, f public.r1);
CREATE FUNCTION public.f(public.c1, VARIADIC public.d1[]) RETURNS public.r1 LANGUAGE sql AS 'SELECT NULL::public.r1';
