//! How a session handles messages. Imports the session's own parts.
//!
//! While `result` is pending, no message of the dialog is dropped silently,
//! except a second close, and messages from another origin after a close.

use super::io::{Effect, Input, Moment};
use super::reasons;
use super::state::{MAX_ANSWERS, MAX_STRANGERS, Phase, Session, State};
use crate::core::event::{AuthResult, By, Event, Mismatch};
use crate::core::message::AuthMessage;
use crate::core::secrets::Secret;

impl Session {
    /// Handles a message while open or closing.
    pub(super) fn hear(
        &mut self,
        at: Moment,
        message: AuthMessage,
        main: bool,
        out: &mut Vec<Effect>,
    ) {
        self.spoke = true;
        self.stalls_at = f64::INFINITY;
        match message {
            AuthMessage::Finish { auth_id, auth_type } => {
                let result = self.result(auth_id, auth_type);
                self.settled = Some(State::Finished);
                self.hide(out);
                out.push(Effect::Finish(result));
                self.release(out);
            }
            AuthMessage::Malformed { .. } => self.fail(reasons::malformed(), out),
            AuthMessage::Close => self.close(at, By::Dialog, false, out),
            AuthMessage::Error { message, cut } => {
                let text = message.map(|text| self.secrets.clean(&Secret::from(text), cut));
                let error = reasons::reported(text.as_deref());
                if self.plan.close_on_error {
                    self.fail(error, out);
                } else {
                    out.push(Effect::EmitError(error));
                }
            }
            AuthMessage::AccountIdRequest => {
                let may_answer = self.plan.answers && main && self.answered < MAX_ANSWERS;
                if may_answer && matches!(self.phase, Phase::Open) {
                    self.answered += 1;
                    out.push(Effect::Answer);
                } else {
                    self.pass_on("tray.authpopup.accountIdRequest", out);
                }
            }
            AuthMessage::Unknown { name } => self.pass_on(&Secret::from(name), out),
        }
    }

    /// Settled as closed; one finish is still reported.
    pub(super) fn watch(&mut self, at: Moment, until: f64, input: Input, out: &mut Vec<Effect>) {
        match input {
            Input::Message {
                message: AuthMessage::Finish { auth_id, auth_type },
                ..
            } => {
                let result = self.result(auth_id, auth_type);
                out.push(Effect::Emit(Event::LateFinish(result)));
                self.release(out);
            }
            Input::Supersede | Input::PageHide | Input::FrameGone => self.release(out),
            Input::Tick if at.time >= until => self.release(out),
            _ => {}
        }
    }

    /// The id is passed on unchanged, because the page needs it.
    pub(super) fn result(&self, auth_id: String, auth_type: Option<String>) -> AuthResult {
        let auth_type = auth_type.map(|kind| self.secrets.redact(&Secret::from(kind), false));
        AuthResult::new(self.target.as_ref(), auth_id, auth_type)
    }

    fn pass_on(&self, name: &str, out: &mut Vec<Effect>) {
        out.push(Effect::Emit(Event::Message {
            name: self.secrets.clean(name, false),
        }));
    }

    /// The dialog's window sent a message from an origin that is not allowed.
    pub(super) fn hear_stranger(&mut self, origin: String, out: &mut Vec<Effect>) {
        if !matches!(self.phase, Phase::Open) || self.strangers.len() >= MAX_STRANGERS {
            return;
        }
        let origin = self.secrets.clean(&Secret::from(origin), false);
        if !self.strangers.contains(&origin) {
            self.strangers.push(origin.clone());
            out.push(Effect::Emit(Event::Ignored {
                reason: Mismatch::Origin,
                origin,
            }));
        }
    }
}
