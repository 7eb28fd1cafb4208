//! The pure part, without a clock, I/O or DOM.
//!
//! Everything here is a function of its inputs, runs in `cargo test`, and
//! imports `std`, `serde`, `url` and `percent-encoding` only (the module uses
//! only `form_urlencoded` of `url`, because the browser has a parser). What it
//! needs from outside is declared as a trait (a port): the values of an options
//! object ([`options::Source`]), the fields of a message ([`message::Data`])
//! and the platform's URL parser ([`origin::UrlParser`]).

pub mod address;
pub mod dialog_url;
pub mod error;
pub mod event;
pub mod evidence;
pub mod fields;
pub mod given_url;
pub mod message;
mod names;
pub mod options;
pub mod origin;
pub mod placement;
pub mod secrets;
pub mod session;
pub mod target;
pub mod texts;
