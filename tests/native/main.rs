//! The native tests of `src/core`: one module for each subject.

mod support;

mod messages;
mod session;
mod urls;
