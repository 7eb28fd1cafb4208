//! Checks every window and frame, and passes ticks to the sessions. Imports the
//! registry, the driver and `attention`.
//!
//! A user who closes a window comes back to the page, so the page's focus and
//! visibility say when to check. While the page is visible, the timer checks
//! too, because closing does not always move the focus. In the background, it
//! only serves deadlines.

use super::attention::listen_anew;
use super::driver::feed_all;
use super::registry::{Dialog, Place, registry_if_page};
use crate::core::error::{Error, ErrorCode};
use crate::core::session::Input;
use crate::dom::given::read;
use crate::dom::waiting::show_waiting;

/// `document.open()` has emptied the page and removed its listeners.
pub fn emptied() {
    if registry_if_page().is_some_and(|registry| !registry.is_empty()) {
        listen_anew();
        look();
    }
}

/// Checks everything.
pub fn look() {
    let Some(registry) = registry_if_page().filter(|registry| !registry.is_empty()) else {
        return;
    };
    registry.looks_at.set(f64::INFINITY);
    feed_all(&seen);
    feed_all(&|_| Some(Input::Tick));
}

/// What has happened to a dialog, if anything.
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
    popup.finish_emptying().then(|| {
        // As in our own window, until the code arrives.
        if dialog.url.borrow().is_empty() {
            show_waiting(popup.window(), &dialog.handle);
        }
        Input::Emptied
    })
}

/// Whether it is visible: no longer when it is closing, which hides it.
fn is_open(dialog: &Dialog) -> bool {
    dialog.session.borrow().is_looked_at()
}

fn swallowed() -> Error {
    Error::new(
        ErrorCode::FrameBlocked,
        "The Element in `display` does not show its children, like a custom element without a slot: \
         use a div.",
    )
}
