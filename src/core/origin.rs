//! The exact origin of a dialog, which its messages must come from. Imports
//! [`super::error`], `names` and `texts`.

use super::error::Error;
use super::names::named;
use super::texts::has_control;

named! {
    /// A region of Tray's. Source: Tray's documentation "Regions".
    Region {
        /// The United States, the default.
        Us = "us",
        /// The European Union.
        Eu = "eu",
        /// Asia and the Pacific.
        Apac = "apac",
    }
}

impl Region {
    /// The origin of its dialogs.
    #[must_use]
    pub const fn origin(self) -> &'static str {
        match self {
            Self::Us => "https://embedded.tray.io",
            Self::Eu => "https://embedded.eu1.tray.io",
            Self::Apac => "https://embedded.ap1.tray.io",
        }
    }
}

/// An http(s) origin, as a URL parser reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedHost {
    /// The serialised origin, as `event.origin` has it.
    pub origin: String,
    /// The host name alone, lower case, an IPv6 address in brackets.
    pub host: String,
}

/// The port to the platform's WHATWG URL parser: in the browser the one that
/// also makes `event.origin`, natively `url::Url`.
pub trait UrlParser {
    /// Parses `text`; `None` if it is not a URL.
    fn parse(&self, text: &str) -> Option<ParsedHost>;

    /// `text` without its percent escapes, like `decodeURIComponent`. `None` if
    /// an escape is malformed, or the result is not UTF-8.
    fn decode(&self, text: &str) -> Option<String>;
}

/// The native parser.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeParser;

#[cfg(not(target_arch = "wasm32"))]
impl UrlParser for NativeParser {
    fn parse(&self, text: &str) -> Option<ParsedHost> {
        let url = url::Url::parse(text).ok()?;
        Some(ParsedHost {
            origin: url.origin().ascii_serialization(),
            host: url.host_str()?.to_owned(),
        })
    }

    fn decode(&self, text: &str) -> Option<String> {
        let is_escape = |rest: &str| {
            let mut digits = rest.bytes().take(2);
            digits.len() == 2 && digits.all(|digit| digit.is_ascii_hexdigit())
        };
        let whole = text.split('%').skip(1).all(is_escape);
        let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
        decoded.ok().filter(|_| whole).map(String::from)
    }
}

const EXPECTED: &str = "must be a host name or https origin such as \"https://auth.acme.com\", without \
     path, query, fragment, credentials or wildcard";
pub(super) const INSECURE: &str =
    "must use https, except on localhost, *.localhost, 127.0.0.0/8 and [::1]";

/// Parses `text`, the value of the option `field`, as an origin.
///
/// URL parsers differ in edge cases, so the text is restricted first: an
/// optional `http://` or `https://`, then no character that could begin a path,
/// query, fragment or credentials, no white space, and at most one final slash.
/// Without a scheme it means https.
///
/// # Errors
/// `invalid_options` naming `field`.
pub fn parse_origin<P: UrlParser>(
    parser: &P,
    field: &'static str,
    text: &str,
) -> Result<String, Error> {
    let (scheme, rest) = split_scheme(text).unwrap_or((HTTPS, text));
    let host = rest.strip_suffix('/').unwrap_or(rest);
    parse_host(parser, scheme, host)
        .map(|parsed| parsed.origin)
        .map_err(|problem| Error::option(field, problem))
}

const HTTPS: &str = "https://";

/// The scheme of `text`, in lower case, and the rest, if the scheme is http or
/// https.
pub(super) fn split_scheme(text: &str) -> Option<(&'static str, &str)> {
    [HTTPS, "http://"].iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then_some((*scheme, rest))
    })
}

/// Parses a scheme and a host, or says what is wrong.
pub(super) fn parse_host<P: UrlParser>(
    parser: &P,
    scheme: &str,
    host: &str,
) -> Result<ParsedHost, &'static str> {
    let is_plain = |host: &str| {
        let forbidden = |c| matches!(c, '/' | '?' | '#' | '@' | '\\' | '*' | '%');
        !has_control(host) && !host.chars().any(|c| forbidden(c) || c.is_whitespace())
    };
    if host.is_empty() || !is_plain(host) {
        return Err(EXPECTED);
    }
    let parsed = parser
        .parse(&[scheme, host].concat())
        // A parser turns a full-width `＊` or `ｎｕｌｌ` into the plain one;
        // Chromium's writes `*` as `%2A`.
        .filter(|parsed| parsed.host != "null" && is_plain(&parsed.host))
        .ok_or(EXPECTED)?;
    if scheme == HTTPS || is_loopback(&parsed.host) {
        Ok(parsed)
    } else {
        Err(INSECURE)
    }
}

/// Whether `host`, as a URL parser returns it, is loopback. The parser has
/// turned every form of an IPv4 address into four decimal numbers, so a name
/// that has only digits and dots and ends with a digit is an address (`127..`
/// is a name).
pub(super) fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || (host.starts_with("127.")
            && !host.ends_with('.')
            && host.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
}
