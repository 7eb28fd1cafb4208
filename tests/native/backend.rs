//! What Rust programs call, held against what the package does in a browser.

use proptest::prelude::*;
use serde_json::{Value, json};
use tray_auth_dialog::core::options::{self, Purpose};
use tray_auth_dialog::core::origin::NativeParser;
use tray_auth_dialog::{
    AuthMessage, DialogRequest, Error, ErrorCode, Region, Target, dialog_url, parse_message,
};

use crate::support::dialog::assert_made_of;
use crate::support::js::Js;
use crate::support::vectors;

const CODE: &str = "37d1a4fa990f";

#[test]
fn every_vector_of_messages_gives_its_message() {
    for case in vectors::messages() {
        let message = parse_message(&case.data);
        assert_eq!(json!(message), case.message, "{}", case.name);
    }
}

#[test]
fn an_error_text_of_more_than_4096_units_was_cut() {
    let error = |text: &str| {
        let data = json!({ "type": "tray.authpopup.error", "error": text });
        match parse_message(&data) {
            Some(AuthMessage::Error { message, cut }) => (message.unwrap_or_default(), cut),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(error(&"x".repeat(4_096)), ("x".repeat(1_000), false));
    assert_eq!(error(&"x".repeat(4_097)), ("x".repeat(1_000), true));
    // Two units each, so one of them is split.
    assert!(error(&["x", &"🔑".repeat(2_048)].concat()).1);
}

/// Options, as JSON, are read by the rules that read them in a browser: so says
/// every vector.
#[test]
fn every_vector_of_urls_gives_its_url_or_its_error() {
    for case in vectors::urls() {
        // "(undefined)" is written so because JSON has no `undefined`.
        if case.options.to_string().contains("(undefined)") {
            continue;
        }
        let url = || -> Result<String, Error> {
            let options = options::read(&case.options, Purpose::Url)?;
            options.extra_origins(&NativeParser)?;
            let request = options.request(options.origin(&NativeParser)?)?;
            let code = case.options["authorizationCode"].as_str().expect("a code");
            Ok(dialog_url(&request, code)?.into())
        };
        match url() {
            Ok(url) => assert_eq!(Some(url), case.url, "{}", case.name),
            Err(error) => {
                let code = Some(error.code.as_str());
                assert_eq!(code, case.error.as_deref(), "{}: {error}", case.name);
                assert_eq!(error.field, case.field, "{}: {error}", case.name);
            }
        }
    }
}

#[test]
fn json_is_seen_as_javascript_sees_it() {
    for value in [
        json!({ "partnerName": true }),
        json!({ "partnerName": 1 }),
        json!({ "partnerName": null }),
        json!({ "partnerName": "x".repeat(1_025) }),
        json!({ "partnerName": [] }),
        json!({ "partnerName": "acme", "authorizationCode": "c", "scopes": {} }),
        json!({ "partnerName": "acme", "authorizationCode": "c", "scopes": ["a", 1] }),
        json!({ "partnerName": "acme", "authorizationCode": "c", "popup": [] }),
        json!({ "partnerName": "acme", "authorizationCode": "c", "popup": { "width": 1 } }),
        json!({ "partnerName": "acme", "authorizationCode": "c", "signal": {} }),
        json!({ "partnerName": "acme", "authorizationCode": "c", "codeTimeout": 5.5 }),
        json!({ "partnerName": "acme", "authorizationCode": {} }),
        json!([]),
    ] {
        let native = options::read(&value, Purpose::Url).map(|_| ());
        let js = options::read(&Js::from(&value), Purpose::Url).map(|_| ());
        assert_eq!(native, js, "{value}");
    }
}

fn refused(request: &DialogRequest, code: &str) -> Option<String> {
    let error = dialog_url(request, code).expect_err("a refusal");
    assert_eq!(error.code, ErrorCode::InvalidOptions);
    error.field.clone()
}

#[test]
fn what_a_url_cannot_be_made_of_is_refused_by_its_name() {
    let bare = |partner: &str| DialogRequest::new(partner, Target::Bare);
    let at = |origin: &str| DialogRequest {
        origin: origin.to_owned(),
        ..bare("acme")
    };
    let solution = |instance: &str, slot: &str| {
        let target = Target::Solution {
            solution_instance_id: instance.to_owned(),
            external_auth_id: slot.to_owned(),
        };
        DialogRequest::new("acme", target)
    };
    let service = |id: &str, environment: &str, scope: &str| {
        let target = Target::Service {
            service_id: id.to_owned(),
            service_environment_id: environment.to_owned(),
            scopes: vec![scope.to_owned()],
        };
        DialogRequest::new("acme", target)
    };
    let edit = |auth_id: &str| {
        let auth_id = auth_id.to_owned();
        DialogRequest::new("acme", Target::Edit { auth_id })
    };
    for (request, code, field) in [
        (bare(""), CODE, "partnerName"),
        (bare(".."), CODE, "partnerName"),
        (bare("acme"), " ", "authorizationCode"),
        (at("http://auth.acme.com"), CODE, "host"),
        (at("https://auth.acme.com/path"), CODE, "host"),
        (at(""), CODE, "host"),
        (solution("", "slot"), CODE, "solutionInstanceId"),
        (solution("instance", "a\nb"), CODE, "externalAuthId"),
        (edit(&"x".repeat(1_025)), CODE, "authId"),
        (service(" s", "e", "scope"), CODE, "serviceId"),
        (service("s", ".", "scope"), CODE, "serviceEnvironmentId"),
        (service("s", "e", ""), CODE, "scopes"),
    ] {
        assert_eq!(refused(&request, code).as_deref(), Some(field));
    }
}

#[test]
fn a_request_is_for_the_united_states_unless_it_names_another_region() {
    let origins = Region::ALL.iter().map(|region| region.origin());
    for (region, origin) in ["us", "eu", "apac"].into_iter().zip(origins) {
        let options = json!({ "partnerName": "acme", "authorizationCode": "c", "region": region });
        let options = options::read(&options, Purpose::Url).expect("options");
        assert_eq!(options.origin(&NativeParser).as_deref(), Ok(origin));
        let request = DialogRequest {
            origin: origin.to_owned(),
            ..DialogRequest::new("acme", Target::Bare)
        };
        let url = dialog_url(&request, CODE).expect("a URL");
        assert_eq!(url.origin().ascii_serialization(), origin);
    }
    let request = DialogRequest::new("acme", Target::Bare);
    assert_eq!(request.origin, "https://embedded.tray.io");
    assert_eq!(
        dialog_url(&request, " c ").expect("a URL").as_str(),
        "https://embedded.tray.io/external/auth/create/acme?code=c"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_is_a_url_made_of_the_request(
        partner in "\\PC{1,12}", instance in "\\PC{1,12}", slot in "[./?#%&+=@:;\\\\]{1,8}",
        code in "\\PC{1,20}", skips in any::<[bool; 2]>(),
    ) {
        let target = Target::Solution {
            solution_instance_id: instance,
            external_auth_id: slot,
        };
        let request = DialogRequest {
            skip_title_field: skips[0],
            skip_auth_settings: skips[1],
            ..DialogRequest::new(partner, target)
        };
        match dialog_url(&request, &code) {
            Ok(url) => assert_made_of(url.as_str(), &request, code.trim_ascii()),
            Err(error) => prop_assert_eq!(error.code, ErrorCode::InvalidOptions),
        }
    }
}

#[test]
fn no_data_at_all_is_no_message() {
    for data in [Value::Null, json!(1), json!("x"), json!([]), json!({})] {
        assert_eq!(parse_message(&data), None, "{data}");
    }
}
