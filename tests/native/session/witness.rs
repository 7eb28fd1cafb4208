//! What must hold of every session, whatever happens to it in whatever order.
//!
//! The witness knows the contract and not the code: it follows a session by
//! its inputs and effects alone, and panics where they break a rule. Every
//! test of the session runs under it.

use tray_auth_dialog::core::error::ErrorCode;
use tray_auth_dialog::core::event::Event;
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{
    Effect, Input, MAX_ANSWERS, MAX_STRANGERS, Moment, Plan, Session, State, Surface,
};

use super::stage::{ACCOUNT, CODE};

#[derive(Clone, Debug)]
pub struct Witness {
    plan: Plan,
    opened_at: Option<f64>,
    code: bool,
    emptied: bool,
    navigated: bool,
    hidden: bool,
    probed: bool,
    outcome: Option<&'static str>,
    watching: bool,
    late: bool,
    stalled: bool,
    answers: u8,
    strangers: Vec<String>,
    pub released: bool,
}

impl Witness {
    pub fn new(plan: Plan) -> Self {
        Self {
            emptied: plan.ready,
            plan,
            opened_at: None,
            code: false,
            navigated: false,
            hidden: false,
            probed: false,
            outcome: None,
            watching: false,
            late: false,
            stalled: false,
            answers: 0,
            strangers: Vec::new(),
            released: false,
        }
    }

    /// "finished", or the code of the error.
    pub fn outcome(&self) -> Option<&'static str> {
        self.outcome
    }

    /// Whether the dialog can be seen and used.
    fn is_open(&self) -> bool {
        let shown = self.navigated || (self.plan.attached && self.opened_at.is_some());
        shown && !self.hidden && self.outcome.is_none() && !self.released
    }

    pub fn see(
        &mut self,
        at: Moment,
        input: &Input,
        before: &Session,
        after: &Session,
        effects: &[Effect],
    ) {
        let was_open = self.is_open();
        let was_closing = self.hidden && self.outcome.is_none() && !self.released;
        match input {
            Input::Opened if self.opened_at.is_none() && !self.released => {
                self.opened_at = Some(at.time);
            }
            Input::Code(_) if self.opened_at.is_some() => self.code = true,
            Input::Emptied if self.opened_at.is_some() => self.emptied = true,
            _ => {}
        }
        let released_before = self.released;
        for (index, effect) in effects.iter().enumerate() {
            assert!(!released_before, "{input:?} after the release: {effects:?}");
            let last = index + 1 == effects.len();
            let previous = index.checked_sub(1).map(|index| &effects[index]);
            self.see_effect(at, input, effect, previous, last, was_open, was_closing);
        }
        if self.outcome.is_some() && !self.watching {
            assert!(
                self.released,
                "settled and neither released nor watching: {effects:?}"
            );
        }
        self.see_public_state(after);
        self.see_timer(at, input, before, after, effects);
    }

    #[allow(clippy::too_many_arguments)] // one call, above
    fn see_effect(
        &mut self,
        at: Moment,
        input: &Input,
        effect: &Effect,
        previous: Option<&Effect>,
        last: bool,
        was_open: bool,
        was_closing: bool,
    ) {
        match effect {
            Effect::Navigate => {
                assert!(
                    !self.navigated && !self.plan.attached,
                    "navigated twice or not ours to"
                );
                assert!(
                    self.code && self.emptied,
                    "navigated without a code or too early"
                );
                assert!(
                    !self.hidden && self.outcome.is_none(),
                    "navigated when it was over"
                );
                self.navigated = true;
            }
            Effect::Hide => {
                assert!(self.opened_at.is_some(), "hid what was never open");
                assert!(!self.hidden, "hid twice");
                assert!(self.outcome.is_none(), "hid after the settlement");
                self.hidden = true;
            }
            Effect::Probe => {
                assert!(matches!(input, Input::WindowClosed), "a probe without need");
                assert!(!self.probed && was_open, "probed twice, or for nothing");
                self.probed = true;
            }
            Effect::Answer => {
                assert!(was_open, "answered what was not open");
                assert!(self.plan.answers, "answered without being asked to");
                let Input::Message { message, main } = input else {
                    panic!("answered {input:?}");
                };
                assert!(*main, "answered another origin");
                assert_eq!(*message, AuthMessage::AccountIdRequest);
                self.answers += 1;
                assert!(self.answers <= MAX_ANSWERS, "answered too often");
            }
            Effect::Finish(result) => {
                assert!(was_open || was_closing, "finished what was not open");
                assert!(
                    matches!(input, Input::Message { message: AuthMessage::Finish { auth_id, .. }, .. }
                        if *auth_id == result.auth_id),
                    "finished by {input:?}"
                );
                self.settle("finished");
            }
            Effect::Fail(error) => {
                self.hears_no_secret(&error.message);
                let closed = error.code == ErrorCode::Closed;
                let told = matches!(previous, Some(Effect::Emit(Event::Close { .. })));
                assert_eq!(closed, told, "`closed` and the close event belong together");
                match error.code {
                    ErrorCode::Timeout => {
                        let opened = self.opened_at.expect("a timeout of what was opened");
                        assert!(at.time >= opened + self.plan.timeout);
                        assert!(!was_closing, "a timeout of what was closed");
                    }
                    ErrorCode::OpenerSevered => assert!(self.probed, "severed without evidence"),
                    _ => {}
                }
                self.settle(error.code.as_str());
            }
            Effect::Emit(event) => self.see_event(input, event, was_open, was_closing),
            Effect::EmitError(error) => {
                self.hears_no_secret(&error.message);
                assert!(
                    !self.plan.close_on_error,
                    "an error that should have ended it"
                );
                assert!(was_open || was_closing, "an error of what is not open");
            }
            Effect::Watch => {
                assert!(last, "something after the watch began");
                assert_eq!(self.outcome, Some("closed"), "a watch after another end");
                let page_owned = self.plan.surface == Surface::Window || self.plan.attached;
                assert!(page_owned && self.hidden, "a watch of what can not speak");
                self.watching = true;
            }
            Effect::Release => {
                assert!(last, "something after the release");
                let handed_over = matches!(input, Input::HandedOver);
                assert!(
                    self.outcome.is_some() || handed_over,
                    "released but never settled"
                );
                self.released = true;
                self.watching = false;
            }
        }
    }

    fn see_event(&mut self, input: &Input, event: &Event, was_open: bool, was_closing: bool) {
        if !matches!(event, Event::LateFinish(_)) {
            self.hears_no_secret(&format!("{event:?}"));
            assert!(self.outcome.is_none(), "{event:?} after the settlement");
        }
        match event {
            Event::Open => assert!(matches!(input, Input::Opened), "open by {input:?}"),
            Event::Navigate => assert!(self.navigated, "a navigation that was none"),
            Event::Close { .. } => {}
            Event::LateFinish(_) => {
                assert!(
                    self.watching && !self.late,
                    "a late finish that nobody watched for"
                );
                self.late = true;
            }
            Event::Stalled { .. } => {
                assert!(
                    was_open && !self.stalled,
                    "stalled twice or when it was over"
                );
                assert_eq!(self.plan.surface, Surface::Frame, "only frames stall");
                self.stalled = true;
            }
            Event::Message { .. } => {
                assert!(was_open || was_closing, "a message of what is not open");
                assert!(matches!(input, Input::Message { .. }));
            }
            Event::Ignored { origin, .. } => {
                assert!(was_open, "ignored when nobody listened");
                assert!(!self.strangers.contains(origin), "{origin} was told twice");
                self.strangers.push(origin.clone());
                assert!(self.strangers.len() <= MAX_STRANGERS, "too many strangers");
            }
        }
    }

    fn settle(&mut self, outcome: &'static str) {
        assert_eq!(self.outcome, None, "settled again, as {outcome}");
        self.outcome = Some(outcome);
    }

    /// `state`, as the contract derives it from what was done.
    fn see_public_state(&self, session: &Session) {
        let expected = match self.outcome {
            Some("finished") => State::Finished,
            Some(_) => State::Failed,
            // Handed over: the state of the session that took over counts.
            None if self.released => return,
            None if self.hidden => State::Closing,
            None if self.is_open() => State::Open,
            None => State::Opening,
        };
        assert_eq!(session.state(), expected);
        let alive = self.opened_at.is_some() && !self.hidden && self.outcome.is_none();
        assert_eq!(session.is_looked_at(), alive, "looked at in {expected:?}");
    }

    /// The timer is no busy loop, and it is not idle when something is due.
    fn see_timer(
        &self,
        at: Moment,
        input: &Input,
        before: &Session,
        after: &Session,
        effects: &[Effect],
    ) {
        let due = before.wakes_at();
        let next = after.wakes_at();
        assert!(next.is_none_or(f64::is_finite), "a timer at {next:?}");
        if self.released {
            assert_eq!(next, None, "a timer after the release");
        }
        if !matches!(input, Input::Tick) {
            return;
        }
        if due.is_some_and(|due| due <= at.time) {
            assert!(
                next.is_none_or(|next| next > at.time),
                "a tick that was due did nothing"
            );
            assert!(!effects.is_empty(), "a tick that was due has no effect");
        } else {
            assert_eq!(effects, [], "a tick before anything was due");
            assert_eq!(next, due);
        }
    }

    /// The code and the account id, as they are and as a URL has them. A dialog
    /// that the page opened itself has a code that nobody told us.
    fn hears_no_secret(&self, text: &str) {
        let code = (!self.plan.attached).then_some(CODE);
        for secret in code.into_iter().chain([ACCOUNT]) {
            let encoded: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            for form in [secret, &encoded] {
                assert!(!text.contains(form), "{text} tells a secret");
            }
        }
    }
}
