//! A session from `Opened` to its settlement: opening, open, closing. Imports
//! the session's own parts.

use super::io::{Effect, Input, Moment};
use super::plan::Surface;
use super::reasons;
use super::state::{Phase, Probe, Session};
use crate::core::dialog_url::Address;
use crate::core::event::{By, Event, stalls};

impl Session {
    pub(super) fn live(&mut self, at: Moment, input: Input, out: &mut Vec<Effect>) {
        self.focus_left |= self.plan.focused && !at.focused;
        match input {
            Input::Code(address) => self.code(at, *address, out),
            Input::CodeFailed(error) => {
                if self.waits_for_code() {
                    self.fail(error, out);
                }
            }
            Input::Emptied => {
                self.plan.ready = true;
                self.navigate(at, out);
            }
            Input::Message { message, main } => {
                // Before the navigation, only the old page of a given window
                // can send messages.
                if !matches!(self.phase, Phase::Opening { .. }) {
                    self.hear(at, message, main, out);
                }
            }
            Input::Stranger(origin) => self.hear_stranger(origin, out),
            Input::WindowClosed => self.close(at, By::User, true, out),
            Input::Close(by) => self.close(at, by, false, out),
            Input::FrameGone => {
                // Its window is dead: further messages from it have no source.
                let by = self.closer();
                self.hide(out);
                self.end_closed(by, out);
            }
            Input::FrameRefused(error) => self.fail(error, out),
            Input::FrameReported(why) => {
                if matches!(self.phase, Phase::Open) && self.stalls_at.is_finite() {
                    self.stall(why, out);
                }
            }
            Input::FrameUsed => self.stalls_at = f64::INFINITY,
            Input::HandedOver => self.release(out),
            Input::Header(cut) => {
                if let (Phase::Closing { by, until }, Probe::Asked { .. }) =
                    (self.phase, self.probe)
                {
                    self.probe = Probe::Answered(cut);
                    self.conclude(at, by, until, out);
                }
            }
            Input::Abort => self.fail(reasons::aborted(), out),
            Input::Supersede => self.supersede(out),
            Input::PageHide => {
                let by = self.closer();
                if self.plan.ours {
                    self.hide(out);
                }
                self.end_closed(by, out);
            }
            Input::Tick => self.tick(at, out),
            Input::Opened | Input::Refused(_) => {}
        }
    }

    fn waits_for_code(&self) -> bool {
        matches!(self.phase, Phase::Opening { .. }) && !self.code_here
    }

    fn code(&mut self, at: Moment, address: Address, out: &mut Vec<Effect>) {
        if self.waits_for_code() {
            self.code_here = true;
            self.secrets.add(&address.code);
            self.target = address.target;
            self.navigate(at, out);
        }
    }

    fn navigate(&mut self, at: Moment, out: &mut Vec<Effect>) {
        if let (Phase::Opening { .. }, true, true) = (self.phase, self.code_here, self.plan.ready) {
            self.phase = Phase::Open;
            self.navigated_at = at.time;
            if self.plan.surface == Surface::Frame {
                self.stalls_at = at.time + self.plan.stall_after;
            }
            out.push(Effect::Navigate);
            out.push(Effect::Emit(Event::Navigate));
        }
    }

    /// After the machine slept, several deadlines may have passed: the earliest
    /// one counts.
    fn tick(&mut self, at: Moment, out: &mut Vec<Effect>) {
        match self.phase {
            Phase::Closing { by, until } => self.conclude(at, by, until, out),
            Phase::Opening { code_by } if at.time >= code_by && code_by <= self.ends_at => {
                let error = if self.code_here {
                    reasons::never_emptied()
                } else {
                    reasons::code_timed_out(self.plan.source)
                };
                self.fail(error, out);
            }
            _ if at.time >= self.ends_at => self.fail(reasons::timed_out(), out),
            Phase::Open if at.time >= self.stalls_at => self.stall(stalls::SILENT, out),
            _ => {}
        }
    }

    fn stall(&mut self, message: &'static str, out: &mut Vec<Effect>) {
        self.stalls_at = f64::INFINITY;
        out.push(Effect::Emit(Event::Stalled { message }));
    }
}
