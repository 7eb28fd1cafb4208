//! Every input by the name that the table in `table.md` gives it.

use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::event::{By, stalls};
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input, Plan};

use super::inputs::{code, error, finish, malformed, says, unknown};
use super::stage::Stage;

/// Plays it; `None` where it can not happen.
pub type Play = dyn Fn(&mut Stage) -> Option<Vec<Effect>>;

/// Something that happens, under a plan that makes the difference to be shown.
pub struct Happening {
    pub label: &'static str,
    pub plan: fn(Plan) -> Plan,
    pub play: Box<Play>,
}

fn as_it_is(plan: Plan) -> Plan {
    plan
}

fn input(label: &'static str, input: Input) -> Happening {
    with(label, as_it_is, input)
}

fn with(label: &'static str, plan: fn(Plan) -> Plan, input: Input) -> Happening {
    Happening {
        label,
        plan,
        play: Box::new(move |stage| Some(stage.feed(input.clone()))),
    }
}

/// The timer fires as it was asked to.
fn due(label: &'static str) -> Happening {
    Happening {
        label,
        plan: as_it_is,
        play: Box::new(|stage| {
            stage.now = stage.session.wakes_at()?.max(stage.now);
            Some(stage.feed(Input::Tick))
        }),
    }
}

/// The timeout of a dialog that is not closed passes first.
fn timed_out(label: &'static str) -> Happening {
    Happening {
        plan: |plan| Plan {
            timeout: 0.0,
            ..plan
        },
        play: Box::new(|stage| {
            stage
                .session
                .is_looked_at()
                .then(|| stage.feed(Input::Tick))
        }),
        label,
    }
}

/// The page's own header cuts popups off, and the grace ends.
fn cut(label: &'static str) -> Happening {
    Happening {
        label,
        plan: as_it_is,
        play: Box::new(|stage| {
            let asked = format!("{:?}", stage.session).contains("probe: Asked");
            stage.focused = false;
            stage.feed(Input::Header(Some(true)));
            stage.now = stage.session.wakes_at().filter(|_| asked)?;
            Some(stage.feed(Input::Tick))
        }),
    }
}

fn refused(code: ErrorCode) -> Error {
    Error::new(code, "")
}

fn request(main: bool) -> Input {
    Input::Message {
        message: AuthMessage::AccountIdRequest,
        main,
    }
}

/// In the order of the table.
pub fn all() -> Vec<Happening> {
    vec![
        input("`Opened`", Input::Opened),
        input(
            "`Refused`",
            Input::Refused(refused(ErrorCode::PopupBlocked)),
        ),
        input("`Code`", code()),
        input(
            "`CodeFailed`",
            Input::CodeFailed(refused(ErrorCode::CodeFailed)),
        ),
        input("`Emptied`", Input::Emptied),
        input("finish", finish()),
        input("finish without an id", malformed()),
        input("close", says(AuthMessage::Close)),
        input("error", error("text")),
        with(
            "error, `closeOnError: false`",
            |plan| Plan {
                close_on_error: false,
                ..plan
            },
            error("text"),
        ),
        input("accountIdRequest", request(true)),
        input("accountIdRequest of an extra origin", request(false)),
        with(
            "accountIdRequest, no `accountId`",
            |plan| Plan {
                answers: false,
                ..plan
            },
            request(true),
        ),
        input("an unknown message", unknown("tray.authpopup.ready")),
        input(
            "`Stranger`",
            Input::Stranger("https://a.example".to_owned()),
        ),
        input("`WindowClosed`", Input::WindowClosed),
        input("`FrameGone`", Input::FrameGone),
        input("`Close(User)`", Input::Close(By::User)),
        input("`Close(App)`", Input::Close(By::App)),
        input(
            "`FrameRefused`",
            Input::FrameRefused(refused(ErrorCode::FrameBlocked)),
        ),
        input("`FrameReported`", Input::FrameReported(stalls::ANCESTORS)),
        input("`FrameUsed`", Input::FrameUsed),
        input("`HandedOver`", Input::HandedOver),
        input("`Header`", Input::Header(Some(false))),
        input("`Abort`", Input::Abort),
        input("`Supersede`", Input::Supersede),
        input("`PageHide`", Input::PageHide),
        input("`Tick`, nothing due", Input::Tick),
        due("`Tick`, due"),
        cut("`Header`, then `Tick`, due, with evidence of a cut"),
        timed_out("`Tick`, `timeout` over"),
    ]
}
