-- Stored sets of options, and what a call lays over them.
CREATE SCHEMA one;
CREATE SCHEMA two;
SELECT * FROM pgdiff.compare('current', options => '{"profile": "nosuch"}');
\echo :SQLSTATE
INSERT INTO pgdiff.profile VALUES ('only one', '{"schemas": ["one"]}', 'for this test'), ('broken', '{"schemsa": []}', NULL);
INSERT INTO pgdiff.profile VALUES ('array', '[]');
INSERT INTO pgdiff.profile VALUES ('nested', '{"profile": "only one"}');
SELECT action, object_identity FROM pgdiff.compare(:'source', options => '{"profile": "only one"}');
SELECT action, object_identity FROM pgdiff.compare(:'source', options => '{"profile": "only one", "schemas": ["two"]}');
SELECT * FROM pgdiff.compare('current', options => '{"profile": "broken"}');
\echo :SQLSTATE
SELECT * FROM pgdiff.compare('current', options => '{"profile": "nested"}');
\echo :SQLSTATE
SELECT * FROM pgdiff.compare('current', options => '{"profile": "nosuch"}');
\echo :SQLSTATE
SELECT * FROM pgdiff.compare('current', options => '{"profile": 1}');
\echo :SQLSTATE
SELECT * FROM pgdiff.compare('current', options => '{"profile": null}');
