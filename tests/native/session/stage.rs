//! A session on a stage: time passes, timers fire, and a witness watches.

use tray_auth_dialog::core::event::By;
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::secrets::Secrets;
use tray_auth_dialog::core::session::{Effect, Input, Moment, Plan, Session, State, Surface};
use tray_auth_dialog::core::target::Target;

use super::witness::Witness;

/// An authorization code of which the URL-encoded form looks different.
pub const CODE: &str = "37d1 a4/fa+ü";
/// An account id of the same kind.
pub const ACCOUNT: &str = "acct 42&co";

/// The popup that `openAuthDialog` opens when nothing else is said.
pub fn popup() -> Plan {
    Plan {
        surface: Surface::Window,
        attached: false,
        ours: true,
        ready: true,
        target: Some(Target::Solution {
            solution_instance_id: "instance".to_owned(),
            external_auth_id: "external_slack".to_owned(),
        }),
        answers: true,
        code_timeout: 30_000.0,
        timeout: None,
        close_grace: 500.0,
        close_on_error: true,
        stall_after: 15_000.0,
    }
}

/// `popup.window`.
pub fn given_window() -> Plan {
    Plan {
        ours: false,
        ready: false,
        ..popup()
    }
}

/// `display: 'modal'` or an Element.
pub fn frame() -> Plan {
    Plan {
        surface: Surface::Frame,
        ..popup()
    }
}

/// `attachAuthDialog(window)`.
pub fn attached_window() -> Plan {
    Plan {
        attached: true,
        ours: false,
        target: None,
        ..popup()
    }
}

/// `attachAuthDialog(iframe)`.
pub fn attached_frame() -> Plan {
    Plan {
        surface: Surface::Frame,
        ..attached_window()
    }
}

/// Every way to show a dialog, with its name.
pub fn every_plan() -> Vec<(&'static str, Plan)> {
    vec![
        ("popup", popup()),
        ("given window", given_window()),
        ("frame", frame()),
        ("attached window", attached_window()),
        ("attached frame", attached_frame()),
    ]
}

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

pub fn code() -> Input {
    Input::Code(CODE.to_owned())
}

/// A message from the origin that was opened.
pub fn says(message: AuthMessage) -> Input {
    Input::Message {
        message,
        main: true,
    }
}

pub fn finish() -> Input {
    says(AuthMessage::Finish {
        auth_id: "auth-1".to_owned(),
        auth_type: Some("oauth".to_owned()),
    })
}

pub fn error(text: &str) -> Input {
    says(AuthMessage::Error {
        message: Some(text.to_owned()),
        cut: false,
    })
}

pub fn unknown(name: &str) -> Input {
    says(AuthMessage::Unknown {
        name: name.to_owned(),
    })
}

pub fn malformed() -> Input {
    says(AuthMessage::Malformed {
        name: "tray.authpopup.finish".to_owned(),
        field: "authId",
    })
}

pub fn user_closes() -> Input {
    Input::Close(By::User)
}
