//! What the dialog says while it is open.

use tray_auth_dialog::core::event::{AuthResult, AuthValue};
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Plan, State};

use super::inputs::{error, finish, malformed, says, user_closes};
use super::plans::popup;
use super::stage::{Stage, error_text};

#[test]
fn a_finish_gives_the_id_and_what_it_is_for() {
    let mut stage = Stage::open(popup());
    let result = AuthResult {
        auth_id: "auth-1".to_owned(),
        auth_type: Some("oauth".to_owned()),
        solution_instance_id: Some("instance".to_owned()),
        external_auth_id: Some("external_slack".to_owned()),
        auth_value: Some(AuthValue {
            external_id: "external_slack".to_owned(),
            auth_id: "auth-1".to_owned(),
        }),
    };
    assert_eq!(
        stage.feed(finish()),
        [Effect::Hide, Effect::Finish(result), Effect::Release]
    );
    assert_eq!(stage.state(), State::Finished);
}

#[test]
fn an_error_ends_the_dialog_with_trays_text() {
    let mut stage = Stage::open(popup());
    let effects = stage.feed(error("Service environment mismatch"));
    assert!(matches!(
        &effects[..],
        [Effect::Hide, Effect::Fail(_), Effect::Release]
    ));
    assert!(error_text(&effects).ends_with(": Service environment mismatch"));
}

#[test]
fn an_error_without_a_text_says_what_to_do() {
    let mut stage = Stage::open(popup());
    let effects = stage.feed(says(AuthMessage::Error {
        message: None,
        cut: false,
    }));
    assert!(error_text(&effects).contains("try again"));
}

#[test]
fn an_error_that_does_not_end_the_dialog_is_an_event_and_the_dialog_goes_on() {
    let mut stage = Stage::open(Plan {
        close_on_error: false,
        ..popup()
    });
    let effects = stage.feed(error("try another scope"));
    assert!(
        matches!(&effects[..], [Effect::EmitError(_)]),
        "{effects:?}"
    );
    assert_eq!(stage.state(), State::Open);
    stage.feed(user_closes());
    let effects = stage.feed(error("while closing"));
    assert!(
        matches!(&effects[..], [Effect::EmitError(_)]),
        "{effects:?}"
    );
    stage.feed(finish());
    assert_eq!(stage.outcome(), Some("finished"));
}

#[test]
fn a_finish_without_an_id_settles_whatever_close_on_error_says() {
    for close_on_error in [true, false] {
        let mut stage = Stage::open(Plan {
            close_on_error,
            ..popup()
        });
        let effects = stage.feed(malformed());
        assert_eq!(stage.outcome(), Some("dialog_error"));
        assert!(error_text(&effects).contains("may still exist at Tray"));
    }
}
