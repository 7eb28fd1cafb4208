//! The authorization code on its way into a dialog that is open already.
//! Imports the registry and the driver.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::door::{token, CODE};
use super::registry::Slot;
use super::value::{is_longer, BrowserParser};
use super::{driver, platform, reasons, timers};
use crate::core::address::Way;
use crate::core::secrets::wipe;
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
    } else if let Some(source) = slot.setup.options.live(slot.setup.way.source().0) {
        platform::settle(&source.0, token(slot.id, CODE));
    }
}

/// `authorizationCode` or `url` has settled.
pub fn settled(slot: &Rc<Slot>, value: &JsValue) {
    // A code serves once: not for a window that is gone already.
    timers::look();
    let way = &slot.setup.way;
    let text = match way {
        Way::Given(_) => &platform::href(value),
        _ => value,
    };
    // What is longer does not come in at all: memory that grew stays so.
    let code = (!is_longer(text, way.max())).then(|| text.as_string());
    match code.flatten() {
        Some(code) => take(slot, code),
        None => driver::feed(slot, Input::CodeFailed(way.unusable())),
    }
}

fn take(slot: &Rc<Slot>, code: String) {
    let input = match slot.setup.way.address(&BrowserParser, &code) {
        Ok(address) => {
            if slot.state() == State::Opening {
                slot.url.replace(address.url.clone());
                let _ = slot.origin.set(address.origin.clone());
            }
            Input::Code(address)
        }
        Err(error) => Input::CodeFailed(error),
    };
    wipe(code);
    driver::feed(slot, input);
}

/// `authorizationCode` or `url` threw or rejected.
pub fn failed(slot: &Rc<Slot>, reason: JsValue) {
    slot.cause.replace(reason);
    driver::feed(
        slot,
        Input::CodeFailed(reasons::code_rejected(slot.setup.way.source().1)),
    );
}
