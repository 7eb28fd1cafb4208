//! The ways in which a text may spell a secret.

/// What each byte that is not `kept` becomes.
fn percent(text: &str, kept: &str, lower: bool) -> String {
    text.bytes()
        .map(|byte| match char::from(byte) {
            c if c.is_ascii_alphanumeric() || kept.contains(c) => c.to_string(),
            _ if lower => format!("%{byte:02x}"),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// As `encodeURIComponent` has it.
pub fn component(text: &str) -> String {
    percent(text, "-_.!~*'()", false)
}

/// As `encodeURI` has it.
fn uri(text: &str) -> String {
    percent(text, "-_.!~*'();/?:@&=+$,#", false)
}

/// As a form and `URLSearchParams` have it.
pub fn form(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// As JSON has it.
pub fn json(text: &str) -> String {
    let quoted = serde_json::to_string(text).expect("a text");
    quoted[1..quoted.len() - 1].to_owned()
}

/// As JSON has it with every character that `escaped` chooses as `\uXXXX`.
fn units(text: &str, lower: bool, escaped: fn(char) -> bool) -> String {
    text.chars()
        .map(|c| match c {
            c if escaped(c) => c
                .encode_utf16(&mut [0; 2])
                .iter()
                .map(|unit| match lower {
                    true => format!("\\u{unit:04x}"),
                    false => format!("\\u{unit:04X}"),
                })
                .collect(),
            c => json(&c.to_string()),
        })
        .collect()
}

/// Every spelling of `text`, the plain one first.
pub fn all(text: &str) -> Vec<(&'static str, String)> {
    let lower = |kept| percent(text, kept, true);
    vec![
        ("plain", text.to_owned()),
        ("a form", form(text)),
        ("encodeURIComponent", component(text)),
        ("encodeURI", uri(text)),
        ("RFC 3986", percent(text, "-._~", false)),
        ("every byte", percent_all(text)),
        ("a form in lower case", lower("-._*").replace("%20", "+")),
        ("encodeURIComponent in lower case", lower("-_.!~*'()")),
        ("JSON", json(text)),
        ("JSON with escaped slashes", json(text).replace('/', "\\/")),
        ("JSON in ASCII", units(text, true, |c| !c.is_ascii())),
        (
            "JSON as .NET has it",
            units(text, false, |c| !c.is_ascii() || "+&<>'\"`".contains(c)),
        ),
        ("JSON, all escaped", units(text, true, |_| true)),
        ("a URL within JSON", json(&component(text))),
        (
            "a form within JSON in ASCII",
            units(&form(text), true, |c| "&%+".contains(c)),
        ),
        ("JSON within a form", form(&json(text))),
        (
            "JSON within JSON",
            json(&units(text, true, |c| !c.is_ascii())),
        ),
        ("a URL within a URL", component(&component(text))),
    ]
}

fn percent_all(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
