//! libpq connection strings, in both forms, taken apart.
//!
//! libpq could read them itself, but its complaints about a malformed string quote the part it stumbled over, which is
//! a password as often as not (an unquoted space, an unescaped `@`). Here a malformed string is an error that quotes nothing.

/// A connection string's parameters, in the order given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conninfo {
    parameters: Vec<(String, String)>,
}

/// Why a string is not a connection string. The text names no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

/// What PostgreSQL's manual calls URI designators (libpq, 34.1.1.2).
const URI_PREFIXES: [&str; 2] = ["postgresql://", "postgres://"];

/// The parameters that may be shown.
const LABEL: [&str; 6] = ["service", "host", "hostaddr", "port", "dbname", "user"];

/// The keywords of libpq 18 whose values are no secrets (manual, 34.1.2).
const OPEN: &str = "host hostaddr port dbname user passfile require_auth channel_binding connect_timeout client_encoding options \
    application_name fallback_application_name keepalives keepalives_idle keepalives_interval keepalives_count tcp_user_timeout \
    replication gssencmode sslmode requiressl sslnegotiation sslcompression sslcert sslkey sslkeylogfile sslcertmode sslrootcert \
    sslcrl sslcrldir sslsni requirepeer ssl_min_protocol_version ssl_max_protocol_version min_protocol_version \
    max_protocol_version krbsrvname gsslib gssdelegation service servicefile target_session_attrs load_balance_hosts \
    oauth_issuer oauth_client_id oauth_scope";

impl From<Vec<(String, String)>> for Conninfo {
    fn from(parameters: Vec<(String, String)>) -> Self {
        Self { parameters }
    }
}

impl Conninfo {
    /// Whether this is meant to be a connection string, well-formed or not.
    pub fn looks_like(text: &str) -> bool {
        text.contains('=') || URI_PREFIXES.iter().any(|prefix| text.starts_with(prefix))
    }

    /// Reads `keyword = value` pairs or a URI.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let parameters = match URI_PREFIXES.iter().find_map(|prefix| text.strip_prefix(prefix)) {
            Some(rest) => uri(rest)?,
            None => pairs(text)?,
        };
        if parameters.iter().any(|(_, value)| value.contains('\0')) {
            return Err(Malformed("A value contains a null character."));
        }
        Ok(Self { parameters })
    }

    /// The last value given for a keyword: libpq lets later ones win.
    pub fn get(&self, keyword: &str) -> Option<&str> {
        self.parameters.iter().rev().find(|(key, _)| key == keyword).map(|(_, value)| value.as_str())
    }

    /// Everything that must never be shown: passwords, and what has a name that libpq doesn't know. The rest of a password with
    /// a space and no quotes looks like that.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        let (strays, known): (Vec<_>, Vec<_>) =
            self.parameters.iter().partition(|(key, _)| !is_known(key) && !key.contains("password"));
        let passwords = known.into_iter().filter(|(key, _)| key.contains("password")).map(|(_, value)| value.as_str());
        let strays = strays.into_iter().flat_map(|(key, value)| [key.as_str(), value.as_str()]);
        passwords.chain(strays).filter(|text| !text.is_empty())
    }

    /// Which database this is, for people: nothing but where it is and who connects.
    pub fn label(&self) -> String {
        let shown: Vec<String> = LABEL.iter().filter_map(|key| self.get(key).map(|value| pair(key, value))).collect();
        if shown.is_empty() { "the default server".to_owned() } else { shown.join(" ") }
    }

    /// The same with another value of one parameter, and without what libpq doesn't know: options of postgres_fdw.
    pub fn known_with(&self, keyword: &str, value: &str) -> Self {
        let kept = |key: &str| key != keyword && (is_known(key) || key.contains("password"));
        let mut parameters: Vec<_> = self.parameters.iter().filter(|(key, _)| kept(key)).cloned().collect();
        parameters.push((keyword.to_owned(), value.to_owned()));
        Self { parameters }
    }

    /// The string for libpq, with defaults for what it does not say.
    pub fn with_defaults(&self, defaults: &[(&str, &str)]) -> String {
        let missing = defaults.iter().filter(|(key, _)| self.get(key).is_none()).map(|(key, value)| pair(key, value));
        let given = self.parameters.iter().map(|(key, value)| pair(key, value));
        missing.chain(given).collect::<Vec<_>>().join(" ")
    }
}

fn is_known(key: &str) -> bool {
    OPEN.split_ascii_whitespace().any(|known| known == key)
}

fn pair(key: &str, value: &str) -> String {
    let plain = !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || "._-/:,@".contains(c));
    if plain { format!("{key}={value}") } else { format!("{key}='{}'", value.replace('\\', "\\\\").replace('\'', "\\'")) }
}

/// `host=localhost password='it''s'`: the grammar of libpq's `conninfo_parse`.
fn pairs(text: &str) -> Result<Vec<(String, String)>, Malformed> {
    let mut parameters = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (key, after) =
            rest.split_once('=').ok_or(Malformed("A parameter has no \"=\"; a value with spaces must be quoted."))?;
        let key = key.trim_end();
        if !is_keyword(key) {
            return Err(Malformed("A parameter's name is not valid; a value with spaces must be quoted."));
        }
        let (value, after) = value(after.trim_start())?;
        parameters.push((key.to_owned(), value));
        rest = after.trim_start();
    }
    Ok(parameters)
}

/// Every keyword of libpq is made of these.
fn is_keyword(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// One value, quoted or not, with its backslashes taken out, and what follows it.
fn value(text: &str) -> Result<(String, &str), Malformed> {
    let (quoted, text) = text.strip_prefix('\'').map_or((false, text), |inner| (true, inner));
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            '\'' if quoted => return Ok((value, &text[at + 1..])),
            c if !quoted && c.is_ascii_whitespace() => return Ok((value, &text[at..])),
            c => value.push(c),
        }
    }
    if quoted { Err(Malformed("A quoted value has no closing quote.")) } else { Ok((value, "")) }
}

/// `[user[:password]@][host[:port],…][/dbname][?keyword=value&…]`, what follows the designator.
fn uri(text: &str) -> Result<Vec<(String, String)>, Malformed> {
    const ESCAPE: Malformed =
        Malformed("In a URI, \"@\", \"/\", \":\" and \"%\" inside a value are written as %40, %2F, %3A and %25.");

    let (text, query) = match text.split_once('?') {
        // A question mark inside the user's password, before the at sign, belongs to the password.
        Some((before, after)) if !after.contains('@') || before.contains('@') => (before, Some(after)),
        _ => (text, None),
    };
    let (authority, dbname) = text.split_once('/').map_or((text, None), |(authority, dbname)| (authority, Some(dbname)));
    let (user, hosts) = authority.split_once('@').map_or((None, authority), |(user, hosts)| (Some(user), hosts));
    if hosts.contains('@') || dbname.is_some_and(|name| name.contains(['@', '/'])) {
        return Err(ESCAPE);
    }

    let mut parameters = Vec::new();
    let mut add = |key: &str, raw: &str| -> Result<(), Malformed> {
        if !raw.is_empty() {
            parameters.push((key.to_owned(), decoded(raw).ok_or(ESCAPE)?));
        }
        Ok(())
    };
    if let Some((user, password)) = user.map(|user| user.split_once(':').unwrap_or((user, ""))) {
        add("user", user)?;
        add("password", password)?;
    }
    let (names, ports): (Vec<&str>, Vec<&str>) = hosts.split(',').map(host_and_port).unzip();
    if ports.iter().any(|port| !port.chars().all(|c| c.is_ascii_digit())) {
        return Err(ESCAPE);
    }
    if names.iter().any(|name| !name.is_empty()) {
        add("host", &names.join(","))?;
    }
    if ports.iter().any(|port| !port.is_empty()) {
        add("port", &ports.join(","))?;
    }
    add("dbname", dbname.unwrap_or_default())?;
    for parameter in query.into_iter().flat_map(|query| query.split('&')).filter(|text| !text.is_empty()) {
        match parameter.split_once('=') {
            Some(("ssl", "true")) => add("sslmode", "require")?, // for JDBC's sake, as libpq does
            Some((key, value)) if is_keyword(key) => add(key, value)?,
            _ => return Err(ESCAPE),
        }
    }
    Ok(parameters)
}

/// A host may be an IPv6 address in brackets, whose colons are not the port's.
fn host_and_port(text: &str) -> (&str, &str) {
    match text.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
        Some((address, port)) => (address, port.strip_prefix(':').unwrap_or(port)),
        None => text.split_once(':').unwrap_or((text, "")),
    }
}

/// Percent-decoding; nothing where an escape is cut short or yields no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = std::str::from_utf8(after.get(..2)?).ok().filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &after[2..];
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        Conninfo::parse(text).unwrap().parameters
    }

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
    }

    #[test]
    fn keyword_value_pairs() {
        assert_eq!(
            read("host=h  port = 5 password='a b\\'c' dbname=d\\ e"),
            owned(&[("host", "h"), ("port", "5"), ("password", "a b'c"), ("dbname", "d e")])
        );
        assert_eq!(read("password='' host=h"), owned(&[("password", ""), ("host", "h")]));
    }

    #[test]
    fn uris() {
        assert_eq!(
            read("postgresql://u:p%40s@h:5433/d?connect_timeout=3&ssl=true"),
            owned(&[
                ("user", "u"),
                ("password", "p@s"),
                ("host", "h"),
                ("port", "5433"),
                ("dbname", "d"),
                ("connect_timeout", "3"),
                ("sslmode", "require")
            ])
        );
        assert_eq!(read("postgres://[::1]:1,b:2/"), owned(&[("host", "::1,b"), ("port", "1,2")]));
        assert_eq!(read("postgres:///d?host=/tmp"), owned(&[("dbname", "d"), ("host", "/tmp")]));
        assert_eq!(read("postgres://u:a?b@h/d"), owned(&[("user", "u"), ("password", "a?b"), ("host", "h"), ("dbname", "d")]));
    }

    #[test]
    fn malformed_strings_quote_nothing() {
        for text in [
            "password=my secret",
            "password='open",
            "password=my secret=1 Host=x",
            "=x",
            "postgres://u:p@ss@h/d",
            "postgres://u:pa/ss@h/d",
            "postgres://u:p%4@h",
            "postgres://u:p%zz@h",
            "postgres://h?x",
        ] {
            let Malformed(reason) = Conninfo::parse(text).unwrap_err();
            assert!(!reason.contains("secret") && !reason.contains("ss@"), "{text}: {reason}");
        }
    }

    #[test]
    fn written_back() {
        let conninfo = Conninfo::parse("password='a b\\\\' connect_timeout=3").unwrap();
        let text = conninfo.with_defaults(&[("connect_timeout", "10"), ("application_name", "pgdiff")]);
        assert_eq!(text, "application_name=pgdiff password='a b\\\\' connect_timeout=3");
        assert_eq!(read(&text)[1..], conninfo.parameters);
    }

    #[test]
    fn labels_hide_secrets() {
        let conninfo = Conninfo::parse("host=h user=u password=p sslpassword=q options=-cx=y").unwrap();
        assert_eq!(conninfo.label(), "host=h user=u");
        assert_eq!(conninfo.secrets().collect::<Vec<_>>(), ["p", "q"]);
        let stray = Conninfo::parse("password=two words=3 oauth_client_secret=4").unwrap();
        assert_eq!(stray.secrets().collect::<Vec<_>>(), ["two", "words", "3", "oauth_client_secret", "4"]);
    }
}
