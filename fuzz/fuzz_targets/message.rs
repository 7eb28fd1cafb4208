//! `event.data` → message: never a panic, and what a second reading of the
//! contract, written here in another way, makes of the same data.
//!
//! The input is text: one field in each line, of which the first character
//! tells the kind of value.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use tray_auth_dialog::core::fields::Live;
use tray_auth_dialog::core::message::{AuthMessage, parse};
use tray_auth_dialog_fuzz::support::js::Js;

const FIELDS: [&str; 5] = ["type", "authId", "authType", "error", "err"];

fn value(line: &str) -> Js {
    let mut characters = line.chars();
    let kind = characters.next();
    let text = Js::from(characters.as_str());
    match kind {
        Some('"') => text,
        // Many characters from few bytes, to come past the limits.
        Some('*') => Js::Text(characters.as_str().repeat(700)),
        Some('{') => Js::object([("message", text)]),
        Some('#') => Js::Number(characters.as_str().parse().unwrap_or(f64::NAN)),
        Some('!') => Js::Throws,
        Some('[') => Js::Array(vec![text]),
        Some('0') => Js::Null,
        Some('f') => Js::Live(Live::Function),
        _ => Js::Undefined,
    }
}

/// A text that is not empty and has at most `max` UTF-16 units.
fn short(value: &Js, max: usize) -> Option<&str> {
    let Js::Text(text) = value else { return None };
    (1..=max)
        .contains(&text.encode_utf16().count())
        .then_some(text)
}

/// The event's name, if `kind` is a `type` of the auth dialog's family.
fn event(kind: &str) -> Option<&str> {
    let mut parts = kind.splitn(3, '.');
    let product = parts.next()?;
    let family = parts.next()?.to_ascii_lowercase();
    let name = parts.next()?;
    (product == "tray" && family == "authpopup" && !name.is_empty()).then_some(name)
}

/// What an error says: the first text that is not empty, as far as it enters
/// the module and is told.
fn said(data: &Js) -> Option<String> {
    let texts = ["error", "err"].into_iter().flat_map(|name| {
        let value = data.property(name);
        let inner = value.property("message");
        [value, inner]
    });
    let text = texts.into_iter().find_map(|value| match value {
        Js::Text(text) if !text.is_empty() => Some(text),
        _ => None,
    })?;
    let entered: Vec<u16> = text.encode_utf16().take(4_096).collect();
    let entered = String::from_utf16_lossy(&entered);
    Some(entered.chars().take(1_000).collect())
}

/// The message as the contract has it, as JavaScript gets it.
fn expected(data: &Js) -> Option<Value> {
    let kind = data.property("type");
    let kind = short(&kind, 128)?;
    let auth_id = data.property("authId");
    let auth_type = data.property("authType");
    Some(match event(kind)? {
        "finish" => match (short(&auth_id, 1_024), short(&auth_type, 1_024)) {
            (Some(id), Some(kind)) => json!({ "type": "finish", "authId": id, "authType": kind }),
            (Some(id), None) => json!({ "type": "finish", "authId": id }),
            (None, _) => json!({ "type": "malformed", "name": kind, "field": "authId" }),
        },
        "close" | "cancel" => json!({ "type": "close" }),
        "error" => match said(data) {
            Some(text) => json!({ "type": "error", "message": text }),
            None => json!({ "type": "error" }),
        },
        "accountIdRequest" => json!({ "type": "accountIdRequest" }),
        _ => json!({ "type": "unknown", "name": kind }),
    })
}

fuzz_target!(|text: &str| {
    let mut data = Js::object([]);
    for (name, line) in FIELDS.iter().zip(text.split('\n')) {
        data = data.with(name, value(line));
    }
    let message = parse(&data).map(AuthMessage::shortened);
    assert_eq!(json!(message), json!(expected(&data)));
});
