-- Published tables and columns are retyped, dropped and made anew with their rows: they keep their place in the publications.
-- @target
CREATE TABLE public.retyped (a integer, b integer, c text);
CREATE TABLE public.shrinks (a integer, b integer);
CREATE TABLE public.again (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE public.again_1 PARTITION OF public.again FOR VALUES IN (1);
CREATE TABLE public.goes (a integer);
CREATE TABLE public.listed (a integer, b integer);
CREATE PUBLICATION p FOR TABLE public.retyped (a, b) WHERE (a > 1), TABLE public.shrinks, TABLE public.again, TABLE public.goes, TABLE public.listed (a, b);
CREATE PUBLICATION q FOR TABLE public.again_1 (b) WHERE (b > 0), TABLE public.retyped;
-- @source
CREATE TABLE public.retyped (a bigint, b text, c text);
CREATE TABLE public.shrinks (a integer);
CREATE TABLE public.again (a integer, b integer) PARTITION BY LIST (b);
CREATE TABLE public.again_1 PARTITION OF public.again FOR VALUES IN (2);
CREATE TABLE public.listed (a integer);
CREATE PUBLICATION p FOR TABLE public.retyped (a, b) WHERE (a > 1), TABLE public.shrinks, TABLE public.again, TABLE public.listed (a);
CREATE PUBLICATION q FOR TABLE public.again_1 (b) WHERE (b > 0), TABLE public.retyped;
-- @rows
INSERT INTO public.retyped VALUES (1, 2, 'x');
INSERT INTO public.again VALUES (1, 2);
-- @rows source
INSERT INTO public.retyped VALUES (1, '2', 'x');
INSERT INTO public.again VALUES (1, 2);
