//! Who gets the account id, who is told of, and what no text tells.

use tray_auth_dialog::core::event::{Event, Mismatch};
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input, MAX_STRANGERS};

use super::inputs::{error, finish, says, unknown, user_closes};
use super::plans::{attached_window, popup};
use super::stage::{ACCOUNT, CODE, Stage, error_reason, error_text};
use crate::support::spellings;

const REQUEST: &str = "tray.authpopup.accountIdRequest";

fn request(main: bool) -> Input {
    Input::Message {
        message: AuthMessage::AccountIdRequest,
        main,
    }
}

fn told(name: &str) -> Effect {
    Effect::Emit(Event::Message {
        name: name.to_owned(),
    })
}

fn stranger(origin: &str) -> Input {
    Input::Stranger(origin.to_owned())
}

#[test]
fn the_account_id_is_given_three_times_to_the_origin_that_was_opened() {
    let mut stage = Stage::open(popup());
    for _ in 0..3 {
        assert_eq!(stage.feed(request(true)), [Effect::Answer]);
    }
    assert_eq!(stage.feed(request(true)), [told(REQUEST)]);
}

#[test]
fn the_account_id_is_never_given_to_another_origin() {
    let mut stage = Stage::open(popup());
    assert_eq!(stage.feed(request(false)), [told(REQUEST)]);
    assert_eq!(
        stage.feed(request(true)),
        [Effect::Answer],
        "and it does not count"
    );
}

#[test]
fn each_strange_origin_is_told_once() {
    let ignored = |origin: &str| {
        Effect::Emit(Event::Ignored {
            reason: Mismatch::Origin,
            origin: origin.to_owned(),
        })
    };
    let mut stage = Stage::open(popup());
    assert_eq!(
        stage.feed(stranger("https://a.example")),
        [ignored("https://a.example")]
    );
    assert_eq!(stage.feed(stranger("https://a.example")), []);
    assert_eq!(stage.feed(stranger("null")), [ignored("null")]);
    stage.feed(finish());
    assert_eq!(stage.outcome(), Some("finished"));
}

#[test]
fn a_window_that_speaks_from_ever_new_origins_does_not_fill_the_memory() {
    let mut stage = Stage::open(popup());
    let told = (0..1_000)
        .filter(|index| {
            !stage
                .feed(stranger(&format!("https://{index}.example")))
                .is_empty()
        })
        .count();
    assert_eq!(told, MAX_STRANGERS);
}
#[test]
fn a_text_that_quotes_the_code_or_the_account_id_tells_neither() {
    let encoded: String = url::form_urlencoded::byte_serialize(CODE.as_bytes()).collect();
    let quoted = format!("bad code {CODE} in ?code={encoded}&x for {ACCOUNT}!");
    let mut stage = Stage::open(popup());
    let effects = stage.feed(error(&quoted));
    assert!(
        error_text(&effects).ends_with("bad code [redacted] in ?code=[redacted]&x for [redacted]!"),
        "{effects:?}"
    );
    let reason = error_reason(&effects).expect("a reason");
    assert_eq!(
        reason,
        "bad code [redacted] in ?code=[redacted]&x for [redacted]!"
    );
}

#[test]
fn an_error_has_the_dialogs_own_text_as_its_reason_and_none_where_it_gave_none() {
    let mut stage = Stage::open(popup());
    let effects = stage.feed(error("Service environment mismatch"));
    assert_eq!(
        error_reason(&effects).as_deref(),
        Some("Service environment mismatch")
    );
    for effects in [
        Stage::open(popup()).feed(says(AuthMessage::Error {
            message: None,
            cut: false,
        })),
        Stage::open(popup()).feed(says(AuthMessage::Malformed {
            name: "tray.authpopup.finish".to_owned(),
            field: "authId",
        })),
        Stage::open(popup()).feed(Input::Abort),
    ] {
        assert_eq!(error_reason(&effects), None, "{effects:?}");
    }
}

#[test]
fn the_reason_is_cut_as_the_message_is() {
    let mut stage = Stage::open(popup());
    let effects = stage.feed(error(&"x".repeat(100_000)));
    assert_eq!(
        error_reason(&effects).map(|reason| reason.len()),
        Some(1_000)
    );
}

#[test]
fn no_spelling_of_a_secret_is_told_in_any_text() {
    for secret in [CODE, ACCOUNT] {
        for (what, spelled) in spellings::all(secret) {
            let text = format!("<{spelled}>");
            let finish = says(AuthMessage::Finish {
                auth_id: "auth-1".to_owned(),
                auth_type: Some(text.clone()),
            });
            for input in [
                error(&text),
                unknown(&text),
                stranger(&text),
                finish.clone(),
            ] {
                let told = format!("{:?}", Stage::open(popup()).feed(input));
                assert!(told.contains("<[redacted]>"), "{what}: {told}");
            }
            let mut late = Stage::open(popup());
            late.feed(user_closes());
            late.wait(500.0);
            let told = format!("{:?}", late.feed(finish));
            assert!(told.contains("<[redacted]>"), "{what}: {told}");

            let mut closed = Stage::open(popup());
            closed.feed(stranger(&text));
            closed.feed(user_closes());
            let told = error_text(&closed.wait(500.0));
            assert!(told.contains("<[redacted]>"), "{what}: {told}");
            let kept = format!("{:?}", closed.session);
            assert!(!kept.contains(&spelled), "{what}: {kept}");
        }
    }
}

#[test]
fn a_long_auth_type_is_told_as_it_is() {
    let kind = "x".repeat(1_024);
    let finish = says(AuthMessage::Finish {
        auth_id: CODE.to_owned(),
        auth_type: Some(kind.clone()),
    });
    let effects = Stage::open(popup()).feed(finish);
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Finish(result)
        if result.auth_type.as_ref() == Some(&kind) && result.auth_id == CODE))
    );
}

#[test]
fn a_text_that_was_cut_within_the_code_tells_no_part_of_it() {
    for part in 1..CODE.len() {
        let Some(part) = CODE.get(..part) else {
            continue;
        };
        let mut stage = Stage::open(popup());
        let text = error_text(&stage.feed(says(AuthMessage::Error {
            message: Some(format!("{}{part}", "x".repeat(100))),
            cut: true,
        })));
        assert!(text.ends_with('x'), "{text}");
    }
}

#[test]
fn an_attached_dialog_has_no_code_to_hide() {
    let mut stage = Stage::open(attached_window());
    assert!(error_text(&stage.feed(error(CODE))).ends_with(CODE));
}
