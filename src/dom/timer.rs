//! One timer, set anew each time. Imports the page.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

use super::page::Page;

/// A timer of the page.
#[derive(Debug)]
pub struct Timer {
    page: &'static Page,
    ring: Closure<dyn FnMut(JsValue)>,
    pending: Cell<Option<i32>>,
}

impl Timer {
    /// A timer that is not set yet and calls `ring` when it is due.
    pub fn new(page: &'static Page, ring: fn(JsValue)) -> Self {
        Self {
            page,
            ring: Closure::new(ring),
            pending: Cell::new(None),
        }
    }

    /// Rings once after `delay` ms, in place of what it was set to before; it
    /// may ring early, since no browser's timer takes more than an `i32`.
    /// `None`: not at all.
    pub fn set(&self, delay: Option<f64>) {
        let window = &self.page.window;
        if let Some(pending) = self.pending.take() {
            window.clear_timeout_with_handle(pending);
        }
        if let Some(delay) = delay {
            let callback = self.ring.as_ref().unchecked_ref();
            let delay = delay.ceil() as i32;
            let timer =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, delay);
            self.pending.set(timer.ok());
        }
    }
}
