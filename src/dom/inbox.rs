//! THE TRUST DECISION: who may speak for a dialog. Imports `given`.
//!
//! One listener serves every dialog. A message is taken in only if, in this
//! order,
//! 1. the browser itself dispatched it (`isTrusted`),
//! 2. its `source` is, identically, the window that was captured when the
//!    dialog was opened. Never `null`: that is what a detached frame's window
//!    and a dead sender's source both are,
//! 3. its origin is exactly one of the dialog's.
//!
//! Only then is `data` read, lazily. A foreign message costs no string and no
//! look at its data.
//!
//! What else belongs to trust, and where it is: which window is captured
//! (`popup.rs`, `frame.rs`), which origins count (`core/origin.rs`,
//! `core/options.rs`), that nothing counts before the navigation
//! (`core/session`), and that the old page of a given window is gone by then
//! (`popup.rs`, `empty`).

use wasm_bindgen::JsValue;
use web_sys::{MessageEvent, Window};

use super::given::{Given, read};
use super::page::is_same;
use crate::core::message::{AuthMessage, parse};

/// Who may be spoken for.
pub trait Addressee {
    /// The window that was captured when the dialog was opened.
    fn window(&self) -> &Window;
    /// The origin that was opened; empty, which none is, until it is known.
    fn origin(&self) -> &str;
    /// Who else may speak, by the page's choice.
    fn extra_origins(&self) -> &[String];
}

/// What becomes of a message.
#[derive(Debug)]
pub enum Verdict {
    /// It counts; `main`: it came from the origin that was opened.
    Heard {
        /// What it said.
        message: AuthMessage,
        /// Not from one of `extraOrigins`.
        main: bool,
    },
    /// A dialog's own window spoke from an origin that is not allowed.
    Stranger(String),
}

/// Decides on one event. `find` looks for the dialog of a window; whatever it
/// finds, what counts is decided here. `None`: the message is not for us.
pub fn decide<A: Addressee>(
    event: &MessageEvent,
    find: impl FnOnce(&JsValue) -> Option<A>,
) -> Option<(A, Verdict)> {
    // Guarded, as nothing after it needs to be: a page may hand on a Proxy of
    // the event, of which this cannot be read.
    if read(event, "isTrusted") != true {
        return None;
    }
    let source: JsValue = event.source()?.into();
    let addressee = find(&source)?;
    if !is_same(addressee.window(), &source) {
        return None;
    }
    let origin = event.origin();
    let main = addressee.origin() == origin;
    if !main && !addressee.extra_origins().contains(&origin) {
        return Some((addressee, Verdict::Stranger(origin)));
    }
    let message = parse(&Given(event.data()))?;
    Some((addressee, Verdict::Heard { message, main }))
}
