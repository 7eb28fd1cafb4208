//! Windows: opening, emptying, navigating, closing. Imports `value`.
//!
//! Always `_blank`, never a name that another window could claim; never
//! `noopener`, or the dialog could not answer. Everything on a window that
//! may belong to another origin goes through guarded calls.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

use super::driver;
use super::registry;
use super::value::Value;
use crate::core::fields::Slot as Name;
use crate::core::options::Options;
use crate::core::placement::{features, place, Area};
use crate::core::session::Input;

const WIDTH: f64 = 500.0;
const HEIGHT: f64 = 700.0;

/// Opens an empty window; `None`: the browser blocked it.
pub fn open(page: &web_sys::Window, options: &Options<Value>) -> Option<Value> {
    let area = area(&Value(page.into()), options);
    let window = page
        .open_with_url_and_target_and_features("", "_blank", &features(area))
        .ok()??;
    let window = Value(window.into());
    // Some blockers give a window that is closed already.
    (window.property("closed") == JsValue::FALSE).then_some(window)
}

fn area(page: &Value, options: &Options<Value>) -> Area {
    let screen = Value(page.property("screen"));
    let read = |of: &Value, names: [&str; 4]| {
        let [left, top, width, height] =
            names.map(|name| of.property(name).as_f64().unwrap_or(f64::NAN));
        Area {
            left,
            top,
            width,
            height,
        }
    };
    place(
        options.number(Name::PopupWidth).unwrap_or(WIDTH),
        options.number(Name::PopupHeight).unwrap_or(HEIGHT),
        read(page, ["screenX", "screenY", "outerWidth", "outerHeight"]),
        read(
            &screen,
            ["availLeft", "availTop", "availWidth", "availHeight"],
        ),
    )
}

/// Calls a method that every window has, whatever its origin.
fn call(window: &JsValue, name: &str, arguments: &js_sys::Array) {
    let method = Value(window.clone()).property(name);
    if let Some(method) = method.dyn_ref::<Function>() {
        let _ = method.apply(window, arguments);
    }
}

/// Sends the window to `url`, in place of what its history has now: the code
/// must not be found by going back.
pub fn navigate(window: &Value, url: &str) {
    let location = window.property("location");
    call(&location, "replace", &js_sys::Array::of1(&url.into()));
}

/// Closes the window. One that was cut off stays, without an error.
pub fn close(window: &Value) {
    call(&window.0, "close", &js_sys::Array::new());
}

/// Brings the window to the front.
pub fn focus(window: &Value) {
    call(&window.0, "focus", &js_sys::Array::new());
}

/// Answers a request for the account id, to exactly this origin.
pub fn answer(window: &Value, account: &JsValue, origin: &str) {
    let message = Object::new();
    for (name, value) in [
        (
            "type",
            &JsValue::from_str("tray.authpopup.accountIdRequest"),
        ),
        ("data", account),
    ] {
        let _ = Reflect::set(&message, &name.into(), value);
    }
    call(
        &window.0,
        "postMessage",
        &js_sys::Array::of2(&message, &origin.into()),
    );
}

/// Writes a title and a line of text into a blank window, by DOM.
pub fn show_waiting(window: &Value, title: &str, text: &str) {
    let document = Value(window.property("document"));
    let body = document.property("body");
    if !body.is_object() {
        return;
    }
    let document: web_sys::Document = document.0.unchecked_into();
    document.set_title(title);
    let body: web_sys::HtmlElement = body.unchecked_into();
    body.set_text_content(Some(text));
    // By CSSOM: the window has this page's Content-Security-Policy.
    body.style()
        .set_css_text("color-scheme:light dark;font:1rem system-ui,sans-serif;margin:2rem");
}

/// Begins to empty a given window; the answer is what is in it now, if that
/// can be seen.
pub fn empty(window: &Value) -> JsValue {
    let old = window.property("document");
    navigate(window, "about:blank");
    old
}

/// Tells the sessions whose given window has been emptied. Only then is it
/// navigated to the dialog, so that nothing the old page still posts can be
/// taken for the dialog's.
pub fn look_for_emptied() {
    let emptied = registry::with(|all| {
        let mut ids = Vec::new();
        for slot in &mut all.slots {
            let Some(old) = &slot.emptying else { continue };
            let document = slot.window.property("document");
            let there = Value(slot.window.property("location")).property("href");
            if document.is_object() && document != *old && there == "about:blank" {
                slot.emptying = None;
                ids.push(slot.id);
            }
        }
        ids
    });
    for id in emptied.unwrap_or_default() {
        driver::feed(id, Input::Emptied);
    }
}
