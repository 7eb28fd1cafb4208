//! For Rust programs (not in the module): a dialog's URL and Tray's messages,
//! by the same rules as in the browser. Imports `core`.

use serde_json::{Value, json};
use url::Url;

use crate::core::dialog_url::DialogRequest;
use crate::core::error::{Error, ErrorCode};
use crate::core::fields::{Live, Slot};
use crate::core::message::{self, AuthMessage, Data, Text};
use crate::core::options::{self, Purpose, Seen, Source};
use crate::core::origin::NativeParser;
use crate::core::target::Target;
use crate::core::texts::usable_code;

/// Returns the URL of Tray's auth-only dialog for one authorization code, the
/// same as `authDialogUrl` of the npm package. The code works for one opening
/// of the dialog. Anyone who has the URL has the code, so log neither.
///
/// ```
/// use tray_auth_dialog::{dialog_url, DialogRequest, Region, Target};
///
/// let request = DialogRequest {
///     origin: Region::Eu.origin().to_owned(),
///     skip_title_field: true,
///     ..DialogRequest::new("acme", Target::Edit { auth_id: "1209a1b2".to_owned() })
/// };
/// let url = dialog_url(&request, "37d1a4fa990f")?;
/// assert_eq!(
///     url.as_str(),
///     "https://embedded.eu1.tray.io/external/auth/edit/acme/1209a1b2?code=37d1a4fa990f&skipTitleField=true"
/// );
/// # Ok::<(), tray_auth_dialog::Error>(())
/// ```
///
/// [`DialogRequest::origin`] may also be a host name alone. A name in another
/// script is converted as in a browser:
///
/// ```
/// # use tray_auth_dialog::{dialog_url, DialogRequest, Target};
/// let request = DialogRequest {
///     origin: "auth.bücher.example".to_owned(),
///     ..DialogRequest::new("acme", Target::Bare)
/// };
/// let url = dialog_url(&request, "37d1a4fa990f")?;
/// assert_eq!(url.host_str(), Some("auth.xn--bcher-kva.example"));
/// # Ok::<(), tray_auth_dialog::Error>(())
/// ```
///
/// # Errors
/// [`ErrorCode::InvalidOptions`] for a name, an id, an origin or a code that is
/// not valid. `field` and the message use the name of the option in JavaScript:
/// `host` for the origin.
///
/// ```
/// # use tray_auth_dialog::{dialog_url, DialogRequest, ErrorCode, Target};
/// let error = dialog_url(&DialogRequest::new("acme", Target::Bare), " ").unwrap_err();
/// assert_eq!(error.code, ErrorCode::InvalidOptions);
/// assert_eq!(error.to_string(), "`authorizationCode` must not be blank");
/// ```
pub fn dialog_url(request: &DialogRequest, authorization_code: &str) -> Result<Url, Error> {
    let options = options::read(&given(request, authorization_code), Purpose::Url)?;
    let origin = options.origin(&NativeParser)?;
    let code = options.text(Slot::AuthorizationCode).and_then(usable_code);
    let url = options.request(origin)?.url(code.unwrap_or_default());
    // A URL that passes the rules always parses: `tests/native/backend.rs`.
    Url::parse(&url).map_err(|error| Error::new(ErrorCode::Internal, &error.to_string()))
}

/// Parses a message of Tray's dialog, the same as `parseAuthMessage` of the npm
/// package. Returns `None` for everything that is not a message of the auth
/// dialog. For programs that show the dialog in a web view, or receive its
/// messages.
///
/// It checks no origin: the caller must know where the message came from.
///
/// ```
/// use serde_json::json;
/// use tray_auth_dialog::{parse_message, AuthMessage};
///
/// let data = json!({ "type": "tray.authpopup.finish", "authId": "1209a1b2", "authType": "oauth" });
/// match parse_message(&data) {
///     Some(AuthMessage::Finish { auth_id, .. }) => assert_eq!(auth_id, "1209a1b2"),
///     other => panic!("{other:?}"),
/// }
/// assert_eq!(parse_message(&json!({ "type": "webpackOk" })), None);
/// ```
#[must_use]
pub fn parse_message(data: &Value) -> Option<AuthMessage> {
    message::parse(&data).map(AuthMessage::shortened)
}

/// The request as an options object, so that the same rules check both.
fn given(request: &DialogRequest, authorization_code: &str) -> Value {
    let options = json!({
        "host": request.origin,
        "partnerName": request.partner_name,
        "skipTitleField": request.skip_title_field,
        "skipAuthSettings": request.skip_auth_settings,
        "authorizationCode": authorization_code,
    });
    let target = match &request.target {
        Target::Solution {
            solution_instance_id,
            external_auth_id,
        } => json!({
            "solutionInstanceId": solution_instance_id,
            "externalAuthId": external_auth_id,
        }),
        Target::Edit { auth_id } => json!({ "authId": auth_id }),
        Target::Service {
            service_id,
            service_environment_id,
            scopes,
        } => json!({
            "serviceId": service_id,
            "serviceEnvironmentId": service_environment_id,
            "scopes": scopes,
        }),
        Target::Bare => json!({}),
    };
    match (options, target) {
        (Value::Object(options), Value::Object(target)) => {
            options.into_iter().chain(target).collect()
        }
        _ => Value::Null,
    }
}

fn is_longer(text: &str, max: u32) -> bool {
    text.encode_utf16().nth(max as usize).is_some()
}

impl Source for Value {
    fn get(&self, name: &str, max: u32) -> Seen<Self> {
        let value = match self {
            Self::Array(items) if name == "length" => return Seen::Number(items.len() as f64),
            Self::Array(items) => name.parse().ok().and_then(|index: usize| items.get(index)),
            value => value.get(name),
        };
        match value {
            None => Seen::Absent,
            Some(Self::Bool(flag)) => Seen::Flag(*flag),
            Some(Self::Number(number)) => number.as_f64().map_or(Seen::Unusable, Seen::Number),
            Some(Self::String(text)) if is_longer(text, max) => Seen::TooLong,
            Some(Self::String(text)) => Seen::Text(text.clone()),
            Some(Self::Null) => Seen::Unusable,
            Some(live) => Seen::Live(live.clone()),
        }
    }

    fn names(&self) -> Vec<String> {
        match self {
            Self::Object(fields) => fields.keys().cloned().collect(),
            Self::Array(items) => (0..items.len()).map(|index| index.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    fn is(&self, live: Live) -> bool {
        match live {
            Live::Object => self.is_object(),
            Live::Array => self.is_array(),
            _ => false,
        }
    }
}

impl Data for &Value {
    fn text(&self, field: &str, max: u32) -> Text {
        match self.get(field) {
            Some(Value::String(text)) if is_longer(text, max) => {
                let start: Vec<u16> = text.encode_utf16().take(max as usize).collect();
                // As when a string enters the module: an unpaired surrogate
                // becomes U+FFFD.
                Text::Cut(String::from_utf16_lossy(&start))
            }
            Some(Value::String(text)) => Text::Whole(text.clone()),
            _ => Text::None,
        }
    }

    fn object(&self, field: &str) -> Option<Self> {
        Value::get(self, field)
    }
}
