//! A whole dialog URL, as a back end hands it over: checked, read, completed.
//! Imports [`super::origin`], [`super::address`] and [`super::target`].
//!
//! URL parsers differ at the edges, so the text is restricted first, as in
//! `origin.rs`, and the platform's parser only sees the scheme and the host.
//! What stays is what Tray documents: two paths, a query with one `code`, no
//! fragment. So a URL that a page has broken (a query appended behind a `#`, a
//! second `code`) is told, and does not open a dialog that cannot work.

use percent_encoding::percent_decode_str;

use super::address::Address;
use super::options::{is_id, usable_code, MAX_ID};
use super::origin::{is_loopback, parse_host, ParsedHost, UrlParser, INSECURE};
use super::target::Target;

/// How many UTF-16 units a dialog's URL may have.
pub const MAX_URL: u32 = 16_384;

/// What the options say of the URL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenUrl {
    /// The one origin that it may be at, by `host` or `region`.
    pub origin: Option<String>,
    /// As given beside the URL.
    pub solution_instance_id: Option<String>,
    /// As given beside the URL.
    pub external_auth_id: Option<String>,
    /// Name the authentication automatically.
    pub skip_title_field: bool,
    /// For OAuth services: go straight to the scopes page.
    pub skip_auth_settings: bool,
}

const FORM: &str = "must be the whole URL of Tray's auth-only dialog, such as \
     \"https://embedded.tray.io/external/auth/create/…?code=…\": absolute, without control \
     characters";
const CREDENTIALS: &str = "must not have a user name or password before its host";
const WIZARD: &str = "is the URL of Tray's Configuration Wizard (`/external/solutions/…`), not of \
     the auth-only dialog (`/external/auth/create/…` or `/external/auth/edit/…`): ask your back \
     end for that one";
const FRAGMENT: &str = "must not have a fragment: whatever follows a `#` never reaches Tray";
const PATH: &str = "must have the path `/external/auth/create/{partnerName}`, \
     `/external/auth/create/{partnerName}/{solutionInstanceId}/{externalAuthId}` or \
     `/external/auth/edit/{partnerName}/{authId}`, with ids that are not empty, \".\" or \"..\"";
const ESCAPE: &str = "has a malformed percent escape in its path: encode each id with \
     `encodeURIComponent`";
const NO_CODE: &str = "must have the one-time code in its query, as `code=…`";
const TWO_CODES: &str = "must have exactly one `code` in its query";
const OTHER_ORIGIN: &str = "is at another origin than the `host` or `region` given beside it";
const UNKNOWN_ORIGIN: &str = "is at a host that is not known to be Tray's (`embedded.tray.io`, \
     `embedded.*.tray.io`, `*.integration-configuration.com`, \
     `*.integration-authentication.com`): if it is your own whitelabel domain, give its `host` \
     beside `url`";
const OTHER_SOLUTION: &str = "has another `solutionInstanceId` in its path than is given beside it";
const OTHER_EXTERNAL: &str = "has another `externalAuthId` in its path than is given beside it";
const HALF: &str = "has no `solutionInstanceId` and `externalAuthId` in its path: give both of \
     them beside it, or neither";

impl GivenUrl {
    /// Where the dialog at `text` is, and what it is for. White space round
    /// the URL does not count; else it stays as it is, but for what
    /// `skipTitleField` and `skipAuthSettings` add.
    ///
    /// # Errors
    /// What is wrong with it, to follow its name. It quotes nothing of the URL,
    /// which holds the code.
    pub fn address<P: UrlParser>(&self, parser: &P, text: &str) -> Result<Address, &'static str> {
        let text = text.trim();
        // A parser drops tabs and line breaks; U+FFFD is what an unpaired
        // surrogate turns into.
        if text.contains(|c: char| c.is_control() || c == '\u{fffd}') {
            return Err(FORM);
        }
        let (host, rest) = split_host(text)?;
        let host = parse_host(parser, host).map_err(|problem| match problem {
            INSECURE => INSECURE,
            _ => FORM,
        })?;
        if rest.contains('#') {
            return Err(FRAGMENT);
        }
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let target = read_path(path)?;
        let (spelling, code) = read_code(query)?;
        self.check_origin(&host)?;
        let target = self.complete(target)?;
        Ok(Address {
            origin: host.origin,
            url: self.with_flags(text, query),
            code,
            spelling: spelling.to_owned(),
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

    /// The target of the path, and the slot that is given beside it.
    fn complete(&self, target: Target) -> Result<Target, &'static str> {
        let (solution, external) = (&self.solution_instance_id, &self.external_auth_id);
        if let Target::Solution {
            solution_instance_id,
            external_auth_id,
        } = &target
        {
            let differs = |given: &Option<String>, own| given.as_ref().is_some_and(|id| id != own);
            if differs(solution, solution_instance_id) {
                return Err(OTHER_SOLUTION);
            }
            if differs(external, external_auth_id) {
                return Err(OTHER_EXTERNAL);
            }
            return Ok(target);
        }
        match (solution, external) {
            (None, None) => Ok(target),
            (Some(solution), Some(external)) => Ok(Target::Solution {
                solution_instance_id: solution.clone(),
                external_auth_id: external.clone(),
            }),
            _ => Err(HALF),
        }
    }

    fn with_flags(&self, text: &str, query: &str) -> String {
        let mut url = text.to_owned();
        for (wanted, name) in [
            (self.skip_title_field, "skipTitleField"),
            (self.skip_auth_settings, "skipAuthSettings"),
        ] {
            if wanted && !pairs(query).any(|(_, key, _)| key == name) {
                url.push('&');
                url.push_str(name);
                url.push_str("=true");
            }
        }
        url
    }
}

/// The scheme and the host as they stand, and what follows them.
fn split_host(text: &str) -> Result<(&str, &str), &'static str> {
    let (scheme, after) = text.split_once("://").ok_or(FORM)?;
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return Err(FORM);
    }
    let length = after.find(['/', '?', '#', '\\']).unwrap_or(after.len());
    let (host, rest) = text
        .split_at_checked(text.len() - after.len() + length)
        .ok_or(FORM)?;
    if host.contains('@') {
        return Err(CREDENTIALS);
    }
    Ok((host, rest))
}

/// Whether the host is one that Tray documents, at the usual port.
fn is_trays(at: &ParsedHost) -> bool {
    let host = at.host.as_str();
    let below = |domain: &str| {
        host.strip_suffix(domain)
            .and_then(|rest| rest.strip_suffix('.'))
            .filter(|rest| !rest.split('.').any(str::is_empty))
    };
    let is_embedded = |rest: &str| match rest.strip_prefix("embedded") {
        Some("") => true,
        // One label for the region, as in `embedded.eu1.tray.io`.
        Some(region) => region.starts_with('.') && region.matches('.').count() == 1,
        None => false,
    };
    at.origin.strip_prefix("https://") == Some(host)
        && (below("tray.io").is_some_and(is_embedded)
            || below("integration-configuration.com").is_some()
            || below("integration-authentication.com").is_some())
}

fn read_path(path: &str) -> Result<Target, &'static str> {
    if path.starts_with("/external/solutions/") {
        return Err(WIZARD);
    }
    let rest = path.strip_prefix("/external/auth/").ok_or(PATH)?;
    let mut segments = rest.split('/');
    let kind = segments.next();
    let ids = segments.map(read_id).collect::<Result<Vec<_>, _>>()?;
    match (kind, ids.as_slice()) {
        (Some("create"), [_]) => Ok(Target::Bare),
        (Some("create"), [_, solution, external]) => Ok(Target::Solution {
            solution_instance_id: solution.clone(),
            external_auth_id: external.clone(),
        }),
        (Some("edit"), [_, auth_id]) => Ok(Target::Edit {
            auth_id: auth_id.clone(),
        }),
        _ => Err(PATH),
    }
}

/// A segment, decoded. A parser takes `%2e%2e` for `..`, and `\` for `/`.
fn read_id(segment: &str) -> Result<String, &'static str> {
    let mut escapes = segment.split('%').skip(1);
    let is_escape = |rest: &str| matches!(rest.as_bytes(), [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    if !escapes.all(is_escape) {
        return Err(ESCAPE);
    }
    let id = percent_decode_str(segment)
        .decode_utf8()
        .map_err(|_| ESCAPE)?;
    if segment.contains('\\') || !is_id(&id) || id.encode_utf16().count() > MAX_ID as usize {
        return Err(PATH);
    }
    Ok(id.into_owned())
}

/// Each parameter as it stands, with its name decoded, and its value as it
/// stands.
fn pairs(query: &str) -> impl Iterator<Item = (&str, String, &str)> {
    query.split('&').map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (pair, decoded(name).unwrap_or_default(), value)
    })
}

/// The name of a pair without a value, decoded as a form's.
fn decoded(text: &str) -> Option<String> {
    let (name, _) = form_urlencoded::parse(text.as_bytes()).next()?;
    Some(name.into_owned())
}

/// The code as it stands in the query, and decoded.
fn read_code(query: &str) -> Result<(&str, String), &'static str> {
    let mut codes = pairs(query).filter(|(_, name, _)| name == "code");
    let (_, _, spelling) = codes.next().ok_or(NO_CODE)?;
    if codes.next().is_some() {
        return Err(TWO_CODES);
    }
    let code = form_urlencoded::parse([b"=", spelling.as_bytes()].concat().as_slice())
        .next()
        .and_then(|(_, value)| usable_code(&value).map(str::to_owned))
        .ok_or(NO_CODE)?;
    Ok((spelling, code))
}
