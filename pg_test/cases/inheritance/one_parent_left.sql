-- A child leaves one parent and keeps the other, whose check it has.
-- @target
CREATE TABLE public.base (id int PRIMARY KEY, name text NOT NULL DEFAULT 'n', CONSTRAINT ck CHECK (name <> ''), CONSTRAINT loc CHECK (id > 0) NO INHERIT);
CREATE TABLE public.kid (extra int, PRIMARY KEY (id)) INHERITS (public.base);
CREATE TABLE public.other (z int);
CREATE TABLE public.grandkid (own text) INHERITS (public.kid, public.other);
-- @source
CREATE TABLE public.base (id bigint PRIMARY KEY, name varchar(50) DEFAULT 'm', added date, CONSTRAINT ck CHECK (name <> 'x'), CONSTRAINT loc CHECK (id > 0));
CREATE TABLE public.kid (extra bigint, added date NOT NULL, PRIMARY KEY (id)) INHERITS (public.base);
CREATE TABLE public.other (z text, y int);
CREATE TABLE public.grandkid (own text, z text, y int) INHERITS (public.kid);
-- @rows
INSERT INTO public.base VALUES (1, 'a');
