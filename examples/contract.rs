//! Prints, as JSON, every name that leaves the crate for JavaScript: error
//! codes, states, events, messages, options. `tests/types/drift.test.mjs` and
//! `options.test.mjs` compare the hand-written types with it.

use serde::Serialize;
use serde_json::{Map, Value, json};
use tray_auth_dialog::core::error::ErrorCode;
use tray_auth_dialog::core::event::{AuthResult, By, Event, Mismatch, stalls};
use tray_auth_dialog::core::fields::{Field, Kind, Live, OPTIONS};
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::State;
use tray_auth_dialog::core::target::Target;

fn main() {
    let contract = json!({
        "errorCodes": ErrorCode::ALL,
        "states": State::ALL,
        "closedBy": By::ALL,
        "result": names(&result()),
        "events": kinds(&events()),
        "messages": kinds(&messages()),
        "options": table(OPTIONS),
    });
    println!("{contract:#}");
}

/// The names of its fields.
fn names(told: &impl Serialize) -> Vec<String> {
    let fields = json!(told);
    let fields = fields.as_object().into_iter().flatten();
    fields.map(|(name, _)| name.clone()).collect()
}

/// For each its `type`, and the names of all its fields.
fn kinds(all: &[impl Serialize]) -> Map<String, Value> {
    all.iter()
        .filter_map(|told| Some((json!(told)["type"].as_str()?.to_owned(), json!(names(told)))))
        .collect()
}

fn table(fields: &[Field]) -> Vec<Value> {
    let row = |field: &Field| {
        let mut row = json!({
            "name": field.name,
            "kind": kind(&field.kind),
            "slot": format!("{:?}", field.slot),
            "attach": field.attach,
        });
        match field.kind {
            Kind::OneOf(values) => row["values"] = json!(values),
            Kind::Group(fields) => row["options"] = json!(table(fields)),
            _ => {}
        }
        row
    };
    fields.iter().map(row).collect()
}

const fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Id | Kind::Text => "text",
        Kind::Texts => "texts",
        Kind::OneOf(_) => "one of",
        Kind::Flag => "flag",
        Kind::Time(_) | Kind::Pixels => "number",
        Kind::Live(Live::Function) => "function",
        Kind::Live(_) => "live",
        Kind::Code => "code",
        Kind::Url => "url",
        Kind::Display => "display",
        Kind::Group(_) => "group",
    }
}

// Each list stands beside a `match` without a wildcard: a variant that is
// added to the crate and not here does not compile.

/// A result in which no field is missing.
fn result() -> AuthResult {
    let target = Target::Solution {
        solution_instance_id: "instance".to_owned(),
        external_auth_id: "external".to_owned(),
    };
    AuthResult::new(Some(&target), "auth".to_owned(), Some("oauth".to_owned()))
}

fn events() -> [Event; 7] {
    match Event::Open {
        Event::Open
        | Event::Navigate
        | Event::Close { .. }
        | Event::LateFinish(_)
        | Event::Stalled { .. }
        | Event::Message { .. }
        | Event::Ignored { .. } => {}
    }
    [
        Event::Open,
        Event::Navigate,
        Event::Close { by: By::User },
        Event::LateFinish(result()),
        Event::Stalled {
            message: stalls::SILENT,
        },
        Event::Message {
            name: "name".to_owned(),
        },
        Event::Ignored {
            reason: Mismatch::Origin,
            origin: "origin".to_owned(),
        },
    ]
}

fn messages() -> [AuthMessage; 6] {
    match AuthMessage::Close {
        AuthMessage::Finish { .. }
        | AuthMessage::Malformed { .. }
        | AuthMessage::Close
        | AuthMessage::Error { .. }
        | AuthMessage::AccountIdRequest
        | AuthMessage::Unknown { .. } => {}
    }
    [
        AuthMessage::Finish {
            auth_id: "auth".to_owned(),
            auth_type: Some("oauth".to_owned()),
        },
        AuthMessage::Malformed {
            name: "name".to_owned(),
            field: "authId",
        },
        AuthMessage::Close,
        AuthMessage::Error {
            message: Some("text".to_owned()),
            cut: false,
        },
        AuthMessage::AccountIdRequest,
        AuthMessage::Unknown {
            name: "name".to_owned(),
        },
    ]
}
