//! Results, events and messages, exactly as JavaScript sees them.

use serde_json::{json, Value};
use tray_auth_dialog::core::event::{AuthResult, By, Event};
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::State;
use tray_auth_dialog::core::target::Target;

use crate::support::record::json as record;

fn result(target: Option<&Target>, auth_type: Option<&str>) -> AuthResult {
    AuthResult::new(target, "auth-1".to_owned(), auth_type.map(str::to_owned))
}

fn solution() -> Target {
    Target::Solution {
        solution_instance_id: "instance".to_owned(),
        external_auth_id: "external_slack".to_owned(),
    }
}

#[test]
fn a_result_has_what_is_known_and_nothing_else() {
    let service = Target::Service {
        service_id: "s".to_owned(),
        service_environment_id: "e".to_owned(),
        scopes: Vec::new(),
    };
    let edit = Target::Edit {
        auth_id: "auth-0".to_owned(),
    };
    for other in [None, Some(&Target::Bare), Some(&service), Some(&edit)] {
        assert_eq!(record(&result(other, None)), json!({ "authId": "auth-1" }));
    }
    assert_eq!(
        record(&result(Some(&solution()), Some("oauth"))),
        json!({
            "authId": "auth-1",
            "authType": "oauth",
            "solutionInstanceId": "instance",
            "externalAuthId": "external_slack",
        })
    );
}

#[test]
fn only_a_solutions_slot_gives_what_update_solution_instance_takes() {
    assert_eq!(
        result(Some(&solution()), None).auth_value(),
        Some(("external_slack", "auth-1"))
    );
    assert_eq!(result(Some(&Target::Bare), None).auth_value(), None);
}

#[test]
fn every_event_has_its_type_and_its_fields() {
    let events: [(Event, Value); 9] = [
        (Event::Open, json!({ "type": "open" })),
        (Event::Navigate, json!({ "type": "navigate" })),
        (
            Event::Close { by: By::User },
            json!({ "type": "close", "by": "user" }),
        ),
        (
            Event::Close { by: By::Dialog },
            json!({ "type": "close", "by": "dialog" }),
        ),
        (
            Event::Close { by: By::App },
            json!({ "type": "close", "by": "app" }),
        ),
        (
            Event::LateFinish(result(Some(&solution()), None)),
            json!({
                "type": "late-finish",
                "authId": "auth-1",
                "solutionInstanceId": "instance",
                "externalAuthId": "external_slack",
            }),
        ),
        (Event::Stalled, json!({ "type": "stalled" })),
        (
            Event::Message {
                name: "tray.authpopup.ready".to_owned(),
            },
            json!({ "type": "message", "name": "tray.authpopup.ready" }),
        ),
        (
            Event::Ignored {
                origin: "null".to_owned(),
            },
            json!({ "type": "ignored", "reason": "origin", "origin": "null" }),
        ),
    ];
    for (event, expected) in events {
        assert_eq!(record(&event), expected);
    }
}

#[test]
fn a_message_does_not_tell_whether_its_text_was_cut() {
    let error = AuthMessage::Error {
        message: Some("text".to_owned()),
        cut: true,
    };
    assert_eq!(
        record(&error),
        json!({ "type": "error", "message": "text" })
    );
}

#[test]
fn the_states_are_those_of_the_contract() {
    let states = [
        State::Opening,
        State::Open,
        State::Closing,
        State::Finished,
        State::Failed,
    ];
    assert_eq!(
        states.map(State::as_str),
        ["opening", "open", "closing", "finished", "failed"]
    );
}
