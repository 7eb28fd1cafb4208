//! The modal round an iframe: the platform's own `<dialog>`, whose elements
//! `pkg/view.js` builds. Imports the page, `given` and the facade's types.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    Event, EventTarget, HtmlDialogElement, HtmlIFrameElement, KeyboardEvent, MouseEvent,
};

use super::facade::{Handle, Undo, View};
use super::given::{Given, is_readable};
use super::page::{Page, is_that};
use crate::core::fields::{Live, Slot};
use crate::core::options::{Options, Source};

/// What happened in a frame or in the modal round it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The frame has loaded something.
    Loaded,
    /// The user closed the modal: Esc, its button, its backdrop.
    Closed,
    /// The user wants a window instead.
    PopOut,
}

/// Whom to tell.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Whose frame or modal it is.
    pub id: u32,
    /// Is called with it.
    pub tell: fn(u32, Sign),
}

/// What the user does in the modal is not told to the page: a click here is not
/// "outside" of the page's own menu or drawer, and Esc is not meant for them.
const INSIDE: [&str; 15] = [
    "pointerdown",
    "pointerup",
    "mousedown",
    "mouseup",
    "click",
    "dblclick",
    "auxclick",
    "contextmenu",
    "touchstart",
    "touchend",
    "keydown",
    "keypress",
    "keyup",
    "focusin",
    "focusout",
];

/// A modal.
#[derive(Debug)]
pub struct Modal {
    view: View,
    /// What is undone when it leaves the sight; the rest stays until the
    /// session ends.
    sight: Undo,
    /// How the user leaves it; gone when it leaves the sight.
    ways_out: RefCell<Vec<EventListener>>,
    _listeners: Vec<EventListener>,
}

impl Modal {
    /// Shows a modal with `iframe` in it; `None`: there is no place for it.
    pub fn show(
        page: &Page,
        options: &Options<Given>,
        iframe: &HtmlIFrameElement,
        handle: &Handle,
        undo: &Undo,
        report: Report,
    ) -> Option<Self> {
        // A code that can be fetched again is needed for a window.
        let is_function = |slot| {
            options
                .live(slot)
                .is_some_and(|live| live.is(Live::Function))
        };
        let again = is_function(Slot::AuthorizationCode) || is_function(Slot::Url);
        let view = handle.modal(iframe, again).ok()?;
        let (host, dialog) = (view.host(), view.dialog());
        let silent = |kind: &&'static str| on(&host, kind, stop);
        let mut listeners: Vec<_> = INSIDE.iter().map(silent).collect();
        ignore_held_key(&dialog, &mut listeners);

        undo.returns_focus(&host);
        undo.removes(&host);
        page.document.body()?.append_child(&host).ok()?;
        dialog.show_modal().ok()?;
        let sight = handle.undo();
        sight.locks_scroll();

        let tell = |sign| move |_: &Event| (report.tell)(report.id, sign);
        // By Esc, which closes the dialog natively.
        let mut ways_out = vec![
            on(&dialog, "close", tell(Sign::Closed)),
            on_single_click(&view.close(), tell(Sign::Closed)),
        ];
        if again {
            let popped_out = tell(Sign::PopOut);
            ways_out.push(on(&view.offer(), "click", popped_out));
        }
        if options.flag(Slot::FrameCloseOnBackdrop, true) {
            on_click_beside(&dialog, &mut ways_out, tell(Sign::Closed));
        }
        Some(Self {
            view,
            sight,
            ways_out: RefCell::new(ways_out),
            _listeners: listeners,
        })
    }

    /// Takes it out of the user's sight.
    pub fn hide(&self) {
        self.ways_out.take();
        self.sight.undo_all();
        self.view.dialog().close();
        self.view.host().set_hidden(true);
    }

    /// The frame has loaded something.
    pub fn show_loaded(&self) {
        self.view.loading().set_hidden(true);
    }

    /// Offers a way out of a frame in which nothing happens. It comes into a
    /// place that is there already, so it is read out.
    pub fn offer_help(&self) {
        let _ = self.view.offers().append_child(&self.view.offer());
    }

    /// Says that the browser blocked the window. The offer stays.
    pub fn say_blocked(&self) {
        let _ = self.view.problem().append_child(&self.view.blocked());
    }
}

/// One for which there turns out to be no place leaves nothing behind.
impl Drop for Modal {
    fn drop(&mut self) {
        self.hide();
    }
}

/// Listens to an element of the modal. A page that wraps listeners may give a
/// Proxy of the event, which cannot be read ([`is_readable`]).
fn on(target: &EventTarget, kind: &'static str, act: impl Fn(&Event) + 'static) -> EventListener {
    // Only those who mean it may prevent what the browser does.
    let options = if matches!(kind, "keydown" | "keypress") {
        EventListenerOptions::enable_prevent_default()
    } else {
        EventListenerOptions::default()
    };
    EventListener::new_with_options(target, kind, options, act)
}

/// Tells nobody else.
fn stop(event: &Event) {
    if is_readable(event) {
        event.stop_propagation();
    }
}

/// Not on the second click of a double one, whose first has opened the modal.
fn on_single_click(target: &EventTarget, act: impl Fn(&Event) + 'static) -> EventListener {
    on(target, "click", move |event| {
        if !is_readable(event) || event.unchecked_ref::<MouseEvent>().detail() < 2 {
            act(event);
        }
    })
}

/// The key that opened the modal may still be down, and its `keypress` and its
/// repetitions come to what has the focus now: the button that closes.
fn ignore_held_key(dialog: &HtmlDialogElement, listeners: &mut Vec<EventListener>) {
    let pressed = Rc::new(Cell::new(false));
    for kind in &["keydown", "keypress"] {
        let pressed = pressed.clone();
        let ignore = move |event: &Event| {
            if !is_readable(event) {
                return;
            }
            if *kind == "keydown" && !event.unchecked_ref::<KeyboardEvent>().repeat() {
                pressed.set(true);
            }
            if !pressed.get() {
                event.prevent_default();
            }
        };
        listeners.push(on(dialog, kind, ignore));
    }
}

/// A click counts as beside the dialog only if it began and ended there:
/// selecting a text may end on the backdrop, and who changes their mind slides
/// back in. (The click is waited for, or it would hit the page behind.)
fn on_click_beside(
    dialog: &HtmlDialogElement,
    listeners: &mut Vec<EventListener>,
    act: impl Fn(&Event) + 'static,
) {
    let beside = Rc::new(Cell::new(false));
    let mut note = |kind, counts: fn(bool, bool) -> bool| {
        let (target, beside) = (dialog.clone(), beside.clone());
        listeners.push(on(dialog, kind, move |event| {
            beside.set(counts(beside.get(), is_beside(&target, event)));
        }));
    };
    note("pointerdown", |_, now| now);
    note("pointerup", |before, now| before && now);
    let target = dialog.clone();
    listeners.push(on_single_click(dialog, move |event| {
        if beside.get() && is_beside(&target, event) {
            act(event);
        }
    }));
}

/// The backdrop's events are the dialog's, and so are those of its own border
/// and padding.
fn is_beside(dialog: &HtmlDialogElement, event: &Event) -> bool {
    if !is_readable(event) {
        return false;
    }
    let mouse: &MouseEvent = event.unchecked_ref();
    let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
    let area = dialog.get_bounding_client_rect();
    is_that(event.target().as_ref(), dialog)
        && (x < area.left() || x > area.right() || y < area.top() || y > area.bottom())
}
