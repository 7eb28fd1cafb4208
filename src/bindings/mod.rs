//! The JavaScript boundary (wasm32 only): a handful of functions for `pkg/`,
//! without logic. May import `browser` and `core`.
//!
//! What is refused comes back as a plain `{ code, message, field? }`, of which
//! the facade makes the public error. What throws is a trap.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::browser::platform::Handle;
use crate::browser::registry::{all, Slot};
use crate::browser::value::{object, BrowserParser, Value};
use crate::browser::{door, driver, frame, opening, registry};
use crate::core::error::Error;
use crate::core::event::By;
use crate::core::fields;
use crate::core::message;
use crate::core::options::Purpose;
use crate::core::session::Input;

/// Begins, once for each instance and before everything else. `page` is the
/// page's window, or `undefined` where there is none.
#[wasm_bindgen]
pub fn begin(page: JsValue) {
    registry::begin(page);
}

/// The one way back in.
#[wasm_bindgen]
pub fn enter(token: u32, value: JsValue) {
    door::enter(token, value);
}

/// `openAuthDialog`; `spent`: a code given as a string or a promise was used.
#[wasm_bindgen]
pub fn open(options: JsValue, handle: Handle, spent: bool) -> JsValue {
    answer(opening::open(options, handle, spent).map(|()| JsValue::UNDEFINED))
}

/// `attachAuthDialog`.
#[wasm_bindgen]
pub fn attach(target: JsValue, options: JsValue, handle: Handle) -> JsValue {
    answer(opening::attach(target, options, handle).map(|()| JsValue::UNDEFINED))
}

/// `close()`.
#[wasm_bindgen]
pub fn close(id: u32) {
    on(id, |slot| driver::feed(slot, Input::Close(By::App)));
}

/// `retry()` takes the place of a dialog that is not settled.
#[wasm_bindgen]
pub fn supersede(id: u32) {
    on(id, |slot| driver::feed(slot, Input::Supersede));
}

/// `focus()`.
#[wasm_bindgen]
pub fn focus(id: u32) {
    on(id, frame::focus);
}

/// `authDialogUrl`.
#[wasm_bindgen(js_name = dialogUrl)]
pub fn dialog_url(options: JsValue) -> JsValue {
    answer(url(options).map(JsValue::from))
}

/// `parseAuthMessage`.
#[wasm_bindgen(js_name = parseMessage)]
pub fn parse_message(data: JsValue) -> JsValue {
    match message::parse(&Value(data)) {
        Some(message) => object(&message.shortened()),
        None => JsValue::UNDEFINED,
    }
}

fn url(options: JsValue) -> Result<String, Error> {
    let setup = opening::prepare(options, Purpose::Url)?;
    let code = setup.options.text(fields::Slot::AuthorizationCode);
    let code = code.unwrap_or_default();
    Ok(std::mem::take(
        &mut setup.way.address(&BrowserParser, code)?.url,
    ))
}

fn on(id: u32, act: impl FnOnce(&Rc<Slot>)) {
    if let Some(slot) = all().slot(id) {
        act(&slot);
    }
}

fn answer(result: Result<JsValue, Error>) -> JsValue {
    result.unwrap_or_else(|error| object(&error))
}
