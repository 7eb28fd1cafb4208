//! The reader of options: every option, every wrong value, every purpose.

mod live;
mod purposes;
mod values;

use tray_auth_dialog::core::error::Error;
use tray_auth_dialog::core::fields::Live;
use tray_auth_dialog::core::options::{Options, Purpose, read};

use crate::support::js::Js;

/// What is needed to open a dialog.
fn least() -> Js {
    Js::object([
        ("partnerName", "acme".into()),
        ("authorizationCode", Js::Live(Live::Function)),
    ])
}

/// `least`, with the option at `path` (such as `popup.width`) set to `value`.
fn with(path: &str, value: Js) -> Js {
    match path.split_once('.') {
        // It stands in place of what is needed else.
        None if path == "url" => Js::object([(path, value)]),
        None => least().with(path, value),
        Some((group, name)) => least().with(group, Js::object([(name, value)])),
    }
}

fn open(options: &Js) -> Result<Options<Js>, Error> {
    read(options, Purpose::Open)
}
