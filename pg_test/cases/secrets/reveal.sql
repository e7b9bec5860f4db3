-- Secrets that the caller may see, and asked for, stand in the script and in the rollback: nothing has to be filled in.
-- @options {"secrets": "reveal"}
-- @both
CREATE FOREIGN DATA WRAPPER w OPTIONS (api_key 'same');
CREATE SERVER "s ""1" FOREIGN DATA WRAPPER w OPTIONS (token 'of both');
-- @target
CREATE USER MAPPING FOR alice SERVER "s ""1" OPTIONS ("user" 'a', password 'old; --', "odd option" 'x');
CREATE USER MAPPING FOR bob SERVER "s ""1" OPTIONS (password 'goes');
CREATE FOREIGN TABLE public.t (a integer OPTIONS (secret 'old')) SERVER "s ""1" OPTIONS (password 'old');
CREATE SUBSCRIPTION pgdiff_revealed CONNECTION 'host=127.0.0.1 port=1 password=''old one''' PUBLICATION p WITH (connect = false, slot_name = NONE);
-- @source
ALTER FOREIGN DATA WRAPPER w OPTIONS (SET api_key 'it''s \ new');
ALTER SERVER "s ""1" OPTIONS (SET token E'line\nbreak', ADD passphrase 'p');
CREATE USER MAPPING FOR alice SERVER "s ""1" OPTIONS ("user" 'a', password 'it''s "new" \ $$');
CREATE USER MAPPING FOR PUBLIC SERVER "s ""1" OPTIONS (password 'public''s');
CREATE FOREIGN TABLE public.t (a integer OPTIONS (secret 'new')) SERVER "s ""1" OPTIONS (password 'new');
CREATE FOREIGN TABLE public.n (a integer OPTIONS (secret 'n')) SERVER "s ""1" OPTIONS (password 'n');
CREATE SUBSCRIPTION pgdiff_revealed CONNECTION 'postgresql://u:it%27s@127.0.0.1:1/x' PUBLICATION p WITH (connect = false, slot_name = NONE);
