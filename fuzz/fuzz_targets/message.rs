//! `event.data` → message: never a panic, and only what the contract says.
//!
//! The input is text: one field in each line, of which the first character
//! tells the kind of value.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tray_auth_dialog::core::fields::Live;
use tray_auth_dialog::core::message::{parse, AuthMessage};
use tray_auth_dialog_fuzz::support::js::Js;
use tray_auth_dialog_fuzz::support::record::json;

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

/// Whether `kind` is a `type` of the auth dialog's family.
fn is_ours(kind: &Js) -> bool {
    let Js::Text(kind) = kind else {
        return false;
    };
    let mut parts = kind.splitn(3, '.');
    let product = parts.next();
    let family = parts.next().map(str::to_ascii_lowercase);
    let name = parts.next();
    let named = name.is_some_and(|name| !name.is_empty());
    let short = kind.encode_utf16().count() <= 128;
    product == Some("tray") && family.as_deref() == Some("authpopup") && named && short
}

fuzz_target!(|text: &str| {
    let mut data = Js::object([]);
    for (name, line) in FIELDS.iter().zip(text.split('\n')) {
        data = data.with(name, value(line));
    }
    let message = parse(&data).map(AuthMessage::shortened);
    assert_eq!(message.is_some(), is_ours(&data.property("type")));
    let Some(message) = message else { return };
    let record = json(&message);
    match message {
        AuthMessage::Finish { auth_id, .. } => {
            assert_eq!(data.property("authId"), Js::from(auth_id.as_str()));
            assert!((1..=1_024).contains(&auth_id.encode_utf16().count()));
            assert_eq!(record["type"], "finish");
        }
        AuthMessage::Malformed { name, field } => {
            assert_eq!((data.property("type"), field), (Js::Text(name), "authId"));
        }
        AuthMessage::Error {
            message: Some(text),
            ..
        } => {
            assert!((1..=1_000).contains(&text.chars().count()));
            let given = ["error", "err"].map(|name| match data.property(name) {
                Js::Text(text) => text,
                object => match object.property("message") {
                    Js::Text(text) => text,
                    _ => String::new(),
                },
            });
            assert!(given.iter().any(|given| given.starts_with(&text)));
        }
        AuthMessage::Unknown { name } => assert_eq!(data.property("type"), Js::Text(name)),
        AuthMessage::Error { message: None, .. }
        | AuthMessage::Close
        | AuthMessage::AccountIdRequest => {}
    }
});
