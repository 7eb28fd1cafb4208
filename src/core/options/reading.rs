//! Reads and checks an options object by the table. Imports the table and the
//! kinds.

use super::kinds::{fits, problem};
use super::{usable_code, Options, Purpose, Seen, Source};
use crate::core::error::Error;
use crate::core::fields::{Field, Kind, Live, Slot, OPTIONS, SLOTS};

/// How many UTF-16 units a text may have.
const MAX_TEXT: u32 = 4_096;
/// How many UTF-16 units an id may have.
const MAX_ID: u32 = 1_024;

/// Reads and checks every option.
///
/// # Errors
/// `invalid_options`, naming the option, for a value of the wrong kind, an
/// unknown name, or a required option that is missing.
pub fn read<S: Source>(source: &S, purpose: Purpose) -> Result<Options<S>, Error> {
    let mut options = Options { values: Vec::new() };
    options.values.resize_with(SLOTS, || Seen::Absent);
    read_group(source, "", OPTIONS, purpose, &mut options)?;
    if purpose != Purpose::Attach {
        if options.text(Slot::PartnerName).is_none() {
            return Err(Error::option("partnerName", "is required"));
        }
        match options.value(Slot::AuthorizationCode) {
            Some(Seen::Absent) | None => {
                return Err(Error::option("authorizationCode", "is required"));
            }
            Some(Seen::Text(code)) if usable_code(code).is_none() => {
                return Err(Error::option("authorizationCode", "must not be blank"));
            }
            Some(Seen::Live(_)) if purpose == Purpose::Url => {
                return Err(Error::option(
                    "authorizationCode",
                    "must be a string for `authDialogUrl`: wait for the code first",
                ));
            }
            _ => {}
        }
    }
    check_sandbox(&options)?;
    Ok(options)
}

/// A sandbox must leave the dialog what it lives on: without
/// `allow-same-origin` its messages come from the origin `null`, without
/// `allow-popups` the provider's window is blocked.
fn check_sandbox<S>(options: &Options<S>) -> Result<(), Error> {
    let Some(sandbox) = options.text(Slot::FrameSandbox) else {
        return Ok(());
    };
    for token in ["allow-scripts", "allow-same-origin", "allow-popups"] {
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
    for name in source.names() {
        let known = fields.iter().find(|field| field.name == name);
        let problem = match known {
            None => "is not an option: look for a spelling mistake",
            Some(field) if purpose == Purpose::Attach && !field.attach => {
                "is not an option of `attachAuthDialog`"
            }
            Some(_) => continue,
        };
        // `undefined` means absent.
        if known.is_none() || !matches!(source.get(&name, 0), Seen::Absent) {
            return Err(Error::option(&path(prefix, &name), problem));
        }
    }
    for field in fields {
        let max = match field.kind {
            Kind::Id => MAX_ID,
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
    let mut texts = Vec::new();
    for index in array.names() {
        match array.get(&index, MAX_ID) {
            Seen::Text(text) if !text.is_empty() => texts.push(text),
            _ => return Seen::Unusable,
        }
    }
    Seen::Texts(texts)
}
