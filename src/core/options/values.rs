//! Options that have been read, and the types that they become. Imports the
//! port and these types.

use super::source::{Purpose, Seen, Source};
use crate::core::address::Way;
use crate::core::dialog_url::DialogRequest;
use crate::core::error::Error;
use crate::core::fields::{Live, Slot};
use crate::core::given_url::GivenUrl;
use crate::core::origin::{Region, UrlParser, parse_origin};
use crate::core::secrets::Secret;
use crate::core::target::decide;

/// Options whose values are all valid.
#[derive(Debug)]
pub struct Options<S> {
    pub(super) values: Vec<Seen<S>>,
}

/// Overwrites a code that was never taken.
impl<S> Drop for Options<S> {
    fn drop(&mut self) {
        drop(self.take_text(Slot::AuthorizationCode));
        drop(self.take_text(Slot::Url));
    }
}

// Not inlined: they are called in many places, and a call is smaller.
impl<S> Options<S> {
    pub(super) fn value(&self, slot: Slot) -> Option<&Seen<S>> {
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

    /// The number at `slot`, or the default.
    #[must_use]
    #[inline(never)]
    pub fn number(&self, slot: Slot, default: f64) -> f64 {
        match self.value(slot) {
            Some(Seen::Number(number)) => *number,
            _ => default,
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

    /// Whether the value at `slot` is a function.
    #[must_use]
    pub fn is_function(&self, slot: Slot) -> bool
    where
        S: Source,
    {
        self.live(slot).is_some_and(|live| live.is(Live::Function))
    }

    /// Takes the text at `slot` out, and leaves no copy.
    pub fn take_text(&mut self, slot: Slot) -> Option<Secret> {
        let value = self.values.get_mut(slot as usize)?;
        let Seen::Text(text) = value else { return None };
        let text = std::mem::take(text);
        *value = Seen::Absent;
        Some(text.into())
    }

    /// The origin that `host` or `region` names, if one of them is set.
    ///
    /// # Errors
    /// `invalid_options` for `host`.
    fn named_origin<P: UrlParser>(&self, parser: &P) -> Result<Option<String>, Error> {
        match (self.text(Slot::Host), self.text(Slot::Region)) {
            (Some(_), Some(_)) => Err(Error::option(
                "host",
                "cannot be combined with `region`: a host belongs to one region",
            )),
            (Some(host), None) => parse_origin(parser, "host", host).map(Some),
            (None, name) => {
                let named = |region: &&Region| Some(region.as_str()) == name;
                let region = Region::ALL.iter().find(named);
                Ok(region.map(|region| region.origin().to_owned()))
            }
        }
    }

    /// The origin of a dialog without `url`.
    ///
    /// # Errors
    /// `invalid_options` for `host`.
    pub fn origin<P: UrlParser>(&self, parser: &P) -> Result<String, Error> {
        let named = self.named_origin(parser)?;
        Ok(named.unwrap_or_else(|| Region::Us.origin().to_owned()))
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

    /// How the dialog's URL is made, and its origin, unless that depends on a
    /// URL that has not arrived yet.
    ///
    /// # Errors
    /// `invalid_options` for options from which no URL can be built, or for a
    /// `url` that is not the dialog's.
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

    /// Everything in the dialog's URL except the code.
    ///
    /// # Errors
    /// `invalid_options` for options from which no URL can be built.
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
