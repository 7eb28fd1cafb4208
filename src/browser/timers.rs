//! The one timer, and the look at every window and frame. Imports the
//! registry and the driver.
//!
//! A person who closes a window comes back to the page, so the page's focus
//! and visibility say when to look. The timer looks too while the page can be
//! seen, because not every closing moves the focus; in the background it only
//! serves deadlines.

use super::registry::{Place, Registry};
use super::{door, driver};
use crate::core::session::Input;

/// How often windows are looked at while the page can be seen, ms.
const LOOK_EVERY: f64 = 250.0;

/// How often a given window is looked at while it is being emptied, ms.
const LOOK_SOON: f64 = 20.0;

/// Looks at every window and frame, and lets time pass.
pub fn look() {
    driver::feed_all(|slot| {
        if !slot.session.is_looked_at() {
            return None;
        }
        match &slot.place {
            Place::Window => {
                (slot.window.property("closed") != false).then_some(Input::WindowClosed)
            }
            Place::Frame(frame) if !frame.holds(&slot.window) => Some(Input::FrameGone),
            Place::Frame(frame) => frame.has_focus().then_some(Input::FrameUsed),
            Place::PageFrame(frame) => (frame.property("isConnected") != true
                || frame.property("contentWindow") != slot.window.0)
                .then_some(Input::FrameGone),
        }
    });
    super::popup::look_for_emptied();
    driver::feed_all(|_| Some(Input::Tick));
}

/// Listens to the page while there are sessions, and sets the timer.
pub fn arrange(all: &mut Registry) {
    let now = all.platform.now();
    let mut at = f64::INFINITY;
    let mut looked_at = false;
    for slot in &all.slots {
        at = at.min(slot.session.wakes_at().unwrap_or(f64::INFINITY));
        looked_at |= slot.session.is_looked_at();
        if slot.emptying.is_some() {
            at = at.min(now + LOOK_SOON);
        }
    }
    let hidden = all.page.document().is_none_or(|page| page.hidden());
    if looked_at && !hidden {
        at = at.min(now + LOOK_EVERY);
    }
    all.platform.after(if at.is_finite() {
        (at - now).max(0.0)
    } else {
        -1.0
    });
    if all.slots.is_empty() {
        all.scope.undo(0);
    }
}

/// Begins to listen to the page, with the first session.
pub fn listen(all: &Registry) {
    let scope = &all.scope;
    scope.listen(&all.page, "message", door::MESSAGE);
    scope.listen(&all.page, "focus", door::LOOK);
    scope.listen(&all.page, "blur", door::LOOK);
    scope.listen(&all.page, "pagehide", door::PAGE_HIDE);
    if let Some(document) = all.page.document() {
        scope.listen(&document, "visibilitychange", door::LOOK);
        scope.listen(&document, "securitypolicyviolation", door::VIOLATION);
    }
}
