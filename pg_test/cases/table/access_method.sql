-- Another access method: the server rewrites the table.
-- @both
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
-- @target
CREATE TABLE public.a (i integer, t text);
-- @source
CREATE TABLE public.a (i integer, t text) USING heap2;
CREATE TABLE public.b (i integer) USING heap2;
-- @rows
INSERT INTO public.a VALUES (1, 'x');
-- @rows source
INSERT INTO public.a VALUES (1, 'x');
