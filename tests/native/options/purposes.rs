//! What each function takes: `openAuthDialog`, `attachAuthDialog`,
//! `authDialogUrl`.

use tray_auth_dialog::core::error::ErrorCode;
use tray_auth_dialog::core::fields::{Live, OPTIONS};
use tray_auth_dialog::core::options::{Purpose, not_an_object, read};

use super::least;
use crate::support::js::Js;

/// A valid value for each option that `attachAuthDialog` takes.
fn attachable() -> Vec<(&'static str, Js)> {
    vec![
        ("region", "eu".into()),
        ("url", "https://embedded.tray.io".into()),
        ("host", "auth.acme.com".into()),
        ("extraOrigins", Js::Array(vec!["https://a.example".into()])),
        ("accountId", "42".into()),
        ("signal", Js::Live(Live::Signal)),
        ("timeout", 5.0.into()),
        ("closeGrace", 0.0.into()),
        ("onFinish", Js::Live(Live::Function)),
        ("onClose", Js::Live(Live::Function)),
        ("onError", Js::Live(Live::Function)),
        ("onEvent", Js::Live(Live::Function)),
    ]
}

fn attach(options: &Js) -> Result<(), String> {
    match read(options, Purpose::Attach) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn attach_needs_nothing() {
    assert_eq!(attach(&Js::object([])), Ok(()));
}

#[test]
fn attach_takes_its_own_options_and_refuses_the_rest_by_name() {
    let own = attachable();
    for (name, value) in own.clone() {
        assert_eq!(attach(&Js::object([(name, value)])), Ok(()));
    }
    for field in OPTIONS {
        if own.iter().any(|(name, _)| *name == field.name) {
            continue;
        }
        let problem = attach(&Js::object([(field.name, "x".into())])).expect_err(field.name);
        assert!(
            problem.starts_with(&format!("`{}` ", field.name)),
            "{problem}"
        );
        assert!(problem.contains("attachAuthDialog"), "{problem}");
        assert_eq!(attach(&Js::object([(field.name, Js::Undefined)])), Ok(()));
    }
}

#[test]
fn a_wrong_value_is_an_error_for_attach_too() {
    let problem = attach(&Js::object([("timeout", "5".into())])).expect_err("a text");
    assert!(problem.starts_with("`timeout` "), "{problem}");
}

#[test]
fn an_unknown_name_is_an_error_for_every_function_also_in_a_group() {
    for purpose in [Purpose::Open, Purpose::Attach, Purpose::Url] {
        let base = if purpose == Purpose::Attach {
            Js::object([])
        } else {
            least()
        };
        let error = read(&base.clone().with("hots", "x"), purpose).expect_err("unknown");
        assert_eq!(error.field.as_deref(), Some("hots"));
        assert!(error.message.contains("spelling"), "{error}");
        let error = read(&base.with("hots", Js::Undefined), purpose).expect_err("unknown");
        assert_eq!(error.field.as_deref(), Some("hots"));
    }
    for (group, name) in [("popup", "left"), ("frame", "src"), ("labels", "ok")] {
        let options = least().with(group, Js::object([(name, 1.0.into())]));
        let error = read(&options, Purpose::Open).expect_err("unknown");
        assert_eq!(
            error.field.as_deref(),
            Some(format!("{group}.{name}").as_str())
        );
        assert!(error.message.contains("spelling"), "{error}");
    }
}

#[test]
fn open_and_url_need_a_partner_and_a_code() {
    for purpose in [Purpose::Open, Purpose::Url] {
        for name in ["partnerName", "authorizationCode"] {
            let error = read(&least().with(name, Js::Undefined), purpose).expect_err(name);
            assert_eq!(error.field.as_deref(), Some(name));
            assert!(error.message.contains("is required"), "{error}");
            // The other way in, where there is one.
            let tells = error.message.contains("`url`");
            assert_eq!(tells, purpose == Purpose::Open, "{error}");
        }
        let error = read(&least().with("authorizationCode", " \n"), purpose).expect_err("blank");
        assert!(error.message.contains("blank"), "{error}");
    }
}

#[test]
fn a_url_needs_the_code_itself() {
    for live in [Live::Function, Live::Thenable] {
        let options = least().with("authorizationCode", Js::Live(live));
        assert!(read(&options, Purpose::Open).is_ok());
        let error = read(&options, Purpose::Url).expect_err("not here yet");
        assert_eq!(error.field.as_deref(), Some("authorizationCode"));
        assert!(error.message.contains("await the code"), "{error}");
    }
    assert!(read(&least().with("authorizationCode", "c0de"), Purpose::Url).is_ok());
}

#[test]
fn a_whole_url_needs_nothing_else_and_may_be_on_its_way() {
    for url in [
        "https://embedded.tray.io".into(),
        Js::Live(Live::Function),
        Js::Live(Live::Thenable),
    ] {
        let options = Js::object([("url", url)]);
        assert!(read(&options, Purpose::Open).is_ok());
    }
}

#[test]
fn attach_takes_a_url_that_is_here() {
    for live in [Live::Function, Live::Thenable] {
        let problem = attach(&Js::object([("url", Js::Live(live))])).expect_err("on its way");
        assert!(problem.starts_with("`url` "), "{problem}");
        assert!(problem.contains("that you opened"), "{problem}");
    }
}

#[test]
fn a_url_is_not_made_of_a_url() {
    for options in [least(), Js::object([])] {
        let options = options.with("url", "https://embedded.tray.io");
        let error = read(&options, Purpose::Url).expect_err("a URL");
        assert_eq!(error.field.as_deref(), Some("url"));
        assert!(error.message.contains("authDialogUrl"), "{error}");
    }
}

#[test]
fn options_that_are_no_object_say_so() {
    let error = not_an_object();
    assert_eq!(error.code, ErrorCode::InvalidOptions);
    assert!(error.message.contains("must be an object"), "{error}");
    assert_eq!(error.field, None);
}
