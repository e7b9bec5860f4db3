What ALTER TYPE can set.
-- @both
CREATE TYPE public.v;
CREATE FUNCTION public.v_in(cstring) RETURNS public.v LANGUAGE internal IMMUTABLE STRICT AS 'byteain';
CREATE FUNCTION public.v_out(public.v) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'byteaout';
CREATE FUNCTION public.v_recv(internal) RETURNS public.v LANGUAGE internal IMMUTABLE STRICT AS 'bytearecv';
CREATE FUNCTION public.v_send(public.v) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
-- @target
CREATE TYPE public.v (input = public.v_in, output = public.v_out, storage = external);
-- @source
CREATE TYPE public.v (input = public.v_in, output = public.v_out, receive = public.v_recv, send = public.v_send, storage = extended);
-- @both
CREATE TABLE public.t (v public.v, vs public.v[]);
-- @rows
INSERT INTO public.t VALUES ('\x01', NULL);
-- @rows source
INSERT INTO public.t VALUES ('\x01', NULL);
