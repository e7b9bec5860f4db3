-- Parameters change in place; tables and schemas come and go; another list or filter is a table that leaves and joins again.
-- @target
CREATE SCHEMA s;
CREATE TABLE public.t (a integer, b integer, c text);
CREATE TABLE public.u (a integer, b integer);
CREATE TABLE public.parted (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE s.w (a integer);
CREATE PUBLICATION p FOR TABLE public.t (a, b) WHERE (a > 1), TABLE public.u;
CREATE PUBLICATION q FOR TABLE public.parted WITH (publish = 'update');
CREATE PUBLICATION all_of_it FOR ALL TABLES WITH (publish = 'insert');
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA public;
CREATE PUBLICATION to_schema FOR TABLE public.t (a);
ALTER PUBLICATION p OWNER TO super_role;
COMMENT ON PUBLICATION all_of_it IS 'kept';
-- @source
CREATE SCHEMA s;
CREATE TABLE public.t (a integer, b integer, c text);
CREATE TABLE public.u (a integer, b integer);
CREATE TABLE public.parted (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE s.w (a integer);
CREATE PUBLICATION p FOR TABLE public.t (b, c) WHERE (b > 1), TABLE s.w;
CREATE PUBLICATION q FOR TABLE public.parted (a) WHERE (a = 1) WITH (publish_via_partition_root = true, publish = 'insert');
CREATE PUBLICATION all_of_it FOR TABLE public.t;
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA s;
CREATE PUBLICATION to_schema FOR TABLE public.t, TABLES IN SCHEMA s;
COMMENT ON PUBLICATION all_of_it IS 'kept';
COMMENT ON PUBLICATION q IS 'new';
