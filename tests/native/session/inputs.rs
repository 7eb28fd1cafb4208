//! What happens, in few words.

use tray_auth_dialog::core::dialog_url::Address;
use tray_auth_dialog::core::event::By;
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::Input;
use tray_auth_dialog::core::target::Target;

use super::stage::{CODE, SPELLING};

pub fn code() -> Input {
    Input::Code(Box::new(Address {
        origin: "https://embedded.tray.io".to_owned(),
        url: ["https://embedded.tray.io/?code=", SPELLING]
            .concat()
            .into(),
        code: CODE.to_owned().into(),
        target: Some(Target::Solution {
            solution_instance_id: "instance".to_owned(),
            external_auth_id: "external_slack".to_owned(),
        }),
    }))
}

/// A message from the origin that was opened.
pub fn says(message: AuthMessage) -> Input {
    Input::Message {
        message,
        main: true,
    }
}

pub fn finish() -> Input {
    says(AuthMessage::Finish {
        auth_id: "auth-1".to_owned(),
        auth_type: Some("oauth".to_owned()),
    })
}

pub fn error(text: &str) -> Input {
    says(AuthMessage::Error {
        message: Some(text.to_owned()),
        cut: false,
    })
}

pub fn unknown(name: &str) -> Input {
    says(AuthMessage::Unknown {
        name: name.to_owned(),
    })
}

pub fn malformed() -> Input {
    says(AuthMessage::Malformed {
        name: "tray.authpopup.finish".to_owned(),
        field: "authId",
    })
}

pub fn user_closes() -> Input {
    Input::Close(By::User)
}
