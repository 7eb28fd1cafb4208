//! Each option takes its own values, and names itself when it gets another.

use tray_auth_dialog::core::error::ErrorCode;
use tray_auth_dialog::core::fields::{Field, Kind, Live, OPTIONS};

use super::{open, with};
use crate::support::js::Js;

const LIVE: [Live; 7] = [
    Live::Function,
    Live::Object,
    Live::Array,
    Live::Thenable,
    Live::Element,
    Live::Window,
    Live::Signal,
];

/// One value of every kind that there is in JavaScript, and the edges of each.
fn every_value() -> Vec<Js> {
    let mut values = vec![Js::Null, Js::Throws, true.into(), false.into()];
    for number in [
        f64::NAN,
        f64::NEG_INFINITY,
        -1.0,
        -0.1,
        0.0,
        0.9,
        1.0,
        99.9,
        100.0,
        500.5,
        10_000.0,
        10_000.1,
        2_147_483_647.0,
        2_147_483_647.5,
        f64::INFINITY,
    ] {
        values.push(number.into());
    }
    let (longest_id, longest_text) = ("x".repeat(1_024), "x".repeat(4_096));
    let (id_too_long, text_too_long) = ("x".repeat(1_025), "x".repeat(4_097));
    let (longest_url, url_too_long) = ("x".repeat(16_384), "x".repeat(16_385));
    // Lengths count UTF-16 units.
    let (keys, too_many_keys) = ("🔑".repeat(512), "🔑".repeat(513));
    for text in [
        "",
        " ",
        ".",
        "..",
        "x",
        " x",
        "x\n",
        "x\u{0}",
        "x\u{fffd}",
        "popup",
        "modal",
        "eu",
        "origin",
        "acme.com",
        "1",
        "true",
    ] {
        values.push(text.into());
    }
    for text in [
        longest_id,
        longest_text,
        id_too_long,
        text_too_long,
        longest_url,
        url_too_long,
        keys,
        too_many_keys,
    ] {
        values.push(Js::Text(text));
    }
    for list in [
        vec![],
        vec!["x".into()],
        vec!["x".into(), "y".into()],
        vec!["".into()],
        vec!["x".into(), Js::Null],
        vec![5.0.into()],
        vec![Js::Undefined],
        vec![Js::Text("x".repeat(1_025))],
    ] {
        values.push(Js::Array(list));
    }
    values.push(Js::object([]));
    values.push(Js::object([("0", "x".into())]));
    values.extend(LIVE.map(Js::Live));
    values
}

/// What the contract says that an option of the kind takes.
fn takes(kind: Kind, value: &Js) -> bool {
    let units = |text: &str| text.encode_utf16().count();
    match (kind, value) {
        (Kind::Id, Js::Text(text)) => {
            let plain = !text.contains(char::is_control) && !text.contains('\u{fffd}');
            let whole = text.trim() == text && ![".", "..", ""].contains(&text.as_str());
            plain && whole && units(text) <= 1_024
        }
        (Kind::Text, Js::Text(text)) => (1..=4_096).contains(&units(text)),
        (Kind::Code, Js::Text(text)) => !text.trim().is_empty() && units(text) <= 4_096,
        (Kind::Url, Js::Text(text)) => units(text) <= 16_384,
        (Kind::Code | Kind::Url, Js::Live(live)) => [Live::Function, Live::Thenable].contains(live),
        (Kind::Texts, Js::Array(list)) => list
            .iter()
            .all(|item| matches!(item, Js::Text(text) if (1..=1_024).contains(&units(text)))),
        (Kind::OneOf(choices), Js::Text(text)) => choices.contains(&text.as_str()),
        (Kind::Flag, Js::Flag(_)) => true,
        (Kind::Time(min), Js::Number(ms)) => (f64::from(min)..=2_147_483_647.0).contains(ms),
        (Kind::Pixels, Js::Number(px)) => (100.0..=10_000.0).contains(px),
        (Kind::Live(own), Js::Live(live)) => own == *live,
        (Kind::Display, Js::Text(text)) => ["popup", "modal"].contains(&text.as_str()),
        (Kind::Display, Js::Live(live)) => *live == Live::Element,
        (Kind::Group(_), Js::Object(properties)) => properties.is_empty(),
        (Kind::Group(_), Js::Live(live)) => *live == Live::Object,
        _ => false,
    }
}

/// Every option with its path, those of groups too.
fn every_option() -> Vec<(String, Field)> {
    let mut options = Vec::new();
    for field in OPTIONS {
        options.push((field.name.to_owned(), *field));
        if let Kind::Group(fields) = field.kind {
            let path = |inner: &Field| format!("{}.{}", field.name, inner.name);
            options.extend(fields.iter().map(|inner| (path(inner), *inner)));
        }
    }
    options
}

#[test]
fn every_option_takes_its_values_and_names_itself_for_every_other() {
    for (path, field) in every_option() {
        let (mut good, mut bad) = (0, 0);
        for value in every_value() {
            let given = open(&with(&path, value.clone()));
            // A sandbox has rules of its own, and a group with a property that
            // is no option names that.
            let special = path == "frame.sandbox" || matches!(value, Js::Object(_));
            if takes(field.kind, &value) {
                good += 1;
                assert!(given.is_ok() || special, "{path}: {value:?}: {given:?}");
            } else {
                bad += 1;
                let error = given.expect_err(&path);
                assert_eq!(error.code, ErrorCode::InvalidOptions, "{path}");
                let named = error.field.as_deref().unwrap_or_default();
                assert!(
                    named == path || (special && named == format!("{path}.0")),
                    "{error}"
                );
                assert!(error.message.starts_with(&format!("`{named}` ")), "{error}");
            }
        }
        let given_only_by_the_browser = ["popup.window", "signal"].contains(&path.as_str());
        assert!(
            good > 0 || given_only_by_the_browser,
            "{path} takes nothing"
        );
        assert!(bad > 0, "{path} takes everything");
    }
}

#[test]
fn an_error_says_what_is_expected() {
    for (path, part) in [
        ("partnerName", "spaces"),
        ("host", "non-empty"),
        ("scopes", "array of at most 1,000 strings"),
        ("region", "one of 'us', 'eu', 'apac'"),
        ("skipTitleField", "true or false"),
        ("timeout", "milliseconds from 1 to 2147483647; leave it out"),
        ("closeGrace", "milliseconds from 0 to 2147483647"),
        ("popup.width", "CSS pixels from 100 to 10000"),
        ("popup.window", "opened with `window.open`"),
        ("signal", "AbortSignal"),
        ("onFinish", "function"),
        (
            "authorizationCode",
            "string, a promise of a string, or a function",
        ),
        (
            "url",
            "string or a URL object, a promise of one, or a function",
        ),
        ("display", "'popup', 'modal' or an Element"),
        ("popup", "object"),
    ] {
        let error = open(&with(path, Js::Null)).expect_err(path);
        assert!(error.message.contains(part), "{error}");
    }
    let error = open(&with("closeGrace", Js::Null)).expect_err("null");
    assert!(!error.message.contains("leave it out"), "{error}");
}

#[test]
fn a_text_that_is_too_long_says_so() {
    for path in ["partnerName", "host", "frame.title"] {
        let error = open(&with(path, Js::Text("x".repeat(5_000)))).expect_err(path);
        assert!(error.message.contains("too long"), "{error}");
    }
}

#[test]
fn a_sandbox_needs_what_the_dialog_lives_on() {
    let sandbox = |tokens: &str| open(&with("frame.sandbox", tokens.into()));
    assert!(sandbox("allow-scripts allow-same-origin allow-popups").is_ok());
    assert!(sandbox("  ALLOW-popups\n Allow-Scripts\tallow-same-origin allow-forms").is_ok());
    for missing in ["allow-scripts", "allow-same-origin", "allow-popups"] {
        let tokens = "allow-scripts allow-same-origin allow-popups".replace(missing, "allow-forms");
        let error = sandbox(&tokens).expect_err(missing);
        assert_eq!(error.field.as_deref(), Some("frame.sandbox"));
        assert!(error.message.contains(missing), "{error}");
    }
    assert!(sandbox("allow-scripts allow-same-origin allow-popups-to-escape-sandbox").is_err());
}
