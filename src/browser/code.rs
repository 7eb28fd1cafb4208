//! The authorization code on its way into a dialog that is open already.
//! Imports the registry and the driver.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::door::{token, CODE};
use super::registry::Slot;
use super::value::is_longer;
use super::{driver, platform, reasons, timers};
use crate::core::fields::Slot as Name;
use crate::core::options::usable_code;
use crate::core::secrets::{wipe, MAX_READ};
use crate::core::session::{Input, State};

/// Brings the code: a string at once, anything else when it settles. Not for a
/// dialog that is over already: a code serves once.
pub fn provide(slot: &Rc<Slot>, code: Option<String>) {
    if slot.state() != State::Opening {
        if let Some(code) = code {
            wipe(code);
        }
    } else if let Some(code) = code {
        take(slot, code);
    } else if let Some(source) = slot.setup.options.live(Name::AuthorizationCode) {
        platform::settle(&source.0, token(slot.id, CODE));
    }
}

/// `authorizationCode` has settled.
pub fn settled(slot: &Rc<Slot>, value: &JsValue) {
    // A code serves once: not for a window that is gone already.
    timers::look();
    // What is longer does not come in at all: memory that grew stays so.
    let code = (!is_longer(value, MAX_READ)).then(|| value.as_string());
    match code.flatten() {
        Some(code) => take(slot, code),
        None => driver::feed(slot, Input::CodeFailed(reasons::no_code())),
    }
}

fn take(slot: &Rc<Slot>, code: String) {
    let input = match (usable_code(&code), &slot.setup.request) {
        (Some(usable), Some(request)) => {
            if slot.state() == State::Opening {
                slot.url.replace(request.url(usable));
            }
            Input::Code(usable.to_owned())
        }
        _ => Input::CodeFailed(reasons::no_code()),
    };
    wipe(code);
    driver::feed(slot, input);
}

/// `authorizationCode` threw or rejected.
pub fn failed(slot: &Rc<Slot>, reason: JsValue) {
    slot.cause.replace(reason);
    driver::feed(slot, Input::CodeFailed(reasons::code_rejected()));
}
