-- Type changes that need no rewrite; taken back, they narrow.
-- @both
CREATE DOMAIN public.plain AS text;
-- @target
CREATE TABLE public.varchar_wider (c varchar(10));
CREATE TABLE public.varchar_to_text (c varchar(10));
CREATE TABLE public.text_to_varchar (c text);
CREATE TABLE public.numeric_wider (c numeric(6, 2));
CREATE TABLE public.numeric_unbounded (c numeric(6, 2));
CREATE TABLE public.timestamp_finer (c timestamp(3));
CREATE TABLE public.varbit_wider (c bit varying(5));
CREATE TABLE public.cidr_to_inet (c cidr);
CREATE TABLE public.domain_to_base (c public.plain);
CREATE TABLE public.timestamp_to_tz (c timestamp);
CREATE TABLE public.tz_to_timestamp (c timestamptz);
-- @source
CREATE TABLE public.varchar_wider (c varchar(20));
CREATE TABLE public.varchar_to_text (c text);
CREATE TABLE public.text_to_varchar (c varchar);
CREATE TABLE public.numeric_wider (c numeric(8, 2));
CREATE TABLE public.numeric_unbounded (c numeric);
CREATE TABLE public.timestamp_finer (c timestamp(6));
CREATE TABLE public.varbit_wider (c bit varying(9));
CREATE TABLE public.cidr_to_inet (c inet);
CREATE TABLE public.domain_to_base (c text);
CREATE TABLE public.timestamp_to_tz (c timestamptz);
CREATE TABLE public.tz_to_timestamp (c timestamp);
-- @rows
INSERT INTO public.varchar_wider VALUES ('a');
INSERT INTO public.numeric_wider VALUES (1.25);
INSERT INTO public.cidr_to_inet VALUES ('10.0.0.0/8');
INSERT INTO public.timestamp_to_tz VALUES ('2020-01-01');
INSERT INTO public.tz_to_timestamp VALUES ('2020-01-01');
