//! `authDialogUrl`, and what its URL is made of, found again by a URL parser.

use tray_auth_dialog::core::address::Way;
use tray_auth_dialog::core::dialog_url::DialogRequest;
use tray_auth_dialog::core::error::Error;
use tray_auth_dialog::core::fields::Slot;
use tray_auth_dialog::core::options::{self, Purpose};
use tray_auth_dialog::core::origin::NativeParser;
use tray_auth_dialog::core::target::Target;
use tray_auth_dialog::core::texts::usable_code;
use url::Url;

use super::js::Js;

/// `authDialogUrl`, as `bindings` puts it together: the URL, and the request
/// and code that it is made of.
pub fn auth_dialog_url(options: &Js) -> Result<(String, DialogRequest, String), Error> {
    let options = options::read(options, Purpose::Url)?;
    options.extra_origins(&NativeParser)?;
    let (Way::Made(request), _) = options.way(&NativeParser, Purpose::Url)? else {
        panic!("`authDialogUrl` makes the URL itself");
    };
    let code = options
        .text(Slot::AuthorizationCode)
        .and_then(usable_code)
        .expect("a code that was read is usable")
        .to_owned();
    Ok((request.url(&code).to_string(), request, code))
}

/// Panics unless `text` is a URL of which the decoded path and query are what
/// `request` and `code` say, and of which nothing else is left.
pub fn assert_made_of(text: &str, request: &DialogRequest, code: &str) {
    let url = Url::parse(text).expect("a URL");
    let (path, query) = expected(request, code);
    let segments = url.path_segments().expect("a path").map(decoded);
    assert_eq!(url.origin().ascii_serialization(), request.origin);
    assert_eq!(segments.collect::<Vec<_>>(), path);
    assert_eq!(url.query_pairs().into_owned().collect::<Vec<_>>(), query);
    assert_eq!(
        (url.username(), url.password(), url.fragment()),
        ("", None, None)
    );
    assert_eq!(url.as_str(), text, "a parser leaves the URL as it is");
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
