//! What the partner asks for, validated. Imports its own parts.
//!
//! `reading.rs` walks the table of `fields.rs` over a port to the options
//! object (`source.rs`), and `kinds.rs` says what a value of each kind is; so
//! the same rules run natively and in the browser. `values.rs` is what has been
//! read.

mod kinds;
mod reading;
mod source;
mod values;

pub use reading::{not_an_object, read};
pub use source::{Purpose, Seen, Source};
pub use values::Options;
