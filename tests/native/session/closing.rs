//! The close against the late finish.

use tray_auth_dialog::core::event::By;
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input, Plan, State};

use super::inputs::{finish, says, user_closes};
use super::plans::{every_plan, frame, popup};
use super::stage::{Stage, closed_by};

#[test]
fn a_close_hides_at_once_and_settles_when_the_grace_ends() {
    for (name, plan) in every_plan() {
        let mut stage = Stage::open(plan);
        assert_eq!(stage.feed(user_closes()), [Effect::Hide], "{name}");
        assert_eq!(stage.state(), State::Closing, "{name}");
        assert_eq!(stage.wait(499.0), [], "{name}");
        assert_eq!(closed_by(&stage.wait(1.0)), Some(By::User), "{name}");
        assert_eq!(stage.state(), State::Failed, "{name}");
    }
}

#[test]
fn a_close_after_ignored_messages_names_where_they_came_from() {
    for (name, plan) in every_plan() {
        let mut stage = Stage::open(plan);
        for origin in ["https://first.example", "https://eu.example"] {
            stage.feed(Input::Stranger(origin.to_owned()));
        }
        stage.feed(user_closes());
        let effects = stage.wait(500.0);
        let message = effects.iter().find_map(|effect| match effect {
            Effect::Fail(error) => Some(error.message.as_str()),
            _ => None,
        });
        let expected = "The user closed the dialog before it finished. Messages from \
                        https://eu.example were ignored: if that is Tray's dialog, give it as \
                        `host`.";
        assert_eq!(message, Some(expected), "{name}");
    }
}

#[test]
fn a_close_after_the_words_of_a_sandboxed_window_says_what_the_sandbox_lacks() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::Stranger("null".to_owned()));
    stage.feed(user_closes());
    let effects = stage.wait(500.0);
    assert!(
        matches!(&effects[..], [Effect::Emit(_), Effect::Fail(error), ..]
            if error.message.contains("allow-popups-to-escape-sandbox")),
        "{effects:?}"
    );
}

#[test]
fn a_finish_within_the_grace_wins_and_no_close_is_told() {
    let closes = [
        user_closes(),
        Input::Close(By::App),
        says(AuthMessage::Close),
        Input::WindowClosed,
    ];
    for close in closes {
        let mut stage = Stage::open(popup());
        stage.feed(close);
        stage.wait(400.0);
        let effects = stage.feed(finish());
        assert!(
            matches!(&effects[..], [Effect::Finish(_), Effect::Release]),
            "{effects:?}"
        );
        assert_eq!(stage.state(), State::Finished);
    }
}

#[test]
fn a_finish_that_comes_when_the_grace_is_over_but_before_the_timer_wins() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    stage.sleep(60_000.0);
    stage.feed(finish());
    assert_eq!(stage.outcome(), Some("finished"));
}

#[test]
fn without_a_grace_the_timer_settles_at_once() {
    let mut stage = Stage::open(Plan {
        close_grace: 0.0,
        ..frame()
    });
    stage.feed(user_closes());
    assert_eq!(closed_by(&stage.wait(0.0)), Some(By::User));
}

#[test]
fn the_first_close_says_by_whom() {
    let mut stage = Stage::open(popup());
    stage.feed(says(AuthMessage::Close));
    assert_eq!(stage.feed(user_closes()), []);
    assert_eq!(stage.feed(Input::WindowClosed), []);
    assert_eq!(stage.feed(Input::Close(By::App)), []);
    assert_eq!(closed_by(&stage.wait(500.0)), Some(By::Dialog));
}

#[test]
fn the_grace_is_not_prolonged_by_another_close() {
    let mut stage = Stage::open(popup());
    stage.feed(user_closes());
    stage.wait(400.0);
    stage.feed(says(AuthMessage::Close));
    assert_eq!(closed_by(&stage.wait(100.0)), Some(By::User));
}

#[test]
fn a_window_that_the_user_closes_asks_for_the_evidence_and_waits_for_it() {
    let mut stage = Stage::open(popup());
    stage.wait(10_000.0);
    assert_eq!(
        stage.feed(Input::WindowClosed),
        [Effect::Hide, Effect::Probe]
    );
    assert_eq!(stage.wait(999.0), []);
    // Another dialog's timer ticks for all.
    assert_eq!(stage.feed(Input::Tick), []);
    assert_eq!(closed_by(&stage.wait(1.0)), Some(By::User));
}

#[test]
fn evidence_that_comes_soon_does_not_end_the_grace() {
    let mut stage = Stage::open(popup());
    stage.wait(10_000.0);
    stage.feed(Input::WindowClosed);
    assert_eq!(stage.feed(Input::Header(Some(false))), []);
    assert_eq!(stage.wait(499.0), []);
    assert_eq!(closed_by(&stage.wait(1.0)), Some(By::User));
}

#[test]
fn evidence_that_comes_after_the_grace_settles_at_once() {
    let mut stage = Stage::open(popup());
    stage.wait(10_000.0);
    stage.feed(Input::WindowClosed);
    stage.wait(700.0);
    assert_eq!(closed_by(&stage.feed(Input::Header(None))), Some(By::User));
}

#[test]
fn a_grace_longer_than_the_probe_is_waited_for() {
    let mut stage = Stage::open(Plan {
        close_grace: 5_000.0,
        ..popup()
    });
    stage.wait(10_000.0);
    stage.feed(Input::WindowClosed);
    assert_eq!(stage.wait(4_999.0), []);
    assert_eq!(closed_by(&stage.wait(1.0)), Some(By::User));
}
