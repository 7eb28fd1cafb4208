//! The option `url`, as the vectors have it, given as such and on its way.

use proptest::prelude::*;
use serde_json::{Map, Value};
use tray_auth_dialog::core::address::Way;
use tray_auth_dialog::core::dialog_url::Address;
use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::event::AuthResult;
use tray_auth_dialog::core::fields::{Live, Slot};
use tray_auth_dialog::core::options::{Purpose, read};
use tray_auth_dialog::core::origin::NativeParser;
use url::Url;

use crate::support::js::Js;
use crate::support::vectors::{self, Expected, Opened, Refused};

const URL: &str = "https://embedded.tray.io/external/auth/edit/acme/auth-1?code=c0de-7";

/// As the browser layer puts it together for a URL that is given as such.
fn given(options: &Js, purpose: Purpose) -> Result<Address, Error> {
    let options = read(options, purpose)?;
    let (way, origin) = options.way(&NativeParser, purpose)?;
    let text = options.text(Slot::Url).expect("a text");
    let address = way.address(&NativeParser, text)?;
    assert_eq!(origin.as_ref(), Some(&address.origin), "known at once");
    Ok(address)
}

/// The same for one that a function gives later.
fn later(options: &Js) -> Result<Address, Error> {
    let Js::Text(text) = options.property("url") else {
        panic!("not a text");
    };
    let options = options.clone().with("url", Js::Live(Live::Function));
    let options = read(&options, Purpose::Open)?;
    let (way, origin) = options.way(&NativeParser, Purpose::Open)?;
    let address = way.address(&NativeParser, &text)?;
    let pinned = options.has(Slot::Host) || options.has(Slot::Region);
    assert_eq!(origin, pinned.then(|| address.origin.clone()));
    Ok(address)
}

fn ids(address: &Address) -> Value {
    let result = AuthResult::new(address.target.as_ref(), "auth".to_owned(), None);
    let mut ids = Map::new();
    for (name, id) in [
        ("solutionInstanceId", result.solution_instance_id),
        ("externalAuthId", result.external_auth_id),
    ] {
        if let Some(id) = id {
            ids.insert(name.to_owned(), id.into());
        }
    }
    ids.into()
}

fn check_opened(name: &str, address: &Address, expected: &Opened) {
    assert_eq!(*address.url, expected.url, "{name}");
    assert_eq!(address.origin, expected.origin, "{name}");
    assert_eq!(ids(address), expected.ids, "{name}");
    // What a parser makes of the URL is what was checked.
    let url = Url::parse(&address.url).expect(name);
    assert_eq!(
        url.origin().ascii_serialization(),
        expected.origin,
        "{name}"
    );
    let codes: Vec<_> = url.query_pairs().filter(|(key, _)| key == "code").collect();
    assert_eq!(codes.len(), 1, "{name}");
    assert_eq!(codes[0].1.trim_ascii(), &*address.code, "{name}");
}

fn check_refused(name: &str, error: &Error, expected: &Refused) {
    assert!(error.message.contains(&expected.says), "{name}: {error}");
    assert!(!error.message.contains("37d1a4fa"), "{name}: {error}");
}

#[test]
fn every_vector_is_opened_or_refused_at_once() {
    for case in vectors::given_urls() {
        let name = &case.name;
        match (
            given(&Js::from(&case.options), Purpose::Open),
            &case.expected,
        ) {
            (Ok(address), Expected::Opened(expected)) => check_opened(name, &address, expected),
            (Err(error), Expected::Refused(expected)) => {
                assert_eq!(error.code.as_str(), expected.code, "{name}: {error}");
                assert_eq!(error.field.as_ref(), Some(&expected.field), "{name}");
                assert!(
                    error.message.starts_with(&format!("`{}` ", expected.field)),
                    "{error}"
                );
                check_refused(name, &error, expected);
            }
            (given, _) => panic!("{name}: {given:?}"),
        }
    }
}

#[test]
fn a_url_that_comes_later_is_opened_or_fails_as_a_code_does() {
    let mut refused = 0;
    for case in vectors::given_urls() {
        let (name, options) = (&case.name, Js::from(&case.options));
        // What is wrong about other options, or is no text, is told at once.
        let is_late = matches!(&case.expected, Expected::Refused(expected) if expected.field == "url" && expected.says != "too long");
        if !matches!(options.property("url"), Js::Text(_)) {
            continue;
        }
        match (later(&options), &case.expected) {
            (Ok(address), Expected::Opened(expected)) => check_opened(name, &address, expected),
            (Err(error), Expected::Refused(expected)) if is_late => {
                refused += 1;
                assert_eq!(error.code, ErrorCode::CodeFailed, "{name}: {error}");
                assert_eq!(error.field, None, "{name}");
                assert!(error.message.starts_with("`url` gave "), "{error}");
                assert!(error.message.contains("back end"), "{error}");
                check_refused(name, &error, expected);
            }
            (given, expected) => {
                assert!(
                    !is_late && matches!(expected, Expected::Refused(_)),
                    "{name}: {given:?}"
                );
            }
        }
    }
    assert!(refused > 50, "vectors were lost");
}

#[test]
fn attach_takes_the_url_for_its_origin() {
    let url = Js::object([("url", URL.into())]);
    assert_eq!(
        given(&url, Purpose::Attach).expect("valid").origin,
        "https://embedded.tray.io"
    );
    let pinned = url.with("region", "eu");
    let error = given(&pinned, Purpose::Attach).expect_err("elsewhere");
    assert_eq!(error.field.as_deref(), Some("url"));
}

#[test]
fn the_source_of_the_code_names_itself_in_what_is_said() {
    let read = |options: &Js| read(options, Purpose::Open).expect("valid");
    let way = |options: &Js| {
        let way = read(options).way(&NativeParser, Purpose::Open);
        way.expect("valid").0
    };
    let url = way(&Js::object([("url", Js::Live(Live::Function))]));
    assert!(matches!(url, Way::Given(_)));
    assert_eq!(url.source(), (Slot::Url, "url"));
    assert_eq!(url.max(), 16_384);
    assert!(url.unusable().message.starts_with("`url` "));
    let code = way(&Js::object([
        ("partnerName", "acme".into()),
        ("authorizationCode", Js::Live(Live::Function)),
    ]));
    assert!(matches!(code, Way::Made(_)));
    assert_eq!(
        code.source(),
        (Slot::AuthorizationCode, "authorizationCode")
    );
    assert_eq!(code.max(), 4_096);
    for error in [
        code.unusable(),
        code.address(&NativeParser, " \n").expect_err("blank"),
    ] {
        assert_eq!(error.code, ErrorCode::CodeFailed);
        assert!(error.message.starts_with("`authorizationCode` "), "{error}");
    }
    let address = code.address(&NativeParser, " c0de ").expect("valid");
    assert_eq!(&*address.code, "c0de");
    assert_eq!(
        &*address.url,
        "https://embedded.tray.io/external/auth/create/acme?code=c0de"
    );
}

proptest! {
    /// Whatever is accepted is, for a URL parser, at the origin, path and code
    /// that were found; and nothing is quoted of what is refused.
    #[test]
    fn what_is_accepted_is_what_a_parser_sees(
        host in "(https?://)?(embedded(\\.eu1)?\\.tray\\.io|localhost|a\\.b)[:@/.0-9\\\\]{0,2}",
        path in "/external/auth/(create|edit)(/[a-z.%2e0/\\\\ é]{0,6}){0,3}",
        query in "[?#&](code|c%6fde|x)=[a-z%2b0&+#=é ]{0,8}(&code=x)?",
    ) {
        let text = [host, path, query].concat();
        match given(&Js::object([("url", text.as_str().into())]), Purpose::Open) {
            Ok(address) => {
                let url = Url::parse(&address.url).expect("a URL");
                prop_assert_eq!(url.origin().ascii_serialization(), address.origin.clone());
                prop_assert!(url.path().starts_with("/external/auth/"));
                prop_assert_eq!(url.fragment(), None);
                let (ids, kind) = match &address.target {
                    Some(target) => (ids(&address), format!("{target:?}")),
                    None => panic!("no target"),
                };
                prop_assert_eq!(kind.starts_with("Edit"), url.path().contains("/auth/edit/"));
                for id in ids.as_object().expect("an object").values() {
                    let id = id.as_str().expect("a text");
                    let mut segments = url.path_segments().expect("a path");
                    let found = segments.any(|segment| {
                        percent_encoding::percent_decode_str(segment).decode_utf8_lossy() == id
                    });
                    prop_assert!(found);
                }
                let codes: Vec<_> =
                    url.query_pairs().filter(|(key, _)| key == "code").collect();
                prop_assert_eq!(codes.len(), 1);
                prop_assert_eq!(codes[0].1.trim_ascii(), &*address.code);
            }
            Err(error) => prop_assert_eq!(error.field.as_deref(), Some("url")),
        }
    }
}
