//! When to listen to the page, and when to check its windows. Imports the
//! registry.

use super::registry::registry;
use crate::dom::listeners::{Listeners, Watch};

/// How often windows are checked while the page is visible, ms.
const LOOK_EVERY: f64 = 250.0;

/// How often a given window is checked while it is being emptied, ms.
const LOOK_SOON: f64 = 20.0;

/// Starts to listen to the page, with the first dialog.
pub fn listen() {
    if registry().listeners.borrow().is_none() {
        listen_anew();
    }
}

/// Adds the listeners again after `document.open()` has removed them. Only
/// then: a new listener does not get an event that is on its way to the old
/// one, and comes after all that the page has added meanwhile.
pub fn listen_anew() {
    let registry = registry();
    if registry.watch.borrow().is_none() {
        let watch = Watch::new(registry.page, registry.emptied);
        registry.watch.replace(watch);
    }
    // Dropped after the new ones are added.
    let before = registry
        .listeners
        .replace(Some(Listeners::new(registry.page, registry.heard)));
    drop(before);
}

/// Sets the timer for the next deadline. Without dialogs, it releases the page.
pub fn arrange() {
    let registry = registry();
    let dialogs = registry.living();
    if dialogs.is_empty() {
        // In the microtask after those that wait for the result: what they do
        // need not wait until the browser has taken back each listener.
        return registry.rest.ask();
    }
    let now = registry.page.now();
    let mut at = f64::INFINITY;
    let mut looks = false;
    for dialog in &dialogs {
        let session = dialog.session.borrow();
        at = at.min(session.wakes_at().unwrap_or(f64::INFINITY));
        if dialog.popup().is_some_and(|popup| popup.is_emptying()) {
            // Also in the background: the given window may cover the page.
            at = at.min(now + LOOK_SOON);
        } else if session.is_looked_at() {
            looks = true;
        }
    }
    if looks && !registry.page.is_hidden() {
        // A dialog that sends messages all the time must not delay it.
        let due = registry.looks_at.get().min(now + LOOK_EVERY);
        registry.looks_at.set(due);
        at = at.min(due);
    } else {
        registry.looks_at.set(f64::INFINITY);
    }
    registry.timer.set(at.is_finite().then_some(at - now));
}

/// Removes the listeners, unless a new dialog was opened meanwhile.
pub fn rest() {
    let registry = registry();
    if registry.is_empty() {
        registry.looks_at.set(f64::INFINITY);
        registry.timer.set(None);
        let listeners = registry.listeners.take();
        registry.watch.take();
        drop(listeners);
    }
}
