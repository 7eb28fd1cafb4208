//! A session on a stage: time passes, timers fire, and a witness watches.

use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::event::{By, Event};
use tray_auth_dialog::core::secrets::Secrets;
use tray_auth_dialog::core::session::{Effect, Input, Moment, Plan, Session, State};

use super::inputs::code;
use super::witness::Witness;

/// An authorization code of which the URL-encoded form looks different.
pub const CODE: &str = "37d1 a4/fa+ü";
/// The same code as `encodeURIComponent` writes it into a URL.
pub const SPELLING: &str = "37d1%20a4%2Ffa%2B%C3%BC";
/// An account id of the same kind.
pub const ACCOUNT: &str = "acct 42&co";

/// A session, its clock and its witness.
#[derive(Clone)]
pub struct Stage {
    pub session: Session,
    pub witness: Witness,
    pub now: f64,
    pub focused: bool,
}

impl Stage {
    /// Nothing is open yet.
    pub fn new(plan: Plan) -> Self {
        let mut secrets = Secrets::default();
        secrets.add(ACCOUNT);
        Self {
            witness: Witness::new(plan.clone()),
            session: Session::new(plan, secrets),
            now: 1_000.0,
            focused: true,
        }
    }

    /// Opened, and waiting for the code or for the window to be empty.
    pub fn opened(plan: Plan) -> Self {
        let mut stage = Self::new(plan);
        stage.feed(Input::Opened);
        stage
    }

    /// Showing the dialog.
    pub fn open(plan: Plan) -> Self {
        let mut stage = Self::opened(plan);
        stage.feed(Input::Emptied);
        stage.feed(code());
        assert_eq!(stage.session.state(), State::Open);
        stage
    }

    /// Gives an input now.
    pub fn feed(&mut self, input: Input) -> Vec<Effect> {
        let at = Moment {
            time: self.now,
            focused: self.focused,
        };
        let before = self.session.clone();
        let effects = self.session.step(at, input.clone());
        self.witness
            .see(at, &input, &before, &self.session, &effects);
        effects
    }

    /// Time passes, and the timer fires whenever the session asked for it.
    pub fn wait(&mut self, ms: f64) -> Vec<Effect> {
        let end = self.now + ms;
        let mut effects = Vec::new();
        while let Some(at) = self.session.wakes_at().filter(|at| *at <= end) {
            self.now = self.now.max(at);
            effects.extend(self.feed(Input::Tick));
        }
        self.now = end;
        effects
    }

    /// Time passes, but no timer fires: the machine sleeps.
    pub fn sleep(&mut self, ms: f64) {
        self.now += ms;
    }

    /// What `result` became, if it is settled.
    pub fn outcome(&self) -> Option<&str> {
        self.witness.outcome()
    }

    pub fn state(&self) -> State {
        self.session.state()
    }

    pub fn is_released(&self) -> bool {
        self.witness.released
    }

    /// From anywhere: once the dialog is gone, `result` settles and all is let
    /// go of, with no help but the timer.
    pub fn must_end(mut self) {
        if self.is_released() {
            return;
        }
        self.feed(Input::Opened);
        self.feed(Input::WindowClosed);
        self.wait(f64::from(u32::MAX));
        assert!(self.is_released(), "not let go of: {:?}", self.session);
    }
}

/// By whom it was closed, if these effects tell the close and settle with it.
pub fn closed_by(effects: &[Effect]) -> Option<By> {
    effects.windows(2).find_map(|pair| match pair {
        [Effect::Emit(Event::Close { by }), Effect::Fail(error)]
            if error.code == ErrorCode::Closed =>
        {
            Some(*by)
        }
        _ => None,
    })
}

/// The message of the error that these effects settle with or tell.
pub fn error_text(effects: &[Effect]) -> String {
    the_error(effects).message.clone()
}

/// What Tray's dialog said of it.
pub fn error_reason(effects: &[Effect]) -> Option<String> {
    the_error(effects).reason.clone()
}

fn the_error(effects: &[Effect]) -> &Error {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Fail(error) | Effect::EmitError(error) => Some(error),
            _ => None,
        })
        .expect("an error")
}
