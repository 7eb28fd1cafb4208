//! The URL gives back what it was made of, to anybody who parses it.

use proptest::prelude::*;
use tray_auth_dialog::core::dialog_url::DialogRequest;
use tray_auth_dialog::core::target::Target;

use crate::support::dialog::assert_made_of;

/// What an id may be: see `is_id` in `texts.rs`.
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_path_and_the_query_decode_to_the_inputs(request in any_request(), code in ".{1,60}") {
        assert_made_of(&request.url(&code), &request, &code);
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
            *request.url("c"),
            format!("https://h/external/auth/create/{segment}?code=c")
        );
    }
}
