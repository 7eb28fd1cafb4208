//! After `closed`, and only then: the watch for one late finish.

use tray_auth_dialog::core::event::Event;
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input, Plan, State, WATCH};

use super::inputs::{code, error, finish, malformed, says, unknown, user_closes};
use super::plans::{attached_frame, attached_window, frame, given_window, popup};
use super::stage::Stage;

/// Settled with `closed`, after the user closed the open dialog.
fn closed(plan: Plan) -> Stage {
    let mut stage = Stage::open(plan);
    stage.feed(user_closes());
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("closed"));
    stage
}

#[test]
fn a_finish_after_the_grace_is_told_and_settles_nothing() {
    let mut stage = closed(popup());
    let effects = stage.feed(finish());
    assert!(
        matches!(&effects[..], [Effect::Emit(Event::LateFinish(result)), Effect::Release]
            if result.auth_id == "auth-1" && result.external_auth_id.is_some()),
        "{effects:?}"
    );
    assert_eq!(stage.state(), State::Failed);
    assert_eq!(stage.feed(finish()), [], "once");
}

#[test]
fn the_watch_lasts_a_minute() {
    let mut stage = closed(popup());
    assert_eq!(stage.wait(WATCH - 1.0), []);
    assert_eq!(stage.wait(1.0), [Effect::Release]);
    assert_eq!(stage.feed(finish()), []);
}

#[test]
fn the_watch_hears_nothing_else_and_answers_nothing() {
    let inputs = [
        says(AuthMessage::AccountIdRequest),
        says(AuthMessage::Close),
        error("late"),
        malformed(),
        unknown("tray.authpopup.ready"),
        Input::Stranger("https://a.example".to_owned()),
        Input::Abort,
        user_closes(),
        Input::WindowClosed,
        Input::Header(Some(true)),
        code(),
        Input::Tick,
    ];
    let mut stage = closed(popup());
    for input in inputs {
        assert_eq!(stage.feed(input), []);
    }
    assert_eq!(stage.session.wakes_at(), Some(stage.now + WATCH));
}

#[test]
fn the_watch_ends_when_the_page_goes_or_the_window_is_used_again_or_the_frame_is_gone() {
    for input in [Input::PageHide, Input::Supersede, Input::FrameGone] {
        let mut stage = closed(attached_frame());
        assert_eq!(stage.feed(input), [Effect::Release]);
        assert_eq!(stage.feed(finish()), []);
    }
}

#[test]
fn every_window_and_every_frame_of_the_page_is_watched() {
    for plan in [popup(), given_window(), attached_window(), attached_frame()] {
        let stage = closed(plan);
        assert!(!stage.is_released());
        assert!(stage.session.wakes_at().is_some());
    }
}

#[test]
fn a_frame_of_ours_is_gone_and_not_watched() {
    assert!(closed(frame()).is_released());
}

#[test]
fn only_closed_is_watched() {
    let endings = [
        (Input::Abort, "aborted"),
        (error("x"), "dialog_error"),
        (Input::Supersede, "superseded"),
        (finish(), "finished"),
        (Input::PageHide, "closed"),
    ];
    for (input, outcome) in endings {
        let mut stage = Stage::open(popup());
        stage.feed(input);
        assert_eq!(stage.outcome(), Some(outcome));
        assert!(stage.is_released(), "{outcome} is watched");
    }
}

#[test]
fn a_severed_window_is_not_watched() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    stage.feed(Input::Header(Some(true)));
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("opener_severed"));
    assert!(stage.is_released());
}

#[test]
fn what_was_closed_before_it_was_navigated_is_not_watched() {
    let mut stage = Stage::opened(popup());
    stage.feed(Input::WindowClosed);
    assert!(stage.is_released());
}
