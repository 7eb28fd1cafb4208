//! What a session makes of messages. Imports the session's own parts.
//!
//! No message of the dialog is dropped in silence while `result` is pending,
//! but a second close and what it says from elsewhere after a close.

use super::{reasons, Effect, Moment, Phase, Session, State, MAX_ANSWERS, MAX_STRANGERS};
use crate::core::event::{AuthResult, By, Event};
use crate::core::message::AuthMessage;

impl Session {
    /// Open or closing.
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
                let result = AuthResult::new(self.target.as_ref(), auth_id, auth_type);
                self.settled = Some(State::Finished);
                self.hide(out);
                out.push(Effect::Finish(result));
                self.release(out);
            }
            AuthMessage::Malformed { .. } => self.fail(reasons::malformed(), out),
            AuthMessage::Close => self.close(at, By::Dialog, false, out),
            AuthMessage::Error { message, cut } => {
                let text = message.map(|text| self.secrets.clean(&text, cut));
                let error = reasons::reported(text.as_deref());
                if self.plan.close_on_error {
                    self.fail(error, out);
                } else {
                    out.push(Effect::EmitError(error));
                }
            }
            AuthMessage::AccountIdRequest => {
                let answers = self.plan.answers && main && self.answers < MAX_ANSWERS;
                if answers && matches!(self.phase, Phase::Open) {
                    self.answers += 1;
                    out.push(Effect::Answer);
                } else {
                    self.pass_on("tray.authpopup.accountIdRequest", out);
                }
            }
            AuthMessage::Unknown { name } => self.pass_on(&name, out),
        }
    }

    fn pass_on(&self, name: &str, out: &mut Vec<Effect>) {
        out.push(Effect::Emit(Event::Message {
            name: self.secrets.clean(name, false),
        }));
    }

    /// Our own window spoke from an origin that is not allowed.
    pub(super) fn hear_stranger(&mut self, origin: String, out: &mut Vec<Effect>) {
        if matches!(self.phase, Phase::Open)
            && self.strangers.len() < MAX_STRANGERS
            && !self.strangers.contains(&origin)
        {
            out.push(Effect::Emit(Event::Ignored {
                origin: self.secrets.clean(&origin, false),
            }));
            self.strangers.push(origin);
        }
    }
}
