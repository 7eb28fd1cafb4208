//! The vectors, which every layer runs that can.

use serde_json::{Map, Value};

/// A row of `urls.json`: a URL, or an error and the field that it names.
pub struct UrlCase {
    pub name: String,
    pub options: Value,
    pub expected: Result<String, (String, String)>,
}

/// A row of `given-urls.json`.
pub struct GivenUrlCase {
    pub name: String,
    pub options: Value,
    pub expected: Result<Opened, Refused>,
}

/// What is opened: the URL, its origin, and what the result says of the slot.
pub struct Opened {
    pub url: String,
    pub origin: String,
    pub ids: Value,
}

/// The code that is thrown, the option concerned, and a part of the message.
pub struct Refused {
    pub code: String,
    pub field: String,
    pub says: String,
}

/// A row of `messages.json`; no message means `undefined`.
pub struct MessageCase {
    pub name: String,
    pub data: Value,
    pub message: Value,
}

pub fn urls() -> Vec<UrlCase> {
    rows(include_str!("../../vectors/urls.json"), |row| UrlCase {
        name: text(row, "name"),
        options: take(row, "options"),
        expected: if row.contains_key("url") {
            Ok(text(row, "url"))
        } else {
            Err((text(row, "error"), text(row, "field")))
        },
    })
}

pub fn given_urls() -> Vec<GivenUrlCase> {
    rows(include_str!("../../vectors/given-urls.json"), |row| {
        GivenUrlCase {
            name: text(row, "name"),
            options: take(row, "options"),
            expected: if row.contains_key("opens") {
                Ok(Opened {
                    url: text(row, "opens"),
                    origin: text(row, "origin"),
                    ids: take(row, "ids"),
                })
            } else {
                Err(Refused {
                    code: text(row, "error"),
                    field: text(row, "field"),
                    says: text(row, "says"),
                })
            },
        }
    })
}

pub fn messages() -> Vec<MessageCase> {
    rows(include_str!("../../vectors/messages.json"), |row| {
        MessageCase {
            name: text(row, "name"),
            data: take(row, "data"),
            message: take(row, "message"),
        }
    })
}

/// Every row, of which `read` takes every part.
fn rows<Case>(text: &str, read: impl Fn(&mut Map<String, Value>) -> Case) -> Vec<Case> {
    let file: Value = serde_json::from_str(text).expect("vectors are JSON");
    let cases = file["cases"].as_array().expect("vectors have cases");
    cases
        .iter()
        .map(|case| {
            let mut row = case.as_object().expect("a case is an object").clone();
            let read = read(&mut row);
            assert!(row.is_empty(), "nothing looks at {row:?}");
            read
        })
        .collect()
}

fn take(row: &mut Map<String, Value>, name: &str) -> Value {
    row.remove(name)
        .unwrap_or_else(|| panic!("no {name}: {row:?}"))
}

fn text(row: &mut Map<String, Value>, name: &str) -> String {
    match take(row, name) {
        Value::String(text) => text,
        other => panic!("{name} is {other}"),
    }
}
