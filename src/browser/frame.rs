//! The iframe of a modal or of an Element. Imports `modal`.

use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlIFrameElement, SecurityPolicyViolationEvent};

use super::door::{token, Call};
use super::driver;
use super::modal::Modal;
use super::platform::{Platform, Scope};
use super::registry::{self, Place};
use super::value::Value;
use crate::core::error::{Error, ErrorCode};
use crate::core::fields::Slot as Name;
use crate::core::options::Options;
use crate::core::session::{Input, State};

/// An iframe that we made.
#[derive(Clone, Debug)]
pub struct Frame {
    iframe: HtmlIFrameElement,
    container: Option<Value>,
    modal: Option<Modal>,
}

impl Frame {
    /// Puts an empty iframe into `container`, or into a new modal. The answer
    /// has its window, which exists from then on.
    pub fn make(
        id: u32,
        platform: &Platform,
        document: &Document,
        options: &Options<Value>,
        scope: &Scope,
        origin: &str,
        container: Option<Value>,
    ) -> Option<(Self, Value)> {
        let iframe = document
            .create_element("iframe")
            .ok()?
            .unchecked_into::<HtmlIFrameElement>();
        let class = options.text(Name::FrameClassName);
        attributes(&iframe, options, origin);
        let modal = match &container {
            Some(container) => {
                match class {
                    Some(class) => iframe.set_class_name(class),
                    None => fill(&iframe),
                }
                scope.mount(&container.0, &iframe);
                None
            }
            None => Some(Modal::show(
                id, platform, document, options, scope, &iframe,
            )?),
        };
        scope.listen(&iframe, "load", token(id, Call::Load));
        let window = Value(Value(iframe.clone().into()).property("contentWindow"));
        let frame = Self {
            iframe,
            container,
            modal,
        };
        window.0.is_object().then_some((frame, window))
    }

    /// Shows the dialog.
    pub fn navigate(&self, url: &str) {
        self.iframe.set_src(url);
    }

    /// Takes it out of sight; the iframe lives on until it is unmounted, for a
    /// message that is under way: one from a detached frame has no source.
    pub fn hide(&self) {
        match &self.modal {
            Some(modal) => modal.hide(),
            None => self.iframe.set_hidden(true),
        }
    }

    /// Puts the focus into the frame.
    pub fn focus(&self) {
        let _ = self.iframe.focus();
    }

    /// Whether the frame is still in the document, with the same window: a
    /// frame that is moved gets a new one.
    pub fn holds(&self, window: &Value) -> bool {
        let iframe = Value(self.iframe.clone().into());
        self.iframe.is_connected() && iframe.property("contentWindow") == window.0
    }

    /// Whether the user is in the frame.
    pub fn has_focus(&self) -> bool {
        let root = Value(self.iframe.get_root_node().into());
        root.property("activeElement") == *AsRef::<JsValue>::as_ref(&self.iframe)
    }

    /// Whether it stands in this Element.
    pub fn is_inside(&self, container: &Value) -> bool {
        self.container
            .as_ref()
            .is_some_and(|own| own.0 == container.0)
    }

    /// Offers the way out of a frame that may not have loaded.
    pub fn offer_help(&self, id: u32) {
        if let Some(modal) = &self.modal {
            modal.offer_help(id);
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

fn attributes(iframe: &HtmlIFrameElement, options: &Options<Value>, origin: &str) {
    let set = |name: &str, value: &str| {
        let _ = iframe.set_attribute(name, value);
    };
    set(
        "title",
        options.text(Name::FrameTitle).unwrap_or("Authentication"),
    );
    // Named origins: without them a permission would be for the origin of
    // `src`, and lost when the dialog moves on within its own site.
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
    set("allow", options.text(Name::FrameAllow).unwrap_or(&allow));
    set(
        "referrerpolicy",
        options
            .text(Name::FrameReferrerPolicy)
            .unwrap_or("strict-origin-when-cross-origin"),
    );
    if let Some(sandbox) = options.text(Name::FrameSandbox) {
        set("sandbox", sandbox);
    }
}

/// Without a class of the page's own, the frame fills the Element.
fn fill(iframe: &HtmlElement) {
    iframe
        .style()
        .set_css_text("border:0;width:100%;height:100%;min-height:30rem");
}

/// The frame has loaded a page; whether it is the dialog can not be known.
pub fn loaded(id: u32) {
    let modal = registry::with(|all| {
        let slot = all.slot(id)?;
        match &slot.place {
            Place::Frame(frame) if slot.session.state() == State::Open => frame.modal().cloned(),
            _ => None,
        }
    });
    if let Some(Some(modal)) = modal {
        modal.loaded();
    }
}

/// Something was refused by a policy of this page: if it was our frame, its
/// session ends. The event names no frame, but the origin and the directive.
pub fn violation(event: &SecurityPolicyViolationEvent) {
    let directive = event.effective_directive();
    if !matches!(
        directive.as_str(),
        "frame-src" | "child-src" | "default-src"
    ) || Value(event.into()).property("disposition") != "enforce"
    {
        return;
    }
    let blocked = event.blocked_uri();
    driver::feed_all(|slot| {
        let origin = slot.origins.first()?;
        let rest = blocked.strip_prefix(origin.as_str())?;
        let refused = matches!(slot.place, Place::Frame(_))
            && slot.session.state() == State::Open
            && (rest.is_empty() || rest.starts_with('/'));
        refused.then(|| {
            Input::FrameRefused(Error::new(
                ErrorCode::FrameBlocked,
                [
                    "This page's Content-Security-Policy refused the dialog's frame: add ",
                    origin,
                    " to `",
                    &directive,
                    "`.",
                ]
                .concat(),
            ))
        })
    });
}
