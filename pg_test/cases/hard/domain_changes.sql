-- A domain's constraint is tightened with rows in place, its base type, collation and default change; domains over domains, arrays.
-- @target
CREATE DOMAIN public.pos AS int CHECK (VALUE > 0);
CREATE DOMAIN public.code AS varchar(5) DEFAULT 'a';
CREATE DOMAIN public.txt AS text;
CREATE DOMAIN public.over AS public.code CHECK (VALUE <> 'z');
-- @source
CREATE DOMAIN public.pos AS int CONSTRAINT pos_check CHECK (VALUE > 1) CONSTRAINT second CHECK (VALUE < 1000) NOT NULL;
CREATE DOMAIN public.code AS varchar(50) DEFAULT 'b';
CREATE DOMAIN public.txt AS text COLLATE "C";
CREATE DOMAIN public.over AS public.code CONSTRAINT named CHECK (VALUE <> 'z');
-- @both
CREATE TABLE public.t (id public.pos PRIMARY KEY, c public.code, x public.txt, o public.over, os public.over[]);
CREATE VIEW public.v AS SELECT id, c, x FROM public.t WHERE x > 'a';
CREATE INDEX i ON public.t (x, c);
CREATE FUNCTION public.f(public.code) RETURNS public.over LANGUAGE sql AS 'SELECT NULL::public.over';
-- @rows
INSERT INTO public.t VALUES (5, 'abc', 'x', 'y', '{y}');
-- @rows source
INSERT INTO public.t VALUES (5, 'abc', 'x', 'y', '{y}');
