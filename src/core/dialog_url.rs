//! Builds the dialog's URL. Imports [`super::origin`], [`super::secrets`] and
//! [`super::target`].
//!
//! Source of the four forms: Tray's documentation "Auth-only dialog".

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::form_urlencoded::Serializer;

use super::origin::Region;
use super::secrets::Secret;
use super::target::Target;

/// Everything in the URL except the authorization code.
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

/// The URL of one dialog, with its origin, code and target.
#[derive(Clone, Debug, Default)]
pub struct Address {
    /// The origin that is opened, from which its messages come.
    pub origin: String,
    /// The whole URL, which holds the code.
    pub url: Secret,
    /// The authorization code.
    pub code: Secret,
    /// What the dialog is for.
    pub target: Option<Target>,
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
    /// A request in the region [`Region::Us`], with nothing skipped.
    #[must_use]
    pub fn new(partner_name: impl Into<String>, target: Target) -> Self {
        Self {
            origin: Region::Us.origin().to_owned(),
            partner_name: partner_name.into(),
            target,
            skip_title_field: false,
            skip_auth_settings: false,
        }
    }

    /// The URL of the dialog for one authorization code. It contains the code.
    #[must_use]
    pub fn url(&self, authorization_code: &str) -> Secret {
        // Written without the code first, to know the length: a text that grows
        // would leave a copy of the code behind. A byte becomes at most three.
        let length = self.write("", String::new()).len() + 3 * authorization_code.len();
        self.write(authorization_code, String::with_capacity(length))
            .into()
    }

    fn write(&self, authorization_code: &str, mut url: String) -> String {
        url.push_str(&self.origin);
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
