//! JavaScript values behind the ports of `core`: reading never throws, and a
//! string's length is checked before it enters the module, whose memory would
//! grow for good. Imports `core` and the registry.

use wasm_bindgen::prelude::*;

use super::platform;
use super::registry::all;
use crate::core::fields::Live;
use crate::core::message::{Data, Text};
use crate::core::options::{Seen, Source};
use crate::core::origin::{ParsedHost, UrlParser};
use crate::core::record::Record;

/// Any value.
#[derive(Clone, Debug)]
pub struct Value(pub JsValue);

/// The property `name`; `null` if it can not be read.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    platform::get(object, name)
}

/// Calls a method that takes up to two arguments; nothing happens if it can
/// not be called.
pub fn call(object: &JsValue, name: &str, first: &JsValue, second: &JsValue) -> JsValue {
    platform::call(object, name, first, second)
}

/// Calls a method without arguments.
pub fn tell(object: &JsValue, name: &str) -> JsValue {
    let nothing = &all().nothing;
    call(object, name, nothing, nothing)
}

/// An object with the fields of a record.
pub fn object(record: &dyn Record) -> JsValue {
    let made = platform::object();
    record.fields(&mut |name, value| put(&made, name, value));
    made
}

/// Whether a string has more than `max` UTF-16 units.
pub fn is_longer(text: &JsValue, max: u32) -> bool {
    get(text, "length").as_f64() > Some(f64::from(max))
}

/// Sets a property to a string.
pub fn put(object: &JsValue, name: &str, value: &str) {
    platform::set(object, name, &value.into());
}

/// Recognised by what it is, not by `instanceof`: it may come from another
/// realm, such as a same-origin frame.
fn is_window(value: &JsValue) -> bool {
    value.is_object() && get(value, "window") == *value
}

fn is_open_window(value: &JsValue) -> bool {
    is_window(value) && get(value, "closed") == false
}

fn is_element(value: &JsValue) -> bool {
    get(value, "nodeType") == 1.0
}

/// An Element of this page's own document: a dialog in a frame of another
/// document would post to that one's window.
fn is_of_page(value: &JsValue) -> bool {
    is_element(value) && get(value, "ownerDocument") == all().document
}

/// Not one that shows something else in place of what is in it.
fn shows_children(element: &JsValue) -> bool {
    let tag = get(element, "localName").as_string().unwrap_or_default();
    !matches!(
        tag.as_str(),
        "iframe" | "img" | "input" | "textarea" | "select" | "canvas" | "video" | "object"
    )
}

/// A top-level window beside this page: not the page itself, nor one that it is
/// in or that opened it, nor something that only passes for a window.
pub fn is_another_window(value: &JsValue) -> bool {
    let page = this_window();
    let document = get(value, "document");
    is_window(value)
        && get(value, "top") == *value
        && ["self", "parent", "top", "opener"]
            .iter()
            .all(|name| get(&page, name) != *value)
        // A Proxy hands out the document of the window behind it. Another
        // origin's document cannot be read, also that of a blank popup that
        // inherits a sandbox.
        && (!document.is_object() || get(&document, "defaultView") == *value)
}

/// A window that can become a dialog: open, and opened by this page, whose
/// `opener` the dialog posts to.
pub fn is_own_window(value: &JsValue) -> bool {
    is_another_window(value) && is_open_window(value) && get(value, "opener") == this_window()
}

/// This page's window itself, also where its scripts are given a Proxy of it, as
/// in sandboxes for micro front ends.
fn this_window() -> JsValue {
    get(&all().document, "defaultView")
}

/// The window of a window or an iframe, if it is one that is there.
pub fn dialog_window(target: &JsValue) -> Option<JsValue> {
    let window = if is_element(target) {
        if !is_of_page(target) {
            return None;
        }
        get(target, "contentWindow")
    } else {
        target.clone()
    };
    (is_open_window(&window) && window != all().page).then_some(window)
}

impl Source for Value {
    fn get(&self, name: &str, max: u32) -> Seen<Self> {
        let value = get(&self.0, name);
        if value == JsValue::UNDEFINED {
            Seen::Absent
        } else if let Some(flag) = value.as_bool() {
            Seen::Flag(flag)
        } else if let Some(number) = value.as_f64() {
            Seen::Number(number)
        } else if value.is_string() {
            if is_longer(&value, max) {
                Seen::TooLong
            } else {
                Seen::Text(value.as_string().unwrap_or_default())
            }
        } else if value.is_object() || value.is_function() {
            Seen::Live(Self(value))
        } else {
            Seen::Unusable
        }
    }

    fn names(&self) -> Vec<String> {
        let names = platform::names(&self.0);
        // Not `shift`, which moves all the others.
        let next = || tell(&names, "pop").as_string();
        std::iter::from_fn(next).collect()
    }

    fn is(&self, live: Live) -> bool {
        let value = &self.0;
        match live {
            Live::Function => value.is_function(),
            Live::Array => platform::is_array(value),
            Live::Object => value.is_object() && !platform::is_array(value),
            Live::Thenable => get(value, "then").is_function(),
            Live::Element => {
                is_of_page(value) && get(value, "isConnected") == true && shows_children(value)
            }
            Live::Window => is_own_window(value),
            Live::Signal => {
                get(value, "aborted").as_bool().is_some()
                    && get(value, "addEventListener").is_function()
            }
        }
    }
}

impl Data for Value {
    fn text(&self, field: &str, max: u32) -> Text {
        let value = platform::own(&self.0, field);
        if !value.is_string() {
            Text::None
        } else if is_longer(&value, max) {
            let start = call(&value, "slice", &0.into(), &max.into());
            Text::Cut(start.as_string().unwrap_or_default())
        } else {
            Text::Whole(value.as_string().unwrap_or_default())
        }
    }

    fn object(&self, field: &str) -> Option<Self> {
        let value = platform::own(&self.0, field);
        value.is_object().then_some(Self(value))
    }
}

/// The browser's own parser: the one that also makes `event.origin`.
#[derive(Clone, Copy, Debug)]
pub struct BrowserParser;

impl UrlParser for BrowserParser {
    fn parse(&self, text: &str) -> Option<ParsedHost> {
        let url = platform::parse_url(text);
        Some(ParsedHost {
            origin: get(&url, "origin").as_string()?,
            host: get(&url, "hostname").as_string()?,
        })
    }

    fn decode(&self, text: &str) -> Option<String> {
        platform::decode(text).as_string()
    }
}
