//! After `closed`, and only then: the watch for one late finish.

use tray_auth_dialog::core::event::Event;
use tray_auth_dialog::core::session::{Effect, Plan, State, WATCH};

use super::inputs::{finish, user_closes};
use super::plans::popup;
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
