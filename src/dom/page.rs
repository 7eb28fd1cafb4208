//! The page: its window, document, clock and focus. Imports nothing of ours.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use web_sys::{Document, Performance, Window};

/// The page that the module runs in.
#[derive(Debug)]
pub struct Page {
    /// Its window.
    pub window: Window,
    /// Its document.
    pub document: Document,
    clock: Performance,
}

/// Whether two objects are identical. Not with web-sys's `==`, which calls
/// `Object.is`: a page can replace that.
pub fn is_same(one: &JsValue, other: &JsValue) -> bool {
    one == other
}

/// Like [`is_same`], for an optional object.
pub fn is_that(one: Option<&impl AsRef<JsValue>>, other: &JsValue) -> bool {
    one.is_some_and(|one| is_same(one.as_ref(), other))
}

thread_local! {
    static PAGE: Cell<Option<&'static Page>> = const { Cell::new(None) };
}

/// The page; `None` on a server or in a worker.
pub fn page() -> Option<&'static Page> {
    PAGE.get()
}

/// Sets the page's window, once for each instance. It is passed in, because
/// `web_sys::window()` looks for it in four places, which adds 350 B.
pub fn begin(global: &Window) {
    let Some(document) = global.document() else {
        return;
    };
    // The real window, even if scripts get a Proxy of it, as in sandboxes for
    // micro front ends.
    let window = document.default_view();
    if let (Some(window), Some(clock)) = (window, global.performance()) {
        let page = Page {
            window,
            document,
            clock,
        };
        // Lives as long as the instance, because callbacks need it.
        PAGE.set(Some(Box::leak(Box::new(page))));
    }
}

impl Page {
    /// A clock that never goes back, ms.
    pub fn now(&self) -> f64 {
        self.clock.now()
    }

    /// Whether the user is in this page, or in a frame of it.
    pub fn has_focus(&self) -> bool {
        self.document.has_focus().unwrap_or(false)
    }

    /// Whether it is hidden.
    pub fn is_hidden(&self) -> bool {
        self.document.hidden()
    }

    /// Whether it is the top page, not in a frame.
    pub fn is_top(&self) -> bool {
        is_that(self.window.top().ok().flatten().as_ref(), &self.window)
    }

    /// Whether a window is the page itself, or one that holds or opened it.
    pub fn is_related(&self, window: &Window) -> bool {
        let page = &self.window;
        is_same(page, window)
            || is_that(page.parent().ok().flatten().as_ref(), window)
            || is_that(page.top().ok().flatten().as_ref(), window)
            || is_that(page.opener().ok().as_ref(), window)
    }
}
