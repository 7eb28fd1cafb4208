//! The URL gives back what it was made of, to anybody who parses it.

use proptest::prelude::*;
use tray_auth_dialog::core::dialog_url::DialogRequest;
use tray_auth_dialog::core::target::Target;
use url::Url;

/// What an id may be: see `is_id` in `options.rs`.
fn any_id() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9-]{1,36}", "\\PC{1,20}", "[./?#%&+=@:;\\\\ ]{1,10}"].prop_filter(
        "no id",
        |id| {
            !matches!(id.as_str(), "" | "." | "..")
                && id.trim().len() == id.len()
                && !id.contains(char::is_control)
        },
    )
}

fn any_target() -> impl Strategy<Value = Target> {
    prop_oneof![
        (any_id(), any_id()).prop_map(|(solution_instance_id, external_auth_id)| {
            Target::Solution {
                solution_instance_id,
                external_auth_id,
            }
        }),
        any_id().prop_map(|auth_id| Target::Edit { auth_id }),
        (any_id(), any_id(), prop::collection::vec(".{1,20}", 0..4)).prop_map(
            |(service_id, service_environment_id, scopes)| Target::Service {
                service_id,
                service_environment_id,
                scopes,
            }
        ),
        Just(Target::Bare),
    ]
}

prop_compose! {
    fn any_request()(
        origin in prop_oneof![
            Just("https://embedded.tray.io"),
            Just("http://localhost:4001"),
            Just("https://[2001:db8::1]:8443"),
        ],
        partner_name in any_id(),
        target in any_target(),
        skip_title_field in any::<bool>(),
        skip_auth_settings in any::<bool>(),
    ) -> DialogRequest {
        DialogRequest {
            origin: origin.to_owned(),
            partner_name,
            target,
            skip_title_field,
            skip_auth_settings,
        }
    }
}

/// The segments of the path and the pairs of the query, as they should be.
fn expected(request: &DialogRequest, code: &str) -> (Vec<String>, Vec<(String, String)>) {
    let mut path = vec!["external", "auth", "create", &request.partner_name];
    let mut query = vec![("code", code)];
    match &request.target {
        Target::Solution {
            solution_instance_id,
            external_auth_id,
        } => path.extend([solution_instance_id.as_str(), external_auth_id]),
        Target::Edit { auth_id } => {
            path[2] = "edit";
            path.push(auth_id);
        }
        Target::Service {
            service_id,
            service_environment_id,
            scopes,
        } => {
            query.push(("serviceId", service_id));
            query.push(("serviceEnvironmentId", service_environment_id));
            query.extend(scopes.iter().map(|scope| ("scopes[]", scope.as_str())));
        }
        Target::Bare => {}
    }
    if request.skip_title_field {
        query.push(("skipTitleField", "true"));
    }
    if request.skip_auth_settings {
        query.push(("skipAuthSettings", "true"));
    }
    let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    (
        path.into_iter().map(str::to_owned).collect(),
        query.into_iter().map(own).collect(),
    )
}

fn decoded(segment: &str) -> String {
    percent_encoding::percent_decode_str(segment)
        .decode_utf8()
        .expect("UTF-8")
        .into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_path_and_the_query_decode_to_the_inputs(request in any_request(), code in ".{1,60}") {
        let text = request.url(&code);
        let url = Url::parse(&text).expect("a URL");
        let (path, query) = expected(&request, &code);
        prop_assert_eq!(url.origin().ascii_serialization(), request.origin);
        prop_assert_eq!(url.path_segments().expect("a path").map(decoded).collect::<Vec<_>>(), path);
        prop_assert_eq!(url.query_pairs().into_owned().collect::<Vec<_>>(), query);
        prop_assert_eq!(url.fragment(), None);
        prop_assert_eq!((url.username(), url.password()), ("", None));
    }

    #[test]
    fn a_parser_leaves_the_url_as_it_is(request in any_request(), code in ".{1,60}") {
        let text = request.url(&code);
        let url = Url::parse(&text).expect("a URL");
        prop_assert_eq!(url.as_str(), text);
    }
}

#[test]
fn every_character_of_a_path_segment_is_kept_or_escaped_as_rfc_3986_has_it() {
    for byte in 0x21..0x7f_u8 {
        let character = char::from(byte);
        let request = DialogRequest {
            origin: "https://h".to_owned(),
            partner_name: format!("x{character}"),
            target: Target::Bare,
            skip_title_field: false,
            skip_auth_settings: false,
        };
        let kept = character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@".contains(character);
        let segment = if kept {
            format!("x{character}")
        } else {
            format!("x%{byte:02X}")
        };
        assert_eq!(
            request.url("c"),
            format!("https://h/external/auth/create/{segment}?code=c")
        );
    }
}
