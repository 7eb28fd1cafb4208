//! Options → URL: whatever is accepted gives a URL of the same origin as
//! `url::Url` sees it, whose decoded path and query are the inputs, each in
//! its place and untouched. What a `host` may be: `origin.rs`.
//!
//! The input is text: a first character that chooses among the targets and
//! flags, then one option in each line.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use tray_auth_dialog::core::dialog_url::DialogRequest;
use tray_auth_dialog::core::error::ErrorCode;
use tray_auth_dialog::core::target::Target;
use tray_auth_dialog_fuzz::support::dialog::{assert_made_of, auth_dialog_url};
use tray_auth_dialog_fuzz::support::js::Js;
use url::Url;

const CODE: &str = "authorizationCode";
/// Part of every code.
const MARK: &str = "🔑";
/// Which option each line is, after host, code and partner.
const TARGETS: [&[&str]; 4] = [
    &["solutionInstanceId", "externalAuthId"],
    &["authId"],
    &["serviceId", "serviceEnvironmentId", "scopes", "scopes"],
    &[
        "extraOrigins",
        "region",
        "authId",
        "serviceId",
        "externalAuthId",
    ],
];

fn text(options: &Js, name: &str) -> Option<String> {
    match options.property(name) {
        Js::Text(text) => Some(text),
        _ => None,
    }
}

/// The origin of the dialog, as `url::Url` sees it.
fn origin(options: &Js) -> String {
    let Some(host) = text(options, "host") else {
        return match text(options, "region").as_deref() {
            Some("eu") => "https://embedded.eu1.tray.io",
            Some("apac") => "https://embedded.ap1.tray.io",
            Some("us") | None => "https://embedded.tray.io",
            other => panic!("{other:?} is no region"),
        }
        .to_owned();
    };
    let whole = if host.contains("://") {
        host
    } else {
        ["https://", &host].concat()
    };
    let url = Url::parse(&whole).expect("an accepted host is one");
    url.origin().ascii_serialization()
}

/// Panics unless `request` is made of the options as they were given.
fn assert_asked(options: &Js, request: &DialogRequest, code: &str) {
    let is = |name: &str, value: &str| assert_eq!(text(options, name).as_deref(), Some(value));
    is("partnerName", &request.partner_name);
    let given = text(options, CODE);
    assert_eq!(given.as_deref().map(str::trim_ascii), Some(code));
    let others: &[&str] = match &request.target {
        Target::Solution {
            solution_instance_id,
            external_auth_id,
        } => {
            is("solutionInstanceId", solution_instance_id);
            is("externalAuthId", external_auth_id);
            &["authId", "serviceId", "serviceEnvironmentId", "scopes"]
        }
        Target::Edit { auth_id } => {
            is("authId", auth_id);
            &[
                "solutionInstanceId",
                "externalAuthId",
                "serviceId",
                "serviceEnvironmentId",
                "scopes",
            ]
        }
        Target::Service {
            service_id,
            service_environment_id,
            scopes,
        } => {
            is("serviceId", service_id);
            is("serviceEnvironmentId", service_environment_id);
            let given = match options.property("scopes") {
                Js::Array(list) => list,
                _ => Vec::new(),
            };
            let scopes: Vec<_> = scopes
                .iter()
                .map(|scope| Js::from(scope.as_str()))
                .collect();
            assert_eq!(given, scopes);
            &["authId", "solutionInstanceId", "externalAuthId"]
        }
        Target::Bare => &[
            "authId",
            "solutionInstanceId",
            "externalAuthId",
            "serviceId",
            "serviceEnvironmentId",
            "scopes",
        ],
    };
    for name in others {
        assert_eq!(options.property(name), Js::Undefined, "{name} is left out");
    }
    for (name, value) in [
        ("skipTitleField", request.skip_title_field),
        ("skipAuthSettings", request.skip_auth_settings),
    ] {
        assert_eq!(options.property(name), Js::from(value));
    }
}

fuzz_target!(|text: &str| -> Corpus {
    let mut characters = text.chars();
    let Some(choice) = characters.next() else {
        return Corpus::Reject;
    };
    let choice = choice as usize;
    let names = TARGETS[choice % TARGETS.len()];
    let all = ["host", CODE, "partnerName"].iter().chain(names);
    let mut options = Js::object([]);
    for (name, value) in all.zip(characters.as_str().split('\n')) {
        let value = match *name {
            "scopes" | "extraOrigins" => {
                let Js::Array(mut list) = (match options.property(name) {
                    Js::Undefined => Js::Array(Vec::new()),
                    list => list,
                }) else {
                    unreachable!("a list was put there");
                };
                list.push(value.into());
                Js::Array(list)
            }
            // An empty line leaves the option out.
            _ if value.is_empty() => Js::Undefined,
            CODE => Js::Text([value, MARK].concat()),
            _ => value.into(),
        };
        options = options.with(name, value);
    }
    options = options
        .with("skipTitleField", choice & 4 != 0)
        .with("skipAuthSettings", choice & 8 != 0);

    match auth_dialog_url(&options) {
        Ok((url, request, code)) => {
            assert_asked(&options, &request, &code);
            assert_made_of(&url, &request, &code);
            assert_eq!(request.origin, origin(&options));
        }
        Err(error) => {
            assert_eq!(error.code, ErrorCode::InvalidOptions);
            let field = error.field.as_deref().expect("an option");
            assert!(error.message.contains(field), "{error}");
            // An error never quotes a value, so it can not tell a secret.
            assert!(!error.message.contains(MARK), "{error}");
        }
    }
    Corpus::Keep
});
