//! The modal: the platform's own `<dialog>` in a shadow root. Imports the
//! registry.
//!
//! Its style sheet is `modal.css`; everything is made by DOM and CSSOM, so
//! that it works under a Content-Security-Policy without `unsafe-inline` and
//! with Trusted Types.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::door::{token, CLICK, CLOSE, POP_OUT, PRESS, RELEASE};
use super::platform::Scope;
use super::registry::{all, Slot};
use super::value::{call, get, put, tell, Value};
use super::{driver, opening};
use crate::core::event::By;
use crate::core::fields::{Live, Slot as Name};
use crate::core::options::{Options, Source};
use crate::core::session::Input;

/// The heading, if the page gives none.
pub const TITLE: &str = "Connect your account";

/// The elements of one modal.
#[derive(Debug)]
pub struct Modal {
    host: JsValue,
    dialog: JsValue,
    loading: JsValue,
    help: JsValue,
    problem: JsValue,
    /// What is undone when the modal leaves the sight; the rest stays until
    /// the session ends.
    sight: Scope,
}

impl Modal {
    /// Shows a modal round `iframe`; `None` if the page or the browser can not.
    pub fn show(slot: &Slot, iframe: &JsValue) -> Option<Self> {
        let platform = &all().platform;
        let options = &slot.options;
        let text = |name, default| options.text(name).unwrap_or(default);
        slot.scope.focus_back();
        let sight = platform.scope();

        let host = platform.element("div", "", "");
        put(&host, "className", text(Name::FrameClassName, ""));
        let dialog = platform.element("dialog", "dialog", "");
        let header = platform.element("div", "header", "");
        let title = platform.element("h2", "title", text(Name::LabelTitle, TITLE));
        let close = platform.element("button", "close", "×");
        let body = platform.element("div", "body", "");
        let loading = platform.element("p", "loading", text(Name::LabelLoading, "Loading…"));
        let help = platform.element("div", "help", "");
        let problem = platform.element("span", "problem", "");
        let offer = offer(options);
        put(&title, "id", "title");
        attribute(&dialog, "aria-labelledby", "title");
        attribute(&close, "aria-label", text(Name::LabelClose, "Close"));
        attribute(&loading, "role", "status");
        attribute(&problem, "role", "alert");
        put(&help, "hidden", "1");
        for (parent, child) in [
            (&header, &title),
            (&header, &close),
            (&body, &loading),
            (&body, iframe),
            (&help, &offer),
            (&help, &problem),
            (&dialog, &header),
            (&dialog, &body),
            (&dialog, &help),
            (&platform.shadow(&host), &dialog),
        ] {
            call(parent, "appendChild", child, &JsValue::UNDEFINED);
        }

        slot.scope.mount(&get(&all().document, "body"), &host);
        tell(&dialog, "showModal");
        if get(&dialog, "open") != true {
            return None;
        }
        sight.lock_scroll();
        // By Esc, which closes the dialog natively.
        sight.listen(&dialog, "close", token(slot.id, CLOSE));
        sight.listen(&close, "click", token(slot.id, CLOSE));
        sight.listen(&offer, "click", token(slot.id, POP_OUT));
        if options.flag(Name::FrameCloseOnBackdrop, true) {
            sight.listen(&dialog, "pointerdown", token(slot.id, PRESS));
            sight.listen(&dialog, "pointerup", token(slot.id, RELEASE));
            sight.listen(&dialog, "click", token(slot.id, CLICK));
        }
        Some(Self {
            host,
            dialog,
            loading,
            help,
            problem,
            sight,
        })
    }

    /// Takes it out of sight.
    pub fn hide(&self) {
        self.sight.undo();
        tell(&self.dialog, "close");
        put(&self.host, "hidden", "1");
    }

    /// The frame has something to show.
    pub fn loaded(&self) {
        put(&self.loading, "hidden", "1");
    }

    /// Shows the way out.
    pub fn offer_help(&self) {
        put(&self.help, "hidden", "");
    }

    /// Says that the window was blocked; the offer stays.
    pub fn say_blocked(&self, options: &Options<Value>) {
        let text = options.text(Name::LabelBlocked);
        put(
            &self.problem,
            "textContent",
            text.unwrap_or("The window was blocked. Allow popups and try again."),
        );
    }
}

/// A button where the code can be fetched again, else a sentence.
fn offer(options: &Options<Value>) -> JsValue {
    let again = options
        .live(Name::AuthorizationCode)
        .is_some_and(|code| code.is(Live::Function));
    let text = |name, default| options.text(name).unwrap_or(default);
    if again {
        all().platform.element(
            "button",
            "popout",
            text(Name::LabelTrouble, "Trouble? Open in a window"),
        )
    } else {
        all().platform.element(
            "span",
            "restart",
            text(Name::LabelRestart, "Trouble? Close this and start again."),
        )
    }
}

fn attribute(element: &JsValue, name: &str, value: &str) {
    call(element, "setAttribute", &name.into(), &value.into());
}

/// Something in the modal was pressed. A click counts as beside the modal
/// only if it began and ended there: selecting a text may end on the backdrop,
/// and who changes their mind slides back in. (The click is waited for, or it
/// would hit the page behind.)
pub fn pressed(slot: &Rc<Slot>, what: u32, event: &JsValue) {
    let Some(modal) = slot.frame.get().and_then(|frame| frame.modal()) else {
        return;
    };
    let target = get(event, "target");
    match what {
        PRESS => slot.pressed_beside.set(target == modal.dialog),
        RELEASE if target != modal.dialog => slot.pressed_beside.set(false),
        CLICK if slot.pressed_beside.get() && target == modal.dialog => {
            driver::feed(slot, Input::Close(By::User));
        }
        POP_OUT if get(&target, "tagName") == "BUTTON" => opening::pop_out(slot),
        _ => {}
    }
}
