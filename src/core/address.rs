//! From the options to the dialog's URL, once the code has arrived. Imports
//! [`super::dialog_url`], [`super::given_url`], and what options and errors
//! are made of.

use super::dialog_url::{Address, DialogRequest};
use super::error::{Error, ErrorCode};
use super::fields::Slot;
use super::given_url::{GivenUrl, MAX_URL};
use super::origin::UrlParser;
use super::secrets::MAX_READ;
use super::texts::usable_code;

/// How the dialog's URL is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Built from the options and the code.
    Made(DialogRequest),
    /// Given as a whole, as `url`.
    Given(GivenUrl),
    /// The page has opened the dialog itself.
    Attached,
}

impl Way {
    /// The option that provides the code, and its name.
    #[must_use]
    pub const fn source(&self) -> (Slot, &'static str) {
        match self {
            Self::Given(_) => (Slot::Url, "url"),
            _ => (Slot::AuthorizationCode, "authorizationCode"),
        }
    }

    /// The maximum length of the code or URL, in UTF-16 units.
    #[must_use]
    pub const fn max(&self) -> u32 {
        match self {
            Self::Given(_) => MAX_URL,
            _ => MAX_READ,
        }
    }

    /// The dialog's address, once the source has provided `text`.
    ///
    /// # Errors
    /// `code_failed` if `text` is not usable.
    pub fn address<P: UrlParser>(&self, parser: &P, text: &str) -> Result<Address, Error> {
        match (self, usable_code(text)) {
            (Self::Made(request), Some(code)) => Ok(Address {
                origin: request.origin.clone(),
                url: request.url(code),
                code: code.to_owned().into(),
                target: Some(request.target.clone()),
            }),
            (Self::Given(given), _) => given.address(parser, text).map_err(|problem| {
                let message = [
                    "`url` gave no usable URL: it ",
                    problem,
                    ". Check what your back end returns.",
                ];
                Error::new(ErrorCode::CodeFailed, &message.concat())
            }),
            _ => Err(self.unusable()),
        }
    }

    /// The error if the source provided no text, or one that is too long.
    #[must_use]
    pub fn unusable(&self) -> Error {
        let message = match self {
            Self::Given(_) => {
                "`url` gave no usable URL: it must be a string or a URL object of at most \
                 16,384 characters. Check what your back end returns."
            }
            _ => {
                "`authorizationCode` gave no usable code: it must be a string of at most 4,096 \
                 characters, not blank. Check what your back end returns."
            }
        };
        Error::new(ErrorCode::CodeFailed, message)
    }
}
