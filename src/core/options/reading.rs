//! Reads and checks an options object by the table. Imports the table, the
//! kinds, the port, the values, and the rules of URLs and codes.

use super::kinds::{fits, problem};
use super::source::{Purpose, Seen, Source};
use super::values::Options;
use crate::core::error::{Error, ErrorCode};
use crate::core::fields::{Field, Kind, Live, OPTIONS, SLOTS, Slot};
use crate::core::given_url::MAX_URL;
use crate::core::texts::usable_code;

/// How many UTF-16 units a text may have.
const MAX_TEXT: u32 = 4_096;
/// How many UTF-16 units an id may have.
const MAX_ID: u32 = 1_024;
/// How many entries a list may have.
const MAX_LIST: f64 = 1_000.0;

/// Reads and checks every option.
///
/// # Errors
/// `invalid_options`, naming the option, for a value of the wrong kind, an
/// unknown name, or a required option that is missing.
pub fn read<S: Source>(source: &S, purpose: Purpose) -> Result<Options<S>, Error> {
    let mut options = Options { values: Vec::new() };
    options.values.resize_with(SLOTS, || Seen::Absent);
    read_group(source, "", OPTIONS, purpose, &mut options)?;
    if options.has(Slot::Url) {
        check_url(&options, purpose)?;
    } else if purpose != Purpose::Attach {
        check_parts(&options, purpose)?;
    }
    check_sandbox(&options)?;
    Ok(options)
}

/// The error for options that are not an object.
#[must_use]
pub fn not_an_object() -> Error {
    Error::new(ErrorCode::InvalidOptions, "The options must be an object.")
}

/// Checks that the parts of the dialog's URL are present.
fn check_parts<S>(options: &Options<S>, purpose: Purpose) -> Result<(), Error> {
    let missing = if purpose == Purpose::Url {
        "is required"
    } else {
        "is required, unless `url` gives the whole URL"
    };
    if !options.has(Slot::PartnerName) {
        return Err(Error::option("partnerName", missing));
    }
    match options.value(Slot::AuthorizationCode) {
        Some(Seen::Absent) | None => Err(Error::option("authorizationCode", missing)),
        Some(Seen::Text(code)) if usable_code(code).is_none() => {
            Err(Error::option("authorizationCode", "must not be blank"))
        }
        Some(Seen::Live(_)) if purpose == Purpose::Url => Err(Error::option(
            "authorizationCode",
            "must be a string here: await the code first",
        )),
        _ => Ok(()),
    }
}

/// The options that a dialog's URL already includes.
const PARTS: &[(&str, Slot)] = &[
    ("partnerName", Slot::PartnerName),
    ("authId", Slot::AuthId),
    ("serviceId", Slot::ServiceId),
    ("serviceEnvironmentId", Slot::ServiceEnvironmentId),
    ("scopes", Slot::Scopes),
    ("authorizationCode", Slot::AuthorizationCode),
];

/// Checks that `url` is allowed here, and stands alone.
fn check_url<S>(options: &Options<S>, purpose: Purpose) -> Result<(), Error> {
    if purpose == Purpose::Url {
        return Err(Error::option(
            "url",
            "is not an option of `authDialogUrl`: you already have the URL",
        ));
    }
    if purpose == Purpose::Attach && options.text(Slot::Url).is_none() {
        return Err(Error::option(
            "url",
            "must be the string or URL object that you opened",
        ));
    }
    match PARTS.iter().find(|(_, slot)| options.has(*slot)) {
        Some((name, _)) => Err(Error::option(
            name,
            "cannot be combined with `url`, which includes it",
        )),
        None => Ok(()),
    }
}

/// A sandbox must allow what the dialog needs: without `allow-same-origin` its
/// messages come from the origin `null`, and without `allow-popups` the
/// provider's window is blocked.
fn check_sandbox<S>(options: &Options<S>) -> Result<(), Error> {
    let Some(sandbox) = options.text(Slot::FrameSandbox) else {
        return Ok(());
    };
    for token in &["allow-scripts", "allow-same-origin", "allow-popups"] {
        if !sandbox
            .split_ascii_whitespace()
            .any(|given| given.eq_ignore_ascii_case(token))
        {
            return Err(Error::option(
                "frame.sandbox",
                &["must contain `", token, "`: the dialog needs it"].concat(),
            ));
        }
    }
    Ok(())
}

fn read_group<S: Source>(
    source: &S,
    prefix: &'static str,
    fields: &'static [Field],
    purpose: Purpose,
    options: &mut Options<S>,
) -> Result<(), Error> {
    let names = source.names();
    for name in &names {
        let known = fields.iter().find(|field| field.name == name);
        let problem = match known {
            None => "is not an option: check the spelling",
            Some(field) if purpose == Purpose::Attach && !field.attach => {
                "is not an option of `attachAuthDialog`"
            }
            Some(_) => continue,
        };
        // `undefined` means absent.
        if known.is_none() || !matches!(source.get(name, 0), Seen::Absent) {
            return Err(Error::option(&path(prefix, name), problem));
        }
    }
    // What is not there is not asked for: each name is a call of the browser.
    let is_given = |field: &&Field| names.iter().any(|name| name == field.name);
    for field in fields.iter().filter(is_given) {
        let max = match field.kind {
            Kind::Id => MAX_ID,
            Kind::Url => MAX_URL,
            _ => MAX_TEXT,
        };
        let mut seen = source.get(field.name, max);
        match (field.kind, &seen) {
            (_, Seen::Absent) => continue,
            (Kind::Group(fields), Seen::Live(group)) if group.is(Live::Object) => {
                read_group(group, field.name, fields, purpose, options)?;
                continue;
            }
            (Kind::Texts, Seen::Live(array)) if array.is(Live::Array) => seen = read_texts(array),
            _ => {}
        }
        if !fits(field.kind, &seen) {
            let path = path(prefix, field.name);
            return Err(Error::option(&path, &problem(field.kind, &seen)));
        }
        if let Some(place) = options.values.get_mut(field.slot as usize) {
            *place = seen;
        }
    }
    Ok(())
}

fn path(prefix: &str, name: &str) -> String {
    if prefix.is_empty() {
        name.to_owned()
    } else {
        [prefix, ".", name].concat()
    }
}

fn read_texts<S: Source>(array: &S) -> Seen<S> {
    // Before its names are read: an array may claim 2³² − 1 entries.
    if !matches!(array.get("length", 0), Seen::Number(length) if length <= MAX_LIST) {
        return Seen::Unusable;
    }
    let mut texts = Vec::new();
    for index in &array.names() {
        match array.get(index, MAX_ID) {
            Seen::Text(text) if !text.is_empty() => texts.push(text),
            _ => return Seen::Unusable,
        }
    }
    Seen::Texts(texts)
}
