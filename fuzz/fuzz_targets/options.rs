//! Options → URL: whatever is accepted gives a URL of the same origin as
//! `url::Url` sees it, whose decoded path and query are the inputs.
//!
//! The input is text: a first character that chooses among the targets and
//! flags, then one option in each line.
#![no_main]

use libfuzzer_sys::{fuzz_target, Corpus};
use tray_auth_dialog::core::error::ErrorCode;
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
            assert_made_of(&url, &request, &code);
            if let Js::Text(host) = options.property("host") {
                let whole = if host.contains("://") {
                    host
                } else {
                    ["https://", &host].concat()
                };
                let seen = Url::parse(&whole).expect("an accepted host is one");
                assert_eq!(seen.origin().ascii_serialization(), request.origin);
                assert_eq!(seen.as_str(), [&request.origin, "/"].concat());
            }
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
