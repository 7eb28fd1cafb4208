//! What was read can be had, and nothing else.

use tray_auth_dialog::core::fields::{Live, Slot};
use tray_auth_dialog::core::origin::NativeParser;
use tray_auth_dialog::core::texts::usable_code;

use super::{least, open};
use crate::support::js::Js;

fn some() -> Js {
    least()
        .with("host", "auth.acme.com")
        .with("timeout", 5.0)
        .with("skipTitleField", true)
        .with("closeOnError", false)
        .with("display", Js::Live(Live::Element))
        .with("extraOrigins", Js::Array(vec!["https://a.example".into()]))
        .with("popup", Js::object([("width", 640.0.into())]))
        .with("labels", Js::object([("close", "Schließen".into())]))
        .with("frame", Js::object([("stallAfter", 9.0.into())]))
        .with("onFinish", Js::Live(Live::Function))
}

#[test]
fn every_value_is_in_its_own_slot_and_of_its_own_kind() {
    let options = open(&some()).expect("valid");
    assert_eq!(options.text(Slot::PartnerName), Some("acme"));
    assert_eq!(options.text(Slot::Host), Some("auth.acme.com"));
    assert_eq!(options.number(Slot::FrameStallAfter, 1.0), 9.0);
    assert_eq!(options.number(Slot::Timeout, 1.0), 5.0);
    assert_eq!(options.number(Slot::PopupWidth, 1.0), 640.0);
    assert!(options.flag(Slot::SkipTitleField, false));
    assert!(!options.flag(Slot::CloseOnError, true));
    assert_eq!(options.live(Slot::Display), Some(&Js::Live(Live::Element)));
    assert_eq!(
        options.live(Slot::AuthorizationCode),
        Some(&Js::Live(Live::Function))
    );
    assert_eq!(
        options.texts(Slot::ExtraOrigins),
        Some(&["https://a.example".to_owned()][..])
    );
}

#[test]
fn a_slot_has_a_value_of_whatever_kind_or_none() {
    let options = open(&some()).expect("valid");
    for slot in [Slot::PartnerName, Slot::Timeout, Slot::AuthorizationCode] {
        assert!(options.has(slot));
    }
    for slot in [Slot::Region, Slot::Url, Slot::Checked] {
        assert!(!options.has(slot));
    }
}

#[test]
fn a_slot_of_another_kind_or_without_a_value_gives_nothing() {
    let options = open(&some()).expect("valid");
    assert_eq!(options.text(Slot::Timeout), None);
    assert_eq!(options.number(Slot::Host, 1.0), 1.0);
    assert_eq!(options.texts(Slot::Host), None);
    assert_eq!(options.live(Slot::Host), None);
    assert_eq!(options.text(Slot::Region), None);
    assert!(options.flag(Slot::SkipAuthSettings, true));
    assert!(!options.flag(Slot::SkipAuthSettings, false));
    assert!(options.flag(Slot::Host, true));
    assert_eq!(options.text(Slot::Checked), None, "kept nowhere");
}

#[test]
fn a_code_that_is_taken_out_is_gone_and_another_value_stays() {
    let mut options = open(&some().with("authorizationCode", "c0de")).expect("valid");
    assert_eq!(
        options.take_text(Slot::AuthorizationCode).as_deref(),
        Some("c0de")
    );
    assert!(options.take_text(Slot::AuthorizationCode).is_none());
    assert_eq!(options.text(Slot::AuthorizationCode), None);
    assert_eq!(options.number(Slot::Timeout, 1.0), 5.0);
}

#[test]
fn a_code_that_is_still_to_come_stays() {
    let later = some().with("authorizationCode", Js::Live(Live::Function));
    let mut options = open(&later).expect("valid");
    assert!(options.take_text(Slot::AuthorizationCode).is_none());
    let code = options.live(Slot::AuthorizationCode);
    assert_eq!(code, Some(&Js::Live(Live::Function)));
}

#[test]
fn the_origin_that_is_opened_is_apart_from_the_further_ones() {
    let options = open(&some()).expect("valid");
    assert_eq!(
        options.origin(&NativeParser).expect("valid"),
        "https://auth.acme.com"
    );
    assert_eq!(
        options.extra_origins(&NativeParser).expect("valid"),
        ["https://a.example"]
    );
}

#[test]
fn a_code_is_used_without_the_white_space_round_it() {
    assert_eq!(usable_code(" \tc0 de\n"), Some("c0 de"));
    assert_eq!(usable_code("c"), Some("c"));
    assert_eq!(usable_code(" \u{a0}\n"), None);
    assert_eq!(usable_code(""), None);
}
