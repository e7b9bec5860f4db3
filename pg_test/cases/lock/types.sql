-- Domains and enums that tables use.
-- @target
CREATE DOMAIN public.gets_check AS integer;
CREATE TABLE public.of_gets_check (c public.gets_check);
CREATE TABLE public.other_of_gets_check (c public.gets_check[]);
CREATE DOMAIN public.gets_not_null AS integer;
CREATE TABLE public.of_gets_not_null (c public.gets_not_null);
CREATE DOMAIN public.gets_not_valid AS integer;
CREATE TABLE public.of_gets_not_valid (c public.gets_not_valid);
CREATE TYPE public.state AS ENUM ('a');
CREATE TABLE public.of_state (c public.state);
CREATE TYPE public.pair AS (a integer);
-- @source
CREATE DOMAIN public.gets_check AS integer CHECK (VALUE > 0);
CREATE TABLE public.of_gets_check (c public.gets_check);
CREATE TABLE public.other_of_gets_check (c public.gets_check[]);
CREATE DOMAIN public.gets_not_null AS integer NOT NULL;
CREATE TABLE public.of_gets_not_null (c public.gets_not_null);
CREATE DOMAIN public.gets_not_valid AS integer;
ALTER DOMAIN public.gets_not_valid ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
CREATE TABLE public.of_gets_not_valid (c public.gets_not_valid);
CREATE TYPE public.state AS ENUM ('a', 'b');
CREATE TABLE public.of_state (c public.state);
CREATE TYPE public.pair AS (a integer, b integer);
-- @rows
INSERT INTO public.of_gets_check VALUES (1);
INSERT INTO public.of_gets_not_null VALUES (1);
INSERT INTO public.of_state VALUES ('a');
