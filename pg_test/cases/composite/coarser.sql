-- An attribute of a coarser type never rounds values: the script fails.
-- @target
CREATE TYPE public.span AS (at timestamp, amount numeric);
CREATE TABLE public.t (s public.span);
-- @source
CREATE TYPE public.span AS (at timestamp(0), amount numeric(8,2));
CREATE TABLE public.t (s public.span);
-- @rows
INSERT INTO public.t VALUES (ROW('2026-01-01 00:00:00.5', 1)), (ROW('2026-01-01', 1.5));
-- @fails not exact as timestamp(0) without time zone
-- @rows source
INSERT INTO public.t VALUES (ROW('2026-01-01', 1.5)), (NULL);
