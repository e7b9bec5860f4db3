-- Another template or function: dictionaries are made anew while the configurations stay. Another parser: the configuration is
-- made anew with what is computed with it.
-- @both
CREATE FUNCTION public.lexize(internal, internal, internal, internal) RETURNS internal LANGUAGE internal STRICT AS 'dsimple_lexize';
CREATE TEXT SEARCH PARSER public.p (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
-- @target
CREATE TEXT SEARCH TEMPLATE public.m (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = simple, stopwords = 'english');
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = default);
CREATE TEXT SEARCH PARSER public.q (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
-- @source
CREATE TEXT SEARCH TEMPLATE public.m (INIT = dsimple_init, LEXIZE = public.lexize);
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = snowball, language = 'english');
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = public.p);
CREATE TEXT SEARCH PARSER public.q (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
-- @both
CREATE TEXT SEARCH DICTIONARY public.e (TEMPLATE = public.m, accept = false);
ALTER TEXT SEARCH DICTIONARY public.e OWNER TO bob;
COMMENT ON TEXT SEARCH DICTIONARY public.e IS 'e';
COMMENT ON TEXT SEARCH CONFIGURATION public.c IS 'c';
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word WITH public.d, public.e;
CREATE TEXT SEARCH CONFIGURATION public.stays (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION public.stays ADD MAPPING FOR word, asciiword WITH public.e, public.d;
CREATE TEXT SEARCH CONFIGURATION public.follows (PARSER = public.q);
ALTER TEXT SEARCH CONFIGURATION public.follows ADD MAPPING FOR url WITH simple;
CREATE TABLE public.t (x text, v tsvector GENERATED ALWAYS AS (to_tsvector('public.c', x)) STORED, w tsvector GENERATED ALWAYS AS (to_tsvector('public.stays', x)) STORED);
CREATE INDEX i ON public.t USING gin (to_tsvector('public.c', x));
-- @rows
INSERT INTO public.t (x) VALUES ('a cat');
-- @rows source
INSERT INTO public.t (x) VALUES ('a cat');
