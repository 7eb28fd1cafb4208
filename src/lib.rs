//! Opens the auth-only dialog of the integration platform Tray in a popup or
//! an iframe, and turns what it posts into a typed result. Unofficial.
//!
//! The npm package is the product; this crate is what it is made of, and a
//! library for Rust programs: `dialog_url` makes a dialog's URL on a server,
//! `parse_message` reads what a dialog says, and a page posts an `AuthResult`
//! to its back end. `examples/backend.rs` is one.
//!
//! Imports go one way: `pkg → bindings → dialogs → dom → core`.
//!
//! - [`core`]: pure, runs anywhere. Options, URL, origin, messages, and the
//!   session as a state machine.
//! - `backend` (not in the module): what Rust programs call, at the root.
//! - `dom` (wasm32 only): the browser, one thing a file, over `web-sys`,
//!   `js-sys` and `gloo-events`. It knows no session.
//! - `dialogs` (wasm32 only): the dialogs that live. They feed the sessions with
//!   what `dom` reports, and carry out what these answer.
//! - `bindings` (wasm32 only): the functions that `pkg/` calls.

#![deny(missing_docs, missing_debug_implementations, unsafe_code)]
// Nothing that a page or a message can do makes Rust panic; tests may.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

pub mod core;

#[cfg(not(target_arch = "wasm32"))]
mod backend;
#[cfg(not(target_arch = "wasm32"))]
pub use self::{
    backend::{dialog_url, parse_message},
    core::{
        dialog_url::DialogRequest,
        error::{Error, ErrorCode},
        event::{AuthResult, AuthValue},
        message::AuthMessage,
        origin::Region,
        target::Target,
    },
};
/// What [`dialog_url`] gives.
#[cfg(not(target_arch = "wasm32"))]
pub use url::Url;

#[cfg(target_arch = "wasm32")]
mod bindings;
#[cfg(target_arch = "wasm32")]
mod dialogs;
#[cfg(target_arch = "wasm32")]
mod dom;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
