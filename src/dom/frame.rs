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

/// What the iframe's permissions policy allows unless told otherwise. Named
/// with the dialog's origin: else a permission would be for the origin of
/// `src` alone, and lost when the dialog moves on.
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
    /// It was put into this Element.
    Inline(Element),
    Modal(Modal),
}

impl Frame {
    /// Puts an empty iframe into `container` or, without one, into a new
    /// modal. `None`: there is no place for it.
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

    /// Shows the dialog of `origin`. Not by `src`, in which, and in the page's
    /// timeline, whatever records the page would find the URL with the code: but
    /// for what only counts with it in Chromium, if the page has chosen that, a
    /// referrer policy and permissions that name no origin.
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
            // It takes the place of the blank page, which was never navigated to. By
            // `replace` WebKit would send no referrer at all.
            let _ = self.window.location().set_href(url);
        }
    }

    /// Takes it out of the user's sight. It lives on until it is removed, for a
    /// message that is under way: one from a detached frame has no source.
    pub fn hide(&self) {
        match &self.surroundings {
            Surroundings::Page => {}
            Surroundings::Inline(_) => {
                // Not by `hidden`, which any `display` of the page's own CSS overrules.
                self.iframe.style().set_css_text("display:none!important");
            }
            Surroundings::Modal(modal) => modal.hide(),
        }
    }

    /// The modal round it, if there is one.
    pub fn modal(&self) -> Option<&Modal> {
        match &self.surroundings {
            Surroundings::Modal(modal) => Some(modal),
            _ => None,
        }
    }

    /// Puts the focus into it.
    pub fn focus(&self) {
        let _ = self.iframe.focus();
    }

    /// Whether it is still in the document, with the same window: a frame that
    /// is moved gets a new one.
    pub fn is_there(&self) -> bool {
        self.iframe.is_connected() && is_that(self.iframe.content_window().as_ref(), &self.window)
    }

    /// Whether its Element is seen, and it is not: that does not show what is put
    /// into it. Not if it is shut for now, as `<details>` are, nor with a class,
    /// by which the page may hide the frame itself.
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
        // A document, a shadow root, or what else is at the top of a part that
        // is not in the document: that has no active element.
        let root: Document = self.iframe.get_root_node().unchecked_into();
        is_that(root.active_element().as_ref(), &self.iframe)
    }

    /// Whether it was put into this Element.
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
