-- Moved to another tablespace and back.
-- @both
CREATE TABLE public.a (i integer, t text);
CREATE TABLE public.p (i integer) PARTITION BY LIST (i);
-- @source
ALTER TABLE public.a SET TABLESPACE spare_space;
ALTER TABLE public.p SET TABLESPACE spare_space;
-- @rows
INSERT INTO public.a VALUES (1, 'x');
-- @rows source
INSERT INTO public.a VALUES (1, 'x');
