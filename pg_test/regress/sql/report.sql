-- The comparison for other programs, and for people who would rather look.
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text NOT NULL, "a|b `c`" integer);
CREATE TABLE shop.voucher (code text PRIMARY KEY);
COMMENT ON TABLE shop.voucher IS E'two\nlines, <b>, ]]> and \u202e';
\c :target
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name varchar(40) NOT NULL, fax text);
\set options '{"schemas": ["shop"]}'
\pset format unaligned
\pset tuples_only on
SELECT jsonb_pretty(pgdiff.to_json(:'source', options => :'options') - 'changes' #- '{source,server_version}' #- '{target,server_version}');
SELECT pgdiff.to_json(:'source', options => :'options')->'changes' = (SELECT jsonb_agg(to_jsonb(c)) FROM pgdiff.compare(:'source', options => :'options') AS c);
SELECT regexp_replace(pgdiff.to_markdown(:'source', options => :'options'), 'PostgreSQL \d+\.\d+', 'PostgreSQL N', 'g');
SELECT pgdiff.to_junit(:'source', options => :'options');
SELECT xml_is_well_formed_document(pgdiff.to_junit(:'source', options => :'options'));
-- The page has its parts, its policy, and each object that differs.
SELECT string_agg(part[1], ' ') FROM regexp_matches(pgdiff.report(:'source', options => :'options'), '<section id="(\w+)">', 'g') AS part;
SELECT (SELECT count(*) FROM regexp_matches(pgdiff.report(:'source', options => :'options'), 'class="change"', 'g'))
     = (SELECT count(*) FROM pgdiff.compare(:'source', options => :'options'));
SELECT report LIKE '<!DOCTYPE html>%' AS is_page, report LIKE '%default-src ''none'';%' AS has_policy,
       report LIKE '%<b>%' AS has_markup, report LIKE U&'%\202E%' AS has_mark, report LIKE '%⟨U+202E⟩%' AS has_told
  FROM pgdiff.report(:'source', options => :'options') AS report;
-- But for the time it is the same each time.
SELECT count(DISTINCT regexp_replace(pgdiff.report(:'source', options => :'options'), '<time>[^<]*</time>', '')) FROM generate_series(1, 2);
-- Nothing differs.
SELECT regexp_replace(pgdiff.to_markdown(:'target', options => :'options'), 'PostgreSQL \d+\.\d+', 'PostgreSQL N', 'g');
SELECT pgdiff.to_junit(:'target', options => :'options');
SELECT pgdiff.to_json(:'target', options => :'options')->'identical';
SELECT report LIKE '%Nothing differs.%', report LIKE '%id="plan"%' FROM pgdiff.report(:'target', options => :'options') AS report;
-- A password in the call is not in the page.
SELECT report LIKE '%hunter2%' FROM pgdiff.report(:'source' || ' password=hunter2', options => :'options') AS report;
-- Not for everybody.
CREATE ROLE report_reader;
SET ROLE report_reader;
SELECT pgdiff.report(:'source');
SELECT pgdiff.to_json(:'source');
SELECT pgdiff.to_markdown(:'source');
SELECT pgdiff.to_junit(:'source');
RESET ROLE;
DROP ROLE report_reader;
