//! The listeners at the page, while there are dialogs. Imports the page and
//! `given`.

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, MutationObserver, MutationObserverInit};

use super::given::{read, short_text};
use super::page::Page;
use crate::core::given_url::MAX_URL;
use crate::core::secrets::Secret;

/// The functions to call when something happens to the page.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    /// A message arrived at its window: a [`web_sys::MessageEvent`].
    pub message: fn(&Event),
    /// Its focus or visibility changed.
    pub look: fn(&Event),
    /// It unloads.
    pub page_hide: fn(&Event),
    /// Its policy blocked something: a `SecurityPolicyViolationEvent`.
    pub violation: fn(&Event),
    /// The browser reports something: the body of a report.
    pub report: fn(JsValue),
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

/// What a policy blocked, as an event or a report says: its URL or origin, and
/// the directive or, for the page's `Cross-Origin-Embedder-Policy`, the kind of
/// content.
pub fn blocked(told: &JsValue) -> Option<(Secret, String)> {
    // A synthetic event says what its maker likes. Reports have no such
    // property.
    if read(told, "isTrusted") == false || read(told, "disposition") != "enforce" {
        return None;
    }
    let text = |in_event, in_report| {
        let text = |name| short_text(&read(told, name), MAX_URL);
        text(in_event).or_else(|| text(in_report))
    };
    // It may contain the code.
    let blocked = text("blockedURI", "blockedURL")?.into();
    let by = text("effectiveDirective", "destination")?;
    Some((blocked, by))
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
