//! The dialogs that live (wasm32 only): from the click to the settlement. The
//! only layer that knows both sides, the sessions of `core` and the browser
//! of `dom`; never `bindings`.
//!
//! - `opening` gives a dialog its place, in the click, and `code` brings what
//!   it is navigated with
//! - `setup` makes the dialog from what the page asks for
//! - `hearing` and `watch` feed its session with what happens
//! - `driver` carries out what the session answers
//! - `attention` says when the page is listened to and looked at
//! - `registry` knows who lives
//!
//! Imports go down this list and never back.

pub mod attention;
pub mod code;
pub mod driver;
pub mod hearing;
pub mod opening;
pub mod registry;
pub mod setup;
pub mod watch;
