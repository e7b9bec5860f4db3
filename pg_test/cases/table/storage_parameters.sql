-- Parameters set, changed, reset, of the table and of its TOAST table.
-- @target
CREATE TABLE public.a (i integer, t text) WITH (fillfactor = 50, autovacuum_enabled = false);
CREATE TABLE public.b (i integer, t text) WITH (fillfactor = 50);
CREATE TABLE public.c (i integer, t text);
CREATE TABLE public.d (i integer, t text) WITH (toast.autovacuum_enabled = false);
-- @source
CREATE TABLE public.a (i integer, t text) WITH (fillfactor = 60, toast.autovacuum_enabled = false, toast_tuple_target = 200);
CREATE TABLE public.b (i integer, t text);
CREATE TABLE public.c (i integer, t text) WITH (autovacuum_vacuum_scale_factor = 0.01, parallel_workers = 2);
CREATE TABLE public.d (i integer, t text) WITH (toast.autovacuum_enabled = true, fillfactor = 99);
-- @rows
INSERT INTO public.a VALUES (1, 'x');
