//! Every way out but the finish, the close and the clock.

use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::event::By;
use tray_auth_dialog::core::session::{Effect, Input};

use super::inputs::user_closes;
use super::plans::{attached_frame, attached_window, every_plan, frame, given_window, popup};
use super::stage::{Stage, closed_by};

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
