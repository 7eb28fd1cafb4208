//! The listeners at the page, while there are dialogs. Imports the page and
//! `given`.

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{
    Event, EventTarget, MutationObserver, MutationObserverInit, SecurityPolicyViolationEvent,
};

use super::given::read;
use super::page::Page;

/// The functions to call when something happens to the page.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    /// A message arrived at its window: a [`web_sys::MessageEvent`].
    pub message: fn(&Event),
    /// Its focus or visibility changed.
    pub look: fn(&Event),
    /// It unloads.
    pub page_hide: fn(&Event),
    /// Its policy blocked something: a [`SecurityPolicyViolationEvent`].
    pub violation: fn(&Event),
}

/// The listeners, which are removed when this is dropped.
#[must_use = "the page is not listened to once this is dropped"]
#[derive(Debug)]
pub struct Listeners {
    _listeners: Vec<EventListener>,
}

impl Listeners {
    /// Adds the listeners.
    pub fn new(page: &Page, heard: Heard) -> Self {
        let (window, document): (&EventTarget, &EventTarget) = (&page.window, &page.document);
        Self {
            _listeners: [
                (window, "message", heard.message),
                (window, "focus", heard.look),
                (window, "blur", heard.look),
                (window, "pagehide", heard.page_hide),
                (document, "visibilitychange", heard.look),
                (document, "securitypolicyviolation", heard.violation),
            ]
            .iter()
            .map(|(target, kind, tell)| EventListener::new(target, *kind, *tell))
            .collect(),
        }
    }
}

/// The URL that the page's policy blocked in a frame, and the directive.
pub fn frame_refused(event: &Event) -> Option<(String, String)> {
    // In a synthetic event, no property is sure to be a string.
    if read(event, "isTrusted") != true || read(event, "disposition") != "enforce" {
        return None;
    }
    let violation: &SecurityPolicyViolationEvent = event.unchecked_ref();
    let directive = violation.effective_directive();
    let shows_frames = matches!(
        directive.as_str(),
        "frame-src" | "child-src" | "default-src"
    );
    shows_frames.then(|| (violation.blocked_uri(), directive))
}

/// Reports when the document was emptied, until this is dropped. It watches
/// only the document's own children: `document.open()` replaces the root
/// element, and hardly anything else does.
#[derive(Debug)]
pub struct Watch {
    observer: MutationObserver,
    _callback: Closure<dyn FnMut(JsValue)>,
}

impl Watch {
    /// Starts to watch; `None` if that is not possible.
    pub fn new(page: &Page, emptied: fn(JsValue)) -> Option<Self> {
        let callback = Closure::<dyn FnMut(JsValue)>::new(emptied);
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let children = MutationObserverInit::new();
        children.set_child_list(true);
        observer
            .observe_with_options(&page.document, &children)
            .ok()?;
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
