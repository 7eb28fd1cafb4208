//! Opens the auth-only dialog of the integration platform Tray in a popup or an
//! iframe, and turns its messages into a typed result. Unofficial.
//!
//! The npm package is the product. This crate is its core, and also a library
//! for Rust back ends: `dialog_url` builds a dialog's URL, `parse_message`
//! parses a dialog's message, and `AuthResult` is what a page posts to its back
//! end. `examples/backend.rs` shows one.
//!
//! Imports go one way: `pkg → bindings → dialogs → dom → core`.
//!
//! - [`core`]: pure, runs anywhere. Options, URL, origin, messages, and the
//!   session as a state machine.
//! - `backend` (not in the module): the functions for Rust programs, at the
//!   root.
//! - `dom` (wasm32 only): the browser, one subject per file, through `web-sys`,
//!   `js-sys` and `gloo-events`. It knows no session.
//! - `dialogs` (wasm32 only): the open dialogs. They pass what `dom` reports to
//!   the sessions, and carry out the effects that these return.
//! - `bindings` (wasm32 only): the functions that `pkg/` calls.

#![deny(missing_docs, missing_debug_implementations, unsafe_code)]
// Nothing that a page or a message does may make Rust panic; tests may panic.
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
/// The type that [`dialog_url`] returns.
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
