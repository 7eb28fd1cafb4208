//! The close against the late finish, and every other way out.

use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::event::{By, Event};
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input, Plan, State};

use super::stage::{
    attached_frame, attached_window, error, every_plan, finish, frame, given_window, malformed,
    popup, says, user_closes, Stage,
};

/// Closed by the close event and the rejection, and by whom.
fn closed_by(effects: &[Effect]) -> Option<By> {
    effects.windows(2).find_map(|pair| match pair {
        [Effect::Emit(Event::Close { by }), Effect::Fail(error)]
            if error.code == ErrorCode::Closed =>
        {
            Some(*by)
        }
        _ => None,
    })
}

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
fn a_finish_then_a_close_is_a_success() {
    let mut stage = Stage::open(popup());
    let effects = stage.feed(finish());
    assert!(
        matches!(
            &effects[..],
            [Effect::Hide, Effect::Finish(_), Effect::Release]
        ),
        "{effects:?}"
    );
    assert_eq!(stage.feed(Input::WindowClosed), []);
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

#[test]
fn an_error_while_closing_is_the_dialogs_last_word() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    let effects = stage.feed(error("Service environment mismatch"));
    assert!(
        matches!(&effects[..], [Effect::Fail(error), Effect::Release]
            if error.message.ends_with("Service environment mismatch")),
        "{effects:?}"
    );
}

#[test]
fn a_finish_without_an_id_while_closing_warns_all_the_same() {
    let mut stage = Stage::open(popup());
    stage.feed(user_closes());
    stage.feed(malformed());
    assert_eq!(stage.outcome(), Some("dialog_error"));
}

#[test]
fn an_abort_settles_and_hides_in_every_state() {
    for (name, plan) in every_plan() {
        for closing in [false, true] {
            let mut stage = Stage::open(plan.clone());
            if closing {
                stage.feed(user_closes());
            }
            let effects = stage.feed(Input::Abort);
            assert_eq!(stage.outcome(), Some("aborted"), "{name}");
            assert_eq!(
                effects.contains(&Effect::Hide),
                !closing,
                "{name}: {effects:?}"
            );
            assert!(stage.is_released(), "{name}");
        }
    }
}

#[test]
fn a_superseded_dialog_hides_what_is_ours_and_leaves_a_window_that_is_used_again() {
    let plans = [
        (popup(), true),
        (frame(), true),
        (given_window(), false),
        (attached_window(), false),
        (attached_frame(), false),
    ];
    for (plan, hides) in plans {
        let mut stage = Stage::open(plan);
        let effects = stage.feed(Input::Supersede);
        assert_eq!(effects.contains(&Effect::Hide), hides, "{effects:?}");
        assert_eq!(stage.outcome(), Some("superseded"));
        assert_eq!(closed_by(&effects), None);
        assert!(stage.is_released());
    }
}

#[test]
fn a_page_that_goes_away_closes_its_own_popup_and_leaves_windows_that_it_was_given() {
    for (plan, hides) in [
        (popup(), true),
        (frame(), true),
        (given_window(), false),
        (attached_window(), false),
    ] {
        for before in [Stage::opened(plan.clone()), Stage::open(plan.clone())] {
            let mut stage = before;
            let effects = stage.feed(Input::PageHide);
            assert_eq!(effects.contains(&Effect::Hide), hides, "{effects:?}");
            assert_eq!(closed_by(&effects), Some(By::App));
            assert!(stage.is_released(), "nothing watches a page that is gone");
        }
    }
}

#[test]
fn a_page_that_goes_away_while_closing_tells_who_closed() {
    let mut stage = Stage::open(popup());
    stage.feed(user_closes());
    assert_eq!(closed_by(&stage.feed(Input::PageHide)), Some(By::User));
}

#[test]
fn a_frame_that_the_page_removes_is_closed_by_the_app_at_once() {
    for plan in [frame(), attached_frame()] {
        for before in [Stage::opened(plan.clone()), Stage::open(plan.clone())] {
            let mut stage = before;
            assert_eq!(closed_by(&stage.feed(Input::FrameGone)), Some(By::App));
            assert!(stage.is_released());
        }
    }
}

#[test]
fn a_frame_that_the_page_removes_while_closing_was_closed_by_who_closed_it() {
    let mut stage = Stage::open(frame());
    stage.feed(user_closes());
    assert_eq!(closed_by(&stage.feed(Input::FrameGone)), Some(By::User));
}

#[test]
fn a_refused_frame_says_so_even_to_a_user_who_gave_up() {
    let refused = Error::new(ErrorCode::FrameBlocked, "frame-src");
    let mut stage = Stage::open(frame());
    stage.feed(user_closes());
    assert_eq!(
        stage.feed(Input::FrameRefused(refused.clone())),
        [Effect::Fail(refused), Effect::Release]
    );
}

#[test]
fn a_dialog_that_goes_on_in_a_window_settles_nothing() {
    let mut stage = Stage::open(frame());
    assert_eq!(stage.feed(Input::HandedOver), [Effect::Release]);
    assert_eq!(stage.outcome(), None);
    assert_eq!(stage.session.wakes_at(), None);
}
