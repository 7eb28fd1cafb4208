//! What the partner is told: results and events, as they leave the module.
//! Imports `serde`, `names` and [`super::target`].

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
    /// Why a message was not taken for the dialog's.
    Mismatch {
        /// It came from an origin that is not allowed.
        Origin = "origin",
    }
}

/// What a finished dialog gives. A back end reads it, too: pages post it there
/// as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthResult {
    /// The id of the authentication.
    pub auth_id: String,
    /// Its kind, such as `oauth`, if Tray said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_type: Option<String>,
    /// As given in the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub solution_instance_id: Option<String>,
    /// As given in the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_auth_id: Option<String>,
    /// What Tray's `updateSolutionInstance` takes, when a solution's slot was
    /// asked for.
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
    /// The result of a `finish` for `target`; `None` is a dialog that the page
    /// opened itself.
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

/// What happens to a dialog, apart from its result and its errors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// The window or frame is there.
    Open,
    /// It was sent to the dialog's URL (which is not told: it holds the code).
    Navigate,
    /// It was closed before it finished.
    Close {
        /// By whom.
        by: By,
    },
    /// A `finish` came after the dialog had been reported as closed.
    LateFinish(AuthResult),
    /// Nothing was seen to happen in the frame for a while.
    Stalled {
        /// The likely causes, the likeliest first.
        message: &'static str,
    },
    /// A message of Tray's family that this version does not know.
    Message {
        /// The message's `type`.
        name: String,
    },
    /// Our own window spoke, and was not taken for the dialog.
    Ignored {
        /// Why.
        reason: Mismatch,
        /// The origin that spoke.
        origin: String,
    },
}

impl Event {
    /// A frame stands still. Tray's own refusal cannot be seen: this is all
    /// that a page hears of it.
    #[must_use]
    pub const fn stalled() -> Self {
        Self::Stalled {
            message: "Nothing happens in the frame. Likely causes: Tray has not allowed this \
                      domain to frame its dialog; a wrong `host` or `region`; a slow network; a \
                      hidden frame.",
        }
    }
}
