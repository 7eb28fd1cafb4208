//! A cut connection, told from a real close. The weights themselves are in
//! `evidence.rs`; here is how a session collects them.

use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Effect, Input, Plan};

use super::inputs::{code, says, unknown, user_closes};
use super::plans::{attached_window, popup};
use super::stage::Stage;

const CUT: &str = "opener_severed";
const CLOSED: &str = "closed";

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

/// The dialog after that has happened to it.
fn after(mut stage: Stage, act: impl FnOnce(&mut Stage)) -> Stage {
    act(&mut stage);
    stage
}

#[test]
fn what_a_session_has_seen_of_its_window_decides_whether_it_was_cut_off() {
    let open = || Stage::open(popup());
    let elsewhere = |stage: &mut Stage| stage.focused = false;
    let comes_late = |act: fn(&mut Stage)| {
        after(Stage::opened(popup()), |stage| {
            act(stage);
            stage.feed(code());
        })
    };
    for (what, stage, ms, header, expected) in [
        ("a header that cuts", open(), 300.0, Some(true), CUT),
        ("one that does not", open(), 300.0, Some(false), CLOSED),
        ("no header that is known", open(), 300.0, None, CLOSED),
        (
            "a focus that stays in the window",
            after(open(), elsewhere),
            300.0,
            Some(false),
            CUT,
        ),
        (
            "a focus that came back",
            after(open(), leaves_and_comes_back),
            6_000.0,
            Some(true),
            CLOSED,
        ),
        (
            "a focus that the page never had",
            after(
                Stage::open(Plan {
                    focused: false,
                    ..popup()
                }),
                elsewhere,
            ),
            300.0,
            None,
            CLOSED,
        ),
        (
            "a focus that left while the code was on its way",
            comes_late(leaves_and_comes_back),
            6_000.0,
            Some(true),
            CLOSED,
        ),
        (
            "a dialog that spoke",
            after(open(), |stage| {
                drop(stage.feed(unknown("tray.authpopup.ready")))
            }),
            300.0,
            Some(true),
            CLOSED,
        ),
        (
            "a dialog that speaks while closing",
            after(open(), |stage| {
                stage.feed(Input::WindowClosed);
                stage.feed(says(AuthMessage::Close));
            }),
            0.0,
            Some(true),
            CLOSED,
        ),
        (
            "a window that somebody closed, for which no header is asked for",
            after(open(), |stage| {
                assert_eq!(stage.feed(user_closes()), [Effect::Hide])
            }),
            0.0,
            Some(true),
            CLOSED,
        ),
        (
            "a header that nobody asked for",
            after(open(), |stage| {
                assert_eq!(stage.feed(Input::Header(Some(true))), [])
            }),
            6_000.0,
            None,
            CLOSED,
        ),
        (
            "an attached window, from its attachment",
            after(Stage::new(attached_window()), |stage| {
                stage.sleep(20_000.0);
                stage.feed(Input::Opened);
                stage.focused = false;
            }),
            300.0,
            None,
            CUT,
        ),
        (
            "a window that goes soon after a navigation that came late",
            after(comes_late(|stage| drop(stage.wait(20_000.0))), elsewhere),
            5_000.0,
            None,
            CUT,
        ),
        (
            "one that goes later",
            after(open(), elsewhere),
            5_001.0,
            None,
            CLOSED,
        ),
    ] {
        assert_eq!(outcome(stage, ms, header), expected, "{what}");
    }
}

#[test]
fn the_message_names_the_header_to_fix() {
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
fn no_header_is_asked_for_that_would_change_nothing() {
    let mut stage = Stage::open(popup());
    leaves_and_comes_back(&mut stage);
    stage.wait(6_000.0);
    assert_eq!(stage.feed(Input::WindowClosed), [Effect::Hide]);
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("closed"));
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
fn the_first_header_counts_and_one_that_comes_too_late_is_none() {
    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    stage.feed(Input::Header(None));
    assert_eq!(stage.feed(Input::Header(Some(true))), []);
    stage.wait(500.0);
    assert_eq!(stage.outcome(), Some("closed"));

    let mut stage = Stage::open(popup());
    stage.feed(Input::WindowClosed);
    stage.wait(1_000.0);
    assert_eq!(stage.outcome(), Some("closed"));
    assert_eq!(stage.feed(Input::Header(Some(true))), []);
}
