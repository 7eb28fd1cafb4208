//! The errors that only the browser layer can tell: what happened and what to
//! do. Imports [`Error`].

use super::registry::all;
use super::value::get;
use crate::core::error::{Error, ErrorCode};

pub fn not_in_browser() -> Error {
    Error::new(
        ErrorCode::NotInBrowser,
        "There is no document here: a dialog can only be opened in a web page. On a server use \
         `authDialogUrl`.",
    )
}

pub fn no_window() -> Error {
    Error::new(
        ErrorCode::InvalidOptions,
        "The first argument of `attachAuthDialog` must be another window that is open (`null` means \
         that the popup was blocked), or an iframe that is in this page's document.",
    )
}

pub fn no_place() -> Error {
    Error::new(
        ErrorCode::FrameBlocked,
        "The frame could not be put into the page: open the dialog when the page's body is there. A \
         modal needs a browser with `<dialog>` and constructable style sheets; use a popup in others.",
    )
}

/// `source`: the option that the code comes from.
pub fn code_rejected(source: &str) -> Error {
    Error::new(
        ErrorCode::CodeFailed,
        &[
            "`",
            source,
            "` failed; `cause` says why. Check the request that fetches it.",
        ]
        .concat(),
    )
}

/// `source`: the option that the code comes from.
pub fn spent(source: &str) -> Error {
    Error::new(
        ErrorCode::CodeFailed,
        &[
            "The authorization code of `",
            source,
            "` was used before, and a code serves once. Give `",
            source,
            "` as a function that fetches a new one.",
        ]
        .concat(),
    )
}

pub fn blocked() -> Error {
    let page = &all().page;
    Error::new(
        ErrorCode::PopupBlocked,
        if get(page, "top") == *page {
            "The browser did not open the window. Call `openAuthDialog` in the handler of a click, \
             before any `await`, once for each click, and ask the user to allow popups."
        } else {
            "The browser did not open the window. Call `openAuthDialog` in the handler of a click, \
             before any `await`. This page is in a frame: its sandbox needs `allow-popups` and \
             `allow-popups-to-escape-sandbox`, and the top page must not send \
             `Cross-Origin-Opener-Policy: same-origin`."
        },
    )
}

/// The page's own policy refused the frame of `origin`.
pub fn frame_refused(origin: &str, directive: &str) -> Error {
    Error::new(
        ErrorCode::FrameBlocked,
        &[
            "This page's Content-Security-Policy refused the dialog's frame: add ",
            origin,
            " to `",
            directive,
            "`.",
        ]
        .concat(),
    )
}
