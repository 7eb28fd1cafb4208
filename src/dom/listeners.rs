//! What the page is listened to for, while there are dialogs. Imports the page
//! and `given`.

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{
    Event, EventTarget, MutationObserver, MutationObserverInit, SecurityPolicyViolationEvent,
};

use super::given::read;
use super::page::Page;

/// Whom to tell of what happens to the page.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    /// A message arrived at its window: a [`web_sys::MessageEvent`].
    pub message: fn(&Event),
    /// Its focus or visibility changed.
    pub look: fn(&Event),
    /// It goes away.
    pub page_hide: fn(&Event),
    /// Its policy refused something: a [`SecurityPolicyViolationEvent`].
    pub violation: fn(&Event),
}

/// Listens until it is dropped.
#[must_use = "the page is not listened to once this is dropped"]
#[derive(Debug)]
pub struct Listeners {
    _listeners: Vec<EventListener>,
}

impl Listeners {
    /// Begins to listen.
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

/// What the page's policy did not let a frame show, and by which directive.
pub fn frame_refused(event: &Event) -> Option<(String, String)> {
    // Of a synthetic one nothing is sure to be a string.
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

/// Tells when the document was emptied, until it is dropped. Its own children
/// alone are watched: the root element comes and goes with `document.open()`,
/// and nearly never else.
#[derive(Debug)]
pub struct Watch {
    observer: MutationObserver,
    _callback: Closure<dyn FnMut(JsValue)>,
}

impl Watch {
    /// Begins to watch; `None` where it cannot.
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
