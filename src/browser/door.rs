//! The one door through which the browser comes back: every listener, timer
//! and promise enters here with a token that says what it is about. Imports
//! the adapters.

use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::MessageEvent;

use super::{driver, frame, inbox, opening, timers};
use crate::core::event::By;
use crate::core::evidence::cuts_popups;
use crate::core::session::Input;

/// How many tokens each session has; those below are the page's own.
const SPAN: u32 = 16;

/// A message to the page's window.
pub const MESSAGE: u32 = 0;
/// The one timer.
pub const TIMER: u32 = 1;
/// The page's focus or visibility changed.
pub const LOOK: u32 = 2;
/// The page goes away.
pub const PAGE_HIDE: u32 = 3;
/// A Content-Security-Policy refused something.
pub const VIOLATION: u32 = 4;

/// What a session can be called back about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Call {
    /// The code is there.
    Code = 0,
    /// The code failed. Must follow `Code`.
    CodeFailed = 1,
    /// The page's own header is known.
    Header = 2,
    /// The signal was aborted.
    Abort = 3,
    /// The frame has loaded something.
    Load = 4,
    /// The modal was closed by Esc.
    Escape = 5,
    /// The close button was pressed.
    CloseButton = 6,
    /// A pointer went down on the modal.
    PointerDown = 7,
    /// The modal was clicked.
    Click = 8,
    /// "Open in a window" was pressed.
    PopOut = 9,
}

/// The token of `call` for the session `id`.
pub const fn token(id: u32, call: Call) -> u32 {
    id * SPAN + call as u32
}

/// Something came back.
pub fn enter(token: u32, value: JsValue) {
    match token {
        MESSAGE => inbox::receive(value.unchecked_ref::<MessageEvent>()),
        TIMER | LOOK => timers::look(),
        PAGE_HIDE => driver::feed_all(|_| Some(Input::PageHide)),
        VIOLATION => frame::violation(value.unchecked_ref()),
        _ => session_call(token / SPAN, token % SPAN, value),
    }
}

fn session_call(id: u32, call: u32, value: JsValue) {
    const CODE: u32 = Call::Code as u32;
    const CODE_FAILED: u32 = Call::CodeFailed as u32;
    const HEADER: u32 = Call::Header as u32;
    const ABORT: u32 = Call::Abort as u32;
    const LOAD: u32 = Call::Load as u32;
    const ESCAPE: u32 = Call::Escape as u32;
    const CLOSE_BUTTON: u32 = Call::CloseButton as u32;
    match call {
        CODE => opening::code_settled(id, value),
        CODE_FAILED => opening::code_failed(id, value),
        HEADER => {
            let header = value.as_string();
            driver::feed(id, Input::Header(header.as_deref().map(cuts_popups)));
        }
        ABORT => driver::feed(id, Input::Abort),
        LOAD => frame::loaded(id),
        ESCAPE | CLOSE_BUTTON => driver::feed(id, Input::Close(By::User)),
        _ => super::modal::clicked(id, call, &value),
    }
}
