//! What the partner asks for → the dialog's URL. Imports [`super::target`].
//!
//! Source of the four forms: Tray's documentation "Auth-only dialog".

use form_urlencoded::Serializer;
use percent_encoding::{utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};

use super::target::Target;

/// Everything but the authorization code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialogRequest {
    /// The origin of the dialog, such as `https://embedded.tray.io`.
    pub origin: String,
    /// The partner's name at Tray, also called Embedded ID.
    pub partner_name: String,
    /// Which dialog.
    pub target: Target,
    /// Name the authentication automatically.
    pub skip_title_field: bool,
    /// For OAuth services: go straight to the scopes page.
    pub skip_auth_settings: bool,
}

/// RFC 3986 `pchar`: unreserved, sub-delims, `:` and `@` stay.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

impl DialogRequest {
    /// The URL of the dialog for one authorization code.
    #[must_use]
    pub fn url(&self, authorization_code: &str) -> String {
        let mut url = self.origin.clone();
        url.push_str("/external/auth/");
        match &self.target {
            Target::Edit { auth_id } => {
                url.push_str("edit");
                push_segment(&mut url, &self.partner_name);
                push_segment(&mut url, auth_id);
            }
            target => {
                url.push_str("create");
                push_segment(&mut url, &self.partner_name);
                if let Target::Solution {
                    solution_instance_id,
                    external_auth_id,
                } = target
                {
                    push_segment(&mut url, solution_instance_id);
                    push_segment(&mut url, external_auth_id);
                }
            }
        }
        url.push('?');
        let start = url.len();
        let mut query = Serializer::for_suffix(url, start);
        query.append_pair("code", authorization_code);
        if let Target::Service {
            service_id,
            service_environment_id,
            scopes,
        } = &self.target
        {
            query.append_pair("serviceId", service_id);
            query.append_pair("serviceEnvironmentId", service_environment_id);
            for scope in scopes {
                query.append_pair("scopes[]", scope);
            }
        }
        if self.skip_title_field {
            query.append_pair("skipTitleField", "true");
        }
        if self.skip_auth_settings {
            query.append_pair("skipAuthSettings", "true");
        }
        query.finish()
    }
}

fn push_segment(url: &mut String, text: &str) {
    url.push('/');
    url.extend(utf8_percent_encode(text, SEGMENT));
}
