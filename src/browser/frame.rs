//! The iframe of a modal or of an Element. Imports `modal`.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::door::{token, LOAD};
use super::driver;
use super::modal::Modal;
use super::reasons;
use super::registry::{all, Slot};
use super::value::{get, put, tell, Value};
use crate::core::fields::Slot as Name;
use crate::core::options::Options;
use crate::core::session::{Input, State};

/// An iframe.
#[derive(Debug)]
pub struct Frame {
    iframe: JsValue,
    /// The Element that it was put into.
    container: Option<JsValue>,
    modal: Option<Modal>,
    /// Made by us, not by the page.
    ours: bool,
}

impl Frame {
    /// Puts an empty iframe into `container`, or into a new modal. The answer
    /// is its window, which exists from then on.
    pub fn make(slot: &Slot, container: Option<JsValue>) -> Option<JsValue> {
        let options = &slot.options;
        let iframe = all().platform.element("iframe", "frame", "");
        set_attributes(&iframe, options, slot.origins.first()?);
        let modal = match &container {
            Some(container) => {
                match options.text(Name::FrameClassName) {
                    Some(class) => put(&iframe, "className", class),
                    // Without a class of the page's own, it fills the Element.
                    None => put(
                        &get(&iframe, "style"),
                        "cssText",
                        "border:0;width:100%;height:100%;min-height:30rem",
                    ),
                }
                slot.scope.mount(container, &iframe);
                None
            }
            None => Some(Modal::show(slot, &iframe)?),
        };
        slot.scope.listen(&iframe, "load", token(slot.id, LOAD));
        let window = get(&iframe, "contentWindow");
        let _ = slot.frame.set(Self {
            iframe,
            container,
            modal,
            ours: true,
        });
        window.is_object().then_some(window)
    }

    /// The page's own iframe.
    pub fn of_page(iframe: JsValue) -> Self {
        Self {
            iframe,
            container: None,
            modal: None,
            ours: false,
        }
    }

    /// Shows the dialog. By `src`: only so the frame's referrer policy counts.
    pub fn navigate(&self, url: &str) {
        put(&self.iframe, "src", url);
    }

    /// Takes it out of sight; the iframe lives on until it is unmounted, for a
    /// message that is under way: one from a detached frame has no source.
    pub fn hide(&self) {
        match &self.modal {
            Some(modal) => modal.hide(),
            None if self.ours => put(&self.iframe, "hidden", "1"),
            None => {}
        }
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
        let undefined = JsValue::UNDEFINED;
        let root = all()
            .platform
            .call(&self.iframe, "getRootNode", &undefined, &undefined);
        get(&root, "activeElement") == self.iframe
    }

    /// Whether it was put into this Element.
    pub fn is_inside(&self, container: &JsValue) -> bool {
        self.container.as_ref() == Some(container)
    }

    /// Offers the way out of a frame that may not have loaded.
    pub fn offer_help(&self) {
        if let Some(modal) = &self.modal {
            modal.offer_help();
        }
    }

    /// Says that the window was blocked.
    pub fn say_blocked(&self, options: &Options<Value>) {
        if let Some(modal) = &self.modal {
            modal.say_blocked(options);
        }
    }

    /// The modal, if it is one.
    pub fn modal(&self) -> Option<&Modal> {
        self.modal.as_ref()
    }
}

fn set_attributes(iframe: &JsValue, options: &Options<Value>, origin: &str) {
    let text = |name, default| options.text(name).unwrap_or(default);
    put(iframe, "title", text(Name::FrameTitle, "Authentication"));
    // Named origins: without them a permission would be for the origin of
    // `src` alone, and lost when the dialog moves on.
    let mut allow = String::new();
    for feature in [
        "clipboard-write ",
        "publickey-credentials-get ",
        "publickey-credentials-create ",
        "storage-access ",
    ] {
        allow.push_str(feature);
        allow.push_str(origin);
        allow.push(';');
    }
    put(iframe, "allow", text(Name::FrameAllow, &allow));
    put(
        iframe,
        "referrerPolicy",
        text(Name::FrameReferrerPolicy, "strict-origin-when-cross-origin"),
    );
    if let Some(sandbox) = options.text(Name::FrameSandbox) {
        put(iframe, "sandbox", sandbox);
    }
}

/// The frame has loaded a page; whether it is the dialog can not be known.
pub fn loaded(slot: &Slot) {
    if slot.state() == State::Open {
        if let Some(modal) = slot.frame.get().and_then(Frame::modal) {
            modal.loaded();
        }
    }
}

/// Something was refused by a policy of this page: if it was our frame, its
/// session ends. The event names no frame, but the origin and the directive.
pub fn violation(event: &JsValue) {
    let text = |name| get(event, name).as_string().unwrap_or_default();
    let directive = text("effectiveDirective");
    let blocked = text("blockedURI");
    if get(event, "disposition") != "enforce"
        || !matches!(
            directive.as_str(),
            "frame-src" | "child-src" | "default-src"
        )
    {
        return;
    }
    driver::feed_all(|slot| {
        let origin = slot.origins.first()?;
        let rest = blocked.strip_prefix(origin.as_str())?;
        let refused = slot.frame.get().is_some_and(|frame| frame.ours)
            && slot.state() == State::Open
            && (rest.is_empty() || rest.starts_with('/'));
        refused.then(|| Input::FrameRefused(reasons::frame_refused(origin, &directive)))
    });
}

/// Puts the focus where the dialog is.
pub fn focus(slot: &Rc<Slot>) {
    match slot.frame.get() {
        Some(frame) => frame.focus(),
        None => tell(&slot.window(), "focus"),
    }
}
