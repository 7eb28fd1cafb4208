//! What a user does in a modal, hidden from the page: a click in it is not
//! "outside" of the page's own dialog, its Esc is not for the page, and no
//! focus trap sees that the focus has left. Imports the page, `given`, `sign`
//! and the facade's types.
//!
//! So events are handled at the window in the capture phase, before any other
//! node, and stopped there. The modal's own elements never get them; their
//! actions are done here. The browser's own actions (Tab, a selection, the
//! click that Enter makes) need no listener.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, KeyboardEvent, MouseEvent};

use super::facade::View;
use super::given::{is_readable, read};
use super::page::{Page, is_same, is_that};
use super::sign::{Report, Sign};

/// User actions and focus changes. Not pointer moves: no page closes or traps
/// anything for those, and pages use them to detect activity.
const KINDS: [&str; 21] = [
    "pointerdown",
    "pointerup",
    "pointercancel",
    "mousedown",
    "mouseup",
    "click",
    "dblclick",
    "auxclick",
    "contextmenu",
    "touchstart",
    "touchmove",
    "touchend",
    "touchcancel",
    "wheel",
    "keydown",
    "keypress",
    "keyup",
    "focusin",
    "focusout",
    "focus",
    "blur",
];

/// The state of a modal's listeners.
struct Inside {
    page: &'static Page,
    view: View,
    /// Whether it can continue in a window.
    again: bool,
    /// Whether a click outside closes it.
    closes_outside: bool,
    report: Report,
    /// Whether something was pressed in it. A release before that belongs to a
    /// press in the page, which waits for it.
    began: Cell<bool>,
    /// Whether the key that is down belongs to an input method, or to the
    /// browser's own bars and menus.
    elsewhere: Cell<bool>,
    /// Whether a key is down, and whether it closes the modal when it goes up.
    key: Cell<Option<bool>>,
    /// Whether the pointer went down outside it, and did not come back in.
    outside: Cell<bool>,
}

/// Listens to a modal, until the listeners are dropped.
#[must_use = "nothing is heard once these are dropped"]
pub fn listen(
    page: &'static Page,
    view: &View,
    again: bool,
    closes_outside: bool,
    report: Report,
) -> Vec<EventListener> {
    let inside = Rc::new(Inside {
        page,
        view: view.clone(),
        again,
        closes_outside,
        report,
        began: Cell::default(),
        elsewhere: Cell::default(),
        key: Cell::default(),
        outside: Cell::default(),
    });
    let hear = |kind: &&'static str| {
        let (kind, inside) = (*kind, inside.clone());
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            // Only these may prevent the browser's default action.
            passive: !matches!(kind, "keydown" | "keypress"),
        };
        EventListener::new_with_options(&page.window, kind, options, move |event| {
            inside.hear(kind, event);
        })
    };
    KINDS.iter().map(hear).collect()
}

impl Inside {
    fn hear(&self, kind: &str, event: &Event) {
        // A page that wraps listeners may pass a Proxy of the event.
        if !is_readable(event) {
            return;
        }
        let target = event.target();
        if is_that(target.as_ref(), &self.page.window) {
            // The focus comes back from the browser's own bars, where Esc may
            // still be down.
            return self.elsewhere.set(true);
        }
        let host = self.view.host();
        let is_key = kind.starts_with("key");
        // The page may see that it gets the focus back, but not that the focus
        // moves in here.
        let leaves = matches!(kind, "focusout" | "blur");
        let is_ours = is_that(target.as_ref(), &host)
            || (leaves && is_same(&read(event, "relatedTarget"), &host))
            || (is_key && target.is_some_and(|target| self.takes_focus(&target)));
        let is_escape = is_key && read(event, "key") == "Escape";
        let ends = matches!(kind, "pointerup" | "mouseup" | "touchend" | "keyup");
        if !is_ours {
            if kind == "keydown" {
                // The page's own dialog is above, and may be gone when the key
                // goes up.
                self.elsewhere.set(true);
            }
            return;
        }
        if ends && !self.began.get() && !is_escape {
            return;
        }
        event.stop_immediate_propagation();
        match kind {
            "pointerdown" => {
                self.began.set(true);
                self.elsewhere.set(false);
                self.outside.set(self.is_outside(event));
            }
            "pointerup" => self
                .outside
                .set(self.outside.get() && self.is_outside(event)),
            "click" => self.click(event),
            "contextmenu" => self.elsewhere.set(true),
            // Its end is for what has the focus next, such as the frame, and is
            // not heard here.
            "focusout" => self.key.set(None),
            "keydown" => {
                let repeats = event.unchecked_ref::<KeyboardEvent>().repeat();
                let began = self.began.get() || !repeats;
                self.began.set(began);
                if !repeats {
                    self.key.set(Some(false));
                }
                self.elsewhere.set(!began || is_composing(event));
                if !began || is_escape {
                    event.prevent_default();
                }
            }
            // The key that opened the modal may still be down, and its repeats
            // go to the element with the focus: the close button.
            "keypress" if !self.began.get() => event.prevent_default(),
            // Not on key down: the repeats and the release would go to the
            // page, which has the focus back. Also, an earlier listener of the
            // page at the window may have stopped the key down.
            "keyup" => {
                let elsewhere = self.elsewhere.replace(false);
                let escapes = is_escape && !elsewhere && !is_composing(event);
                if escapes || self.key.take() == Some(true) {
                    self.report.give(Sign::Closed);
                }
            }
            _ => {}
        }
    }

    /// Not for the second click of a double click whose first click opened the
    /// modal.
    fn click(&self, event: &Event) {
        if event.unchecked_ref::<MouseEvent>().detail() > 1 {
            return;
        }
        let target = innermost(event);
        if is_same(&target, &self.view.close()) {
            if self.key.get().is_none() {
                self.report.give(Sign::Closed);
            } else {
                self.key.set(Some(true));
            }
        } else if self.again && is_same(&target, &self.view.offer()) {
            self.report.give(Sign::PopOut);
        } else if self.closes_outside && self.outside.get() && self.is_outside(event) {
            self.report.give(Sign::Closed);
        }
    }

    /// A click counts as outside the dialog only if it began and ended there:
    /// selecting a text may end on the backdrop, and a user may slide back in.
    /// (The modal waits for the click, or it would hit the page behind.) Events
    /// on the backdrop have the dialog as their target, and so do those on its
    /// own border and padding.
    fn is_outside(&self, event: &Event) -> bool {
        let mouse: &MouseEvent = event.unchecked_ref();
        let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
        let dialog = self.view.dialog();
        let area = dialog.get_bounding_client_rect();
        is_same(&innermost(event), &dialog)
            && (x < area.left() || x > area.right() || y < area.top() || y > area.bottom())
    }

    /// Nothing has the focus, so the key is for the dialog on top, whose
    /// backdrop covers the window. (Whether it can take the focus is no sign:
    /// in WebKit, a dialog below another can.) It takes the focus, so that Tab
    /// continues from it.
    fn takes_focus(&self, target: &EventTarget) -> bool {
        let document = &self.page.document;
        is_that(document.body().as_ref(), target)
            && is_that(
                document.element_from_point(0.0, 0.0).as_ref(),
                &self.view.host(),
            )
            && self.view.dialog().focus().is_ok()
    }
}

/// The event's target, also inside the shadow root.
fn innermost(event: &Event) -> JsValue {
    event.composed_path().get(0)
}

/// Whether a key belongs to an input method. Safari shows that only by the key
/// code.
fn is_composing(event: &Event) -> bool {
    read(event, "isComposing") == true || read(event, "keyCode") == 229.0
}
