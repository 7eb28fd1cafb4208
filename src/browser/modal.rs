//! The modal: the platform's own `<dialog>` in a shadow root. Imports the
//! registry.
//!
//! Its style sheet is `modal.css`; everything is made by DOM and CSSOM, so
//! that it works under a Content-Security-Policy without `unsafe-inline` and
//! with Trusted Types.

use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlDialogElement, HtmlElement, HtmlIFrameElement};

use super::door::{token, Call};
use super::platform::{Platform, Scope};
use super::registry::{self, Place};
use super::value::Value;
use super::{driver, opening};
use crate::core::event::By;
use crate::core::fields::{Live, Slot as Name};
use crate::core::options::{Options, Source};
use crate::core::session::Input;

/// The heading, if the page gives none.
pub const TITLE: &str = "Connect your account";

/// The elements of one modal.
#[derive(Clone, Debug)]
pub struct Modal {
    host: HtmlElement,
    dialog: HtmlDialogElement,
    loading: HtmlElement,
    help: HtmlElement,
    /// What is undone when the modal leaves the sight; the rest stays until
    /// the session ends.
    sight: Scope,
}

impl Modal {
    /// Shows a modal round `iframe`.
    pub fn show(
        id: u32,
        platform: &Platform,
        document: &Document,
        options: &Options<Value>,
        scope: &Scope,
        iframe: &HtmlIFrameElement,
    ) -> Option<Self> {
        let body = document.body()?;
        let sight = platform.scope();
        scope.focus_back();
        let host = element(document, "div", "")?;
        if let Some(class) = options.text(Name::FrameClassName) {
            host.set_class_name(class);
        }
        let shadow = scope.shadow(&host);
        let shadow: &web_sys::Node = shadow.unchecked_ref();

        let dialog = element(document, "dialog", "dialog")?;
        let header = element(document, "div", "header")?;
        let title = element(document, "h2", "title")?;
        title.set_text_content(Some(options.text(Name::LabelTitle).unwrap_or(TITLE)));
        title.set_id("title");
        let _ = dialog.set_attribute("aria-labelledby", "title");
        let close = element(document, "button", "close")?;
        let label = options.text(Name::LabelClose).unwrap_or("Close");
        let _ = close.set_attribute("aria-label", label);
        let _ = close.set_attribute("type", "button");
        close.set_text_content(Some("×"));
        let content = element(document, "div", "body")?;
        let loading = element(document, "p", "loading")?;
        let _ = loading.set_attribute("role", "status");
        loading.set_text_content(Some(options.text(Name::LabelLoading).unwrap_or("Loading…")));
        let _ = iframe.set_attribute("part", "frame");
        let help = help(document, options)?;
        help.set_hidden(true);

        append(&header, &title);
        append(&header, &close);
        append(&content, &loading);
        append(&content, iframe);
        append(&dialog, &header);
        append(&dialog, &content);
        append(&dialog, &help);
        append(shadow, &dialog);

        scope.mount(&body, &host);
        let dialog: HtmlDialogElement = dialog.unchecked_into();
        dialog.show_modal().ok()?;
        sight.lock_scroll();
        sight.listen(&dialog, "close", token(id, Call::Escape));
        sight.listen(&close, "click", token(id, Call::CloseButton));
        if options.flag(Name::FrameCloseOnBackdrop, true) {
            sight.listen(&dialog, "pointerdown", token(id, Call::PointerDown));
            sight.listen(&dialog, "click", token(id, Call::Click));
        }
        Some(Self {
            host,
            dialog,
            loading,
            help,
            sight,
        })
    }

    /// Takes it out of sight.
    pub fn hide(&self) {
        self.sight.undo(0);
        self.dialog.close();
        self.host.set_hidden(true);
    }

    /// The frame has something to show.
    pub fn loaded(&self) {
        self.loading.set_hidden(true);
    }

    /// Shows the way out.
    pub fn offer_help(&self, id: u32) {
        self.help.set_hidden(false);
        self.sight
            .listen(&self.help, "click", token(id, Call::PopOut));
    }

    /// Says that the window was blocked; the offer stays.
    pub fn say_blocked(&self, options: &Options<Value>) {
        if let Some(text) = self.help.last_element_child() {
            text.set_text_content(Some(
                options
                    .text(Name::LabelBlocked)
                    .unwrap_or("The window was blocked. Allow popups and try again."),
            ));
        }
    }

    fn is_self(&self, target: &JsValue) -> bool {
        *target == JsValue::from(self.dialog.clone())
    }
}

/// A button where the code can be fetched again, else a sentence; and a place
/// for what goes wrong.
fn help(document: &Document, options: &Options<Value>) -> Option<HtmlElement> {
    let help = element(document, "div", "help")?;
    let again = options
        .live(Name::AuthorizationCode)
        .is_some_and(|code| code.is(Live::Function));
    let offer = if again {
        let button = element(document, "button", "popout")?;
        let _ = button.set_attribute("type", "button");
        button.set_text_content(Some(
            options
                .text(Name::LabelTrouble)
                .unwrap_or("Trouble? Open in a window"),
        ));
        button
    } else {
        let sentence = element(document, "span", "restart")?;
        sentence.set_text_content(Some(
            options
                .text(Name::LabelRestart)
                .unwrap_or("Trouble? Close this and start again."),
        ));
        sentence
    };
    let problem = element(document, "span", "problem")?;
    let _ = problem.set_attribute("role", "alert");
    append(&help, &offer);
    append(&help, &problem);
    Some(help)
}

fn element(document: &Document, tag: &str, part: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document.create_element(tag).ok()?.unchecked_into();
    if !part.is_empty() {
        let _ = element.set_attribute("part", part);
    }
    Some(element)
}

fn append(parent: &web_sys::Node, child: &web_sys::Node) {
    let _ = parent.append_child(child);
}

/// Something in the modal was pressed. A click counts as beside the modal
/// only if it began there: selecting a text may end on the backdrop.
pub fn clicked(id: u32, call: u32, event: &JsValue) {
    const POINTER_DOWN: u32 = Call::PointerDown as u32;
    const CLICK: u32 = Call::Click as u32;
    let target = Value(event.clone()).property("target");
    if call == Call::PopOut as u32 {
        if Value(target).property("tagName") == "BUTTON" {
            opening::pop_out(id);
        }
        return;
    }
    let beside = registry::with(|all| {
        let slot = all.slot(id)?;
        let Place::Frame(frame) = &slot.place else {
            return None;
        };
        let beside = frame.modal()?.is_self(&target);
        let began = slot.pressed_beside;
        match call {
            POINTER_DOWN => {
                slot.pressed_beside = beside;
                None
            }
            CLICK => Some(beside && began),
            _ => None,
        }
    });
    if beside == Some(Some(true)) {
        driver::feed(id, Input::Close(By::User));
    }
}
