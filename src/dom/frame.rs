//! An iframe: in a modal, in an Element, or the page's own. Imports the page,
//! `given`, `modal`, `sign` and the facade's types.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlIFrameElement, Window};

use super::facade::{Handle, Undo};
use super::given::{Given, has_box, read};
use super::modal::Modal;
use super::page::{Page, is_same, is_that};
use super::sign::{Report, Sign};
use crate::core::fields::Slot;
use crate::core::options::Options;

/// The default permissions policy of the iframe. Each names the dialog's
/// origin: otherwise the permission would be for the origin of `src` alone, and
/// lost when the dialog navigates.
const PERMISSIONS: [&str; 4] = [
    "clipboard-write",
    "publickey-credentials-get",
    "publickey-credentials-create",
    "storage-access",
];

/// Without a class of the page's own, an inline frame fills its Element.
const FILLS: &str = "border:0;width:100%;height:100%;min-height:max(30rem,480px)";

/// An iframe that shows a dialog.
#[derive(Debug)]
pub struct Frame {
    iframe: HtmlIFrameElement,
    window: Window,
    surroundings: Surroundings,
    _load: Option<EventListener>,
}

#[derive(Debug)]
enum Surroundings {
    /// The page made the iframe.
    Page,
    /// It was added to this Element.
    Inline(Element),
    Modal(Modal),
}

impl Frame {
    /// Adds an empty iframe to `container` or, without one, to a new modal.
    /// `None`: there is no place for it.
    pub fn make(
        page: &'static Page,
        options: &Options<Given>,
        container: Option<&Element>,
        handle: &Handle,
        undo: &Undo,
        report: Report,
    ) -> Option<Self> {
        let iframe = create(page, options)?;
        let class = options.text(Slot::FrameClassName);
        let surroundings = if let Some(container) = container {
            match class {
                Some(class) => iframe.set_class_name(class),
                None => iframe.style().set_css_text(FILLS),
            }
            undo.removes(&iframe);
            container.append_child(&iframe).ok()?;
            Surroundings::Inline(container.clone())
        } else {
            Surroundings::Modal(Modal::show(page, options, &iframe, handle, undo, report)?)
        };
        Some(Self {
            window: iframe.content_window()?,
            _load: Some(EventListener::new(&iframe, "load", move |_| {
                report.give(Sign::Loaded);
            })),
            iframe,
            surroundings,
        })
    }

    /// The page's own iframe.
    pub fn of_page(iframe: &HtmlIFrameElement, window: Window) -> Self {
        Self {
            iframe: iframe.clone(),
            window,
            surroundings: Surroundings::Page,
            _load: None,
        }
    }

    /// Its window, as it was captured at the beginning.
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// Shows the dialog of `origin`. It does not use `src`, because recording
    /// tools would find the URL with the code there and in the page's timeline.
    /// Two options need `src` in Chromium: a referrer policy, and permissions
    /// that name no origin.
    pub fn navigate(&self, url: &str, origin: &str, options: &Options<Given>) {
        let mut by_src = options.text(Slot::FrameReferrerPolicy).is_some();
        match options.text(Slot::FrameAllow) {
            Some(allow) => {
                by_src = true;
                set(&self.iframe, "allow", allow);
            }
            None => {
                let mut allow = String::new();
                for name in &PERMISSIONS {
                    allow.push_str(&[name, " ", origin, ";"].concat());
                }
                set(&self.iframe, "allow", &allow);
            }
        }
        if by_src {
            self.iframe.set_src(url);
        } else {
            // It replaces the blank page, which was never navigated to. With
            // `replace`, WebKit would send no referrer.
            let _ = self.window.location().set_href(url);
        }
    }

    /// Hides it from the user. It stays in the page until it is removed,
    /// because a message may be on its way, and one from a detached frame has
    /// no source.
    pub fn hide(&self) {
        match &self.surroundings {
            Surroundings::Page => {}
            Surroundings::Inline(_) => {
                // Not with `hidden`, which any `display` in the page's own CSS
                // overrides.
                self.iframe.style().set_css_text("display:none!important");
            }
            Surroundings::Modal(modal) => modal.hide(),
        }
    }

    /// The modal around it, if there is one.
    pub fn modal(&self) -> Option<&Modal> {
        match &self.surroundings {
            Surroundings::Modal(modal) => Some(modal),
            _ => None,
        }
    }

    /// Moves the focus into it.
    pub fn focus(&self) {
        let _ = self.iframe.focus();
    }

    /// Whether it is still in the document, with the same window: a frame that
    /// is moved gets a new one.
    pub fn is_there(&self) -> bool {
        self.iframe.is_connected() && is_that(self.iframe.content_window().as_ref(), &self.window)
    }

    /// Whether its Element is visible but the frame is not, so the Element does
    /// not show its children. Not if the Element is closed, like `<details>`,
    /// nor with a class, with which the page may hide the frame itself.
    pub fn is_swallowed(&self) -> bool {
        let Surroundings::Inline(container) = &self.surroundings else {
            return false;
        };
        !has_box(&self.iframe)
            && has_box(container)
            && read(container, "open") != false
            && read(&self.iframe, "className") == ""
    }

    /// Whether the user is in it.
    pub fn has_focus(&self) -> bool {
        // A document, a shadow root, or the top of a detached tree, which has
        // no active element.
        let root: Document = self.iframe.get_root_node().unchecked_into();
        is_that(root.active_element().as_ref(), &self.iframe)
    }

    /// Whether it was added to this Element.
    pub fn is_inside(&self, container: &Element) -> bool {
        matches!(&self.surroundings, Surroundings::Inline(own) if is_same(own, container))
    }

    /// Whether it is ours, not the page's.
    pub fn is_ours(&self) -> bool {
        !matches!(self.surroundings, Surroundings::Page)
    }
}

fn create(page: &Page, options: &Options<Given>) -> Option<HtmlIFrameElement> {
    let iframe: HtmlIFrameElement = page
        .document
        .create_element("iframe")
        .ok()?
        .unchecked_into();
    let text = |slot, default| options.text(slot).unwrap_or(default);
    set(&iframe, "part", "frame");
    set(&iframe, "title", text(Slot::FrameTitle, "Authentication"));
    let policy = text(Slot::FrameReferrerPolicy, "strict-origin-when-cross-origin");
    set(&iframe, "referrerpolicy", policy);
    if let Some(sandbox) = options.text(Slot::FrameSandbox) {
        set(&iframe, "sandbox", sandbox);
    }
    Some(iframe)
}

fn set(iframe: &HtmlIFrameElement, name: &str, value: &str) {
    let _ = iframe.set_attribute(name, value);
}
