//! Which origin a text stands for, and which texts stand for none.

use proptest::prelude::*;
use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::origin::{NativeParser, ParsedHost, UrlParser, parse_origin};
use url::Url;

fn origin(text: &str) -> Result<String, Error> {
    parse_origin(&NativeParser, "host", text)
}

/// A parser that takes everything, to see what is asked of it.
struct Yes;

impl UrlParser for Yes {
    fn parse(&self, text: &str) -> Option<ParsedHost> {
        let host = text.split("://").nth(1)?;
        Some(ParsedHost {
            origin: text.to_owned(),
            host: host.to_owned(),
        })
    }

    fn decode(&self, text: &str) -> Option<String> {
        Some(text.to_owned())
    }
}

/// A parser that takes nothing.
struct No;

impl UrlParser for No {
    fn parse(&self, _: &str) -> Option<ParsedHost> {
        None
    }

    fn decode(&self, _: &str) -> Option<String> {
        None
    }
}

#[test]
fn an_error_names_the_option_and_says_what_is_expected() {
    for field in ["host", "extraOrigins"] {
        let error = parse_origin(&NativeParser, field, "a/b").expect_err("a path");
        assert_eq!(error.code, ErrorCode::InvalidOptions);
        assert_eq!(error.field.as_deref(), Some(field));
        assert!(error.message.contains("https://auth.acme.com"), "{error}");
    }
    let error = origin("http://auth.acme.com").expect_err("plain http");
    assert!(error.message.contains("must use https"), "{error}");
}

#[test]
fn the_parser_sees_only_a_scheme_and_a_host() {
    assert_eq!(
        parse_origin(&Yes, "host", "h").ok().as_deref(),
        Some("https://h")
    );
    assert_eq!(
        parse_origin(&Yes, "host", "HTTPS://h/").ok().as_deref(),
        Some("https://h")
    );
    assert_eq!(
        parse_origin(&Yes, "host", "Http://localhost")
            .ok()
            .as_deref(),
        Some("http://localhost")
    );
    for text in [
        "",
        "/",
        "https://",
        "http://",
        "https:///",
        "h//",
        "h/p",
        "h?",
        "h#",
        "u@h",
        "h\\",
        "*",
        "*.h",
        "h%41",
        "h h",
        " h",
        "h\t",
        "h\n",
        "h\u{a0}",
        "h\u{2003}",
        "h\u{85}",
        "h\u{0}",
        "h\u{7f}",
        "h\u{fffd}",
        "null",
        "https://null",
        "null/",
        "ftp://h",
        "ws://h",
        "://h",
        "https//h",
        "https:/h",
        "x:https://h",
        "blob:https://h",
    ] {
        assert!(
            parse_origin(&Yes, "host", text).is_err(),
            "{text:?} was taken"
        );
    }
}

#[test]
fn what_the_parser_refuses_is_an_error() {
    assert!(parse_origin(&No, "host", "auth.acme.com").is_err());
}

#[test]
fn only_what_never_leaves_the_machine_may_use_http() {
    for host in [
        "localhost",
        "tray.localhost",
        "a.b.localhost",
        "127.0.0.1",
        "127.255.255.255",
        "[::1]",
        "localhost:4001",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "[0:0::1]:80",
    ] {
        assert!(origin(&format!("http://{host}")).is_ok(), "{host}");
    }
    for host in [
        "localhost.",
        "localhost.example",
        "notlocalhost",
        "xlocalhost",
        "127.0.0.1.example",
        "127.example",
        "127.0.0.x",
        "128.0.0.1",
        "12.7.0.1",
        "1270.0.1",
        "10.0.0.1",
        "0.0.0.0",
        "[::]",
        "[::2]",
        "[::ffff:127.0.0.1]",
        "auth.acme.com",
    ] {
        assert!(origin(&format!("http://{host}")).is_err(), "{host}");
        let secure = origin(&format!("https://{host}"));
        let parses = Url::parse(&format!("https://{host}")).is_ok();
        assert_eq!(secure.is_ok(), parses, "{host}");
    }
}

#[test]
fn a_name_of_digits_and_dots_is_no_loopback_unless_it_begins_with_127() {
    // As a parser would have written it: the text went through one before.
    let loopback = |host: &str| parse_origin(&Yes, "host", &["http://", host].concat()).is_ok();
    assert!(loopback("127.0.0.1"));
    assert!(!loopback("127"));
    assert!(!loopback("127.0.0.1a"));
    assert!(!loopback("127-0.0.1"));
    assert!(!loopback("0.127.0.0"));
}

/// Texts of which many are nearly hosts.
fn any_host() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zA-Z0-9.-]{1,12}",
        "(https?|HTTPS|ftp|javascript)://",
        "[0-9]{1,3}",
        ":[0-9]{0,6}",
        "[/?#@\\\\*%]",
        "\\[[0-9a-f:]{0,10}\\]",
        "[äöüß日本🔑\u{200d}\u{ad}]{1,3}",
        "\\PC",
        Just(".localhost".to_owned()),
        Just("127.".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 1..6).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_taken_is_the_origin_that_a_url_parser_sees(text in any_host()) {
        if let Ok(origin) = origin(&text) {
            let whole = if text.contains("://") { text.clone() } else { format!("https://{text}") };
            let url = Url::parse(&whole).expect("a text that was taken is a URL");
            prop_assert_eq!(&url.origin().ascii_serialization(), &origin);
            // Nothing but the origin was in it.
            prop_assert_eq!(url.as_str(), format!("{origin}/"));
            prop_assert!(url.scheme() == "https" || url.host_str().is_some_and(|host| {
                host.ends_with("localhost") || host.starts_with("127.") || host == "[::1]"
            }), "{url}");
        }
    }

    #[test]
    fn an_origin_that_was_given_stands_for_itself(text in any_host()) {
        if let Ok(first) = origin(&text) {
            prop_assert_eq!(origin(&first).ok(), Some(first));
        }
    }
}
