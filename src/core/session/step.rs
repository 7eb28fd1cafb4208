//! One step of a session, and its first one. Imports the session's own parts.

use super::io::{Effect, Input, Moment};
use super::reasons;
use super::state::{Phase, Session};
use crate::core::event::{By, Event};

impl Session {
    /// Handles one input and returns the effects, in order.
    pub fn step(&mut self, at: Moment, input: Input) -> Vec<Effect> {
        let mut out = Vec::new();
        match self.phase {
            Phase::New => self.begin(at, input, &mut out),
            Phase::Opening { .. } | Phase::Open | Phase::Closing { .. } => {
                self.live(at, input, &mut out);
            }
            Phase::Watching { until } => self.watch(at, until, input, &mut out),
            Phase::Over => {}
        }
        out
    }

    fn begin(&mut self, at: Moment, input: Input, out: &mut Vec<Effect>) {
        match input {
            Input::Opened => {
                self.ends_at = at.time + self.plan.timeout;
                out.push(Effect::Emit(Event::Open));
                if self.plan.attached {
                    self.phase = Phase::Open;
                    self.navigated_at = at.time;
                } else {
                    self.phase = Phase::Opening {
                        code_by: at.time + self.plan.code_timeout,
                    };
                }
            }
            Input::Refused(error) | Input::CodeFailed(error) => self.fail_as_it_is(error, out),
            Input::Abort => self.fail_as_it_is(reasons::aborted(), out),
            Input::Supersede => self.fail_as_it_is(reasons::superseded(), out),
            Input::PageHide => self.end_closed(By::App, out),
            Input::Close(by) => self.end_closed(by, out),
            _ => {}
        }
    }
}
