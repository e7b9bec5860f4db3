-- The sequences of a table follow it, serial and identity alike, unless they were told otherwise.
-- @both
CREATE TABLE public.a (i serial, j integer GENERATED ALWAYS AS IDENTITY, k integer GENERATED ALWAYS AS IDENTITY);
-- @source
ALTER TABLE public.a SET UNLOGGED;
ALTER SEQUENCE public.a_k_seq SET LOGGED;
CREATE UNLOGGED TABLE public.b (i serial, j integer GENERATED ALWAYS AS IDENTITY);
ALTER SEQUENCE public.b_j_seq SET LOGGED;
-- @rows
INSERT INTO public.a DEFAULT VALUES;
-- @rows source
INSERT INTO public.a DEFAULT VALUES;
