-- Another modulus, or another key: every row has to find its partition anew, foreign keys to the table meanwhile aside.
-- @target
CREATE TABLE public.h (id int PRIMARY KEY, x text) PARTITION BY HASH (id);
CREATE TABLE public.h0 PARTITION OF public.h FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE public.h1 PARTITION OF public.h FOR VALUES WITH (MODULUS 2, REMAINDER 1) PARTITION BY RANGE (id);
CREATE TABLE public.h1a PARTITION OF public.h1 FOR VALUES FROM (0) TO (50);
CREATE TABLE public.h1b PARTITION OF public.h1 FOR VALUES FROM (50) TO (1000);
CREATE INDEX ON public.h (x);
CREATE TABLE public.r (h int REFERENCES public.h);
CREATE VIEW public.v AS SELECT * FROM public.h;
COMMENT ON TABLE public.h1a IS 'a';
GRANT SELECT ON public.h1b TO alice;
CREATE TABLE public.ev (id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL, kind text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE public.ev_a PARTITION OF public.ev FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE public.ev_d PARTITION OF public.ev DEFAULT;
CREATE VIEW public.evs AS SELECT kind, count(*) FROM public.ev GROUP BY kind;
-- @source
CREATE TABLE public.h (id int PRIMARY KEY, x text) PARTITION BY HASH (id);
CREATE TABLE public.h0 PARTITION OF public.h FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE public.h1 PARTITION OF public.h FOR VALUES WITH (MODULUS 4, REMAINDER 1) PARTITION BY RANGE (id);
CREATE TABLE public.h1a PARTITION OF public.h1 FOR VALUES FROM (0) TO (50);
CREATE TABLE public.h1b PARTITION OF public.h1 FOR VALUES FROM (50) TO (1000);
CREATE TABLE public.h2 PARTITION OF public.h FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE public.h3 PARTITION OF public.h FOR VALUES WITH (MODULUS 4, REMAINDER 3);
CREATE INDEX ON public.h (x);
CREATE TABLE public.r (h int REFERENCES public.h);
CREATE VIEW public.v AS SELECT * FROM public.h;
COMMENT ON TABLE public.h1a IS 'a';
GRANT SELECT ON public.h1b TO alice;
CREATE TABLE public.ev (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, kind text) PARTITION BY HASH (id);
CREATE TABLE public.ev_a PARTITION OF public.ev FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE public.ev_b PARTITION OF public.ev FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE VIEW public.evs AS SELECT kind, count(*) FROM public.ev GROUP BY kind;
-- @rows
INSERT INTO public.h SELECT g, 'x' || g FROM generate_series(1, 100) g;
INSERT INTO public.r VALUES (5), (77);
INSERT INTO public.ev (at, kind) VALUES ('2024-01-05', 'x'), ('2022-01-05', 'y');
-- @rows source
INSERT INTO public.h SELECT g, 'x' || g FROM generate_series(1, 100) g;
INSERT INTO public.r VALUES (5), (77);
INSERT INTO public.ev (at, kind) VALUES ('2024-01-05', 'x'), ('2022-01-05', 'y');
