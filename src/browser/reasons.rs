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
    Error::new(ErrorCode::PopupBlocked, usual_block())
}

/// `window.open` gave nothing: the usual block, or a window without a handle.
pub fn no_handle() -> Error {
    Error::new(
        ErrorCode::PopupBlocked,
        &[
            usual_block(),
            " If a window opened all the same, the page was given no handle to it: a script or an \
             extension adds `noopener` to `window.open`, or this page is in an `<iframe credentialless>`.",
        ]
        .concat(),
    )
}

pub fn not_our_window() -> Error {
    Error::new(
        ErrorCode::PopupBlocked,
        "`window.open` did not give a new window of this page, so no dialog was opened in it. A script \
         or an extension has replaced `window.open`: it must return the window itself, another one for \
         each call, and leave its `opener` as it is.",
    )
}

fn usual_block() -> &'static str {
    let page = &all().page;
    if get(page, "top") == *page {
        "The browser did not open the window. Call `openAuthDialog` in the handler of a click, \
         before any `await`, once for each click, and ask the user to allow popups."
    } else {
        "The browser did not open the window. Call `openAuthDialog` in the handler of a click, \
         before any `await`. This page is in a frame: its sandbox needs `allow-popups` and \
         `allow-popups-to-escape-sandbox`, and the top page must not send \
         `Cross-Origin-Opener-Policy: same-origin`."
    }
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
