//! The JavaScript boundary (wasm32 only): a handful of functions for `pkg/`,
//! without logic. May import `browser` and `core`.
//!
//! What fails throws a plain `{ code, message, field? }`, of which the facade
//! makes the public error.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::platform::{Handle, Platform};
use crate::browser::value::{BrowserParser, Value};
use crate::browser::{door, driver, opening, registry};
use crate::core::error::Error;
use crate::core::event::By;
use crate::core::fields::Slot;
use crate::core::message;
use crate::core::options::{usable_code, Purpose};
use crate::core::session::Input;

#[derive(Serialize)]
struct Thrown<'a> {
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
}

fn thrown(error: Error) -> JsValue {
    driver::to_js(&Thrown {
        code: error.code.as_str(),
        message: &error.message,
        field: error.field.as_deref(),
    })
}

/// Begins, once for each instance. `page` is the page's window, or `undefined`
/// where there is none.
#[wasm_bindgen]
pub fn begin(platform: Platform, page: JsValue) {
    if page.is_object() {
        registry::start(platform, page.unchecked_into());
    }
}

/// The one way back in.
#[wasm_bindgen]
pub fn enter(token: u32, value: JsValue) {
    door::enter(token, value);
}

/// `openAuthDialog`; `spent`: a code given as a string or a promise was used.
#[wasm_bindgen]
pub fn open(options: JsValue, handle: Handle, spent: bool) -> Result<(), JsValue> {
    opening::open(options, handle, spent).map_err(thrown)
}

/// `attachAuthDialog`.
#[wasm_bindgen]
pub fn attach(target: JsValue, options: JsValue, handle: Handle) -> Result<(), JsValue> {
    opening::attach(target, options, handle).map_err(thrown)
}

/// `close()`.
#[wasm_bindgen]
pub fn close(id: u32) {
    driver::feed(id, Input::Close(By::App));
}

/// `retry()` takes the place of a dialog that is not settled.
#[wasm_bindgen]
pub fn supersede(id: u32) {
    driver::replace(id);
}

/// `focus()`.
#[wasm_bindgen]
pub fn focus(id: u32) {
    driver::focus(id);
}

/// `authDialogUrl`.
#[wasm_bindgen(js_name = dialogUrl)]
pub fn dialog_url(options: JsValue) -> Result<String, JsValue> {
    let url = || {
        let options = opening::read(options, Purpose::Url)?;
        let origins = options.origins(&BrowserParser)?;
        let origin = origins.first().cloned().unwrap_or_default();
        let code = options.text(Slot::AuthorizationCode).unwrap_or_default();
        Ok(options
            .request(origin)?
            .url(usable_code(code).unwrap_or_default()))
    };
    url().map_err(thrown)
}

/// `parseAuthMessage`.
#[wasm_bindgen(js_name = parseMessage)]
pub fn parse_message(data: JsValue) -> JsValue {
    match message::parse(&Value(data)) {
        Some(message) => driver::to_js(&message.shortened()),
        None => JsValue::UNDEFINED,
    }
}
