//! Results and events, as they leave the module. Imports `serde`, `names` and
//! [`super::target`].

use serde::{Deserialize, Serialize};

use super::names::named;
use super::target::Target;

named! {
    /// Who ended the dialog.
    By {
        /// The end user: the window's or the modal's close button, Esc, backdrop.
        User = "user",
        /// The dialog's own `close` message.
        Dialog = "dialog",
        /// The page: `close()`, navigation, removal of the frame.
        App = "app",
    }
}

named! {
    /// Why a message was ignored.
    Mismatch {
        /// It came from an origin that is not allowed.
        Origin = "origin",
    }
}

/// The result of a finished dialog. Back ends read it too, because pages post
/// it to them unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthResult {
    /// The id of the authentication.
    pub auth_id: String,
    /// Its type, such as `oauth`, if Tray reported it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_type: Option<String>,
    /// As given in the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub solution_instance_id: Option<String>,
    /// As given in the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_auth_id: Option<String>,
    /// The value for Tray's `updateSolutionInstance`, if the dialog was for a
    /// slot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_value: Option<AuthValue>,
}

/// An entry of `authValues` of Tray's `updateSolutionInstance`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthValue {
    /// The External ID of the authentication in the solution.
    pub external_id: String,
    /// The authentication.
    pub auth_id: String,
}

impl AuthResult {
    /// The result of a `finish` for `target`. `None` means that the page opened
    /// the dialog itself.
    #[must_use]
    pub fn new(target: Option<&Target>, auth_id: String, auth_type: Option<String>) -> Self {
        let mut result = Self {
            auth_id,
            auth_type,
            solution_instance_id: None,
            external_auth_id: None,
            auth_value: None,
        };
        if let Some(Target::Solution {
            solution_instance_id,
            external_auth_id,
        }) = target
        {
            result.solution_instance_id = Some(solution_instance_id.clone());
            result.external_auth_id = Some(external_auth_id.clone());
            result.auth_value = Some(AuthValue {
                external_id: external_auth_id.clone(),
                auth_id: result.auth_id.clone(),
            });
        }
        result
    }
}

/// What happens to a dialog, except its result and errors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// The window or frame was opened.
    Open,
    /// It was sent to the dialog's URL (which is left out because it contains
    /// the code).
    Navigate,
    /// It was closed before it finished.
    Close {
        /// By whom.
        by: By,
    },
    /// A `finish` came after the dialog had been reported as closed.
    LateFinish(AuthResult),
    /// The frame sent no message and never had the focus for a while, or the
    /// browser reports that it was refused.
    Stalled {
        /// The cause, or the likely ones, most likely first.
        message: &'static str,
    },
    /// A message of Tray's family that this version does not know.
    Message {
        /// The message's `type`.
        name: String,
    },
    /// The dialog's window sent a message that was ignored.
    Ignored {
        /// Why.
        reason: Mismatch,
        /// The origin of the message.
        origin: String,
    },
}

/// Why a frame has stalled, for developers.
pub mod stalls {
    /// It is silent. In most browsers, a page cannot see that Tray refused it.
    pub const SILENT: &str = "Nothing happens in the frame. Likely causes: Tray has not allowed this domain to frame its \
         dialog; a wrong `host` or `region`; a slow network; a hidden frame.";
    /// The dialog's own Content-Security-Policy refused it.
    pub const ANCESTORS: &str = "Tray has not allowed this domain to frame its dialog (`frame-ancestors`): ask Tray to allow \
         it, or use a popup.";
    /// A header of the page refused it.
    pub const EMBEDDER: &str = "This page's `Cross-Origin-Embedder-Policy` blocked the dialog's frame: open it from a page \
         without that header.";
}
