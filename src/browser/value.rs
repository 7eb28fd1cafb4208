//! JavaScript values behind the ports of `core`: reading never throws, and a
//! string's length is checked before it enters the module, whose memory would
//! grow for good. Imports `core`.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

use crate::core::fields::Live;
use crate::core::message::{Data, Text};
use crate::core::options::{Seen, Source};
use crate::core::origin::{ParsedHost, UrlParser};

/// How many UTF-16 units of an unknown option's name are told.
const MAX_NAME: u32 = 128;

/// Any value.
#[derive(Clone, Debug)]
pub struct Value(pub JsValue);

impl Value {
    /// The property `name`; `undefined` if it can not be read.
    pub fn property(&self, name: &str) -> JsValue {
        self.try_property(name).unwrap_or(JsValue::UNDEFINED)
    }

    fn try_property(&self, name: &str) -> Result<JsValue, JsValue> {
        Reflect::get(&self.0, &JsValue::from_str(name))
    }

    /// Recognised by what it is, not by `instanceof`: it may come from another
    /// realm, such as a same-origin frame.
    fn is_window(&self) -> bool {
        self.0.is_object() && self.property("window") == self.0
    }

    fn is_given_window(&self) -> bool {
        let global = js_sys::global();
        let page = Value(global.into());
        self.is_window()
            && self.property("closed") == JsValue::FALSE
            && ["self", "parent", "top", "opener"]
                .iter()
                .all(|name| page.property(name) != self.0)
            && self.property("opener") == page.property("self")
    }

    fn is_element(&self) -> bool {
        self.property("nodeType").as_f64() == Some(1.0)
    }

    /// The window of a window or an iframe, if it is one that is there.
    pub fn dialog_window(&self) -> Option<Value> {
        let window = if self.is_element() {
            Value(self.property("contentWindow"))
        } else {
            self.clone()
        };
        (window.is_window() && window.property("closed") == JsValue::FALSE).then_some(window)
    }
}

impl Source for Value {
    fn get(&self, name: &str, max: u32) -> Seen<Self> {
        let Ok(value) = self.try_property(name) else {
            return Seen::Unusable;
        };
        if value.is_undefined() {
            Seen::Absent
        } else if let Some(flag) = value.as_bool() {
            Seen::Flag(flag)
        } else if let Some(number) = value.as_f64() {
            Seen::Number(number)
        } else if let Some(text) = value.dyn_ref::<JsString>() {
            if text.length() > max {
                Seen::TooLong
            } else {
                Seen::Text(String::from(text))
            }
        } else if value.is_object() || value.is_function() {
            Seen::Live(Self(value))
        } else {
            Seen::Unusable
        }
    }

    fn names(&self) -> Vec<String> {
        Object::keys(self.0.unchecked_ref::<Object>())
            .iter()
            .map(|name| {
                let name: JsString = name.unchecked_into();
                String::from(name.slice(0, MAX_NAME))
            })
            .collect()
    }

    fn is(&self, live: Live) -> bool {
        match live {
            Live::Function => self.0.is_function(),
            Live::Array => Array::is_array(&self.0),
            Live::Object => self.0.is_object() && !Array::is_array(&self.0),
            Live::Thenable => self.property("then").is_function(),
            Live::Element => self.is_element() && self.property("isConnected") == JsValue::TRUE,
            Live::Window => self.is_given_window(),
            Live::Signal => {
                self.property("aborted").as_bool().is_some()
                    && self.property("addEventListener").is_function()
            }
        }
    }
}

impl Data for Value {
    fn text(&self, field: &str, max: u32) -> Text {
        let value = self.property(field);
        match value.dyn_ref::<JsString>() {
            None => Text::None,
            Some(text) if text.length() > max => Text::Cut(String::from(text.slice(0, max))),
            Some(text) => Text::Whole(String::from(text)),
        }
    }

    fn object(&self, field: &str) -> Option<Self> {
        let value = self.property(field);
        value.is_object().then_some(Self(value))
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
}
