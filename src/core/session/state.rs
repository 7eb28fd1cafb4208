//! A session's state, and what others may read of it. Imports the plan.

use super::plan::{Plan, Surface};
use crate::core::event::By;
use crate::core::names::named;
use crate::core::secrets::Secrets;
use crate::core::target::Target;

/// How long the probe of the page's own header may take, ms.
pub const PROBE_LIMIT: f64 = 1_000.0;

/// How long a late finish is watched for, ms.
pub const WATCH: f64 = 60_000.0;

/// How often the account id is sent to one dialog.
pub const MAX_ANSWERS: u8 = 3;

/// How many origins are reported as ignored, so that a hostile window cannot
/// fill the memory.
pub const MAX_STRANGERS: usize = 16;

named! {
    /// The public state of a dialog.
    State {
        /// Waiting for the code.
        Opening = "opening",
        /// The dialog is shown.
        Open = "open",
        /// Closed; a finish may still win.
        Closing = "closing",
        /// Settled with success.
        Finished = "finished",
        /// Settled with an error.
        Failed = "failed",
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Phase {
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
pub(super) enum Probe {
    NotAsked,
    Asked { until: f64 },
    Answered(Option<bool>),
}

/// The life of one dialog.
#[derive(Clone, Debug)]
pub struct Session {
    pub(super) plan: Plan,
    pub(super) phase: Phase,
    pub(super) settled: Option<State>,
    pub(super) secrets: Secrets,
    /// What the dialog is for, once its code has arrived.
    pub(super) target: Option<Target>,
    pub(super) code_here: bool,
    pub(super) ends_at: f64,
    pub(super) stalls_at: f64,
    pub(super) navigated_at: f64,
    pub(super) closed_after: f64,
    pub(super) spoke: bool,
    pub(super) focus_left: bool,
    pub(super) probe: Probe,
    pub(super) answered: u8,
    pub(super) strangers: Vec<String>,
}

impl Session {
    /// A session that is not open yet. `secrets` contains the account id.
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
            answered: 0,
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

    /// When the session needs the next tick, if any.
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

    /// Whether the window or frame must be checked from time to time.
    #[must_use]
    pub fn is_looked_at(&self) -> bool {
        matches!(self.phase, Phase::Opening { .. } | Phase::Open)
    }

    /// Whether the dialog is in a frame.
    #[must_use]
    pub fn is_framed(&self) -> bool {
        self.plan.surface == Surface::Frame
    }

    /// Whether the focus left the page while the dialog was open and is back,
    /// as when a window closes. `focused`: the page has it now.
    #[must_use]
    pub fn has_focus_back(&self, focused: bool) -> bool {
        self.focus_left && focused
    }

    /// How much of `timeout` is left, ms; infinite without one.
    #[must_use]
    pub fn time_left(&self, now: f64) -> f64 {
        self.ends_at - now
    }
}
