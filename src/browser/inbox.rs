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

use wasm_bindgen::prelude::*;

use super::driver;
use super::registry::all;
use super::value::Value;
use crate::core::message;
use crate::core::session::Input;

#[wasm_bindgen]
extern "C" {
    /// The browser's `MessageEvent`; of a synthetic one anything can be said,
    /// but for `isTrusted`, which the browser lets nobody set.
    pub type MessageEvent;
    #[wasm_bindgen(method, getter, js_name = isTrusted)]
    fn is_trusted(this: &MessageEvent) -> bool;
    #[wasm_bindgen(method, getter)]
    fn source(this: &MessageEvent) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn origin(this: &MessageEvent) -> String;
    #[wasm_bindgen(method, getter)]
    fn data(this: &MessageEvent) -> JsValue;
}

/// A message arrived at the page's window.
pub fn receive(event: &MessageEvent) {
    if !event.is_trusted() {
        return;
    }
    let source = event.source();
    if source == JsValue::NULL {
        return;
    }
    let Some(slot) = all().owner(&source) else {
        return;
    };
    // What found it is a `Map` of the page's realm; this is what decides.
    if *slot.window() != source {
        return;
    }
    let origin = event.origin();
    let main = slot.origin() == origin;
    if !main && !slot.setup.extra_origins.contains(&origin) {
        driver::feed(&slot, Input::Stranger(origin));
        return;
    }
    if let Some(message) = message::parse(&Value(event.data())) {
        driver::feed(&slot, Input::Message { message, main });
    }
}
