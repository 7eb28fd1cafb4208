//! Turns what the browser reports into inputs of the sessions. Imports the
//! registry, the driver and `watch`.

use wasm_bindgen::JsCast;
use web_sys::Event;

use super::driver::{feed, feed_all};
use super::registry::registry;
use super::watch::look;
use crate::core::error::{Error, ErrorCode};
use crate::core::session::{Input, State};
use crate::dom::frame::Frame;
use crate::dom::inbox::{Verdict, decide};
use crate::dom::listeners::{Heard, frame_refused};

/// The functions that the page's listeners call.
pub const HEARD: Heard = Heard {
    message,
    look: |_| look(),
    page_hide: |_| feed_all(&|_| Some(Input::PageHide)),
    violation,
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

/// The page's own policy blocked a frame. If it was ours, its session ends. The
/// browser does not name the frame, only the origin and the directive.
fn violation(event: &Event) {
    let Some((blocked, directive)) = frame_refused(event) else {
        return;
    };
    feed_all(&|dialog| {
        let origin = dialog.origin();
        let rest = blocked.strip_prefix(origin)?;
        let refused = dialog.frame().is_some_and(Frame::is_ours)
            && dialog.state() == State::Open
            && (rest.is_empty() || rest.starts_with('/'));
        refused.then(|| Input::FrameRefused(refusal(origin, &directive)))
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
