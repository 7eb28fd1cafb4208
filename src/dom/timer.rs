//! One timer, which is set again each time. Imports the page and `given`.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

use super::given::method;
use super::page::Page;

/// A timer of the page.
#[derive(Debug)]
pub struct Timer {
    page: &'static Page,
    ring: Closure<dyn FnMut(JsValue)>,
    /// Not web-sys's `i32`: ids of a page's own timers may be larger numbers,
    /// as in sinon, or objects.
    pending: Cell<Option<JsValue>>,
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

    /// Rings once after `delay` ms, and forgets the earlier delay. It may ring
    /// early, because browser timers are limited to an `i32`. `None`: never.
    pub fn set(&self, delay: Option<f64>) {
        let window = &self.page.window;
        if let Some(pending) = self.pending.take() {
            if let Some(clear) = method(window, "clearTimeout") {
                let _ = clear.call1(window, &pending);
            }
        }
        if let Some(delay) = delay {
            if let Some(start) = method(window, "setTimeout") {
                let delay = delay.ceil() as i32;
                let timer = start.call2(window, self.ring.as_ref(), &delay.into());
                self.pending.set(timer.ok());
            }
        }
    }
}
