//! Deadlines, also when the machine slept through them.

use tray_auth_dialog::core::event::{Event, stalls};
use tray_auth_dialog::core::session::{Effect, Input, Plan};

use super::inputs::{code, error, finish, unknown, user_closes};
use super::plans::{attached_frame, frame, given_window, popup};
use super::stage::Stage;

fn with_timeout(plan: Plan) -> Plan {
    Plan {
        timeout: 10_000.0,
        ..plan
    }
}

#[test]
fn a_code_that_never_comes_fails_when_its_time_is_over() {
    let mut stage = Stage::opened(popup());
    assert_eq!(stage.wait(29_999.0), []);
    let effects = stage.wait(1.0);
    assert!(
        matches!(
            &effects[..],
            [Effect::Hide, Effect::Fail(_), Effect::Release]
        ),
        "{effects:?}"
    );
    assert_eq!(stage.outcome(), Some("code_failed"));
}

#[test]
fn what_is_left_of_the_timeout_can_be_handed_on() {
    let mut stage = Stage::open(with_timeout(frame()));
    assert!(stage.session.is_framed());
    stage.wait(4_000.0);
    assert_eq!(stage.session.time_left(stage.now), 6_000.0);
    let stage = Stage::open(popup());
    assert!(!stage.session.is_framed());
    assert_eq!(stage.session.time_left(stage.now), f64::INFINITY);
}

#[test]
fn a_given_window_that_is_never_empty_can_not_be_used() {
    let mut stage = Stage::opened(given_window());
    stage.feed(code());
    stage.wait(30_000.0);
    assert_eq!(stage.outcome(), Some("popup_blocked"));
}

#[test]
fn the_time_of_the_code_is_no_limit_for_the_user() {
    let mut stage = Stage::open(popup());
    assert_eq!(stage.wait(3_600_000.0), []);
    assert_eq!(
        stage.session.wakes_at(),
        None,
        "an open popup needs no timer"
    );
}

#[test]
fn the_timeout_counts_from_the_opening() {
    let mut stage = Stage::opened(with_timeout(popup()));
    stage.wait(6_000.0);
    stage.feed(code());
    assert_eq!(stage.wait(3_999.0), []);
    let effects = stage.wait(1.0);
    assert!(
        matches!(
            &effects[..],
            [Effect::Hide, Effect::Fail(_), Effect::Release]
        ),
        "{effects:?}"
    );
    assert_eq!(stage.outcome(), Some("timeout"));
}

#[test]
fn the_timeout_counts_while_the_code_is_on_its_way() {
    let mut stage = Stage::opened(with_timeout(popup()));
    stage.wait(10_000.0);
    assert_eq!(stage.outcome(), Some("timeout"));
}

#[test]
fn a_finish_that_comes_when_the_timeout_is_over_but_before_the_timer_wins() {
    let mut stage = Stage::open(with_timeout(popup()));
    stage.sleep(60_000.0);
    stage.feed(finish());
    assert_eq!(stage.outcome(), Some("finished"));
}

#[test]
fn after_a_sleep_the_earliest_deadline_is_what_happened() {
    for (timeout, code_timeout, outcome) in [
        (10_000.0, 30_000.0, "timeout"),
        (30_000.0, 10_000.0, "code_failed"),
        (10_000.0, 10_000.0, "code_failed"),
    ] {
        let mut stage = Stage::opened(Plan {
            timeout,
            code_timeout,
            ..popup()
        });
        stage.sleep(3_600_000.0);
        stage.feed(Input::Tick);
        assert_eq!(stage.outcome(), Some(outcome));
    }
}

fn silent() -> Effect {
    Effect::Emit(Event::Stalled {
        message: stalls::SILENT,
    })
}

#[test]
fn after_a_sleep_a_frame_that_timed_out_is_not_told_to_be_stalled() {
    let mut stage = Stage::open(Plan {
        timeout: 20_000.0,
        ..frame()
    });
    stage.sleep(3_600_000.0);
    let effects = stage.feed(Input::Tick);
    assert!(!effects.contains(&silent()), "{effects:?}");
    assert_eq!(stage.outcome(), Some("timeout"));
}

#[test]
fn a_user_who_closed_is_not_told_of_a_timeout() {
    let mut stage = Stage::open(with_timeout(popup()));
    stage.wait(9_900.0);
    stage.feed(user_closes());
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("closed"));
}

#[test]
fn a_frame_that_is_never_used_is_told_to_be_stalled_once_and_goes_on() {
    let mut stage = Stage::open(frame());
    assert_eq!(stage.wait(14_999.0), []);
    assert_eq!(stage.wait(1.0), [silent()]);
    assert_eq!(stage.wait(3_600_000.0), []);
    stage.feed(finish());
    assert_eq!(stage.outcome(), Some("finished"));
}

#[test]
fn a_frame_in_which_something_happens_is_not_stalled() {
    let close_on_error = false;
    for sign in [
        Input::FrameUsed,
        unknown("tray.authpopup.ready"),
        error("a scope is missing"),
    ] {
        let mut stage = Stage::open(Plan {
            close_on_error,
            ..frame()
        });
        stage.wait(10_000.0);
        stage.feed(sign);
        let effects = stage.wait(3_600_000.0);
        assert_eq!(effects, []);
    }
}

#[test]
fn a_frame_that_the_browser_reports_as_refused_is_told_to_be_stalled_at_once_and_once() {
    let mut stage = Stage::open(frame());
    let message = stalls::ANCESTORS;
    let effects = stage.feed(Input::FrameReported(message));
    assert_eq!(effects, [Effect::Emit(Event::Stalled { message })]);
    assert_eq!(stage.feed(Input::FrameReported(stalls::EMBEDDER)), []);
    assert_eq!(stage.wait(3_600_000.0), []);
    stage.feed(finish());
    assert_eq!(stage.outcome(), Some("finished"), "it is only a hint");
}

#[test]
fn a_report_of_what_cannot_be_this_frame_does_nothing() {
    let after = |input| {
        let mut stage = Stage::open(frame());
        stage.feed(input);
        stage
    };
    for mut stage in [
        after(Input::FrameUsed),
        after(unknown("tray.authpopup.ready")),
        after(user_closes()),
        Stage::opened(frame()),
        Stage::open(popup()),
        Stage::open(attached_frame()),
    ] {
        let report = Input::FrameReported(stalls::ANCESTORS);
        assert_eq!(stage.feed(report), []);
    }
}

#[test]
fn the_stall_is_counted_from_the_navigation() {
    let mut stage = Stage::opened(frame());
    stage.wait(20_000.0);
    stage.feed(Input::FrameUsed);
    stage.feed(code());
    assert_eq!(stage.wait(14_999.0), []);
    assert_eq!(stage.wait(1.0), [silent()]);
}

#[test]
fn neither_a_popup_nor_a_frame_of_the_page_is_ever_stalled() {
    for plan in [popup(), attached_frame()] {
        let mut stage = Stage::open(plan);
        assert_eq!(stage.wait(3_600_000.0), []);
    }
}

#[test]
fn a_frame_that_is_closing_is_not_told_to_be_stalled() {
    let mut stage = Stage::open(Plan {
        close_grace: 20_000.0,
        ..frame()
    });
    stage.feed(user_closes());
    let effects = stage.wait(19_000.0);
    assert_eq!(effects, []);
}

#[test]
fn a_timer_that_fires_too_early_does_nothing() {
    let mut stage = Stage::open(popup());
    stage.feed(user_closes());
    stage.sleep(499.9);
    assert_eq!(stage.feed(Input::Tick), []);
    assert_eq!(stage.session.wakes_at(), Some(1_500.0));
}
