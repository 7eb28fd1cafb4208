//! A whole dialog URL from a back end: checked, read and completed. Imports
//! [`super::dialog_url`], [`super::origin`], [`super::secrets`],
//! [`super::target`] and [`super::texts`].
//!
//! URL parsers differ in edge cases, so the text is restricted first, as in
//! `origin.rs`, and the platform's parser only sees the scheme and the host.
//! The rest must match what Tray documents: two paths, a query with one `code`,
//! no fragment. So a URL that a page has broken (a query appended after a `#`,
//! a second `code`) is an error, and does not open a dialog that cannot work.

use std::mem::take;

use super::dialog_url::Address;
use super::origin::{INSECURE, ParsedHost, UrlParser, is_loopback, parse_host, split_scheme};
use super::secrets::Secret;
use super::target::Target;
use super::texts::{cut, has, has_control, is_id, usable_code};

/// How many UTF-16 units a dialog's URL may have.
pub const MAX_URL: u32 = 16_384;

/// What the options say about the URL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenUrl {
    /// The only origin that it may have, from `host` or `region`.
    pub origin: Option<String>,
    /// From the options, together with the URL.
    pub solution_instance_id: Option<String>,
    /// From the options, together with the URL.
    pub external_auth_id: Option<String>,
    /// Name the authentication automatically.
    pub skip_title_field: bool,
    /// For OAuth services: go straight to the scopes page.
    pub skip_auth_settings: bool,
}

const FORM: &str = "must be the absolute URL of Tray's auth-only dialog, without control \
     characters";
const CREDENTIALS: &str = "must not have a user name or password";
const WIZARD: &str = "is the URL of Tray's Configuration Wizard, not of the auth-only dialog \
     (`/external/auth/…`)";
const FRAGMENT: &str = "must not have a fragment (`#…`), which never reaches Tray";
const PATH: &str = "must have the path `/external/auth/create/{partnerName}`, the same with \
     `/{solutionInstanceId}/{externalAuthId}`, or `/external/auth/edit/{partnerName}/{authId}`";
const ESCAPE: &str = "has a malformed percent escape in its path: encode each id with \
     `encodeURIComponent`";
const NO_CODE: &str = "must have the one-time code in its query, as `code=…`, encoded with \
     `encodeURIComponent`";
const TWO_CODES: &str = "must have exactly one `code` in its query";
const OTHER_ORIGIN: &str = "has a different origin than `host` or `region`";
const UNKNOWN_ORIGIN: &str = "has a host that is not one of Tray's: if it is your whitelabel domain, give \
     that as `host` too";
const OTHER_IDS: &str = "has a different `solutionInstanceId` or `externalAuthId` in its path than \
     the options";
const HALF: &str = "has no `solutionInstanceId` and `externalAuthId` in its path: give both \
     options, or neither";

impl GivenUrl {
    /// The address and target of the dialog at `text`. White space around the
    /// URL is ignored. Otherwise the URL does not change, except for what
    /// `skipTitleField` and `skipAuthSettings` add.
    ///
    /// # Errors
    /// What is wrong with the URL, to follow the option's name. It quotes
    /// nothing from the URL, which contains the code.
    pub fn address<P: UrlParser>(&self, parser: &P, text: &str) -> Result<Address, &'static str> {
        let text = text.trim_ascii();
        // A parser drops tabs and line breaks.
        if has_control(text) {
            return Err(FORM);
        }
        let (scheme, rest) = split_scheme(text).ok_or(FORM)?;
        let (rest, fragment) = cut(rest, b'#');
        let (rest, query) = cut(rest, b'?');
        // A parser treats it as `/`.
        if has(rest, b'\\') {
            return Err(PATH);
        }
        let (host, path) = cut(rest, b'/');
        if has(host, b'@') {
            return Err(CREDENTIALS);
        }
        let host = parse_host(parser, scheme, host).map_err(|problem| match problem {
            INSECURE => INSECURE,
            _ => FORM,
        })?;
        if fragment.is_some() {
            return Err(FRAGMENT);
        }
        let target = read_path(parser, path.ok_or(PATH)?)?;
        let query = Query::read(parser, query)?;
        let decoded = Secret::from(decode_query(parser, query.code).unwrap_or_default());
        let code = usable_code(&decoded).ok_or(NO_CODE)?.to_owned().into();
        self.check_origin(&host)?;
        let target = self.complete(target)?;
        let title = if self.skip_title_field && !query.has_title {
            "&skipTitleField=true"
        } else {
            ""
        };
        let settings = if self.skip_auth_settings && !query.has_settings {
            "&skipAuthSettings=true"
        } else {
            ""
        };
        // Allocated once: a text that grows would leave a copy of the code
        // behind.
        let url = [text, title, settings].concat().into();
        Ok(Address {
            origin: host.origin,
            url,
            code,
            target: Some(target),
        })
    }

    fn check_origin(&self, host: &ParsedHost) -> Result<(), &'static str> {
        match &self.origin {
            Some(origin) if *origin == host.origin => Ok(()),
            Some(_) => Err(OTHER_ORIGIN),
            None if is_loopback(&host.host) || is_trays(host) => Ok(()),
            None => Err(UNKNOWN_ORIGIN),
        }
    }

    /// The target from the path, combined with the slot in the options.
    fn complete(&self, target: Target) -> Result<Target, &'static str> {
        let differs =
            |given: &Option<String>, own: &String| given.as_ref().is_some_and(|id| id != own);
        match (&target, &self.solution_instance_id, &self.external_auth_id) {
            (
                Target::Solution {
                    solution_instance_id,
                    external_auth_id,
                },
                solution,
                external,
            ) if differs(solution, solution_instance_id) || differs(external, external_auth_id) => {
                Err(OTHER_IDS)
            }
            (Target::Solution { .. }, ..) | (_, None, None) => Ok(target),
            (_, Some(solution), Some(external)) => Ok(Target::Solution {
                solution_instance_id: solution.clone(),
                external_auth_id: external.clone(),
            }),
            _ => Err(HALF),
        }
    }
}

/// Whether the host is one that Tray documents, at the default port.
fn is_trays(at: &ParsedHost) -> bool {
    let host = at.host.as_str();
    let known = match host.strip_suffix(".tray.io") {
        Some(name) => {
            // One label for the region, as in `embedded.eu1.tray.io`.
            let (name, region) = cut(name, b'.');
            let is_label = |label: &str| !label.is_empty() && !has(label, b'.');
            name == "embedded" && region.is_none_or(is_label)
        }
        None => {
            host.ends_with(".integration-configuration.com")
                || host.ends_with(".integration-authentication.com")
        }
    };
    known && at.origin.strip_prefix("https://") == Some(host)
}

fn read_path<P: UrlParser>(parser: &P, path: &str) -> Result<Target, &'static str> {
    if path.starts_with("external/solutions/") {
        return Err(WIZARD);
    }
    let (kind, mut rest) = cut(path.strip_prefix("external/auth/").ok_or(PATH)?, b'/');
    let mut ids = Vec::new();
    while let Some(segments) = rest {
        let (segment, others) = cut(segments, b'/');
        ids.push(read_id(parser, segment)?);
        rest = others;
    }
    match (kind, ids.as_mut_slice()) {
        ("create", [_]) => Ok(Target::Bare),
        ("create", [_, solution, external]) => Ok(Target::Solution {
            solution_instance_id: take(solution),
            external_auth_id: take(external),
        }),
        ("edit", [_, auth_id]) => Ok(Target::Edit {
            auth_id: take(auth_id),
        }),
        _ => Err(PATH),
    }
}

/// A segment, decoded. A parser treats `%2e%2e` as `..`.
fn read_id<P: UrlParser>(parser: &P, segment: &str) -> Result<String, &'static str> {
    let id = parser.decode(segment).ok_or(ESCAPE)?;
    is_id(&id).then_some(id).ok_or(PATH)
}

/// The parameters of a query that matter here.
struct Query<'a> {
    /// The code, still encoded.
    code: &'a str,
    has_title: bool,
    has_settings: bool,
}

impl<'a> Query<'a> {
    fn read<P: UrlParser>(parser: &P, text: Option<&'a str>) -> Result<Self, &'static str> {
        let mut code = None;
        let (mut has_title, mut has_settings) = (false, false);
        let mut rest = text;
        while let Some(pairs) = rest {
            let (pair, others) = cut(pairs, b'&');
            let (name, value) = cut(pair, b'=');
            rest = others;
            match decode_query(parser, name).as_deref() {
                Some("code") if code.is_some() => return Err(TWO_CODES),
                Some("code") => code = Some(value.unwrap_or_default()),
                Some("skipTitleField") => has_title = true,
                Some("skipAuthSettings") => has_settings = true,
                _ => {}
            }
        }
        Ok(Self {
            code: code.ok_or(NO_CODE)?,
            has_title,
            has_settings,
        })
    }
}

/// Decodes text in a query, where a `+` means a space.
fn decode_query<P: UrlParser>(parser: &P, text: &str) -> Option<String> {
    // It may be the code, so the buffer must not grow.
    let mut plain = String::with_capacity(text.len());
    plain.extend(text.chars().map(|c| if c == '+' { ' ' } else { c }));
    parser.decode(&Secret::from(plain))
}
