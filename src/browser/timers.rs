//! The one timer, and the look at every window and frame. Imports the
//! registry and the driver.
//!
//! A person who closes a window comes back to the page, so the page's focus
//! and visibility say when to look. The timer looks too while the page can be
//! seen, because not every closing moves the focus; in the background it only
//! serves deadlines.

use super::door;
use super::driver;
use super::platform;
use super::popup;
use super::registry::{all, is_closed};
use super::value::get;
use crate::core::session::Input;

/// How often windows are looked at while the page can be seen, ms.
const LOOK_EVERY: f64 = 250.0;

/// How often a given window is looked at while it is being emptied, ms.
const LOOK_SOON: f64 = 20.0;

/// Looks at every window and frame, and lets time pass.
pub fn look() {
    all().looks_at.set(f64::INFINITY);
    driver::feed_all(&|slot| {
        let frame = slot.frame.get();
        if let Some(frame) = frame {
            if !frame.holds(slot.window()) {
                return Some(Input::FrameGone);
            }
            return frame.has_focus().then_some(Input::FrameUsed);
        }
        if !slot.session.borrow().is_looked_at() {
            return None;
        }
        if is_closed(slot.window()) {
            return Some(if slot.session.borrow().is_framed() {
                Input::FrameGone
            } else {
                Input::WindowClosed
            });
        }
        popup::is_emptied(slot).then(|| {
            // As in a window of ours, until the code is there.
            if slot.url.borrow().is_empty() {
                platform::waiting(slot.window(), &slot.setup.given);
            }
            Input::Emptied
        })
    });
    driver::feed_all(&|_| Some(Input::Tick));
}

/// Sets the timer for what comes next; without sessions, the page is let go
/// of.
pub fn arrange() {
    let all = all();
    let now = platform::now();
    let mut at = f64::INFINITY;
    let mut looks = false;
    for slot in all.slots.borrow().iter() {
        let session = slot.session.borrow();
        at = at.min(session.wakes_at().unwrap_or(f64::INFINITY));
        if slot.emptying.borrow().is_some() {
            // Also in the background: the given window may cover the page.
            at = at.min(now + LOOK_SOON);
        } else if session.is_looked_at() {
            looks = true;
        }
    }
    if looks && get(&all.document, "hidden") != true {
        // A dialog that says something all the time does not put it off.
        let due = all.looks_at.get().min(now + LOOK_EVERY);
        all.looks_at.set(due);
        at = at.min(due);
    } else {
        all.looks_at.set(f64::INFINITY);
    }
    platform::after(if at == f64::INFINITY {
        -1.0
    } else {
        (at - now).max(0.0)
    });
    if all.listening.get() && all.slots.borrow().is_empty() {
        // In the microtask after those that wait for the result: what they do
        // need not wait until the browser has taken back each listener.
        platform::settle(&all.nothing, door::IDLE);
    }
}

const OF_PAGE: &[(&str, u32)] = &[
    ("message", door::MESSAGE),
    ("focus", door::LOOK),
    ("blur", door::LOOK),
    ("pagehide", door::PAGE_HIDE),
];

const OF_DOCUMENT: &[(&str, u32)] = &[
    ("visibilitychange", door::LOOK),
    ("securitypolicyviolation", door::VIOLATION),
];

/// Begins to listen to the page, with the first session.
pub fn listen() {
    let all = all();
    if all.listening.replace(true) {
        return;
    }
    for (target, events) in [(&all.page, OF_PAGE), (&all.document, OF_DOCUMENT)] {
        for (kind, token) in events {
            all.scope.listen(target, kind, *token);
        }
    }
}

/// Lets go of the page, unless a new session has begun meanwhile.
pub fn idle() {
    let all = all();
    if all.slots.borrow().is_empty() {
        all.scope.undo();
        all.listening.set(false);
    }
}
