//! How results, events and messages leave the module: as flat objects of
//! strings. Imports nothing.
//!
//! Not through `serde`: with `serde-wasm-bindgen` these few shapes weighed
//! more than the session (docs/size.md).

/// Something that becomes an object whose fields are strings.
pub trait Record {
    /// Calls `put` with the name and value of each field that is there.
    fn fields(&self, put: &mut dyn FnMut(&'static str, &str));
}
