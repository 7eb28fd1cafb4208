//! Results, events and states, exactly as JavaScript sees them.

use serde_json::{Value, json};
use tray_auth_dialog::core::event::{AuthResult, By, Event, Mismatch};
use tray_auth_dialog::core::session::State;
use tray_auth_dialog::core::target::Target;

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
        assert_eq!(json!(result(other, None)), json!({ "authId": "auth-1" }));
    }
    assert_eq!(
        json!(result(Some(&solution()), Some("oauth"))),
        json!({
            "authId": "auth-1",
            "authType": "oauth",
            "solutionInstanceId": "instance",
            "externalAuthId": "external_slack",
            "authValue": { "externalId": "external_slack", "authId": "auth-1" },
        })
    );
}

#[test]
fn a_back_end_reads_the_result_that_a_page_posts_to_it() {
    for target in [None, Some(&solution())] {
        let result = result(target, Some("oauth"));
        let posted = json!(result).to_string();
        assert_eq!(serde_json::from_str(&posted).ok(), Some(result));
    }
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
                "authValue": { "externalId": "external_slack", "authId": "auth-1" },
            }),
        ),
        (
            Event::Stalled { message: "why" },
            json!({ "type": "stalled", "message": "why" }),
        ),
        (
            Event::Message {
                name: "tray.authpopup.ready".to_owned(),
            },
            json!({ "type": "message", "name": "tray.authpopup.ready" }),
        ),
        (
            Event::Ignored {
                reason: Mismatch::Origin,
                origin: "null".to_owned(),
            },
            json!({ "type": "ignored", "reason": "origin", "origin": "null" }),
        ),
    ];
    for (event, expected) in events {
        assert_eq!(json!(event), expected);
    }
}

#[test]
fn the_states_are_those_of_the_contract() {
    let states = ["opening", "open", "closing", "finished", "failed"];
    assert_eq!(json!(State::ALL), json!(states));
    for (state, name) in State::ALL.iter().zip(states) {
        assert_eq!(state.as_str(), name);
    }
}
