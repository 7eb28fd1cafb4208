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

use super::error::{Error, ErrorCode};
use super::event::{AuthResult, By, Event};
use super::evidence::Evidence;
use super::message::AuthMessage;
use super::secrets::{wipe, Secrets};
use super::target::Target;

/// How long the probe of the page's own header may take, ms.
pub const PROBE_LIMIT: f64 = 1_000.0;

/// How long a late finish is watched for, ms.
pub const WATCH: f64 = 60_000.0;

/// How often an account id is given to one dialog.
pub const MAX_ANSWERS: u8 = 3;

/// How many origins are reported as ignored, so that a hostile window can not
/// fill the memory.
const MAX_STRANGERS: usize = 16;

/// What a dialog is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// A window.
    Window,
    /// An iframe that we made.
    Frame,
}

/// The fixed properties of a session. Times are in ms.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Window or frame.
    pub surface: Surface,
    /// The page opened the dialog itself: there is no code and no navigation.
    pub attached: bool,
    /// The window can be navigated at once; a given one must be emptied first.
    pub ready: bool,
    /// What is asked for.
    pub target: Option<Target>,
    /// The account id may be given.
    pub answers: bool,
    /// How long the code may take.
    pub code_timeout: f64,
    /// How long the dialog may take.
    pub timeout: Option<f64>,
    /// How long a finish may follow a close.
    pub close_grace: f64,
    /// Whether an error of the dialog ends it.
    pub close_on_error: bool,
    /// When a frame that was never used counts as stalled.
    pub stall_after: f64,
}

/// When something happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// A clock that never goes back, ms.
    pub time: f64,
    /// Whether the page has the focus.
    pub focused: bool,
}

/// What happens to a dialog.
#[derive(Clone, Debug)]
pub enum Input {
    /// The window or frame is there.
    Opened,
    /// It can not be opened, or may not.
    Refused(Error),
    /// The authorization code is there.
    Code(String),
    /// The code did not come.
    CodeFailed(Error),
    /// A given window has been emptied.
    Emptied,
    /// A message from our window and an allowed origin. `main`: the origin
    /// that was opened, not one of `extraOrigins`.
    Message {
        /// What it said.
        message: AuthMessage,
        /// Whether it came from the origin that was opened.
        main: bool,
    },
    /// A message from our window and an origin that is not allowed.
    Stranger(String),
    /// The window says that it is closed.
    WindowClosed,
    /// The frame is out of the document, or holds another window.
    FrameGone,
    /// The user or the page wants it closed.
    Close(By),
    /// The page's own policy refused the frame: what to say.
    FrameRefused(Error),
    /// The focus is in the frame.
    FrameUsed,
    /// The dialog goes on in a window: another session takes over.
    HandedOver,
    /// The page's own COOP header, if it could be read.
    Header(Option<bool>),
    /// The signal was aborted.
    Abort,
    /// Another dialog took the Element or the window.
    Supersede,
    /// The page goes away.
    PageHide,
    /// Time has passed.
    Tick,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send the window or frame to the dialog's URL and forget the code.
    Navigate,
    /// Tell the partner.
    Emit(Event),
    /// Tell the partner of an error that does not end the dialog.
    EmitError(Error),
    /// Give the account id to the dialog.
    Answer,
    /// Ask for the page's own header.
    Probe,
    /// Take the dialog out of the user's sight: close the window, hide the frame.
    Hide,
    /// Settle with success.
    Finish(AuthResult),
    /// Settle with an error.
    Fail(Error),
    /// Let go of everything but the window's identity.
    Watch,
    /// Let go of everything.
    Release,
}

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
#[derive(Debug)]
pub struct Session {
    plan: Plan,
    phase: Phase,
    settled: Option<State>,
    secrets: Secrets,
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

    /// Takes in what happens and answers what is to be done, in order.
    pub fn step(&mut self, at: Moment, input: Input) -> Vec<Effect> {
        let mut out = Vec::new();
        match self.phase {
            Phase::New => self.new_step(at, input, &mut out),
            Phase::Opening { .. } | Phase::Open | Phase::Closing { .. } => {
                self.focus_left |= !at.focused;
                self.live_step(at, input, &mut out);
            }
            Phase::Watching { until } => self.watch_step(at, until, input, &mut out),
            Phase::Over => {}
        }
        out
    }

    fn new_step(&mut self, at: Moment, input: Input, out: &mut Vec<Effect>) {
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
            Input::Refused(error) | Input::CodeFailed(error) => self.fail(error, out),
            Input::Abort => self.fail(aborted(), out),
            Input::PageHide => self.end_closed(By::App, out),
            Input::Supersede => self.supersede(out),
            _ => {}
        }
    }

    /// Opening, open or closing: nothing is settled yet.
    fn live_step(&mut self, at: Moment, input: Input, out: &mut Vec<Effect>) {
        match input {
            Input::Abort => self.fail(aborted(), out),
            Input::Supersede => self.supersede(out),
            Input::PageHide => {
                let by = match self.phase {
                    Phase::Closing { by, .. } => by,
                    _ => By::App,
                };
                out.push(Effect::Hide);
                self.end_closed(by, out);
            }
            Input::FrameRefused(error) => self.fail(error, out),
            Input::HandedOver => self.release(out),
            Input::Header(cut) => {
                if matches!(self.probe, Probe::Asked { .. }) {
                    self.probe = Probe::Answered(cut);
                    self.conclude(at, out);
                }
            }
            Input::FrameUsed => self.stalls_at = f64::INFINITY,
            Input::Tick => self.tick(at, out),
            Input::FrameGone => {
                // Its window is dead: what it still posts has no source.
                let by = match self.phase {
                    Phase::Closing { by, .. } => by,
                    _ => By::App,
                };
                out.push(Effect::Hide);
                self.end_closed(by, out);
            }
            Input::Code(code) => {
                if let (Phase::Opening { .. }, false) = (self.phase, self.code_here) {
                    self.code_here = true;
                    self.secrets.add(&code);
                    self.navigate(at, out);
                }
                wipe(code);
            }
            Input::Emptied => {
                self.plan.ready = true;
                self.navigate(at, out);
            }
            Input::CodeFailed(error) => {
                if let (Phase::Opening { .. }, false) = (self.phase, self.code_here) {
                    self.fail(error, out);
                }
            }
            Input::WindowClosed => self.close(at, By::User, true, out),
            Input::Close(by) => self.close(at, by, false, out),
            Input::Message { message, main } => {
                if !matches!(self.phase, Phase::Opening { .. }) {
                    self.message(at, message, main, out);
                }
            }
            Input::Stranger(origin) => {
                if matches!(self.phase, Phase::Open)
                    && self.strangers.len() < MAX_STRANGERS
                    && !self.strangers.contains(&origin)
                {
                    self.strangers.push(origin.clone());
                    out.push(Effect::Emit(Event::Ignored {
                        reason: "origin",
                        origin: self.secrets.clean(&origin, false),
                    }));
                }
            }
            Input::Opened | Input::Refused(_) => {}
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

    fn message(&mut self, at: Moment, message: AuthMessage, main: bool, out: &mut Vec<Effect>) {
        self.spoke = true;
        let closing = matches!(self.phase, Phase::Closing { .. });
        match message {
            AuthMessage::Finish { auth_id, auth_type } => {
                let result = AuthResult::new(self.plan.target.as_ref(), auth_id, auth_type);
                self.settled = Some(State::Finished);
                out.push(Effect::Hide);
                out.push(Effect::Finish(result));
                self.release(out);
            }
            AuthMessage::Malformed { .. } => self.fail(
                Error::new(
                    ErrorCode::DialogError,
                    "Tray's dialog finished without a usable `authId`. The authentication may \
                     exist at Tray all the same: look before you let the user create it again.",
                ),
                out,
            ),
            AuthMessage::Close => self.close(at, By::Dialog, false, out),
            AuthMessage::Error { message, cut } => {
                let error = self.dialog_error(message.as_deref(), cut);
                if self.plan.close_on_error {
                    self.fail(error, out);
                } else if !closing {
                    out.push(Effect::EmitError(error));
                }
            }
            AuthMessage::AccountIdRequest => {
                if closing {
                    return;
                }
                if !self.plan.answers {
                    out.push(Effect::Emit(Event::Message {
                        name: "tray.authpopup.accountIdRequest".to_owned(),
                    }));
                } else if main && self.answers < MAX_ANSWERS {
                    self.answers += 1;
                    out.push(Effect::Answer);
                }
            }
            AuthMessage::Unknown { name } => {
                out.push(Effect::Emit(Event::Message {
                    name: self.secrets.clean(&name, false),
                }));
            }
        }
    }

    fn dialog_error(&self, text: Option<&str>, cut: bool) -> Error {
        let Some(text) = text else {
            return Error::new(
                ErrorCode::DialogError,
                "Tray's dialog reported an error without a text. Let the user try again; if it \
                 stays, check the authentication's settings in the solution.",
            );
        };
        let text = self.secrets.clean(text, cut);
        Error::new(
            ErrorCode::DialogError,
            ["Tray's dialog reported an error: ", &text].concat(),
        )
    }

    fn tick(&mut self, at: Moment, out: &mut Vec<Effect>) {
        match self.phase {
            Phase::Closing { .. } => self.conclude(at, out),
            Phase::Opening { code_by } if at.time >= code_by => {
                let error = if self.code_here {
                    Error::new(
                        ErrorCode::PopupBlocked,
                        "The window given as `popup.window` could not be emptied within \
                         `codeTimeout`. Open a new window instead.",
                    )
                } else {
                    Error::new(
                        ErrorCode::CodeFailed,
                        "`authorizationCode` did not settle within `codeTimeout`. Check the \
                         request that fetches it.",
                    )
                };
                self.fail(error, out);
            }
            _ if at.time >= self.ends_at => self.fail(
                Error::new(
                    ErrorCode::Timeout,
                    "The dialog did not end within `timeout` and was closed. Let the user try \
                     again.",
                ),
                out,
            ),
            Phase::Open if at.time >= self.stalls_at => {
                self.stalls_at = f64::INFINITY;
                out.push(Effect::Emit(Event::Stalled));
            }
            _ => {}
        }
    }

    fn close(&mut self, at: Moment, by: By, window_says: bool, out: &mut Vec<Effect>) {
        match self.phase {
            Phase::Opening { .. } => {
                // Nothing was loaded that could still finish.
                out.push(Effect::Hide);
                self.end_closed(by, out);
            }
            Phase::Open => {
                self.phase = Phase::Closing {
                    by,
                    until: at.time + self.plan.close_grace,
                };
                out.push(Effect::Hide);
                if window_says {
                    self.closed_after = at.time - self.navigated_at;
                    self.probe = Probe::Asked {
                        until: at.time + PROBE_LIMIT,
                    };
                    out.push(Effect::Probe);
                }
            }
            _ => {}
        }
    }

    /// Ends the grace, once it is over and the evidence is in.
    fn conclude(&mut self, at: Moment, out: &mut Vec<Effect>) {
        let Phase::Closing { by, until } = self.phase else {
            return;
        };
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
        } else if self.plan.surface == Surface::Window {
            self.settled = Some(State::Failed);
            out.push(Effect::Emit(Event::Close { by }));
            out.push(Effect::Fail(closed(by)));
            out.push(Effect::Watch);
            self.phase = Phase::Watching {
                until: at.time + WATCH,
            };
        } else {
            self.end_closed(by, out);
        }
    }

    /// Settles as closed with nothing left to wait for.
    fn end_closed(&mut self, by: By, out: &mut Vec<Effect>) {
        self.settled = Some(State::Failed);
        out.push(Effect::Emit(Event::Close { by }));
        out.push(Effect::Fail(closed(by)));
        self.release(out);
    }

    fn supersede(&mut self, out: &mut Vec<Effect>) {
        // No `Hide`: a given window is in use again, a frame goes with `Release`.
        self.settled = Some(State::Failed);
        out.push(Effect::Fail(Error::new(
            ErrorCode::Superseded,
            "A newer dialog took this dialog's place.",
        )));
        self.release(out);
    }

    fn fail(&mut self, error: Error, out: &mut Vec<Effect>) {
        self.settled = Some(State::Failed);
        out.push(Effect::Hide);
        out.push(Effect::Fail(error));
        self.release(out);
    }

    fn release(&mut self, out: &mut Vec<Effect>) {
        self.phase = Phase::Over;
        self.secrets = Secrets::default();
        out.push(Effect::Release);
    }

    fn watch_step(&mut self, at: Moment, until: f64, input: Input, out: &mut Vec<Effect>) {
        match input {
            Input::Message {
                message: AuthMessage::Finish { auth_id, auth_type },
                ..
            } => {
                let result = AuthResult::new(self.plan.target.as_ref(), auth_id, auth_type);
                out.push(Effect::Emit(Event::LateFinish(result)));
                self.release(out);
            }
            Input::Supersede | Input::PageHide => self.release(out),
            Input::Tick if at.time >= until => self.release(out),
            _ => {}
        }
    }
}

fn aborted() -> Error {
    Error::new(
        ErrorCode::Aborted,
        "The dialog was closed because `signal` was aborted.",
    )
}

fn closed(by: By) -> Error {
    Error::new(
        ErrorCode::Closed,
        match by {
            By::User => "The user closed the dialog before it finished.",
            By::Dialog => "The user left the dialog before it finished.",
            By::App => "The page closed the dialog before it finished.",
        },
    )
}
