-- Options of dictionaries and mappings of configurations in place, under a generated column and an index.
-- @both
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = simple, stopwords = 'english');
CREATE TEXT SEARCH DICTIONARY public.s (TEMPLATE = synonym, synonyms = 'synonym_sample', casesensitive = 1);
CREATE TEXT SEARCH DICTIONARY public.old (TEMPLATE = simple);
CREATE TEXT SEARCH DICTIONARY public.empty (TEMPLATE = simple, accept = true);
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word, asciiword, url WITH public.d, simple;
CREATE TABLE public.t (x text, v tsvector GENERATED ALWAYS AS (to_tsvector('public.c', x)) STORED);
CREATE INDEX i ON public.t USING gin (to_tsvector('public.c', x));
-- @target
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR email WITH public.old;
COMMENT ON TEXT SEARCH CONFIGURATION public.c IS 'old';
-- @source
CREATE TEXT SEARCH DICTIONARY public.new (TEMPLATE = simple);
ALTER TEXT SEARCH DICTIONARY public.d (accept = false, stopwords = 'german');
ALTER TEXT SEARCH DICTIONARY public.s (casesensitive);
ALTER TEXT SEARCH DICTIONARY public.empty (accept);
ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR word WITH simple, public.new, public.d;
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR url;
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR file WITH public.new;
ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO bob;
ALTER TEXT SEARCH DICTIONARY public.d OWNER TO alice;
DROP TEXT SEARCH DICTIONARY public.old;
-- @rows
INSERT INTO public.t (x) VALUES ('a cat');
-- @rows source
INSERT INTO public.t (x) VALUES ('a cat');
