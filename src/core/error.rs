//! Every way in which a call or a dialog can go wrong. Imports `serde` and
//! `names`.

use std::ops::Deref;

use serde::Serialize;

use super::names::named;

named! {
    /// The `code` of an `AuthDialogError`.
    ErrorCode {
        /// An option is missing, unknown, of the wrong type or contradicts another.
        InvalidOptions = "invalid_options",
        /// There is no DOM here: a server, a worker.
        NotInBrowser = "not_in_browser",
        /// The page may not, or the browser can not, run WebAssembly.
        WasmBlocked = "wasm_blocked",
        /// The `/slim` entry was used before its `init`.
        NotReady = "not_ready",
        /// The browser did not open the window, or a given one was not emptied.
        PopupBlocked = "popup_blocked",
        /// The authorization code did not come, or can not be used.
        CodeFailed = "code_failed",
        /// The dialog was closed before it finished.
        Closed = "closed",
        /// A `Cross-Origin-Opener-Policy` header cut the connection to the window.
        OpenerSevered = "opener_severed",
        /// The page's own Content-Security-Policy refused the frame, or there is
        /// no place for it.
        FrameBlocked = "frame_blocked",
        /// Tray's dialog reported an error, or a `finish` that can not be used.
        DialogError = "dialog_error",
        /// `timeout` passed.
        Timeout = "timeout",
        /// `signal` was aborted.
        Aborted = "aborted",
        /// Another dialog took the Element or the window.
        Superseded = "superseded",
        /// The module failed: a defect of this package.
        Internal = "internal",
    }
}

/// What went wrong, in words for the developer who reads it: what happened,
/// which option or header is concerned, what to do. It holds no secret.
///
/// Its [`Details`] are in a box, because errors travel through results, inputs
/// and effects, and moving three words of text through each of them weighs
/// more than the texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Error(Box<Details>);

/// What an [`Error`] says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Details {
    /// The class of error.
    pub code: ErrorCode,
    /// What happened and what to do.
    pub message: String,
    /// The option concerned, such as `popup.width`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What Tray's dialog said of it, without secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Error {
    /// An error that concerns no single option.
    #[must_use]
    #[inline(never)]
    pub fn new(code: ErrorCode, message: &str) -> Self {
        Self(Box::new(Details {
            code,
            message: message.to_owned(),
            field: None,
            reason: None,
        }))
    }

    /// The same, and what Tray's dialog said of it, which holds no secret.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.0.reason = Some(reason.to_owned());
        self
    }

    /// `invalid_options` about `field`; the message begins with its name.
    #[must_use]
    #[inline(never)]
    pub fn option(field: &str, problem: &str) -> Self {
        Self(Box::new(Details {
            code: ErrorCode::InvalidOptions,
            message: ["`", field, "` ", problem].concat(),
            field: Some(field.to_owned()),
            reason: None,
        }))
    }
}

impl Deref for Error {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
