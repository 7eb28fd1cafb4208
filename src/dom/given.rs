//! Values from a page or a message, behind the ports of `core`. Reading never
//! throws, and a string's length is checked before it enters the module,
//! because the module's memory never shrinks. Imports `core` and the page.
//!
//! It does not use `serde_wasm_bindgen::from_value`, which reads through
//! prototypes, copies strings of any length, and adds 7.5 kB.

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, Node, Window};

use super::page::{is_same, page};
use crate::core::fields::Live;
use crate::core::message::{Data, Text};
use crate::core::options::{Seen, Source};
use crate::core::origin::{ParsedHost, UrlParser};

/// How many names of an object enter the module. No valid options object or
/// list has more.
const MOST_NAMES: u32 = 1_000;

/// Any value.
#[derive(Clone, Debug)]
pub struct Given(pub JsValue);

/// The property `name`; `null` if it cannot be read.
pub fn read(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::NULL)
}

/// Whether an event can be read. A page that wraps listeners may pass a bare
/// Proxy of it, whose methods and getters throw.
pub fn is_readable(event: &Event) -> bool {
    !read(event, "isTrusted").is_null()
}

/// The method `name`, if there is one.
pub fn method(object: &JsValue, name: &str) -> Option<Function> {
    read(object, name).dyn_into().ok()
}

/// Whether a listener can be added to a signal. It must be the platform's own:
/// listeners on a Proxy or a look-alike could not be removed.
pub fn is_signal(value: &JsValue) -> bool {
    let gives_back = |take: Function| take.call2(value, &"abort".into(), &JsValue::NULL);
    value.has_type::<EventTarget>()
        && method(value, "removeEventListener").is_some_and(|take| gives_back(take).is_ok())
}

/// Whether a signal that the page made itself has more than one property: a
/// bare `{ aborted }` is refused.
fn is_more(value: &JsValue) -> bool {
    Reflect::own_keys(value).is_ok_and(|names| names.length() > 1)
}

/// Not called for a function, because a revoked Proxy of one throws. (A revoked
/// Proxy of an object never gets here: the facade cannot copy it.)
fn is_array(value: &JsValue) -> bool {
    value.is_object() && Array::is_array(value)
}

/// A string of at most `max` UTF-16 units. A longer one does not enter the
/// module, because its memory never shrinks.
pub fn short_text(value: &JsValue, max: u32) -> Option<String> {
    let string = value.dyn_ref::<JsString>()?;
    (string.length() <= max).then(|| text(string))
}

/// The text of a string. It may be a secret, so there is room for all of it from
/// the beginning (a UTF-16 unit is at most 3 bytes): the buffer of
/// `String::from` grows while it copies, and would leave copies behind.
fn text(string: &JsString) -> String {
    let mut text = String::with_capacity(string.length() as usize * 3);
    for character in char::decode_utf16(string.iter()) {
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    text
}

/// Recognised by its properties, not by `instanceof`, because it may come from
/// another realm, such as a same-origin frame.
pub fn as_window(value: &JsValue) -> Option<&Window> {
    (value.is_object() && read(value, "window") == *value).then(|| value.unchecked_ref())
}

/// A separate top-level window: not the page itself, its parents or its opener,
/// and not an imitation of a window.
pub fn as_another_window(value: &JsValue) -> Option<&Window> {
    let is_another = |window: &&Window| {
        let document = read(window, "document");
        read(window, "top") == *value
            && page().is_some_and(|page| !page.is_related(window))
            // A Proxy returns the document of the window behind it. A document
            // of another origin cannot be read, which includes a blank popup
            // that inherits a sandbox.
            && (!document.is_object() || read(&document, "defaultView") == *value)
    };
    as_window(value).filter(is_another)
}

/// A window that can become a dialog: open, and opened by this page, whose
/// `opener` the dialog posts to.
pub fn as_own_window(value: &JsValue) -> Option<&Window> {
    let is_own = |window: &&Window| {
        let opener = read(window, "opener");
        is_open(window) && page().is_some_and(|page| is_same(&page.window, &opener))
    };
    as_another_window(value).filter(is_own)
}

/// Whether a window reports that it is open.
pub fn is_open(window: &JsValue) -> bool {
    read(window, "closed") == false
}

/// An Element of this page's own document: a dialog in a frame of another
/// document would post to that one's window.
pub fn as_element(value: &JsValue) -> Option<&Element> {
    (value.is_object()
        && read(value, "nodeType") == f64::from(Node::ELEMENT_NODE)
        && page().is_some_and(|page| is_same(&page.document, &read(value, "ownerDocument"))))
    .then(|| value.unchecked_ref())
}

/// Whether an Element is in the document, and not one of the HTML elements that
/// never show their children. For other elements, this is known once a frame is
/// in it.
fn may_show_children(element: &Element) -> bool {
    const CLOSED: [&str; 14] = [
        "iframe", "img", "input", "textarea", "select", "canvas", "video", "object", "audio",
        "script", "style", "template", "progress", "svg",
    ];
    // Read carefully: it may only look like an Element.
    let name = read(element, "localName");
    read(element, "isConnected") == true && !CLOSED.iter().any(|closed| name == *closed)
}

/// Whether an Element is rendered: it has a box of any size.
pub fn has_box(element: &Element) -> bool {
    method(element, "getClientRects")
        .and_then(|rectangles| rectangles.call0(element).ok())
        .is_some_and(|rectangles| read(&rectangles, "length") != 0.0)
}

impl Source for Given {
    fn get(&self, name: &str, max: u32) -> Seen<Self> {
        let value = read(&self.0, name);
        if value.is_undefined() {
            Seen::Absent
        } else if let Some(flag) = value.as_bool() {
            Seen::Flag(flag)
        } else if let Some(number) = value.as_f64() {
            Seen::Number(number)
        } else if value.is_string() {
            short_text(&value, max).map_or(Seen::TooLong, Seen::Text)
        } else if value.is_object() || value.is_function() {
            Seen::Live(Self(value))
        } else {
            Seen::Unusable
        }
    }

    fn names(&self) -> Vec<String> {
        // The facade's copy of what the page gave: no Proxy, which may throw, and
        // no list with holes, which have no name.
        let names = Object::keys(self.0.unchecked_ref::<Object>());
        let short = |at| {
            let name: JsString = names.get(at).unchecked_into();
            text(&name.slice(0, 128))
        };
        (0..names.length().min(MOST_NAMES)).map(short).collect()
    }

    fn is(&self, live: Live) -> bool {
        let value = &self.0;
        match live {
            Live::Function => value.is_function(),
            Live::Array => is_array(value),
            Live::Object => value.is_object() && !is_array(value),
            Live::Thenable => method(value, "then").is_some(),
            Live::Element => as_element(value).is_some_and(may_show_children),
            Live::Window => as_own_window(value).is_some(),
            Live::Signal => {
                read(value, "aborted").as_bool().is_some()
                    && (method(value, "removeEventListener").is_some() || is_more(value))
            }
        }
    }
}

impl Given {
    /// The object's own property `name`; `None` if it has none, or it cannot
    /// be read.
    fn own(&self, name: &str) -> Option<JsValue> {
        let name = name.into();
        // Not with `instanceof`, because it may come from another realm. A
        // value that is not an object cannot be read.
        let object: &Object = self.0.unchecked_ref();
        let there = Reflect::get_own_property_descriptor(object, &name).ok()?;
        if there.is_undefined() {
            return None;
        }
        Reflect::get(object, &name).ok()
    }
}

impl Data for Given {
    fn text(&self, field: &str, max: u32) -> Text {
        let Some(Ok(string)) = self.own(field).map(JsCast::dyn_into::<JsString>) else {
            return Text::None;
        };
        if string.length() > max {
            Text::Cut(text(&string.slice(0, max)))
        } else {
            Text::Whole(text(&string))
        }
    }

    fn object(&self, field: &str) -> Option<Self> {
        self.own(field).filter(JsValue::is_object).map(Self)
    }
}

/// The browser's own parser: the one that also makes `event.origin`.
#[derive(Clone, Copy, Debug)]
pub struct BrowserParser;

impl UrlParser for BrowserParser {
    fn parse(&self, text: &str) -> Option<ParsedHost> {
        let url = web_sys::Url::new(text).ok()?;
        Some(ParsedHost {
            origin: url.origin(),
            host: url.hostname(),
        })
    }

    fn decode(&self, escaped: &str) -> Option<String> {
        let decoded = js_sys::decode_uri_component(escaped).ok()?;
        Some(text(&decoded))
    }
}
