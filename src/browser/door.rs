//! The one door through which the browser comes back: every listener, timer
//! and promise enters here with a token that says what it is about. Imports
//! the adapters.

use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

use super::registry::all;
use super::{code, driver, frame, inbox, opening, timers};
use crate::core::event::By;
use crate::core::evidence::cuts_popups;
use crate::core::session::Input;

/// How many tokens each session has; those of session 0 are the page's own.
const SPAN: u32 = 16;

/// A message to the page's window.
pub const MESSAGE: u32 = 0;
/// The one timer. `pkg/platform.js` has the same number.
pub const TIMER: u32 = 1;
/// The page's focus or visibility changed.
pub const LOOK: u32 = 2;
/// The page goes away.
pub const PAGE_HIDE: u32 = 3;
/// A Content-Security-Policy refused something.
pub const VIOLATION: u32 = 4;
/// The last session has ended.
pub const IDLE: u32 = 5;

/// The code is there.
pub const CODE: u32 = 0;
/// The code failed: always the token after [`CODE`].
const CODE_FAILED: u32 = 1;
/// The page's own header is known.
pub const HEADER: u32 = 2;
/// The signal was aborted.
pub const ABORT: u32 = 3;
/// The frame has loaded something. The two after it follow it in
/// `pkg/view.js`, too.
pub const LOAD: u32 = 4;
/// The modal was closed by Esc, its button or its backdrop.
const CLOSE: u32 = 5;
/// "Open in a window" was pressed.
const POP_OUT: u32 = 6;

/// The token of something that the session `id` is called back about.
pub const fn token(id: u32, call: u32) -> u32 {
    id * SPAN + call
}

/// Something came back.
pub fn enter(token: u32, value: JsValue) {
    match token {
        MESSAGE => return inbox::receive(value.unchecked_ref()),
        TIMER | LOOK => return timers::look(),
        PAGE_HIDE => return driver::feed_all(&|_| Some(Input::PageHide)),
        VIOLATION => return frame::violation(&value),
        IDLE => return timers::idle(),
        _ => {}
    }
    let Some(slot) = all().slot(token / SPAN) else {
        return;
    };
    match token % SPAN {
        CODE => code::settled(&slot, &value),
        CODE_FAILED => code::failed(&slot, value),
        HEADER => driver::feed(
            &slot,
            Input::Header(value.as_string().as_deref().map(cuts_popups)),
        ),
        ABORT => driver::feed(&slot, Input::Abort),
        LOAD => frame::loaded(&slot),
        CLOSE => driver::feed(&slot, Input::Close(By::User)),
        POP_OUT => opening::pop_out(&slot),
        _ => {}
    }
}
