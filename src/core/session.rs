//! The life of one dialog as a state machine: `step(Moment, Input) -> Effects`.
//! Imports the rest of `core`.
//!
//! It owns no window, no timer and no clock. The browser layer feeds it what
//! happens and carries out what it answers; time and focus are inputs too. So
//! every hard case (a close against a late finish, an abort in any state, a
//! cut connection) is an order of inputs that a native test can try.
//!
//! `docs/session.md` has the table of states; `tests/native/` holds it and the
//! code together. What always holds: `step` takes any input in any state; at
//! most one of `Finish` and `Fail` is ever answered; `Release` comes exactly
//! once, and last.

mod ending;
mod hearing;
mod io;
mod live;
mod plan;
mod reasons;

pub use io::{Effect, Input, Moment};
pub use plan::{Plan, Surface};

use super::event::{By, Event};
use super::secrets::Secrets;
use super::target::Target;

/// How long the probe of the page's own header may take, ms.
pub const PROBE_LIMIT: f64 = 1_000.0;

/// How long a late finish is watched for, ms.
pub const WATCH: f64 = 60_000.0;

/// How often an account id is given to one dialog.
pub const MAX_ANSWERS: u8 = 3;

/// How many origins are reported as ignored, so that a hostile window can not
/// fill the memory.
pub const MAX_STRANGERS: usize = 16;

/// The public state of a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waiting for the code.
    Opening,
    /// The dialog is shown.
    Open,
    /// Closed; a finish may still win.
    Closing,
    /// Settled with success.
    Finished,
    /// Settled with an error.
    Failed,
}

impl State {
    /// The state as JavaScript sees it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Open => "open",
            Self::Closing => "closing",
            Self::Finished => "finished",
            Self::Failed => "failed",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    /// Nothing is open yet.
    New,
    /// Waiting for the code, or for a given window to be empty.
    Opening { code_by: f64 },
    /// Navigated.
    Open,
    /// Closed by someone; until `until` a finish still wins.
    Closing { by: By, until: f64 },
    /// Settled as closed; until `until` one finish is still reported.
    Watching { until: f64 },
    /// Released.
    Over,
}

/// Whether the page's own header is known.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Probe {
    NotAsked,
    Asked { until: f64 },
    Answered(Option<bool>),
}

/// The life of one dialog.
#[derive(Clone, Debug)]
pub struct Session {
    plan: Plan,
    phase: Phase,
    settled: Option<State>,
    secrets: Secrets,
    /// What the dialog is for, once its code is there.
    target: Option<Target>,
    code_here: bool,
    ends_at: f64,
    stalls_at: f64,
    navigated_at: f64,
    closed_after: f64,
    spoke: bool,
    focus_left: bool,
    probe: Probe,
    answers: u8,
    strangers: Vec<String>,
}

impl Session {
    /// A session of which nothing is open yet. `secrets` holds the account id.
    #[must_use]
    pub fn new(plan: Plan, secrets: Secrets) -> Self {
        Self {
            plan,
            phase: Phase::New,
            settled: None,
            secrets,
            target: None,
            code_here: false,
            ends_at: f64::INFINITY,
            stalls_at: f64::INFINITY,
            navigated_at: 0.0,
            closed_after: f64::INFINITY,
            spoke: false,
            focus_left: false,
            probe: Probe::NotAsked,
            answers: 0,
            strangers: Vec::new(),
        }
    }

    /// The public state.
    #[must_use]
    pub fn state(&self) -> State {
        match (self.settled, self.phase) {
            (Some(state), _) => state,
            (None, Phase::New | Phase::Opening { .. }) => State::Opening,
            (None, Phase::Open) => State::Open,
            (None, _) => State::Closing,
        }
    }

    /// When the session wants a [`Input::Tick`], if at all.
    #[must_use]
    pub fn wakes_at(&self) -> Option<f64> {
        let at = match self.phase {
            Phase::Opening { code_by } => code_by.min(self.ends_at),
            Phase::Open => self.stalls_at.min(self.ends_at),
            Phase::Closing { until, .. } => match self.probe {
                Probe::Asked { until: probed } => until.max(probed),
                _ => until,
            },
            Phase::Watching { until } => until,
            Phase::New | Phase::Over => f64::INFINITY,
        };
        at.is_finite().then_some(at)
    }

    /// Whether the window or the frame is to be looked at from time to time.
    #[must_use]
    pub fn is_looked_at(&self) -> bool {
        matches!(self.phase, Phase::Opening { .. } | Phase::Open)
    }

    /// Whether the dialog is in a frame.
    #[must_use]
    pub fn is_framed(&self) -> bool {
        self.plan.surface == Surface::Frame
    }

    /// How much of `timeout` is left, ms.
    #[must_use]
    pub fn time_left(&self, now: f64) -> Option<f64> {
        let left = self.ends_at - now;
        left.is_finite().then_some(left)
    }

    /// Takes in what happens and answers what is to be done, in order.
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
                self.ends_at = at.time + self.plan.timeout.unwrap_or(f64::INFINITY);
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
