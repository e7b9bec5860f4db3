-- Parsers, templates, dictionaries, configurations, and what is computed with them.
-- @source
CREATE SCHEMA "T s";
CREATE TEXT SEARCH PARSER "T s"."My Parser" (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
CREATE TEXT SEARCH PARSER public.plain (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
COMMENT ON TEXT SEARCH PARSER "T s"."My Parser" IS 'it''s a parser';
CREATE TEXT SEARCH TEMPLATE "T s"."select" (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH TEMPLATE public.no_init (LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE public.no_init IS 'template';
CREATE TEXT SEARCH DICTIONARY "T s"."My Dict" (TEMPLATE = "T s"."select", accept = false, stopwords = 'english');
CREATE TEXT SEARCH DICTIONARY public.plain (TEMPLATE = simple);
CREATE TEXT SEARCH DICTIONARY public.stem (TEMPLATE = snowball, language = 'german');
ALTER TEXT SEARCH DICTIONARY "T s"."My Dict" OWNER TO "Carol Ünï";
COMMENT ON TEXT SEARCH DICTIONARY "T s"."My Dict" IS 'dictionary';
CREATE TEXT SEARCH CONFIGURATION "T s"."My Conf" (PARSER = "T s"."My Parser");
ALTER TEXT SEARCH CONFIGURATION "T s"."My Conf" ADD MAPPING FOR asciiword, word WITH "T s"."My Dict", public.stem, simple;
ALTER TEXT SEARCH CONFIGURATION "T s"."My Conf" ADD MAPPING FOR email WITH public.plain;
ALTER TEXT SEARCH CONFIGURATION "T s"."My Conf" OWNER TO alice;
COMMENT ON TEXT SEARCH CONFIGURATION "T s"."My Conf" IS 'configuration';
CREATE TEXT SEARCH CONFIGURATION public.copied (COPY = english);
CREATE TEXT SEARCH CONFIGURATION public.empty (PARSER = default);
CREATE TABLE public.t (x text, v tsvector GENERATED ALWAYS AS (to_tsvector('"T s"."My Conf"', x)) STORED);
CREATE INDEX i ON public.t USING gin (to_tsvector('public.copied', x));
CREATE VIEW public.w AS SELECT ts_lexize('public.plain', x) FROM public.t;
