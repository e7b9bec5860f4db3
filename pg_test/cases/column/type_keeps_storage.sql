-- Storage and compression of columns that are retyped stay as they are: the server resets them with the type.
-- @target
CREATE TABLE public.t (a text, b text, c jsonb, d text COLLATE "C");
ALTER TABLE public.t ALTER a SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz, ALTER c SET STORAGE MAIN, ALTER d SET STORAGE EXTERNAL;
CREATE TABLE public.p (k integer, a text, b text) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
ALTER TABLE public.p ALTER b SET STORAGE EXTERNAL;
ALTER TABLE public.p1 ALTER a SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz;
ALTER TABLE public.p2 ALTER b SET STORAGE EXTENDED;
CREATE TABLE public.base (x text);
CREATE TABLE public.kid () INHERITS (public.base);
ALTER TABLE public.kid ALTER x SET STORAGE MAIN;
-- @source
CREATE TABLE public.t (a varchar(40), b varchar, c json, d text COLLATE "POSIX");
ALTER TABLE public.t ALTER a SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz, ALTER c SET STORAGE MAIN, ALTER d SET STORAGE EXTERNAL;
CREATE TABLE public.p (k integer, a varchar(40), b varchar) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
ALTER TABLE public.p ALTER b SET STORAGE EXTERNAL;
ALTER TABLE public.p1 ALTER a SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz;
ALTER TABLE public.p2 ALTER b SET STORAGE EXTENDED;
CREATE TABLE public.base (x varchar(20));
CREATE TABLE public.kid () INHERITS (public.base);
ALTER TABLE public.kid ALTER x SET STORAGE MAIN;
-- @rows
INSERT INTO public.t VALUES ('a', 'b', '{}', 'd');
INSERT INTO public.p VALUES (1, 'a', 'b');
-- @rows source
INSERT INTO public.t VALUES ('a', 'b', '{}', 'd');
INSERT INTO public.p VALUES (1, 'a', 'b');
