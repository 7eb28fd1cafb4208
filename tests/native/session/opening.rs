//! Until the dialog is shown: the window, the code, the given window.

use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::event::{By, Event};
use tray_auth_dialog::core::session::{Effect, Input, State};

use super::inputs::{code, finish, user_closes};
use super::plans::{attached_window, every_plan, frame, given_window, popup};
use super::stage::Stage;

fn blocked() -> Error {
    Error::new(ErrorCode::PopupBlocked, "blocked")
}

fn no_code() -> Error {
    Error::new(ErrorCode::CodeFailed, "no code")
}

#[test]
fn a_popup_is_navigated_when_the_code_arrives() {
    let mut stage = Stage::new(popup());
    assert_eq!(stage.feed(Input::Opened), [Effect::Emit(Event::Open)]);
    assert_eq!(stage.state(), State::Opening);
    assert_eq!(
        stage.feed(code()),
        [Effect::Navigate, Effect::Emit(Event::Navigate)]
    );
    assert_eq!(stage.state(), State::Open);
}

#[test]
fn a_second_code_navigates_nothing() {
    let mut stage = Stage::open(popup());
    assert_eq!(stage.feed(code()), []);
}

#[test]
fn a_blocked_popup_settles_and_leaves_nothing() {
    let mut stage = Stage::new(popup());
    assert_eq!(
        stage.feed(Input::Refused(blocked())),
        [Effect::Fail(blocked()), Effect::Release]
    );
    assert_eq!(stage.state(), State::Failed);
    assert_eq!(stage.session.wakes_at(), None);
}

#[test]
fn a_refusal_of_what_is_open_is_not_one() {
    for (name, plan) in every_plan() {
        let mut stage = Stage::opened(plan);
        assert_eq!(stage.feed(Input::Refused(blocked())), [], "{name}");
        assert_eq!(stage.feed(Input::Opened), [], "{name}");
    }
}

#[test]
fn a_signal_that_is_aborted_before_anything_opens_hides_nothing() {
    let mut stage = Stage::new(given_window());
    let effects = stage.feed(Input::Abort);
    assert!(
        matches!(&effects[..], [Effect::Fail(error), Effect::Release] if error.code == ErrorCode::Aborted),
        "{effects:?}"
    );
}

#[test]
fn whatever_ends_a_dialog_before_it_opens_settles_it() {
    let endings = [
        (Input::CodeFailed(no_code()), "code_failed"),
        (Input::Supersede, "superseded"),
        (Input::PageHide, "closed"),
        (user_closes(), "closed"),
        (Input::Close(By::App), "closed"),
    ];
    for (input, outcome) in endings {
        let mut stage = Stage::new(popup());
        stage.feed(input);
        assert_eq!(stage.outcome(), Some(outcome));
        assert!(stage.is_released());
    }
}

#[test]
fn nothing_else_happens_before_a_dialog_opens() {
    let inputs = [
        code(),
        Input::Emptied,
        finish(),
        Input::WindowClosed,
        Input::FrameGone,
        Input::HandedOver,
        Input::Header(Some(true)),
        Input::Tick,
    ];
    for input in inputs {
        let mut stage = Stage::new(popup());
        assert_eq!(stage.feed(input), []);
        assert_eq!(stage.state(), State::Opening);
        assert!(!stage.session.is_looked_at());
    }
}

#[test]
fn a_code_that_fails_closes_the_blank_popup() {
    let mut stage = Stage::opened(popup());
    assert_eq!(
        stage.feed(Input::CodeFailed(no_code())),
        [Effect::Hide, Effect::Fail(no_code()), Effect::Release]
    );
}

#[test]
fn a_failure_after_the_code_came_is_ignored() {
    let mut stage = Stage::opened(given_window());
    stage.feed(code());
    assert_eq!(stage.feed(Input::CodeFailed(no_code())), []);
    stage.feed(Input::Emptied);
    assert_eq!(stage.feed(Input::CodeFailed(no_code())), []);
    assert_eq!(stage.state(), State::Open);
}

#[test]
fn a_popup_closed_while_the_code_is_on_its_way_is_never_navigated() {
    let mut stage = Stage::opened(popup());
    let effects = stage.feed(Input::WindowClosed);
    assert!(
        matches!(
            &effects[..],
            [
                Effect::Hide,
                Effect::Emit(Event::Close { by: By::User }),
                Effect::Fail(_),
                Effect::Release
            ]
        ),
        "{effects:?}"
    );
    assert_eq!(stage.feed(code()), []);
}

#[test]
fn a_close_while_the_code_is_on_its_way_settles_at_once_with_who_did_it() {
    for by in [By::User, By::App] {
        let mut stage = Stage::opened(frame());
        let effects = stage.feed(Input::Close(by));
        assert!(
            effects.contains(&Effect::Emit(Event::Close { by })),
            "{effects:?}"
        );
        assert_eq!(stage.outcome(), Some("closed"));
    }
}

#[test]
fn a_given_window_is_navigated_once_it_is_empty_and_the_code_is_here() {
    for first_empty in [true, false] {
        let mut stage = Stage::opened(given_window());
        let (first, second) = if first_empty {
            (Input::Emptied, code())
        } else {
            (code(), Input::Emptied)
        };
        assert_eq!(stage.feed(first), []);
        assert_eq!(stage.state(), State::Opening);
        assert_eq!(
            stage.feed(second),
            [Effect::Navigate, Effect::Emit(Event::Navigate)]
        );
    }
}

#[test]
fn what_the_old_page_of_a_given_window_still_posts_is_ignored() {
    let mut stage = Stage::opened(given_window());
    assert_eq!(stage.feed(finish()), []);
    assert_eq!(
        stage.feed(Input::Stranger("https://old.example".to_owned())),
        []
    );
    stage.feed(code());
    assert_eq!(stage.feed(finish()), []);
    stage.feed(Input::Emptied);
    assert_eq!(stage.outcome(), None);
    stage.feed(finish());
    assert_eq!(stage.outcome(), Some("finished"));
}

#[test]
fn an_attached_dialog_is_open_at_once_and_never_navigated() {
    let mut stage = Stage::opened(attached_window());
    assert_eq!(stage.state(), State::Open);
    assert_eq!(stage.feed(code()), []);
    assert_eq!(stage.feed(Input::Emptied), []);
    stage.feed(finish());
    assert_eq!(stage.outcome(), Some("finished"));
}

#[test]
fn the_window_is_looked_at_from_its_opening_until_it_is_closed() {
    let mut stage = Stage::new(popup());
    assert!(!stage.session.is_looked_at());
    stage.feed(Input::Opened);
    assert!(stage.session.is_looked_at());
    stage.feed(code());
    assert!(stage.session.is_looked_at());
    stage.feed(user_closes());
    assert!(!stage.session.is_looked_at());
}
