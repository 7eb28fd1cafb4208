//! How a session ends: the grace period, the settlement, the release. Imports
//! the session's own parts.

use super::io::{Effect, Moment};
use super::plan::Surface;
use super::reasons;
use super::state::{PROBE_LIMIT, Phase, Probe, Session, State, WATCH};
use crate::core::error::{Error, ErrorCode};
use crate::core::event::{By, Event};
use crate::core::evidence::{Evidence, header_decides};
use crate::core::secrets::Secrets;

impl Session {
    /// Who closed it, if neither the user nor the dialog said so.
    pub(super) fn closer(&self) -> By {
        match self.phase {
            Phase::Closing { by, .. } => by,
            _ => By::App,
        }
    }

    /// Hides it, unless that was already done when it began to close.
    pub(super) fn hide(&self, out: &mut Vec<Effect>) {
        if !matches!(self.phase, Phase::Closing { .. }) {
            out.push(Effect::Hide);
        }
    }

    pub(super) fn close(&mut self, at: Moment, by: By, window_says: bool, out: &mut Vec<Effect>) {
        match self.phase {
            Phase::Opening { .. } => {
                // Nothing is loaded that could still finish.
                self.hide(out);
                self.end_closed(by, out);
            }
            Phase::Open => {
                self.hide(out);
                self.phase = Phase::Closing {
                    by,
                    until: at.time + self.plan.close_grace,
                };
                if window_says {
                    self.closed_after = at.time - self.navigated_at;
                    if header_decides(self.closed_after, self.has_focus_back(at.focused)) {
                        self.probe = Probe::Asked {
                            until: at.time + PROBE_LIMIT,
                        };
                        out.push(Effect::Probe);
                    }
                }
            }
            _ => {}
        }
    }

    /// Ends the grace period that lasts until `until`, once it is over and the
    /// evidence is complete.
    pub(super) fn conclude(&mut self, at: Moment, by: By, until: f64, out: &mut Vec<Effect>) {
        let own_header = match self.probe {
            Probe::Asked { until } if at.time < until => return,
            Probe::Answered(cut) => cut,
            _ => None,
        };
        if at.time < until {
            return;
        }
        let evidence = Evidence {
            own_header,
            after: self.closed_after,
            focus_left: self.focus_left,
            focus_back: at.focused,
            spoke: self.spoke,
        };
        if self.probe != Probe::NotAsked && evidence.severed() {
            self.fail(
                Error::new(ErrorCode::OpenerSevered, evidence.message()),
                out,
            );
        } else if self.plan.surface == Surface::Window || self.plan.attached {
            self.settle_closed(by, out);
            out.push(Effect::Watch);
            self.phase = Phase::Watching {
                until: at.time + WATCH,
            };
        } else {
            // Our frame is removed, so no message can follow.
            self.end_closed(by, out);
        }
    }

    fn settle_closed(&mut self, by: By, out: &mut Vec<Effect>) {
        self.settled = Some(State::Failed);
        out.push(Effect::Emit(Event::Close { by }));
        let stranger = self.strangers.last().map(String::as_str);
        out.push(Effect::Fail(reasons::closed(by, stranger)));
    }

    /// Settles as closed with nothing left to wait for.
    pub(super) fn end_closed(&mut self, by: By, out: &mut Vec<Effect>) {
        self.settle_closed(by, out);
        self.release(out);
    }

    pub(super) fn supersede(&mut self, out: &mut Vec<Effect>) {
        // A window or frame that is not ours is in use by the newer dialog.
        if self.plan.ours {
            self.hide(out);
        }
        self.fail_as_it_is(reasons::superseded(), out);
    }

    pub(super) fn fail(&mut self, error: Error, out: &mut Vec<Effect>) {
        self.hide(out);
        self.fail_as_it_is(error, out);
    }

    /// Fails without hiding anything.
    pub(super) fn fail_as_it_is(&mut self, error: Error, out: &mut Vec<Effect>) {
        self.settled = Some(State::Failed);
        out.push(Effect::Fail(error));
        self.release(out);
    }

    pub(super) fn release(&mut self, out: &mut Vec<Effect>) {
        self.phase = Phase::Over;
        self.secrets = Secrets::default();
        out.push(Effect::Release);
    }
}
