//! The errors that a session itself reports. Imports [`Error`].

use crate::core::error::{Error, ErrorCode};
use crate::core::event::By;

pub(super) fn aborted() -> Error {
    Error::new(
        ErrorCode::Aborted,
        "The dialog was closed because `signal` was aborted.",
    )
}

/// `stranger`: an origin whose messages from the dialog's window were ignored,
/// without secrets. Most often it is Tray's own, and `host` is wrong.
pub(super) fn closed(by: By, stranger: Option<&str>) -> Error {
    let end = match by {
        By::User => "The user closed the dialog before it finished.",
        By::Dialog => "The user left the dialog before it finished.",
        By::App => "The page closed the dialog before it finished.",
    };
    let (what, origin, hint) = match stranger {
        None => ("", "", ""),
        Some("null") => (
            " Its messages were ignored: a sandbox makes its origin `null`. Add \
             `allow-popups-to-escape-sandbox` or, in a frame, `allow-same-origin`.",
            "",
            "",
        ),
        Some(origin) => (
            " Messages from ",
            origin,
            " were ignored: if that is Tray's dialog, give it as `host`.",
        ),
    };
    Error::new(ErrorCode::Closed, &[end, what, origin, hint].concat())
}

pub(super) fn superseded() -> Error {
    Error::new(ErrorCode::Superseded, "A newer dialog replaced this one.")
}

pub(super) fn timed_out() -> Error {
    Error::new(
        ErrorCode::Timeout,
        "The dialog did not finish within `timeout`. Let the user try again.",
    )
}

/// `source`: the option that provides the code.
pub(super) fn code_timed_out(source: &str) -> Error {
    Error::new(
        ErrorCode::CodeFailed,
        &[
            "`",
            source,
            "` did not settle within `codeTimeout`. Check the request that fetches it.",
        ]
        .concat(),
    )
}

pub(super) fn never_emptied() -> Error {
    Error::new(
        ErrorCode::PopupBlocked,
        "`popup.window` could not be emptied within `codeTimeout`. Open a new window instead.",
    )
}

pub(super) fn malformed() -> Error {
    Error::new(
        ErrorCode::DialogError,
        "Tray's dialog finished without a usable `authId`. The authentication may still exist at \
         Tray: check before the user creates another.",
    )
}

/// `text`: what the dialog reported, without secrets.
pub(super) fn reported(text: Option<&str>) -> Error {
    match text {
        Some(text) => Error::new(
            ErrorCode::DialogError,
            &["Tray's dialog reported an error: ", text].concat(),
        )
        .because(text),
        None => Error::new(
            ErrorCode::DialogError,
            "Tray's dialog reported an error without a message. Let the user try again, or check the \
             authentication's settings in the solution.",
        ),
    }
}
