//! The popup's place and size.

use proptest::prelude::*;
use tray_auth_dialog::core::placement::{Area, features, place, zoomed};

fn area(left: f64, top: f64, width: f64, height: f64) -> Area {
    Area {
        left,
        top,
        width,
        height,
    }
}

const SCREEN: Area = Area {
    left: 0.0,
    top: 25.0,
    width: 1920.0,
    height: 1055.0,
};

#[test]
fn a_popup_is_centred_on_its_opener_on_the_screen_and_whole_whatever_is_known_of_them() {
    let usual = (500.0, 700.0);
    let beside = area(100.0, 100.0, 1000.0, 900.0);
    let nothing = area(f64::NAN, f64::NAN, f64::NAN, f64::NAN);
    let none = area(0.0, 0.0, 0.0, 0.0);
    let uneven = area(0.5, 0.5, 500.2, 400.4);
    for (what, (width, height), opener, screen, expected) in [
        (
            "on the window that opens it",
            usual,
            area(100.0, 125.0, 1000.0, 900.0),
            SCREEN,
            area(350.0, 225.0, 500.0, 700.0),
        ),
        (
            "on a window on a second screen",
            usual,
            area(-1800.0, -1000.0, 1000.0, 900.0),
            area(-1920.0, -1080.0, 1920.0, 1080.0),
            area(-1550.0, -900.0, 500.0, 700.0),
        ),
        (
            "on the screen of a window that hangs over its right edge",
            usual,
            area(1800.0, 1000.0, 1000.0, 900.0),
            SCREEN,
            area(1420.0, 380.0, 500.0, 700.0),
        ),
        (
            "on the screen of a window that hangs over its left edge",
            usual,
            area(-900.0, -800.0, 1000.0, 900.0),
            SCREEN,
            area(0.0, 25.0, 500.0, 700.0),
        ),
        (
            "no larger than the screen",
            (5_000.0, 5_000.0),
            area(0.0, 25.0, 800.0, 600.0),
            SCREEN,
            SCREEN,
        ),
        (
            "whole, for odd sizes",
            (500.9, 700.2),
            area(0.0, 25.0, 1001.0, 901.0),
            SCREEN,
            area(251.0, 126.0, 500.0, 700.0),
        ),
        (
            "on the whole pixels of a screen between pixels",
            usual,
            uneven,
            uneven,
            area(1.0, 1.0, 499.0, 399.0),
        ),
        (
            "in the corner where everything is hidden",
            usual,
            nothing,
            nothing,
            area(0.0, 0.0, 500.0, 700.0),
        ),
        (
            "in the corner of a window of no size",
            usual,
            area(7.0, 9.0, 0.0, 0.0),
            area(7.0, 9.0, 0.0, 0.0),
            area(7.0, 9.0, 500.0, 700.0),
        ),
        (
            "in the corner for a place too far away to be true",
            usual,
            area(1e300, -1e300, 1000.0, 900.0),
            none,
            area(250.0, 100.0, 500.0, 700.0),
        ),
        (
            "as far away as can be true",
            usual,
            area(1_000_000.0, -1_000_000.0, 1000.0, 900.0),
            none,
            area(1_000_250.0, -999_900.0, 500.0, 700.0),
        ),
    ] {
        assert_eq!(place(width, height, opener, screen), expected, "{what}");
    }
    for unknown in [0.0, -1.0, 0.5, f64::NAN, f64::INFINITY, 2_000_000.0] {
        let hidden = area(100.0, 100.0, unknown, unknown);
        let middle = area(710.0, 203.0, 500.0, 700.0);
        assert_eq!(place(500.0, 700.0, hidden, SCREEN), middle, "{unknown}");
    }
    for unknown in [0.0, -1.0, f64::NAN, f64::INFINITY, 2_000_000.0] {
        let hidden = area(0.0, 0.0, unknown, unknown);
        let asked = area(350.0, 200.0, 500.0, 700.0);
        assert_eq!(place(500.0, 700.0, beside, hidden), asked, "{unknown}");
    }
}

/// What a browser reports, or a page that has put its own numbers there.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => -4_000.0..4_000.0,
        1 => Just(0.0),
        1 => prop::num::f64::ANY,
    ]
}

prop_compose! {
    fn any_area()(
        left in any_number(),
        top in any_number(),
        width in any_number(),
        height in any_number(),
    ) -> Area {
        area(left, top, width, height)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_reported_the_popup_is_whole_and_not_empty(
        width in 100.0..10_000.0, height in 100.0..10_000.0, opener in any_area(), screen in any_area(),
    ) {
        let popup = place(width, height, opener, screen);
        for number in [popup.left, popup.top, popup.width, popup.height] {
            prop_assert!(number.is_finite() && number.fract() == 0.0, "{popup:?}");
        }
        prop_assert!((1.0..=width).contains(&popup.width), "{popup:?}");
        prop_assert!((1.0..=height).contains(&popup.height), "{popup:?}");
    }

    #[test]
    fn a_popup_is_never_off_a_real_screen(
        width in 100.0..10_000.0, height in 100.0..10_000.0, opener in any_area(),
        left in -8_000.0..8_000.0, top in -8_000.0..8_000.0,
        across in 2.0..8_000.0, down in 2.0..8_000.0,
    ) {
        let screen = area(left, top, across, down);
        let popup = place(width, height, opener, screen);
        prop_assert!(popup.left >= left && popup.top >= top, "{popup:?}");
        prop_assert!(popup.left + popup.width <= left + across, "{popup:?}");
        prop_assert!(popup.top + popup.height <= top + down, "{popup:?}");
    }

    #[test]
    fn the_features_hold_the_numbers_as_they_are(
        left in -2_000_000..2_000_000, top in i32::MIN..=i32::MAX,
        width in 0..10_000, height in 0..10_000,
    ) {
        let numbers = [left, top, width, height].map(f64::from);
        let [x, y, across, down] = numbers;
        prop_assert_eq!(
            features(area(x, y, across, down)),
            format!("popup,left={left},top={top},width={width},height={height}")
        );
    }
}

#[test]
fn the_features_ask_for_a_popup_and_never_for_noopener() {
    assert_eq!(
        features(area(-10.0, 0.0, 9.0, 700.0)),
        "popup,left=-10,top=0,width=9,height=700"
    );
}

#[test]
fn the_features_have_no_room_for_nonsense() {
    let text = features(area(f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0));
    assert_eq!(
        text,
        "popup,left=0,top=2147483647,width=-2147483648,height=0"
    );
}

#[test]
fn a_popup_that_the_browser_shows_zoomed_is_given_the_room_that_it_lacks() {
    let asked = (500.0, 700.0);
    // Bars of 90 px above the page.
    for (zoom, inner) in [
        (2.0, (250.0, 350.0)),
        (1.25, (400.0, 560.0)),
        (0.5, (1000.0, 1400.0)),
    ] {
        let size = zoomed(asked, (500.0, 790.0), inner);
        assert_eq!(size, Some((500.0 * zoom, 700.0 * zoom + 90.0)), "{zoom}");
    }
}

#[test]
fn a_popup_is_left_as_it_is_where_it_is_not_zoomed_or_says_nothing_usable() {
    for (outer, inner) in [
        ((500.0, 790.0), (500.0, 700.0)),
        // With the borders of a desktop.
        ((516.0, 790.0), (500.0, 700.0)),
        ((500.0, 790.0), (0.0, 0.0)),
        ((0.0, 0.0), (500.0, 700.0)),
        ((f64::NAN, f64::NAN), (f64::NAN, f64::NAN)),
        ((500.0, 790.0), (1.0, 1.0)),
        ((500.0, 790.0), (-250.0, 350.0)),
        ((f64::INFINITY, 790.0), (250.0, 350.0)),
    ] {
        assert_eq!(
            zoomed((500.0, 700.0), outer, inner),
            None,
            "{outer:?} {inner:?}"
        );
    }
}
