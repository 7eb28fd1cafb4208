//! What the partner asks for, validated. Imports [`super::fields`] and the
//! small types that options become.
//!
//! `reading.rs` walks the table of `fields.rs` over a port to the options
//! object, and `kinds.rs` says what a value of each kind is; so the same rules
//! run natively and in the browser.

mod kinds;
mod reading;

use super::address::Way;
use super::dialog_url::DialogRequest;
use super::error::{Error, ErrorCode};
use super::fields::{Live, Slot};
use super::given_url::GivenUrl;
use super::origin::{parse_origin, UrlParser};
use super::target::decide;

pub use kinds::is_id;
pub use reading::read;

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

// Not inlined: they stand in many places, and a call is shorter.
impl<S> Options<S> {
    fn value(&self, slot: Slot) -> Option<&Seen<S>> {
        self.values.get(slot as usize)
    }

    /// Whether there is a value at `slot`.
    #[must_use]
    pub fn has(&self, slot: Slot) -> bool {
        !matches!(self.value(slot), None | Some(Seen::Absent))
    }

    /// The text at `slot`.
    #[must_use]
    #[inline(never)]
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
    #[inline(never)]
    pub fn number(&self, slot: Slot) -> Option<f64> {
        match self.value(slot) {
            Some(Seen::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The flag at `slot`.
    #[must_use]
    #[inline(never)]
    pub fn flag(&self, slot: Slot, default: bool) -> bool {
        match self.value(slot) {
            Some(Seen::Flag(flag)) => *flag,
            _ => default,
        }
    }

    /// The live object at `slot`.
    #[must_use]
    #[inline(never)]
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

    /// The origin that `host` or `region` names, if one of them is there.
    ///
    /// # Errors
    /// `invalid_options` for `host`.
    fn named_origin<P: UrlParser>(&self, parser: &P) -> Result<Option<String>, Error> {
        match (self.text(Slot::Host), self.text(Slot::Region)) {
            (Some(_), Some(_)) => Err(Error::option(
                "host",
                "can not be combined with `region`: a host already is in a region",
            )),
            (Some(host), None) => parse_origin(parser, "host", host).map(Some),
            (None, region) => Ok(region.map(|region| of_region(region).to_owned())),
        }
    }

    /// The origin of a dialog whose URL is not given.
    ///
    /// # Errors
    /// `invalid_options` for `host`.
    pub fn origin<P: UrlParser>(&self, parser: &P) -> Result<String, Error> {
        let named = self.named_origin(parser)?;
        Ok(named.unwrap_or_else(|| of_region("us").to_owned()))
    }

    /// Further origins that messages may come from.
    ///
    /// # Errors
    /// `invalid_options` for `extraOrigins`.
    pub fn extra_origins<P: UrlParser>(&self, parser: &P) -> Result<Vec<String>, Error> {
        let mut origins = Vec::new();
        for extra in self.texts(Slot::ExtraOrigins).unwrap_or_default() {
            origins.push(parse_origin(parser, "extraOrigins", extra)?);
        }
        Ok(origins)
    }

    /// How the dialog's URL comes about; and its origin, unless only a URL
    /// that is on its way can tell.
    ///
    /// # Errors
    /// `invalid_options` for whatever the URL can not be made of, or for a
    /// `url` that is none of the dialog's.
    pub fn way<P: UrlParser>(
        &self,
        parser: &P,
        purpose: Purpose,
    ) -> Result<(Way, Option<String>), Error> {
        if self.has(Slot::Url) {
            let given = self.given_url(parser)?;
            let mut origin = given.origin.clone();
            if let Some(url) = self.text(Slot::Url) {
                let address = given.address(parser, url);
                let address = address.map_err(|problem| Error::option("url", problem))?;
                origin = Some(address.origin.clone());
            }
            return Ok((Way::Given(given), origin));
        }
        let origin = self.origin(parser)?;
        let way = match purpose {
            Purpose::Attach => Way::Attached,
            _ => Way::Made(self.request(origin.clone())?),
        };
        Ok((way, Some(origin)))
    }

    fn given_url<P: UrlParser>(&self, parser: &P) -> Result<GivenUrl, Error> {
        let id = |slot| self.text(slot).map(str::to_owned);
        Ok(GivenUrl {
            origin: self.named_origin(parser)?,
            solution_instance_id: id(Slot::SolutionInstanceId),
            external_auth_id: id(Slot::ExternalAuthId),
            skip_title_field: self.flag(Slot::SkipTitleField, false),
            skip_auth_settings: self.flag(Slot::SkipAuthSettings, false),
        })
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

fn of_region(region: &str) -> &'static str {
    match region {
        "eu" => "https://embedded.eu1.tray.io",
        "apac" => "https://embedded.ap1.tray.io",
        _ => "https://embedded.tray.io",
    }
}

/// The code without white space round it, if anything is left.
#[must_use]
pub fn usable_code(code: &str) -> Option<&str> {
    let code = code.trim();
    (!code.is_empty()).then_some(code)
}

/// The options are not an object at all.
#[must_use]
pub fn not_an_object() -> Error {
    Error::new(
        ErrorCode::InvalidOptions,
        "The options must be an object: see the documentation of `openAuthDialog`.",
    )
}
