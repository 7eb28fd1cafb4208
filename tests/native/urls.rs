//! `authDialogUrl` as the vectors have it.

use crate::support::dialog::auth_dialog_url;
use crate::support::js::Js;
use crate::support::vectors;

#[test]
fn every_vector_gives_its_url_or_its_error() {
    for case in vectors::urls() {
        let name = &case.name;
        match auth_dialog_url(&Js::from(&case.options)) {
            Ok((url, ..)) => assert_eq!(Some(url), case.url, "{name}"),
            Err(error) => {
                let code = Some(error.code.as_str());
                assert_eq!(code, case.error.as_deref(), "{name}: {error}");
                assert_eq!(error.field, case.field, "{name}: {error}");
                let field = error.field.as_deref().unwrap_or_default();
                assert!(error.message.contains(field), "{name}: {error}");
            }
        }
    }
}

#[test]
fn the_message_of_a_mixture_names_every_option_involved() {
    let options = Js::object([
        ("partnerName", "acme".into()),
        ("authorizationCode", "c0de".into()),
    ]);
    let targets = [
        "authId",
        "serviceId",
        "serviceEnvironmentId",
        "solutionInstanceId",
        "externalAuthId",
    ];
    for one in targets {
        for other in targets {
            let both = options.clone().with(one, "1").with(other, "2");
            let Err(error) = auth_dialog_url(&both) else {
                continue;
            };
            for name in [one, other] {
                let quoted = format!("`{name}`");
                assert!(
                    error.message.contains(&quoted),
                    "{one} and {other}: {error}"
                );
            }
        }
    }
}
