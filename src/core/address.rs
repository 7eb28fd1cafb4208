//! Where a dialog is, once its code is there, and how one gets there from the
//! options. Imports [`super::dialog_url`] and [`super::given_url`].

use super::dialog_url::DialogRequest;
use super::error::{Error, ErrorCode};
use super::fields::Slot;
use super::given_url::{GivenUrl, MAX_URL};
use super::options::usable_code;
use super::origin::UrlParser;
use super::secrets::{wipe, Secrets, MAX_READ};
use super::target::Target;

/// The URL of one dialog, and what is known of it. It holds the code, and is
/// wiped when it is dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The origin that is opened, and that its messages come from.
    pub origin: String,
    /// The whole URL.
    pub url: String,
    /// The authorization code.
    pub code: String,
    /// The code as it stands in a URL that was given; else empty.
    pub spelling: String,
    /// What the dialog is for.
    pub target: Option<Target>,
}

impl Address {
    /// The code is to be found in no text, in no spelling.
    pub fn hide_in(&self, secrets: &mut Secrets) {
        secrets.add(&self.code);
        if !self.spelling.is_empty() {
            secrets.add(&self.spelling);
        }
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        for secret in [&mut self.url, &mut self.code, &mut self.spelling] {
            wipe(std::mem::take(secret));
        }
    }
}

/// How the dialog's URL comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is made of the options and the code.
    Made(DialogRequest),
    /// It is given as a whole.
    Given(GivenUrl),
    /// The page has opened the dialog itself.
    Attached,
}

impl Way {
    /// The option that brings the code, and its name.
    #[must_use]
    pub const fn source(&self) -> (Slot, &'static str) {
        match self {
            Self::Given(_) => (Slot::Url, "url"),
            _ => (Slot::AuthorizationCode, "authorizationCode"),
        }
    }

    /// How many UTF-16 units of what the source becomes enter the module.
    #[must_use]
    pub const fn max(&self) -> u32 {
        match self {
            Self::Given(_) => MAX_URL,
            _ => MAX_READ,
        }
    }

    /// Where the dialog is, now that the source has become `text`.
    ///
    /// # Errors
    /// `code_failed` if it is of no use.
    pub fn address<P: UrlParser>(&self, parser: &P, text: &str) -> Result<Address, Error> {
        match (self, usable_code(text)) {
            (Self::Made(request), Some(code)) => Ok(Address {
                origin: request.origin.clone(),
                url: request.url(code),
                code: code.to_owned(),
                spelling: String::new(),
                target: Some(request.target.clone()),
            }),
            (Self::Given(given), _) => given
                .address(parser, text)
                .map_err(|problem| unusable(&["`url` gave no usable URL: what it gave ", problem])),
            _ => Err(self.unusable()),
        }
    }

    /// The source became no text, or one that is too long.
    #[must_use]
    pub fn unusable(&self) -> Error {
        match self {
            Self::Given(_) => unusable(&[
                "`url` gave no usable URL: it must become a string or a URL object, of at most \
                 16,384 characters",
            ]),
            _ => unusable(&[
                "`authorizationCode` gave no usable code: it must become a string of at most \
                 4,096 characters that is not blank",
            ]),
        }
    }
}

fn unusable(problem: &[&str]) -> Error {
    let message = [&problem.concat(), ". Check what your back end answers."].concat();
    Error::new(ErrorCode::CodeFailed, &message)
}
