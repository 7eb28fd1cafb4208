//! Every way in which a call or a dialog can fail. Imports `serde` and `names`.

use std::ops::Deref;

use serde::Serialize;

use super::names::named;

named! {
    /// The `code` of an `AuthDialogError`.
    #[non_exhaustive]
    ErrorCode {
        /// An option is missing, unknown, of the wrong type or contradicts another.
        InvalidOptions = "invalid_options",
        /// There is no browser page here: a server, a worker.
        NotInBrowser = "not_in_browser",
        /// The page's policy or the browser does not allow WebAssembly.
        WasmBlocked = "wasm_blocked",
        /// The `/slim` entry was used before its `init`.
        NotReady = "not_ready",
        /// The browser did not open the window, or the window in the options
        /// could not be emptied.
        PopupBlocked = "popup_blocked",
        /// The authorization code did not arrive, or cannot be used.
        CodeFailed = "code_failed",
        /// The dialog was closed before it finished.
        Closed = "closed",
        /// A `Cross-Origin-Opener-Policy` header cut the connection to the window.
        OpenerSevered = "opener_severed",
        /// The page's own Content-Security-Policy blocked the frame, or there
        /// is no place for it.
        FrameBlocked = "frame_blocked",
        /// Tray's dialog reported an error, or a `finish` that cannot be used.
        DialogError = "dialog_error",
        /// `timeout` passed.
        Timeout = "timeout",
        /// `signal` was aborted.
        Aborted = "aborted",
        /// A newer dialog uses the Element or the window.
        Superseded = "superseded",
        /// The module failed: a bug in this package.
        Internal = "internal",
    }
}

/// What went wrong, for developers: what happened, which option or header is at
/// fault, and what to do. It contains no secret.
///
/// Its [`Details`] are in a box, because errors move through results, inputs
/// and effects, and the code that moves three strings is larger than the texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Error(Box<Details>);

/// The content of an [`Error`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Details {
    /// The kind of error.
    pub code: ErrorCode,
    /// What happened and what to do.
    pub message: String,
    /// The option at fault, such as `popup.width`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What Tray's dialog reported, without secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Error {
    /// An error that is not about one option.
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

    /// Adds what Tray's dialog reported, which must contain no secret.
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
