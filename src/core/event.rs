//! What the partner is told: results and events, as they leave the module.
//! Imports [`super::record`] and [`super::target`].

use super::record::Record;
use super::target::Target;

/// Who ended the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The end user: the window's or the modal's close button, Esc, backdrop.
    User,
    /// The dialog's own `close` message.
    Dialog,
    /// The page: `close()`, navigation, removal of the frame.
    App,
}

/// What a finished dialog gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthResult {
    /// The id of the authentication.
    pub auth_id: String,
    /// Its kind, such as `oauth`, if Tray said it.
    pub auth_type: Option<String>,
    /// As given in the options.
    pub solution_instance_id: Option<String>,
    /// As given in the options.
    pub external_auth_id: Option<String>,
}

impl By {
    /// As JavaScript sees it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Dialog => "dialog",
            Self::App => "app",
        }
    }
}

impl AuthResult {
    /// The External ID and the authentication, as a pair for `authValues` of
    /// Tray's `updateSolutionInstance`, when a solution's slot was asked for.
    #[must_use]
    pub fn auth_value(&self) -> Option<(&str, &str)> {
        Some((self.external_auth_id.as_deref()?, &self.auth_id))
    }
}

impl Record for AuthResult {
    fn fields(&self, put: &mut dyn FnMut(&'static str, &str)) {
        put("authId", &self.auth_id);
        for (name, value) in [
            ("authType", &self.auth_type),
            ("solutionInstanceId", &self.solution_instance_id),
            ("externalAuthId", &self.external_auth_id),
        ] {
            if let Some(value) = value {
                put(name, value);
            }
        }
    }
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
            auth_id,
        }
    }
}

/// What happens to a dialog, apart from its result and its errors.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        /// The origin that spoke.
        origin: String,
    },
}

impl Record for Event {
    fn fields(&self, put: &mut dyn FnMut(&'static str, &str)) {
        let kind = match self {
            Self::Open => "open",
            Self::Navigate => "navigate",
            Self::Close { .. } => "close",
            Self::LateFinish(_) => "late-finish",
            Self::Stalled => "stalled",
            Self::Message { .. } => "message",
            Self::Ignored { .. } => "ignored",
        };
        put("type", kind);
        match self {
            Self::Close { by } => put("by", by.as_str()),
            Self::LateFinish(result) => result.fields(put),
            Self::Message { name } => put("name", name),
            Self::Ignored { origin } => {
                put("reason", "origin");
                put("origin", origin);
            }
            Self::Open | Self::Navigate | Self::Stalled => {}
        }
    }
}
