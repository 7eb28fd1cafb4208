//! The native tests of `src/core`: one module for each subject.

mod support;

mod dialog_url;
mod errors;
mod evidence;
mod given_urls;
mod lists;
mod messages;
mod options;
mod origin;
mod placement;
mod records;
mod secrets;
mod session;
mod urls;
