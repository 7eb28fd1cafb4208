//! THE TRUST DECISION: whose messages count for a dialog. Imports `given`
//! and `page`.
//!
//! One listener serves every dialog. A message is accepted only if, in this
//! order,
//! 1. the browser itself dispatched it (`isTrusted`),
//! 2. its `source` is, identically, the window that was captured when the
//!    dialog was opened. Never `null`, which is both the window of a detached
//!    frame and the source of a dead sender,
//! 3. its origin is exactly one of the dialog's.
//!
//! Only then is `data` read, lazily. For a foreign message, no string is copied
//! and `data` is not read.
//!
//! Other parts of the trust decision: which window is captured (`popup.rs`,
//! `frame.rs`), which origins count (`core/origin.rs`, `core/given_url.rs`,
//! `core/options/values.rs`), that nothing counts before the navigation
//! (`core/session`), and that the old page of a given window is gone by then
//! (`popup.rs`, `empty`).

use wasm_bindgen::JsValue;
use web_sys::{MessageEvent, Window};

use super::given::{Given, read};
use super::page::is_that;
use crate::core::message::{AuthMessage, parse};

/// A dialog that messages may be for.
pub trait Addressee {
    /// The window that was captured when the dialog was opened, if it is.
    fn window(&self) -> Option<&Window>;
    /// The origin that was opened. Empty, which matches none, until it is
    /// known.
    fn origin(&self) -> &str;
    /// The further origins that the page allows.
    fn extra_origins(&self) -> &[String];
}

/// The decision on a message.
#[derive(Debug)]
pub enum Verdict {
    /// It counts; `main`: it came from the origin that was opened.
    Heard {
        /// The message.
        message: AuthMessage,
        /// Not from one of `extraOrigins`.
        main: bool,
    },
    /// A dialog's own window sent it from an origin that is not allowed.
    Stranger(String),
}

/// Decides on one event. `find` looks up the dialog of a window, but its result
/// is checked here. `None`: the message is not for us.
pub fn decide<A: Addressee>(
    event: &MessageEvent,
    find: impl FnOnce(&JsValue) -> Option<A>,
) -> Option<(A, Verdict)> {
    // Only this read needs a guard: a page may pass a Proxy of the event, which
    // cannot be read.
    if read(event, "isTrusted") != true {
        return None;
    }
    let source: JsValue = event.source()?.into();
    let addressee = find(&source)?;
    if !is_that(addressee.window(), &source) {
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
