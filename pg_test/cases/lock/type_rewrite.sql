-- Type changes that rewrite the table with its indexes, and those that only check again or build indexes.
-- @both
CREATE DOMAIN public.checked AS integer CHECK (VALUE > 0);
CREATE TYPE public.state AS ENUM ('a', 'b');
-- @target
CREATE TABLE public.integer_wider (c integer);
CREATE TABLE public.varchar_narrower (c varchar(20));
CREATE TABLE public.text_to_varchar (c text);
CREATE TABLE public.to_char (c text);
CREATE TABLE public.scale (c numeric(6, 2));
CREATE TABLE public.enum_to_text (c public.state);
CREATE TABLE public.json_to_text (c json);
CREATE TABLE public.to_domain (c integer);
CREATE TABLE public.key (id integer PRIMARY KEY);
CREATE TABLE public.refers (id integer REFERENCES public.key);
CREATE TABLE public.wider_checked (c varchar(10) CHECK (length(c) > 0));
CREATE TABLE public.wider_expression (c varchar(10));
CREATE INDEX wider_expression_upper ON public.wider_expression (upper(c));
CREATE TABLE public.wider_predicate (id integer, c varchar(10));
CREATE INDEX wider_predicate_id ON public.wider_predicate (id) WHERE c <> '';
CREATE TABLE public.wider_indexed (c varchar(10));
CREATE INDEX wider_indexed_c ON public.wider_indexed (c);
CREATE TABLE public.collated (c text);
CREATE TABLE public.collated_indexed (c text);
CREATE INDEX collated_indexed_c ON public.collated_indexed (c);
-- @source
CREATE TABLE public.integer_wider (c bigint);
CREATE TABLE public.varchar_narrower (c varchar(10));
CREATE TABLE public.text_to_varchar (c varchar(10));
CREATE TABLE public.to_char (c char(10));
CREATE TABLE public.scale (c numeric(6, 3));
CREATE TABLE public.enum_to_text (c text);
CREATE TABLE public.json_to_text (c text);
CREATE TABLE public.to_domain (c public.checked);
CREATE TABLE public.key (id bigint PRIMARY KEY);
CREATE TABLE public.refers (id bigint REFERENCES public.key);
CREATE TABLE public.wider_checked (c varchar(20) CHECK (length(c) > 0));
CREATE TABLE public.wider_expression (c varchar(20));
CREATE INDEX wider_expression_upper ON public.wider_expression (upper(c));
CREATE TABLE public.wider_predicate (id integer, c varchar(20));
CREATE INDEX wider_predicate_id ON public.wider_predicate (id) WHERE c <> '';
CREATE TABLE public.wider_indexed (c varchar(20));
CREATE INDEX wider_indexed_c ON public.wider_indexed (c);
CREATE TABLE public.collated (c text COLLATE "C");
CREATE TABLE public.collated_indexed (c text COLLATE "C");
CREATE INDEX collated_indexed_c ON public.collated_indexed (c);
-- @rows
INSERT INTO public.integer_wider VALUES (1);
INSERT INTO public.varchar_narrower VALUES ('a');
INSERT INTO public.text_to_varchar VALUES ('a');
INSERT INTO public.key VALUES (1);
INSERT INTO public.refers VALUES (1);
INSERT INTO public.collated_indexed VALUES ('a');
