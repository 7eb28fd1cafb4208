//! The JavaScript boundary (wasm32 only): a few functions for `pkg/`, without
//! logic. May import everything.
//!
//! A refusal is returned as a plain `{ code, message, field? }`, from which the
//! facade makes the public error. Anything thrown is a trap.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Window;

use crate::core::error::Error;
use crate::core::event::By;
use crate::core::fields::Slot;
use crate::core::message;
use crate::core::options::Purpose;
use crate::core::session::Input;
use crate::dialogs::hearing::HEARD;
use crate::dialogs::registry::{Dialog, registry_if_page};
use crate::dialogs::{attention, driver, opening, registry, setup, watch};
use crate::dom::facade::Handle;
use crate::dom::given::{BrowserParser, Given};
use crate::dom::leaving::leaving;
use crate::dom::page;

/// Initialises the instance, once and before everything else. `window` is the
/// page's, or `undefined` if there is no page.
#[wasm_bindgen]
pub fn begin(window: Option<Window>) {
    if let Some(window) = window {
        page::begin(&window);
        let looks = |_| watch::look();
        registry::begin(HEARD, looks, |_| watch::emptied(), |_| attention::rest());
    }
}

/// `openAuthDialog`. `used`: a code that was passed as a string or promise was
/// already used.
#[wasm_bindgen]
pub fn open(options: JsValue, handle: Handle, used: bool) -> JsValue {
    answer(opening::open(options, handle, used).map(|()| JsValue::UNDEFINED))
}

/// `attachAuthDialog`.
#[wasm_bindgen]
pub fn attach(target: &JsValue, options: JsValue, handle: Handle) -> JsValue {
    answer(opening::attach(target, options, handle).map(|()| JsValue::UNDEFINED))
}

/// `close()`.
#[wasm_bindgen]
pub fn close(id: u32) {
    on(id, |dialog| driver::feed(dialog, Input::Close(By::App)));
}

/// `retry()` replaces a dialog that has not settled.
#[wasm_bindgen]
pub fn supersede(id: u32) {
    on(id, |dialog| driver::feed(dialog, Input::Supersede));
}

/// `focus()`.
#[wasm_bindgen]
pub fn focus(id: u32) {
    on(id, |dialog| opening::focus(dialog));
}

/// Checks everything: the facade calls it after it had to drop a call.
#[wasm_bindgen]
pub fn look() {
    watch::look();
}

/// `authDialogUrl`.
#[wasm_bindgen(js_name = dialogUrl)]
pub fn dialog_url(options: JsValue) -> JsValue {
    answer(url(options))
}

/// `parseAuthMessage`.
#[wasm_bindgen(js_name = parseMessage)]
pub fn parse_message(data: JsValue) -> JsValue {
    match message::parse(&Given(data)) {
        Some(message) => leaving(&message.shortened()),
        None => JsValue::UNDEFINED,
    }
}

fn url(options: JsValue) -> Result<JsValue, Error> {
    let setup = setup::prepare(options, Purpose::Url)?;
    let code = setup.options.text(Slot::AuthorizationCode);
    let address = setup
        .way
        .address(&BrowserParser, code.unwrap_or_default())?;
    Ok(JsValue::from_str(&address.url))
}

fn on(id: u32, act: impl FnOnce(&Rc<Dialog>)) {
    if let Some(dialog) = registry_if_page().and_then(|registry| registry.dialog(id)) {
        act(&dialog);
    }
}

fn answer(result: Result<JsValue, Error>) -> JsValue {
    result.unwrap_or_else(|error| leaving(&error))
}
