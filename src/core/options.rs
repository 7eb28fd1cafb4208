//! What the partner asks for, validated. Imports [`super::fields`] and the
//! small types that options become.
//!
//! One reader walks the table of `fields.rs` over a port to the options
//! object, so that the same rules run natively and in the browser.

use super::dialog_url::DialogRequest;
use super::error::{Error, ErrorCode};
use super::fields::{Field, Kind, Live, Slot, OPTIONS, SLOTS};
use super::origin::{parse_origin, UrlParser};
use super::target::decide;

/// How many UTF-16 units a text may have.
const MAX_TEXT: u32 = 4_096;
/// How many UTF-16 units an id may have.
const MAX_ID: u32 = 1_024;
/// The longest time that a browser's timer takes, ms.
const MAX_TIME: f64 = 2_147_483_647.0;

/// A value of the options object, read without trusting it.
#[derive(Clone, Debug)]
pub enum Seen<S> {
    /// `undefined`, or not there.
    Absent,
    /// A boolean.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// A string longer than was asked for.
    TooLong,
    /// A list of strings, once it has been read.
    Texts(Vec<String>),
    /// An object or a function.
    Live(S),
    /// `null`, a symbol, a BigInt, or a getter that threw.
    Unusable,
}

/// The port to an options object.
pub trait Source: Sized {
    /// Reads `name`; a string of more than `max` UTF-16 units stays outside.
    fn get(&self, name: &str, max: u32) -> Seen<Self>;
    /// The object's own names.
    fn names(&self) -> Vec<String>;
    /// Whether this is a live object of the kind.
    fn is(&self, live: Live) -> bool;
}

/// For which function the options are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// `openAuthDialog`.
    Open,
    /// `attachAuthDialog`.
    Attach,
    /// `authDialogUrl`.
    Url,
}

/// Options of which each value is of its kind.
#[derive(Debug)]
pub struct Options<S> {
    values: Vec<Seen<S>>,
}

impl<S> Options<S> {
    fn value(&self, slot: Slot) -> Option<&Seen<S>> {
        self.values.get(slot as usize)
    }

    /// The text at `slot`.
    #[must_use]
    pub fn text(&self, slot: Slot) -> Option<&str> {
        match self.value(slot) {
            Some(Seen::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The list at `slot`.
    #[must_use]
    pub fn texts(&self, slot: Slot) -> Option<&[String]> {
        match self.value(slot) {
            Some(Seen::Texts(list)) => Some(list),
            _ => None,
        }
    }

    /// The number at `slot`.
    #[must_use]
    pub fn number(&self, slot: Slot) -> Option<f64> {
        match self.value(slot) {
            Some(Seen::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The flag at `slot`.
    #[must_use]
    pub fn flag(&self, slot: Slot, default: bool) -> bool {
        match self.value(slot) {
            Some(Seen::Flag(flag)) => *flag,
            _ => default,
        }
    }

    /// The live object at `slot`.
    #[must_use]
    pub fn live(&self, slot: Slot) -> Option<&S> {
        match self.value(slot) {
            Some(Seen::Live(live)) => Some(live),
            _ => None,
        }
    }

    /// Takes the text at `slot` out: nothing of it stays here.
    pub fn take_text(&mut self, slot: Slot) -> Option<String> {
        let value = self.values.get_mut(slot as usize)?;
        let Seen::Text(text) = value else { return None };
        let text = std::mem::take(text);
        *value = Seen::Absent;
        Some(text)
    }

    /// The origin that the options name.
    ///
    /// # Errors
    /// `invalid_options` for `host`.
    pub fn origin<P: UrlParser>(&self, parser: &P) -> Result<String, Error> {
        match (self.text(Slot::Host), self.text(Slot::Region)) {
            (Some(_), Some(_)) => Err(Error::option(
                "host",
                "can not be combined with `region`: a host already is in a region",
            )),
            (Some(host), None) => parse_origin(parser, "host", host),
            (None, region) => Ok(match region {
                Some("eu") => "https://embedded.eu1.tray.io",
                Some("apac") => "https://embedded.ap1.tray.io",
                _ => "https://embedded.tray.io",
            }
            .to_owned()),
        }
    }

    /// Every origin that messages may come from; the first is [`Self::origin`].
    ///
    /// # Errors
    /// `invalid_options` for `host` or `extraOrigins`.
    pub fn origins<P: UrlParser>(&self, parser: &P) -> Result<Vec<String>, Error> {
        let mut origins = vec![self.origin(parser)?];
        for extra in self.texts(Slot::ExtraOrigins).unwrap_or_default() {
            origins.push(parse_origin(parser, "extraOrigins", extra)?);
        }
        Ok(origins)
    }

    /// What the dialog's URL is made of, but for the code.
    ///
    /// # Errors
    /// `invalid_options` for whatever the URL can not be made of.
    pub fn request(&self, origin: String) -> Result<DialogRequest, Error> {
        let target = decide(&|slot| self.text(slot), self.texts(Slot::Scopes))?;
        Ok(DialogRequest {
            origin,
            partner_name: self.text(Slot::PartnerName).unwrap_or_default().to_owned(),
            target,
            skip_title_field: self.flag(Slot::SkipTitleField, false),
            skip_auth_settings: self.flag(Slot::SkipAuthSettings, false),
        })
    }
}

/// Reads and checks every option.
///
/// # Errors
/// `invalid_options`, naming the option, for a value of the wrong kind, an
/// unknown name, or a required option that is missing.
pub fn read<S: Source>(source: &S, purpose: Purpose) -> Result<Options<S>, Error> {
    let mut options = Options {
        values: (0..SLOTS).map(|_| Seen::Absent).collect(),
    };
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

/// The code without white space round it, if anything is left.
#[must_use]
pub fn usable_code(code: &str) -> Option<&str> {
    let code = code.trim();
    (!code.is_empty()).then_some(code)
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

/// Whether what was seen is of the kind.
fn fits<S: Source>(kind: Kind, seen: &Seen<S>) -> bool {
    match (kind, seen) {
        (Kind::Id, Seen::Text(text)) => is_id(text),
        (Kind::Text, Seen::Text(text)) => !text.is_empty(),
        (Kind::OneOf(choices), Seen::Text(text)) => choices.contains(&text.as_str()),
        (Kind::Display, Seen::Text(text)) => text == "popup" || text == "modal",
        (Kind::Time(min), Seen::Number(ms)) => *ms >= min && *ms <= MAX_TIME,
        (Kind::Pixels, Seen::Number(px)) => (100.0..=10_000.0).contains(px),
        (Kind::Live(live), Seen::Live(value)) => value.is(live),
        (Kind::Display, Seen::Live(value)) => value.is(Live::Element),
        (Kind::Code, Seen::Live(value)) => value.is(Live::Function) || value.is(Live::Thenable),
        (Kind::Code, Seen::Text(_))
        | (Kind::Flag, Seen::Flag(_))
        | (Kind::Texts, Seen::Texts(_)) => true,
        _ => false,
    }
}

/// What is wrong with what was seen.
fn problem<S>(kind: Kind, seen: &Seen<S>) -> String {
    if let Seen::TooLong = seen {
        return "is too long: an id has at most 1,024, a text 4,096 characters".to_owned();
    }
    let mut problem = expectation(kind).to_owned();
    if let Kind::OneOf(choices) = kind {
        for (index, choice) in choices.iter().enumerate() {
            problem.push_str(if index == 0 { "'" } else { ", '" });
            problem.push_str(choice);
            problem.push('\'');
        }
    }
    problem
}

fn expectation(kind: Kind) -> &'static str {
    match kind {
        Kind::Id => {
            "must be a string without white space round it and without control characters, and \
             not empty, \".\" or \"..\""
        }
        Kind::Text => "must be a string that is not empty",
        Kind::Texts => "must be an array of strings that are not empty",
        Kind::OneOf(_) => "must be one of ",
        Kind::Flag => "must be true or false",
        Kind::Time(min) if min > 0.0 => {
            "must be a number of milliseconds from 1 to 2147483647; leave it out for the default"
        }
        Kind::Time(_) => "must be a number of milliseconds from 0 to 2147483647",
        Kind::Pixels => "must be a number of CSS pixels from 100 to 10000",
        Kind::Live(Live::Window) => {
            "must be an open window that this page itself opened with `window.open`"
        }
        Kind::Live(Live::Signal) => "must be an AbortSignal",
        Kind::Live(_) => "must be a function",
        Kind::Code => {
            "must be a string, a promise of a string, or a function that returns one of them"
        }
        Kind::Display => "must be 'popup', 'modal' or an Element that is in this page's document",
        Kind::Group(_) => "must be an object",
    }
}

/// An id becomes a segment of the URL's path, which must neither vanish nor
/// climb. U+FFFD is what an unpaired surrogate turns into.
fn is_id(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
        && text.trim().len() == text.len()
        && !text.contains(|c: char| c.is_control() || c == '\u{fffd}')
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

/// The options are not an object at all.
#[must_use]
pub fn not_an_object() -> Error {
    Error::new(
        ErrorCode::InvalidOptions,
        "The options must be an object: see the documentation of `openAuthDialog`.",
    )
}
