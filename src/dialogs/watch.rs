//! Looks at every window and frame, and lets time pass. Imports the registry,
//! the driver and `attention`.
//!
//! A person who closes a window comes back to the page, so the page's focus
//! and visibility say when to look. The timer looks too while the page can be
//! seen, because not every closing moves the focus; in the background it only
//! serves deadlines.

use super::attention::listen_anew;
use super::driver::feed_all;
use super::registry::{Dialog, Place, living};
use crate::core::error::{Error, ErrorCode};
use crate::core::session::Input;
use crate::dom::given::read;
use crate::dom::waiting::show_waiting;

/// The page was emptied by `document.open()`, its listeners are gone.
pub fn emptied() {
    if living().is_some_and(|registry| !registry.is_empty()) {
        listen_anew();
        look();
    }
}

/// Looks at everything.
pub fn look() {
    let Some(registry) = living().filter(|registry| !registry.is_empty()) else {
        return;
    };
    registry.looks_at.set(f64::INFINITY);
    feed_all(&seen);
    feed_all(&|_| Some(Input::Tick));
}

/// What has become of a dialog.
fn seen(dialog: &Dialog) -> Option<Input> {
    let signal = dialog.pending.borrow().looked_at.clone();
    if signal.is_some_and(|signal| read(&signal, "aborted") == true) {
        return Some(Input::Abort);
    }
    let popup = match dialog.place.get()? {
        Place::Frame(frame) if !frame.is_there() => return Some(Input::FrameGone),
        Place::Frame(frame) if is_open(dialog) && frame.is_swallowed() => {
            return Some(Input::FrameRefused(swallowed()));
        }
        Place::Frame(frame) => return frame.has_focus().then_some(Input::FrameUsed),
        Place::Window(popup) => popup,
    };
    if !is_open(dialog) {
        return None;
    }
    if popup.is_closed() {
        return Some(if dialog.session.borrow().is_framed() {
            Input::FrameGone
        } else {
            Input::WindowClosed
        });
    }
    popup.has_emptied().then(|| {
        // As in a window of ours, until the code is there.
        if dialog.url.borrow().is_empty() {
            show_waiting(popup.window(), &dialog.handle);
        }
        Input::Emptied
    })
}

/// Whether it is to be seen: not once it is closing, which hides it.
fn is_open(dialog: &Dialog) -> bool {
    dialog.session.borrow().is_looked_at()
}

fn swallowed() -> Error {
    Error::new(
        ErrorCode::FrameBlocked,
        "The Element in `display` does not show its children, as a custom element without a slot: \
         use a div.",
    )
}
