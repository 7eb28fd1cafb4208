//! The native tests of `src/core`, one module for each subject, and of how
//! `src` is laid out (`house`).

mod support;

mod backend;
mod dialog_url;
mod errors;
mod events;
mod evidence;
mod given_urls;
mod house;
mod lists;
mod memory;
mod messages;
mod options;
mod origin;
mod placement;
mod secrets;
mod session;
mod urls;
