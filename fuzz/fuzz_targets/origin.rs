//! The value of `host` → an origin, held against `url::Url` both ways: what is
//! accepted is nothing but the origin that the URL parser finds, and what is
//! refused is so for a reason that can be named.
#![no_main]

use std::net::Ipv6Addr;

use libfuzzer_sys::fuzz_target;
use tray_auth_dialog::core::error::ErrorCode;
use tray_auth_dialog::core::origin::{NativeParser, parse_origin};
use url::{Host, Url};

const FIELD: &str = "host";

/// Without a scheme it means https.
fn whole(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        text.to_owned()
    } else {
        ["https://", text].concat()
    }
}

fn origin_of(url: &Url) -> String {
    url.origin().ascii_serialization()
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address == Ipv6Addr::LOCALHOST,
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}

/// Whether `whole` has nothing that a URL parser passes over in silence, or
/// that browsers and parsers see differently.
fn is_plain(whole: &str) -> bool {
    let rest = whole.split_once("://").map_or(whole, |(_, rest)| rest);
    let host = rest.strip_suffix('/').unwrap_or(rest);
    let odd = |c: char| c.is_whitespace() || c.is_control() || "/\\*%?#@\u{fffd}".contains(c);
    !host.contains(odd)
}

fuzz_target!(|text: &str| {
    let whole = whole(text);
    let url = Url::parse(&whole);
    match parse_origin(&NativeParser, FIELD, text) {
        Ok(origin) => {
            let url = url.expect("an accepted text is a URL");
            assert_eq!(origin, origin_of(&url));
            assert_eq!(
                url.as_str(),
                [&origin, "/"].concat(),
                "nothing else is in it"
            );
            assert!(url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url)));
            let again = parse_origin(&NativeParser, FIELD, &origin);
            assert_eq!(again.as_ref(), Ok(&origin), "an origin stands for itself");
        }
        Err(error) => {
            assert_eq!(error.code, ErrorCode::InvalidOptions);
            assert_eq!(error.field.as_deref(), Some(FIELD));
            let Ok(url) = url else { return };
            let bare = url.as_str() == [origin_of(&url).as_str(), "/"].concat();
            let secure = url.scheme() == "https" || is_loopback(&url);
            // Also full-width ones, which the parser has made plain.
            let none = |host: &str| host == "null" || host.contains('*');
            let is_none = url.host_str().is_some_and(none);
            assert!(
                !bare || !secure || is_none || !is_plain(&whole),
                "{text:?} is refused without a reason: {error}"
            );
        }
    }
});
