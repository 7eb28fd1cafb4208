//! The open dialogs (wasm32 only): from the click to the settlement. The only
//! layer that knows both the sessions of `core` and the browser of `dom`; never
//! `bindings`.
//!
//! - `opening` gives a dialog its window or frame, in the click, and `code`
//!   gets the code or URL
//! - `setup` makes the dialog from the options
//! - `hearing` and `watch` pass what happens to its session
//! - `driver` carries out the session's effects
//! - `attention` decides when to listen to the page and check its windows
//! - `registry` knows the open dialogs
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
