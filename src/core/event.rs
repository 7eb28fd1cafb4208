//! What the partner is told: results and events, as they leave the module.
//! Imports `serde`.

use serde::Serialize;

use super::target::Target;

/// Who ended the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// The end user: the window's or the modal's close button, Esc, backdrop.
    User,
    /// The dialog's own `close` message.
    Dialog,
    /// The page: `close()`, navigation, removal of the frame.
    App,
}

/// A pair that Tray's `updateSolutionInstance` takes in `authValues`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthValue {
    /// The External ID of the authentication in the solution.
    pub external_id: String,
    /// The authentication.
    pub auth_id: String,
}

/// What a finished dialog gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Ready for `updateSolutionInstance`, when a solution's slot was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_value: Option<AuthValue>,
}

impl AuthResult {
    /// The result of a `finish` for `target`; `None` is a dialog that the page
    /// opened itself.
    #[must_use]
    pub fn new(target: Option<&Target>, auth_id: String, auth_type: Option<String>) -> Self {
        let slot = match target {
            Some(Target::Solution {
                solution_instance_id,
                external_auth_id,
            }) => Some((solution_instance_id, external_auth_id)),
            _ => None,
        };
        Self {
            auth_type,
            solution_instance_id: slot.map(|(instance, _)| instance.clone()),
            external_auth_id: slot.map(|(_, external)| external.clone()),
            auth_value: slot.map(|(_, external)| AuthValue {
                external_id: external.clone(),
                auth_id: auth_id.clone(),
            }),
            auth_id,
        }
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
    Stalled,
    /// A message of Tray's family that this version does not know.
    Message {
        /// The message's `type`.
        name: String,
    },
    /// Our own window spoke from an origin that is not allowed.
    Ignored {
        /// Why: always `origin`.
        reason: &'static str,
        /// The origin that spoke.
        origin: String,
    },
}
