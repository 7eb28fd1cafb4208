//! The partner's options, validated. Imports its own parts.
//!
//! `reading.rs` walks the table of `fields.rs` over a port to the options
//! object (`source.rs`), and `kinds.rs` defines the valid values of each kind,
//! so the same rules run natively and in the browser. `values.rs` holds the
//! result.

mod kinds;
mod reading;
mod source;
mod values;

pub use reading::{not_an_object, read};
pub use source::{Purpose, Seen, Source};
pub use values::Options;
