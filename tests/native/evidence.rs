//! Closed or cut off: the whole truth table, and which header cuts.

use tray_auth_dialog::core::evidence::{Evidence, SOON, cuts_popups, header_decides};

fn every_case() -> Vec<Evidence> {
    let mut cases = Vec::new();
    for own_header in [None, Some(false), Some(true)] {
        for after in [0.0, SOON, SOON + 0.1, 600_000.0, f64::INFINITY] {
            for bits in 0..8 {
                cases.push(Evidence {
                    own_header,
                    after,
                    focus_left: bits & 1 != 0,
                    focus_back: bits & 2 != 0,
                    spoke: bits & 4 != 0,
                });
            }
        }
    }
    cases
}

#[test]
fn every_combination_of_signs_is_weighed_as_documented() {
    for case in every_case() {
        let soon = case.after <= 5_000.0;
        let still_in_the_window = case.focus_left && !case.focus_back;
        let came_back = case.focus_left && case.focus_back;
        // What the table of weights on `Evidence::severed` comes down to.
        let cut = match (case.own_header == Some(true), case.spoke) {
            (true, false) => soon || !came_back,
            (true, true) | (false, false) => soon && still_in_the_window,
            (false, true) => false,
        };
        assert_eq!(case.severed(), cut, "{case:?}");
    }
}

#[test]
fn where_no_header_is_asked_for_none_would_make_it_a_cut_and_elsewhere_one_would() {
    for case in every_case() {
        let asked = Evidence {
            own_header: Some(true),
            spoke: false,
            ..case
        };
        let came_back = case.focus_left && case.focus_back;
        assert_eq!(
            header_decides(case.after, came_back),
            asked.severed(),
            "{case:?}"
        );
    }
}

#[test]
fn without_any_evidence_it_was_closed() {
    assert!(!Evidence::default().severed());
}

#[test]
fn the_message_names_the_page_where_its_own_header_is_known_and_asks_where_it_is_not() {
    for case in every_case() {
        let message = case.message();
        assert!(message.contains("`same-origin-allow-popups`"), "{message}");
        assert_eq!(
            message.contains("because this page sends"),
            case.own_header == Some(true),
            "{message}"
        );
    }
}

#[test]
fn only_same_origin_cuts_popups_off() {
    for header in [
        "same-origin",
        " same-origin ",
        "same-origin; report-to=\"coop\"",
        "same-origin;report-to=coop",
    ] {
        assert!(cuts_popups(header), "{header}");
    }
    for header in [
        "",
        "unsafe-none",
        "same-origin-allow-popups",
        "same-origin-allow-popups; report-to=\"coop\"",
        "noopener-allow-popups",
        "same-origin-plus-COEP",
        "SAME-ORIGIN",
        "same-origin, same-origin",
        "\"same-origin\"",
        "; same-origin",
    ] {
        assert!(!cuts_popups(header), "{header}");
    }
}
