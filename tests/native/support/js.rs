//! JavaScript values as far as the ports of `core` see them: an options object
//! ([`Source`]) and `event.data` ([`Data`]).

use serde_json::Value;
use tray_auth_dialog::core::fields::Live;
use tray_auth_dialog::core::message::{Data, Text};
use tray_auth_dialog::core::options::{Seen, Source};

/// A JavaScript value.
#[derive(Clone, Debug, PartialEq)]
pub enum Js {
    Undefined,
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    Array(Vec<Js>),
    Object(Vec<(String, Js)>),
    /// A function, a promise, an Element, …
    Live(Live),
    /// What a getter that throws leaves to see; a symbol and a BigInt look the same.
    Throws,
}

impl Js {
    /// An object with these properties.
    pub fn object<const N: usize>(properties: [(&str, Js); N]) -> Self {
        Self::Object(
            properties
                .map(|(name, value)| (name.to_owned(), value))
                .into(),
        )
    }

    /// The same object with `name` set to `value`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Js>) -> Self {
        let Self::Object(properties) = &mut self else {
            panic!("not an object: {self:?}");
        };
        properties.retain(|(known, _)| known != name);
        properties.push((name.to_owned(), value.into()));
        self
    }

    /// The property `name`, as `Reflect.get` gives it.
    pub fn property(&self, name: &str) -> Js {
        match self {
            Self::Object(properties) => properties
                .iter()
                .find(|(known, _)| known == name)
                .map_or(Self::Undefined, |(_, value)| value.clone()),
            Self::Array(items) if name == "length" => Self::Number(items.len() as f64),
            Self::Array(items) => name
                .parse::<usize>()
                .ok()
                .and_then(|index| items.get(index).cloned())
                .unwrap_or(Self::Undefined),
            _ => Self::Undefined,
        }
    }
}

impl From<&str> for Js {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Js {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Js {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

/// As the vectors have it: the string "(undefined)" is `undefined`.
impl From<&Value> for Js {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(*flag),
            Value::Number(number) => {
                Self::Number(number.as_f64().expect("a number of the vectors"))
            }
            Value::String(text) if text == "(undefined)" => Self::Undefined,
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Value::Object(properties) => Self::Object(
                properties
                    .iter()
                    .map(|(name, value)| (name.clone(), Self::from(value)))
                    .collect(),
            ),
        }
    }
}

/// How many UTF-16 units `text` has.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Source for Js {
    fn get(&self, name: &str, max: u32) -> Seen<Self> {
        match self.property(name) {
            Self::Undefined => Seen::Absent,
            Self::Flag(flag) => Seen::Flag(flag),
            Self::Number(number) => Seen::Number(number),
            Self::Text(text) if units(&text) > max as usize => Seen::TooLong,
            Self::Text(text) => Seen::Text(text),
            Self::Null | Self::Throws => Seen::Unusable,
            value => Seen::Live(value),
        }
    }

    fn names(&self) -> Vec<String> {
        match self {
            Self::Object(properties) => properties.iter().map(|(name, _)| name.clone()).collect(),
            Self::Array(items) => (0..items.len()).map(|index| index.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    fn is(&self, live: Live) -> bool {
        match self {
            Self::Object(_) => live == Live::Object,
            Self::Array(_) => live == Live::Array,
            Self::Live(own) => *own == live,
            _ => false,
        }
    }
}

impl Data for Js {
    fn text(&self, field: &str, max: u32) -> Text {
        match self.property(field) {
            Self::Text(text) if units(&text) > max as usize => {
                let first: Vec<u16> = text.encode_utf16().take(max as usize).collect();
                // As a string enters the module: half a pair becomes U+FFFD.
                Text::Cut(String::from_utf16_lossy(&first))
            }
            Self::Text(text) => Text::Whole(text),
            _ => Text::None,
        }
    }

    fn object(&self, field: &str) -> Option<Self> {
        match self.property(field) {
            object @ (Self::Object(_) | Self::Array(_) | Self::Live(_)) => Some(object),
            _ => None,
        }
    }
}
