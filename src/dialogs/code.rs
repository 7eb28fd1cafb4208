//! Gets the authorization code for a dialog that is already open. Imports the
//! registry, the driver and `watch`.

use std::mem::take as take_out;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};

use super::driver::feed;
use super::registry::{Dialog, registry};
use super::watch::look;
use crate::core::address::Way;
use crate::core::error::{Error, ErrorCode};
use crate::core::fields::Live;
use crate::core::options::Source;
use crate::core::secrets::Secret;
use crate::core::session::{Input, State};
use crate::dom::given::{BrowserParser, short_text};
use crate::dom::promise::{call, call_soon, when_settled};

/// Where the page's function is called from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// A call by the page.
    Page,
    /// One of our listeners: the function is called after it.
    Listener,
}

/// Provides the code: a string at once, anything else when it settles. Not for
/// a dialog that is already over, because a code works once.
pub fn provide(dialog: &Rc<Dialog>, code: Option<Secret>, caller: Caller) {
    if dialog.state() != State::Opening {
        drop(code);
    } else if let Some(code) = code {
        take(dialog, &code);
    } else if let Some(source) = dialog.setup.options.live(dialog.setup.way.source().0) {
        let value = match caller {
            _ if !source.is(Live::Function) => source.0.clone(),
            Caller::Page => call(source.0.unchecked_ref()),
            Caller::Listener => call_soon(source.0.unchecked_ref()),
        };
        let id = dialog.id;
        let waiting = when_settled(&value, move |settled| {
            // A code works once, so do not use it for a window that is already
            // closed.
            look();
            if let Some(dialog) = registry().dialog(id) {
                match settled {
                    Ok(value) => arrived(&dialog, &value),
                    Err(reason) => failed(&dialog, reason),
                }
            }
        });
        dialog.pending.borrow_mut().code = Some(waiting);
    }
}

fn arrived(dialog: &Rc<Dialog>, value: &JsValue) {
    let way = &dialog.setup.way;
    let text = match way {
        Way::Given(_) => dialog.handle.href(value),
        _ => value.clone(),
    };
    match short_text(&text, way.max()) {
        Some(code) => take(dialog, &code.into()),
        None => feed(dialog, Input::CodeFailed(way.unusable())),
    }
}

fn take(dialog: &Rc<Dialog>, code: &Secret) {
    let input = match dialog.setup.way.address(&BrowserParser, code) {
        Ok(mut address) => {
            if dialog.state() == State::Opening {
                dialog.url.replace(take_out(&mut address.url));
                let _ = dialog.origin.set(take_out(&mut address.origin));
            }
            Input::Code(Box::new(address))
        }
        Err(error) => Input::CodeFailed(error),
    };
    feed(dialog, input);
}

/// `authorizationCode` or `url` threw or rejected.
fn failed(dialog: &Rc<Dialog>, reason: JsValue) {
    dialog.cause.replace(reason);
    let (_, name) = dialog.setup.way.source();
    let message = [
        "`",
        name,
        "` failed; `cause` says why. Check the request that fetches it.",
    ];
    let error = Error::new(ErrorCode::CodeFailed, &message.concat());
    feed(dialog, Input::CodeFailed(error));
}

/// The error for a code that was passed as a string or promise and already
/// used. `name`: the option.
pub fn spent(name: &str) -> Error {
    Error::new(
        ErrorCode::CodeFailed,
        &[
            "The authorization code from `",
            name,
            "` was already used, and it works only once. Give `",
            name,
            "` as a function that fetches a new one.",
        ]
        .concat(),
    )
}
