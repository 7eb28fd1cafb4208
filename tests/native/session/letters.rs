//! The alphabet of everything that can happen to a session: orders of events
//! are words over it.

use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::event::{By, stalls};
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input};

use super::inputs::{code, error, finish, malformed, says, unknown, user_closes};
use super::stage::{ACCOUNT, CODE, SPELLING, Stage};

/// Something that happens, perhaps after a while.
#[derive(Clone, Debug)]
pub enum Letter {
    /// An input, now.
    Now(Input),
    /// An input, while the page does not have the focus.
    Away(Input),
    /// The timer fires when it was asked to.
    Due,
    /// Time passes without a timer, then one fires.
    Sleep(f64),
}

impl Letter {
    pub fn play(&self, stage: &mut Stage) -> Vec<Effect> {
        stage.focused = !matches!(self, Self::Away(_));
        match self {
            Self::Now(input) | Self::Away(input) => stage.feed(input.clone()),
            Self::Due => {
                stage.now = stage.session.wakes_at().unwrap_or(stage.now).max(stage.now);
                stage.feed(Input::Tick)
            }
            Self::Sleep(ms) => {
                stage.sleep(*ms);
                stage.feed(Input::Tick)
            }
        }
    }
}

fn refused(code: ErrorCode) -> Error {
    Error::new(code, "what the browser layer says")
}

/// Every input, with every value that could make a difference.
pub fn alphabet() -> Vec<Letter> {
    let encoded: String = url::form_urlencoded::byte_serialize(CODE.as_bytes()).collect();
    let inputs = [
        Input::Opened,
        Input::Refused(refused(ErrorCode::PopupBlocked)),
        code(),
        Input::CodeFailed(refused(ErrorCode::CodeFailed)),
        Input::Emptied,
        finish(),
        Input::Message {
            message: AuthMessage::Finish {
                auth_id: "auth-2".to_owned(),
                auth_type: None,
            },
            main: false,
        },
        malformed(),
        says(AuthMessage::Close),
        error(&[CODE, &encoded, SPELLING, ACCOUNT].concat()),
        says(AuthMessage::Error {
            message: Some(["cut in the middle: ", &CODE[..6]].concat()),
            cut: true,
        }),
        says(AuthMessage::Error {
            message: None,
            cut: false,
        }),
        says(AuthMessage::AccountIdRequest),
        Input::Message {
            message: AuthMessage::AccountIdRequest,
            main: false,
        },
        unknown(&["tray.authpopup.", CODE].concat()),
        Input::Stranger("https://elsewhere.example".to_owned()),
        Input::Stranger(["https://", &encoded, ".example"].concat()),
        Input::WindowClosed,
        Input::FrameGone,
        user_closes(),
        Input::Close(By::App),
        Input::FrameRefused(refused(ErrorCode::FrameBlocked)),
        Input::FrameReported(stalls::ANCESTORS),
        Input::FrameUsed,
        Input::HandedOver,
        Input::Header(Some(true)),
        Input::Header(Some(false)),
        Input::Header(None),
        Input::Abort,
        Input::Supersede,
        Input::PageHide,
        Input::Tick,
    ];
    let mut letters: Vec<Letter> = inputs.into_iter().map(Letter::Now).collect();
    letters.push(Letter::Away(Input::WindowClosed));
    letters.push(Letter::Away(Input::Tick));
    letters.push(Letter::Due);
    letters.push(Letter::Sleep(700.0));
    letters.push(Letter::Sleep(3_600_000.0));
    letters
}
