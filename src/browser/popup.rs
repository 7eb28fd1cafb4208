//! Windows: opening, emptying, navigating, closing. Imports `value`.
//!
//! Always `_blank`, never a name that another window could claim; never
//! `noopener`, or the dialog could not answer.

use wasm_bindgen::prelude::*;

use super::registry::{all, Slot};
use super::value::{call, get, is_another_window, is_own_window, put, tell, Value};
use super::{platform, reasons};
use crate::core::error::Error;
use crate::core::fields::Slot as Name;
use crate::core::options::Options;
use crate::core::placement::{features, place, Area};

const WIDTH: f64 = 500.0;
const HEIGHT: f64 = 700.0;

/// Opens an empty window.
///
/// # Errors
/// `popup_blocked`.
pub fn open(options: &Options<Value>) -> Result<JsValue, Error> {
    let page = &all().page;
    let screen = get(page, "screen");
    let area = place(
        options.number(Name::PopupWidth).unwrap_or(WIDTH),
        options.number(Name::PopupHeight).unwrap_or(HEIGHT),
        area(page, ["screenX", "screenY", "outerWidth", "outerHeight"]),
        area(
            &screen,
            ["availLeft", "availTop", "availWidth", "availHeight"],
        ),
    );
    // No URL means an empty window. Through the page's own `open`, whatever it
    // is: a page may watch or wrap it.
    accept(platform::open(&features(area)))
}

/// Takes what `window.open` gave only if it is a window of ours: it is written
/// into, sent to the dialog, and closed. Of what is refused, a window is closed
/// that nobody else has.
fn accept(window: JsValue) -> Result<JsValue, Error> {
    if !window.is_object() {
        return Err(reasons::no_handle());
    }
    // As some blockers give it.
    if get(&window, "closed") == true {
        return Err(reasons::blocked());
    }
    // Also by one that has settled: what it is still to undo would close it.
    let is_taken = all().owner(&window).is_some();
    if !is_taken && is_own_window(&window) {
        return Ok(window);
    }
    if !is_taken && is_another_window(&window) {
        close(&window);
    }
    Err(reasons::not_our_window())
}

fn area(of: &JsValue, names: [&str; 4]) -> Area {
    let [left, top, width, height] = names.map(|name| get(of, name).as_f64().unwrap_or(f64::NAN));
    Area {
        left,
        top,
        width,
        height,
    }
}

/// Sends the window to `url`, in place of what its history has now: the code
/// must not be found by going back.
pub fn navigate(window: &JsValue, url: &str) {
    let location = get(window, "location");
    call(&location, "replace", &url.into(), &all().nothing);
}

/// Closes the window. One that was cut off stays, without an error.
pub fn close(window: &JsValue) {
    tell(window, "close");
}

/// Answers a request for the account id, to exactly this origin.
pub fn answer(window: &JsValue, account: &str, origin: &str) {
    let message = platform::object();
    put(&message, "type", "tray.authpopup.accountIdRequest");
    put(&message, "data", account);
    call(window, "postMessage", &message, &origin.into());
}

/// Begins to empty a given window: it is navigated to the dialog only when
/// nothing of what is in it now is left, so that what the old page still posts
/// can not be taken for the dialog's.
pub fn empty(slot: &Slot) {
    let window = slot.window();
    // `null` if it is of another origin.
    slot.emptying.replace(Some(get(window, "document")));
    navigate(window, "about:blank");
}

/// Whether a given window that was not is empty now.
pub fn is_emptied(slot: &Slot) -> bool {
    let mut emptying = slot.emptying.borrow_mut();
    let Some(old) = &*emptying else { return false };
    let document = get(slot.window(), "document");
    let emptied =
        document.is_object() && document != *old && get(&document, "URL") == "about:blank";
    if emptied {
        *emptying = None;
    }
    emptied
}
