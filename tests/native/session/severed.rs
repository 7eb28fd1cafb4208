//! A cut connection, told from a real close. The weights themselves are in
//! `evidence.rs`; here is how a session collects them.

use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input, Plan};

use super::inputs::{says, unknown, user_closes};
use super::plans::{attached_window, popup};
use super::stage::Stage;

/// `closed` turns true `after` ms after navigation; the page's own header is
/// `header`. Gives what `result` became.
fn outcome(mut stage: Stage, after: f64, header: Option<bool>) -> String {
    stage.wait(after);
    stage.feed(Input::WindowClosed);
    stage.feed(Input::Header(header));
    stage.wait(1_000.0);
    stage.outcome().expect("settled").to_owned()
}

/// The focus goes to the window and is back in the page.
fn leaves_and_comes_back(stage: &mut Stage) {
    stage.focused = false;
    stage.feed(Input::Tick);
    stage.focused = true;
}

#[test]
fn a_window_that_closes_soon_under_a_header_that_cuts_was_severed() {
    assert_eq!(
        outcome(Stage::open(popup()), 300.0, Some(true)),
        "opener_severed"
    );
}

#[test]
fn the_message_names_the_header_to_mend() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    stage.feed(Input::Header(Some(true)));
    let effects = stage.wait(500.0);
    assert!(
        matches!(&effects[..], [Effect::Fail(error), Effect::Release]
            if error.message.contains("Cross-Origin-Opener-Policy")),
        "{effects:?}"
    );
}

#[test]
fn a_window_that_closes_soon_without_any_other_sign_was_closed() {
    assert_eq!(outcome(Stage::open(popup()), 300.0, Some(false)), "closed");
    assert_eq!(outcome(Stage::open(popup()), 300.0, None), "closed");
}

#[test]
fn a_focus_that_stays_in_the_window_speaks_for_a_cut() {
    let mut stage = Stage::open(popup());
    stage.focused = false;
    assert_eq!(outcome(stage, 300.0, Some(false)), "opener_severed");
}

#[test]
fn a_focus_that_came_back_speaks_for_a_close() {
    let mut stage = Stage::open(popup());
    leaves_and_comes_back(&mut stage);
    assert_eq!(outcome(stage, 6_000.0, Some(true)), "closed");
}

#[test]
fn no_header_is_asked_for_that_would_change_nothing() {
    let mut stage = Stage::open(popup());
    leaves_and_comes_back(&mut stage);
    stage.wait(6_000.0);
    assert_eq!(stage.feed(Input::WindowClosed), [Effect::Hide]);
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("closed"));
}

#[test]
fn a_focus_that_the_page_never_had_says_nothing() {
    let mut stage = Stage::open(Plan {
        focused: false,
        ..popup()
    });
    stage.focused = false;
    assert_eq!(outcome(stage, 300.0, None), "closed");
}

#[test]
fn the_focus_is_asked_for_when_the_grace_ends() {
    let mut stage = Stage::open(popup());
    stage.focused = false;
    stage.feed(Input::WindowClosed);
    stage.feed(Input::Header(None));
    stage.focused = true;
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("closed"));
}

#[test]
fn a_focus_that_left_while_the_code_was_on_its_way_counts() {
    let mut stage = Stage::opened(popup());
    leaves_and_comes_back(&mut stage);
    stage.feed(super::inputs::code());
    assert_eq!(outcome(stage, 6_000.0, Some(true)), "closed");
}

#[test]
fn a_dialog_that_spoke_was_not_cut_off() {
    let mut stage = Stage::open(popup());
    stage.feed(unknown("tray.authpopup.ready"));
    assert_eq!(outcome(stage, 300.0, Some(true)), "closed");
}

#[test]
fn a_dialog_that_speaks_while_closing_was_not_cut_off() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    stage.feed(says(AuthMessage::Close));
    assert_eq!(outcome(stage, 0.0, Some(true)), "closed");
}

#[test]
fn a_window_that_somebody_closed_was_not_cut_off() {
    let mut stage = Stage::open(popup());
    assert_eq!(stage.feed(user_closes()), [Effect::Hide], "no probe");
    stage.feed(Input::Header(Some(true)));
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("closed"));
}

#[test]
fn a_header_that_nobody_asked_for_is_ignored() {
    let mut stage = Stage::open(popup());
    assert_eq!(stage.feed(Input::Header(Some(true))), []);
    stage.wait(6_000.0);
    stage.feed(Input::WindowClosed);
    stage.wait(1_000.0);
    assert_eq!(stage.outcome(), Some("closed"));
}

#[test]
fn a_header_that_comes_too_late_counts_as_none() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    stage.wait(1_000.0);
    assert_eq!(stage.outcome(), Some("closed"));
    assert_eq!(stage.feed(Input::Header(Some(true))), []);
}

#[test]
fn the_second_header_changes_nothing() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    stage.feed(Input::Header(None));
    assert_eq!(stage.feed(Input::Header(Some(true))), []);
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("closed"));
}

#[test]
fn an_attached_window_counts_from_its_attachment() {
    assert_eq!(
        outcome(Stage::open(attached_window()), 300.0, Some(true)),
        "opener_severed"
    );
}

#[test]
fn how_soon_is_counted_from_the_navigation() {
    let mut stage = Stage::opened(popup());
    stage.wait(20_000.0);
    stage.feed(super::inputs::code());
    stage.focused = false;
    assert_eq!(outcome(stage, 5_000.0, None), "opener_severed");

    let mut stage = Stage::open(popup());
    stage.focused = false;
    assert_eq!(outcome(stage, 5_001.0, None), "closed");
}
