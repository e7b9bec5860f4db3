-- Stored sets of options, used by name: '{"profile": "production"}'.
CREATE TABLE pgdiff.profile (
    name    text  PRIMARY KEY CHECK (name <> ''),
    options jsonb NOT NULL CHECK (jsonb_typeof(options) = 'object'),
    comment text
);
COMMENT ON TABLE pgdiff.profile IS 'sets of options, used by name in the option "profile"';
COMMENT ON COLUMN pgdiff.profile.options IS 'what the options argument of a call would be';

SELECT pg_catalog.pg_extension_config_dump('pgdiff.profile', '');
