//! What the fuzz targets share with the native tests: the JavaScript values
//! behind the ports of `core`, and the stage and witness of a session.

#[path = "../../tests/native/support/mod.rs"]
pub mod support;

pub mod session;
