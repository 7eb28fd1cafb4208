//! What the dialog says while it is open.

use tray_auth_dialog::core::event::{AuthResult, Event};
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input, Plan, State, MAX_STRANGERS};
use tray_auth_dialog::core::target::Target;

use super::stage::{
    attached_window, error, finish, malformed, popup, says, unknown, user_closes, Stage, ACCOUNT,
    CODE,
};

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

/// The message of the error that these effects settle with or tell.
fn error_text(effects: &[Effect]) -> String {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Fail(error) | Effect::EmitError(error) => Some(error.message.to_string()),
            _ => None,
        })
        .expect("an error")
}

#[test]
fn a_finish_gives_the_id_and_what_it_is_for() {
    let mut stage = Stage::open(popup());
    let result = AuthResult {
        auth_id: "auth-1".to_owned(),
        auth_type: Some("oauth".to_owned()),
        solution_instance_id: Some("instance".to_owned()),
        external_auth_id: Some("external_slack".to_owned()),
    };
    assert_eq!(
        stage.feed(finish()),
        [Effect::Hide, Effect::Finish(result), Effect::Release]
    );
    assert_eq!(stage.state(), State::Finished);
}

#[test]
fn a_finish_outside_a_solution_gives_the_id_alone() {
    for target in [
        None,
        Some(Target::Bare),
        Some(Target::Edit {
            auth_id: "auth-0".to_owned(),
        }),
    ] {
        let mut stage = Stage::open(Plan { target, ..popup() });
        let effects = stage.feed(finish());
        let [_, Effect::Finish(result), _] = &effects[..] else {
            panic!("{effects:?}");
        };
        assert_eq!(result.auth_id, "auth-1");
        assert_eq!(result.solution_instance_id, None);
        assert_eq!(result.external_auth_id, None);
    }
}

#[test]
fn the_first_of_finish_and_error_wins() {
    let mut stage = Stage::open(popup());
    stage.feed(finish());
    assert_eq!(stage.feed(error("too late")), []);
    assert_eq!(stage.feed(finish()), []);
    assert_eq!(stage.outcome(), Some("finished"));

    let mut stage = Stage::open(popup());
    stage.feed(error("first"));
    assert_eq!(stage.feed(finish()), []);
    assert_eq!(stage.outcome(), Some("dialog_error"));
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
        assert!(error_text(&effects).contains("may exist at Tray"));
    }
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
fn a_request_for_an_account_id_that_was_not_given_is_told() {
    let mut stage = Stage::open(Plan {
        answers: false,
        ..popup()
    });
    assert_eq!(stage.feed(request(true)), [told(REQUEST)]);
}

#[test]
fn the_account_id_is_not_given_while_closing() {
    let mut stage = Stage::open(popup());
    stage.feed(user_closes());
    assert_eq!(stage.feed(request(true)), [told(REQUEST)]);
}

#[test]
fn a_message_that_is_not_known_is_told_also_while_closing() {
    let mut stage = Stage::open(popup());
    assert_eq!(
        stage.feed(unknown("tray.authpopup.ready")),
        [told("tray.authpopup.ready")]
    );
    stage.feed(user_closes());
    assert_eq!(
        stage.feed(unknown("tray.authpopup.bye")),
        [told("tray.authpopup.bye")]
    );
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

#[test]
fn each_strange_origin_is_told_once() {
    let ignored = |origin: &str| {
        Effect::Emit(Event::Ignored {
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
fn strange_origins_are_not_told_once_the_dialog_is_closed() {
    let mut stage = Stage::open(popup());
    stage.feed(user_closes());
    assert_eq!(stage.feed(stranger("https://a.example")), []);
}
