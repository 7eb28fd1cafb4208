//! The iframe of a modal or of an Element. Imports the registry and the driver.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::door::{token, LOAD};
use super::driver;
use super::platform;
use super::reasons;
use super::registry::Slot;
use super::value::{call, get, tell};
use crate::core::session::{Input, State};

/// An iframe.
#[derive(Debug)]
pub struct Frame {
    iframe: JsValue,
    /// What the user sees of it (`pkg/view.js`); `undefined`: the page made it.
    view: JsValue,
    /// The Element that it was put into; `undefined` in a modal.
    container: JsValue,
}

impl Frame {
    /// Puts an empty iframe into `container`, or into a new modal. The answer
    /// is its window, which exists from then on.
    pub fn make(slot: &Slot, container: JsValue) -> Option<JsValue> {
        let setup = &slot.setup;
        let view = platform::frame(&slot.scope, &setup.given, &container, token(slot.id, LOAD));
        let iframe = get(&view, "iframe");
        let window = get(&iframe, "contentWindow");
        let _ = slot.frame.set(Self {
            iframe,
            view,
            container,
        });
        window.is_object().then_some(window)
    }

    /// The page's own iframe.
    pub fn of_page(iframe: JsValue) -> Self {
        Self {
            iframe,
            view: JsValue::UNDEFINED,
            container: JsValue::UNDEFINED,
        }
    }

    /// Shows the dialog of `origin`.
    pub fn navigate(&self, url: &str, origin: &str) {
        call(&self.view, "navigate", &url.into(), &origin.into());
    }

    /// Tells the view what to show: `hide`, `loaded`, `offerHelp` or
    /// `sayBlocked`. A view without that part shows nothing.
    pub fn show(&self, what: &str) {
        tell(&self.view, what);
    }

    /// Puts the focus into the frame.
    pub fn focus(&self) {
        tell(&self.iframe, "focus");
    }

    /// Whether the frame is still in the document, with the same window: a
    /// frame that is moved gets a new one.
    pub fn holds(&self, window: &JsValue) -> bool {
        get(&self.iframe, "isConnected") == true && get(&self.iframe, "contentWindow") == *window
    }

    /// Whether the user is in the frame.
    pub fn has_focus(&self) -> bool {
        let root = tell(&self.iframe, "getRootNode");
        get(&root, "activeElement") == self.iframe
    }

    /// Whether it was put into this Element.
    pub fn is_inside(&self, container: &JsValue) -> bool {
        self.container == *container
    }

    fn is_ours(&self) -> bool {
        self.view.is_object()
    }
}

/// The frame has loaded a page; whether it is the dialog can not be known.
pub fn loaded(slot: &Slot) {
    if let (State::Open, Some(frame)) = (slot.state(), slot.frame.get()) {
        frame.show("loaded");
    }
}

/// Something was refused by a policy of this page: if it was our frame, its
/// session ends. The event names no frame, but the origin and the directive.
pub fn violation(event: &JsValue) {
    let text = |name| get(event, name).as_string().unwrap_or_default();
    let directive = text("effectiveDirective");
    if get(event, "disposition") != "enforce"
        || !matches!(
            directive.as_str(),
            "frame-src" | "child-src" | "default-src"
        )
    {
        return;
    }
    let blocked = text("blockedURI");
    driver::feed_all(&|slot| {
        let origin = slot.origin();
        let rest = blocked.strip_prefix(origin)?;
        let refused = slot.frame.get().is_some_and(Frame::is_ours)
            && slot.state() == State::Open
            && (rest.is_empty() || rest.starts_with('/'));
        refused.then(|| Input::FrameRefused(reasons::frame_refused(origin, &directive)))
    });
}

/// Puts the focus where the dialog is.
pub fn focus(slot: &Rc<Slot>) {
    match slot.frame.get() {
        Some(frame) => frame.focus(),
        None => drop(tell(slot.window(), "focus")),
    }
}
