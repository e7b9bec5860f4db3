-- Options are checked strictly, before anything is read: the source given here does not even exist.
\set nowhere 'host=/nonexistent'
-- What is valid.
SELECT option, option_type, default_value FROM pgdiff.options();
-- Unknown keys, with what was perhaps meant.
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"shemas": ["a"]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"": 1}');
-- Not an object.
SELECT * FROM pgdiff.compare(:'nowhere', options => '[]');
SELECT * FROM pgdiff.compare(:'nowhere', options => '"schemas"');
-- Wrong types.
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"schemas": 7}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"schemas": ["a", null]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"schemas": [""]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"if_exists": "yes"}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"include": [{"type": "table"}]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"schema_map": ["a"]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"renames": [{"type": "table", "from": "s.a"}]}');
-- Values that are none.
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"drop": "never"}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"ignore": ["comment"]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"allow": ["drop_table"]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"isolation": "snapshot"}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"lock_timeout": "5 fortnights"}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"schema_map": {"a": "x", "b": "x"}}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"renames": [{"type": "tabel", "from": "s.a", "to": "b"}]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"renames": [{"type": "table", "from": "a", "to": "b"}]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"renames": [{"type": "table", "from": "s.a", "to": "s.b"}]}');
-- Values that contradict each other.
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"schemas": ["a"], "exclude_schemas": ["a"]}');
SELECT * FROM pgdiff.compare(:'nowhere', options => '{"keep_dropped": "old", "drop": "no"}');
-- null is the default.
SELECT count(*) FROM pgdiff.compare('current', options => '{"strategy": "transaction", "retries": 0, "max_drops": null, "drop": "yes"}');
