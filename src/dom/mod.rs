//! The browser, one subject per file (wasm32 only). May import `core`, never
//! `dialogs`. Of its own files, an adapter imports only those that are not
//! adapters (`page`, `facade`, `given`, `leaving`, `promise`, `sign`) and its
//! own parts (`modal` of `frame`, `inside` of `modal`).
//!
//! An adapter knows no session: it reports what happens through a callback that
//! `dialogs` passes in. Everything that it adds to the page is removed when it
//! is dropped, or is on the facade's undo list.

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
