//! Turns what the browser reports into inputs of the sessions. Imports the
//! registry, the driver and `watch`.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::driver::{feed, feed_all};
use super::registry::registry;
use super::watch::look;
use crate::core::error::{Error, ErrorCode};
use crate::core::event::stalls;
use crate::core::session::{Input, State};
use crate::dom::frame::Frame;
use crate::dom::inbox::{Verdict, decide};
use crate::dom::listeners::{Heard, blocked};

/// The functions that the page's listeners call.
pub const HEARD: Heard = Heard {
    message,
    look: |_| look(),
    page_hide: |_| feed_all(&|_| Some(Input::PageHide)),
    violation: |event| refused(event),
    report: |body| refused(&body),
};

fn message(event: &Event) {
    let verdict = decide(event.unchecked_ref(), |source| registry().owner(source));
    if let Some((dialog, verdict)) = verdict {
        feed(
            &dialog,
            match verdict {
                Verdict::Heard { message, main } => Input::Message { message, main },
                Verdict::Stranger(origin) => Input::Stranger(origin),
            },
        );
    }
}

/// A policy blocked something, perhaps one of our frames: the browser names no
/// frame, only its origin. The page's own policy blocks every frame of that
/// origin. Tray's may have refused another one, so this is no more than a hint.
fn refused(told: &JsValue) {
    let Some((blocked, by)) = blocked(told) else {
        return;
    };
    feed_all(&|dialog| {
        let origin = dialog.origin();
        let rest = blocked.strip_prefix(origin)?;
        let ours = dialog.frame().is_some_and(Frame::is_ours)
            && dialog.state() == State::Open
            && (rest.is_empty() || rest.starts_with('/'));
        match by.as_str() {
            _ if !ours => None,
            "frame-src" | "child-src" | "default-src" => {
                Some(Input::FrameRefused(refusal(origin, &by)))
            }
            "frame-ancestors" => Some(Input::FrameReported(stalls::ANCESTORS)),
            "iframe" => Some(Input::FrameReported(stalls::EMBEDDER)),
            _ => None,
        }
    });
}

fn refusal(origin: &str, directive: &str) -> Error {
    Error::new(
        ErrorCode::FrameBlocked,
        &[
            "This page's Content-Security-Policy blocked the dialog's frame: add ",
            origin,
            " to `",
            directive,
            "`.",
        ]
        .concat(),
    )
}
