-- The enum that a table is partitioned by loses a value, and the partition for it goes.
-- @target
CREATE TYPE public.state AS ENUM ('new', 'open', 'closed');
CREATE TABLE public.tickets (state public.state, n int) PARTITION BY LIST (state);
CREATE TABLE public.tickets_open PARTITION OF public.tickets FOR VALUES IN ('new', 'open');
CREATE TABLE public.tickets_closed PARTITION OF public.tickets FOR VALUES IN ('closed');
-- @source
CREATE TYPE public.state AS ENUM ('new', 'open');
CREATE TABLE public.tickets (state public.state, n int) PARTITION BY LIST (state);
CREATE TABLE public.tickets_open PARTITION OF public.tickets FOR VALUES IN ('new', 'open');
-- @rows
INSERT INTO public.tickets VALUES ('new', 1), ('open', 2);
