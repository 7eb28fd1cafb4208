//! The messages of Tray's dialog, parsed from `event.data`, and the answer to
//! it. Imports `serde`, and [`super::secrets`] for the lengths.
//!
//! It decides nothing about trust: `dom/inbox.rs` checks the sender before the
//! data is read. Source of the names: Tray's documentation "Auth-only dialog",
//! and, for `cancel`, `accountIdRequest`, the lower-case `error` and the field
//! `err`, the public code of integrations.

use serde::Serialize;

use super::secrets::{MAX_READ, shorten};

/// How many UTF-16 units the `type` of a message may have.
pub const MAX_TYPE: u32 = 128;

/// How many UTF-16 units an id may have.
pub const MAX_ID: u32 = 1_024;

/// A field of a message, read without trusting it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Not a string, or not there, or its getter threw.
    None,
    /// The whole string.
    Whole(String),
    /// The first part of a string that is longer than allowed.
    Cut(String),
}

/// The port over `event.data`. Reading must never throw or panic, for any data.
pub trait Data: Sized {
    /// The string at `field`, at most `max` UTF-16 units of it.
    fn text(&self, field: &str, max: u32) -> Text;
    /// The object at `field`.
    fn object(&self, field: &str) -> Option<Self>;
}

/// A message of the dialog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AuthMessage {
    /// `tray.authpopup.finish`: the authentication exists.
    Finish {
        /// The id of the authentication.
        auth_id: String,
        /// Its type, such as `oauth`.
        #[serde(skip_serializing_if = "Option::is_none")]
        auth_type: Option<String>,
    },
    /// A `finish` that cannot be used.
    Malformed {
        /// The message's own `type`.
        name: String,
        /// The field that is missing or wrong.
        field: &'static str,
    },
    /// `tray.authpopup.close` or `.cancel`: the user left.
    Close,
    /// `tray.authPopup.error`.
    Error {
        /// Tray's text, if it gave one.
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Whether `message` is only the beginning of Tray's text.
        #[serde(skip)]
        cut: bool,
    },
    /// `tray.authpopup.accountIdRequest`: the dialog wants the account id.
    AccountIdRequest,
    /// Another message of the same family, which is passed on.
    Unknown {
        /// The message's own `type`.
        name: String,
    },
}

/// The event's name in `kind`, if it is a message of the auth dialog. Only the
/// family name may differ in case (`authpopup`, `authPopup`).
fn event_name(kind: &str) -> Option<&str> {
    let (family, name) = kind
        .strip_prefix("tray.")?
        .split_at_checked("authpopup".len())?;
    let name = name.strip_prefix('.')?;
    (family.eq_ignore_ascii_case("authpopup") && !name.is_empty()).then_some(name)
}

/// Parses a message; `None` for everything that is not the auth dialog's.
pub fn parse<D: Data>(data: &D) -> Option<AuthMessage> {
    let Text::Whole(kind) = data.text("type", MAX_TYPE) else {
        return None;
    };
    Some(match event_name(&kind)? {
        "finish" => match data.text("authId", MAX_ID) {
            Text::Whole(auth_id) if !auth_id.is_empty() => AuthMessage::Finish {
                auth_id,
                auth_type: match data.text("authType", MAX_ID) {
                    Text::Whole(auth_type) if !auth_type.is_empty() => Some(auth_type),
                    _ => None,
                },
            },
            _ => AuthMessage::Malformed {
                name: kind,
                field: "authId",
            },
        },
        "close" | "cancel" => AuthMessage::Close,
        "error" => match error_text(data) {
            Some((message, cut)) => AuthMessage::Error {
                message: Some(message),
                cut,
            },
            None => AuthMessage::Error {
                message: None,
                cut: false,
            },
        },
        "accountIdRequest" => AuthMessage::AccountIdRequest,
        _ => AuthMessage::Unknown { name: kind },
    })
}

/// The newer field `error` before the older `err`; each a string, or an
/// object with a `message`.
fn error_text<D: Data>(data: &D) -> Option<(String, bool)> {
    ["error", "err"].iter().find_map(|field| {
        usable(data.text(field, MAX_READ))
            .or_else(|| usable(data.object(field)?.text("message", MAX_READ)))
    })
}

fn usable(text: Text) -> Option<(String, bool)> {
    match text {
        Text::Whole(text) if !text.is_empty() => Some((text, false)),
        Text::Cut(text) => Some((text, true)),
        _ => None,
    }
}

impl AuthMessage {
    /// The message with its text cut to 1,000 characters, for
    /// `parseAuthMessage`, which has no secrets to replace.
    #[must_use]
    pub fn shortened(mut self) -> Self {
        if let Self::Error {
            message: Some(text),
            ..
        } = &mut self
        {
            shorten(text);
        }
        self
    }
}

/// The answer to [`AuthMessage::AccountIdRequest`].
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "type", rename = "tray.authpopup.accountIdRequest")]
pub struct AccountId<'a> {
    /// The account id.
    pub data: &'a str,
}
