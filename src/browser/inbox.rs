//! THE TRUST DECISION: who may speak for a dialog. Imports the registry.
//!
//! One listener serves every dialog. A message is taken in only if, in this
//! order,
//! 1. the browser itself dispatched it (`isTrusted`),
//! 2. its `source` is, identically, the window that was captured when the
//!    dialog was opened. Never `null`: that is what a detached frame's window
//!    and a dead sender's source both are,
//! 3. its origin is exactly one of the session's.
//!
//! Only then is `data` read, lazily. A foreign message costs no string and no
//! look at its data.

use web_sys::MessageEvent;

use super::value::Value;
use super::{driver, registry};
use crate::core::message;
use crate::core::session::Input;

/// A message arrived at the page's window.
pub fn receive(event: &MessageEvent) {
    if !event.is_trusted() {
        return;
    }
    let Some(source) = event.source() else {
        return;
    };
    let Some(Some(id)) = registry::with(|all| all.owner(&source)) else {
        return;
    };
    let origin = event.origin();
    let place = registry::with(|all| {
        let slot = all.slot(id)?;
        slot.origins.iter().position(|allowed| *allowed == origin)
    });
    let Some(Some(place)) = place else {
        driver::feed(id, Input::Stranger(origin));
        return;
    };
    if let Some(message) = message::parse(&Value(event.data())) {
        let main = place == 0;
        driver::feed(id, Input::Message { message, main });
    }
}
