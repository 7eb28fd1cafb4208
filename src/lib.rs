//! Opens the auth-only dialog of the integration platform Tray in a popup or
//! an iframe, and turns what it posts into a typed result. Unofficial.
//!
//! The npm package is the product; this crate is what it is made of. Imports
//! go one way: `pkg → bindings → browser → core`.
//!
//! - [`core`]: pure, runs anywhere. Options, URL, origin, messages, and the
//!   session as a state machine. A Rust back end can build dialog URLs with
//!   [`core::dialog_url::DialogRequest`].
//! - `browser` (wasm32 only): DOM adapters that feed the session and carry out
//!   what it answers.
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

#[cfg(target_arch = "wasm32")]
mod bindings;
#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
