//! `parseAuthMessage`: as the vectors have it, and what no vector can hold.

use serde_json::json;
use std::cell::RefCell;
use tray_auth_dialog::core::fields::Live;
use tray_auth_dialog::core::message::{AccountId, AuthMessage, Data, Text, parse};

use crate::support::js::Js;
use crate::support::vectors;

#[test]
fn every_vector_gives_its_message() {
    for case in vectors::messages() {
        let message = parse(&Js::from(&case.data)).map(AuthMessage::shortened);
        // None becomes null.
        assert_eq!(json!(message), case.message, "{}", case.name);
    }
}

/// `event.data` that notes what is read of it.
struct Watched {
    data: Js,
    reads: RefCell<Vec<String>>,
}

impl Data for &Watched {
    fn text(&self, field: &str, max: u32) -> Text {
        self.reads.borrow_mut().push(field.to_owned());
        self.data.text(field, max)
    }

    fn object(&self, field: &str) -> Option<Self> {
        self.reads.borrow_mut().push(format!("{field}."));
        self.data.object(field).map(|_| *self)
    }
}

fn reads_of(data: Js) -> Vec<String> {
    let watched = Watched {
        data,
        reads: RefCell::default(),
    };
    parse(&&watched);
    watched.reads.into_inner()
}

#[test]
fn of_a_foreign_message_only_the_type_is_read() {
    for kind in ["webpackOk", "tray.configPopup.finish", "tray.authpopup", ""] {
        let data = Js::object([("type", kind.into()), ("authId", "x".into())]);
        assert_eq!(reads_of(data), ["type"], "{kind}");
    }
}

#[test]
fn of_our_own_message_only_its_fields_are_read() {
    for (kind, fields) in [
        ("finish", &["type", "authId", "authType"][..]),
        ("close", &["type"]),
        ("accountIdRequest", &["type"]),
        ("ready", &["type"]),
        ("error", &["type", "error"]),
    ] {
        let data = Js::object([
            ("type", format!("tray.authpopup.{kind}").as_str().into()),
            ("authId", "x".into()),
            ("error", "x".into()),
            ("err", "x".into()),
        ]);
        assert_eq!(reads_of(data), fields, "{kind}");
    }
}

#[test]
fn whatever_can_not_be_read_is_as_if_it_were_not_there() {
    for odd in [
        Js::Throws,
        Js::Null,
        Js::Undefined,
        Js::Live(Live::Function),
        Js::Live(Live::Window),
        Js::Number(f64::NAN),
        Js::Array(vec!["x".into()]),
    ] {
        assert_eq!(parse(&odd), None, "{odd:?}");
        assert_eq!(parse(&Js::object([("type", odd.clone())])), None, "{odd:?}");
        let finish = Js::object([
            ("type", "tray.authpopup.finish".into()),
            ("authId", odd.clone()),
        ]);
        assert!(
            matches!(
                parse(&finish),
                Some(AuthMessage::Malformed {
                    field: "authId",
                    ..
                })
            ),
            "{odd:?}"
        );
        let error = Js::object([
            ("type", "tray.authpopup.error".into()),
            ("error", odd.clone()),
        ]);
        assert_eq!(
            parse(&error),
            Some(AuthMessage::Error {
                message: None,
                cut: false
            }),
            "{odd:?}"
        );
    }
}

#[test]
fn a_text_that_was_cut_outside_says_so() {
    let text = |length: usize| {
        let data = Js::object([
            ("type", "tray.authpopup.error".into()),
            ("error", Js::Text("x".repeat(length))),
        ]);
        parse(&data)
    };
    let read = |length: usize, cut: bool| {
        Some(AuthMessage::Error {
            message: Some("x".repeat(length)),
            cut,
        })
    };
    assert_eq!(text(4_096), read(4_096, false));
    assert_eq!(text(4_097), read(4_096, true));
}

#[test]
fn only_the_text_of_an_error_is_shortened() {
    let long = "x".repeat(2_000);
    for message in [
        AuthMessage::Finish {
            auth_id: long.clone(),
            auth_type: Some(long.clone()),
        },
        AuthMessage::Unknown { name: long },
        AuthMessage::Error {
            message: None,
            cut: true,
        },
        AuthMessage::Close,
    ] {
        assert_eq!(message.clone().shortened(), message);
    }
}

#[test]
fn a_message_does_not_tell_whether_its_text_was_cut() {
    let error = AuthMessage::Error {
        message: Some("text".to_owned()),
        cut: true,
    };
    assert_eq!(json!(error), json!({ "type": "error", "message": "text" }));
}

#[test]
fn the_answer_with_the_account_id_is_what_tray_documents() {
    assert_eq!(
        json!(AccountId { data: "acct" }),
        json!({ "type": "tray.authpopup.accountIdRequest", "data": "acct" })
    );
}
