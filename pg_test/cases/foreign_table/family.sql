-- Foreign tables that inherit, or are partitions, follow what happens to those above; the partition key changes over one.
-- @target
CREATE EXTENSION file_fdw;
CREATE SERVER nil FOREIGN DATA WRAPPER file_fdw;
CREATE TABLE public.parent (a integer, b text);
CREATE FOREIGN TABLE public.child (c integer) INHERITS (public.parent) SERVER nil OPTIONS (filename '/dev/null');
CREATE FOREIGN TABLE public.joins (a integer, b text DEFAULT 'x' NOT NULL, d integer DEFAULT 4, CONSTRAINT k CHECK (a > 0)) SERVER nil OPTIONS (filename '/dev/null');
CREATE TABLE public.parted (a integer, b text) PARTITION BY LIST (a);
CREATE FOREIGN TABLE public.part PARTITION OF public.parted FOR VALUES IN (1) SERVER nil OPTIONS (filename '/dev/null');
CREATE FOREIGN TABLE public.attached (a integer, b text) SERVER nil OPTIONS (filename '/dev/null');
-- @source
CREATE EXTENSION file_fdw;
CREATE SERVER nil FOREIGN DATA WRAPPER file_fdw;
CREATE TABLE public.parent (a integer, b text DEFAULT 'x' NOT NULL, d integer DEFAULT 4, CONSTRAINT k CHECK (a > 0));
CREATE FOREIGN TABLE public.child (c integer) INHERITS (public.parent) SERVER nil OPTIONS (filename '/dev/null');
CREATE FOREIGN TABLE public.joins (a integer, b text DEFAULT 'x' NOT NULL, d integer DEFAULT 4, CONSTRAINT k CHECK (a > 0)) INHERITS (public.parent) SERVER nil OPTIONS (filename '/dev/null');
CREATE TABLE public.parted (a integer, b text, e date) PARTITION BY LIST (a);
CREATE FOREIGN TABLE public.part PARTITION OF public.parted FOR VALUES IN (1, 3) SERVER nil OPTIONS (filename '/dev/null');
CREATE FOREIGN TABLE public.attached PARTITION OF public.parted (b DEFAULT 'y') FOR VALUES IN (2) SERVER nil OPTIONS (filename '/dev/null', header 'true');
