-- Lists of ranges become ranges of lists: partitions change the table that they are a part of, and the one in between goes.
-- @target
CREATE TABLE public.m (id bigserial, region text NOT NULL, at date NOT NULL, v numeric DEFAULT 0) PARTITION BY LIST (region);
CREATE TABLE public.m_eu PARTITION OF public.m FOR VALUES IN ('eu') PARTITION BY RANGE (at);
CREATE TABLE public.m_eu_24 PARTITION OF public.m_eu FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE public.m_eu_25 PARTITION OF public.m_eu FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE public.m_us PARTITION OF public.m FOR VALUES IN ('us');
CREATE UNIQUE INDEX m_u ON public.m (region, at, id); CREATE INDEX m_eu_v ON public.m_eu (v); CREATE INDEX m_us_own ON public.m_us (v) WHERE v > 0;
-- @source
CREATE TABLE public.m (id bigserial, region text NOT NULL, at date NOT NULL, v numeric DEFAULT 0) PARTITION BY RANGE (at);
CREATE TABLE public.m_24 PARTITION OF public.m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (region);
CREATE TABLE public.m_eu_24 PARTITION OF public.m_24 FOR VALUES IN ('eu');
CREATE TABLE public.m_us PARTITION OF public.m_24 FOR VALUES IN ('us');
CREATE TABLE public.m_eu_25 PARTITION OF public.m FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE UNIQUE INDEX m_u ON public.m (region, at, id); CREATE INDEX m_us_own ON public.m_us (v) WHERE v > 0;
-- @rows
INSERT INTO public.m (region, at) VALUES ('eu', '2024-03-03'), ('eu', '2025-03-03'), ('us', '2024-03-03');
-- @rows source
INSERT INTO public.m (region, at) VALUES ('eu', '2024-03-03'), ('eu', '2025-03-03'), ('us', '2024-03-03');
