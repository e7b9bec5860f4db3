-- The multirange of a range gets another name, under columns and arrays of it.
-- @target
CREATE TYPE public.timerange AS RANGE (subtype = time);
CREATE TABLE public.t (r public.timerange, m public.timemultirange, ms public.timemultirange[], s public.timemultirange);
-- @source
CREATE TYPE public.timerange AS RANGE (subtype = time, multirange_type_name = public."Time Ranges");
CREATE TABLE public.t (r public.timerange, m public."Time Ranges", ms public."Time Ranges"[], s text);
-- @rows
INSERT INTO public.t VALUES ('[10:00,11:00)', '{[10:00,11:00)}', ARRAY['{[10:00,11:00)}'::public.timemultirange], '{[10:00,11:00)}');
