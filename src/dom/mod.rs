//! The browser, one thing a file (wasm32 only). May import `core`; never
//! `dialogs`, and of its own files only what is no adapter (`page`, `facade`,
//! `given`, `promise`, `sign`) and what is a part of it (`modal` of `frame`,
//! `inside` of `modal`).
//!
//! An adapter knows no session: what it hears of it reports by a callback that
//! `dialogs` gives it, and whatever it adds to the page is gone when it is
//! dropped, or is on the facade's list of what to undo.

pub mod facade;
pub mod frame;
pub mod given;
pub mod header;
pub mod inbox;
pub mod inside;
pub mod leaving;
pub mod listeners;
pub mod modal;
pub mod page;
pub mod popup;
pub mod promise;
pub mod sign;
pub mod timer;
pub mod waiting;
