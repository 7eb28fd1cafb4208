//! The DOM adapters (wasm32 only): they feed the sessions of `core` with what
//! happens in the page, and carry out what these answer. May import `core`;
//! never `bindings`.
//!
//! Everything that the browser calls back arrives through one guarded door,
//! [`door::enter`]; everything that has to be undone is registered with a
//! [`platform::Scope`] on the line that does it. So a trap in the module can be
//! caught, and all that it left in the page undone, by the facade.

mod code;
pub mod door;
pub mod driver;
pub mod frame;
pub mod inbox;
pub mod opening;
pub mod platform;
mod popup;
mod reasons;
pub mod registry;
pub mod timers;
pub mod value;
