//! Passes inputs to the sessions and carries out their effects. Imports the
//! registry and `attention`.
//!
//! Effects wait in one queue until every borrow has ended. The first call
//! carries them all out in order, because a page's own `window.open` or Element
//! may call back in before our call returns. Callbacks wait in the facade for a
//! microtask, so no code of the partner runs in here.

use std::rc::Rc;

use super::attention::arrange;
use super::registry::{Dialog, Place, registry};
use crate::core::error::Error;
use crate::core::event::Event;
use crate::core::evidence::cuts_popups;
use crate::core::fields::Slot;
use crate::core::session::{Effect, Input, Moment};
use crate::dom::{header, popup};

/// Passes an input to one session.
pub fn feed(dialog: &Rc<Dialog>, input: Input) {
    step(dialog, moment(), input);
    drain();
}

/// Passes an input to the dialog of this number, if it still exists.
pub fn feed_id(id: u32, input: Input) {
    if let Some(dialog) = registry().dialog(id) {
        feed(&dialog, input);
    }
}

/// Passes an input to every session for which `choose` returns one.
pub fn feed_all(choose: &dyn Fn(&Dialog) -> Option<Input>) {
    let at = moment();
    for dialog in &registry().living() {
        if let Some(input) = choose(dialog) {
            step(dialog, at, input);
        }
    }
    drain();
}

fn moment() -> Moment {
    let page = registry().page;
    Moment {
        time: page.now(),
        focused: page.has_focus(),
    }
}

fn step(dialog: &Rc<Dialog>, mut at: Moment, input: Input) {
    at.focused |= dialog.frame().is_none() && has_sibling(dialog);
    let goes_on = matches!(input, Input::HandedOver);
    let effects = dialog.session.borrow_mut().step(at, input);
    if !goes_on {
        dialog.handle.turn(dialog.state());
    }
    let mut queue = registry().queue.borrow_mut();
    queue.push((dialog.clone(), effects));
}

/// Whether another dialog's window is open. The focus may have moved there when
/// this one closed, so it says nothing about this one.
fn has_sibling(dialog: &Dialog) -> bool {
    let is_sibling = |other: &Dialog| {
        other.id != dialog.id && other.frame().is_none() && other.session.borrow().is_looked_at()
    };
    registry().find(is_sibling).is_some()
}

fn drain() {
    let registry = registry();
    if registry.draining.replace(true) {
        return;
    }
    loop {
        let batch = registry.queue.take();
        if batch.is_empty() {
            break;
        }
        for (dialog, effects) in &batch {
            for effect in effects {
                perform(dialog, effect);
            }
        }
    }
    registry.draining.set(false);
    arrange();
}

fn perform(dialog: &Rc<Dialog>, effect: &Effect) {
    let handle = &dialog.handle;
    match effect {
        Effect::Navigate => navigate(dialog),
        Effect::Emit(event) => {
            if let (Event::Stalled { .. }, Some(frame)) = (event, dialog.frame()) {
                if let Some(modal) = frame.modal() {
                    modal.offer_help();
                }
            }
            handle.tell(event);
        }
        Effect::EmitError(error) => report(dialog, error, false),
        Effect::Answer => answer(dialog),
        Effect::Probe => probe(dialog),
        Effect::Hide => match dialog.place.get() {
            Some(Place::Frame(frame)) => frame.hide(),
            Some(Place::Window(popup)) if owns_window(dialog) => popup.close(),
            _ => {}
        },
        Effect::Finish(result) => handle.succeed(result),
        Effect::Fail(error) => report(dialog, error, true),
        Effect::Watch => {
            dialog.pending.take();
            dialog.undo.undo_all();
        }
        Effect::Release => {
            dialog.pending.take();
            dialog.undo();
            registry().remove(dialog);
        }
    }
}

fn navigate(dialog: &Dialog) {
    dialog.handle.spend();
    let url = dialog.url.take();
    match dialog.place.get() {
        Some(Place::Frame(frame)) => frame.navigate(&url, dialog.origin(), &dialog.setup.options),
        Some(Place::Window(popup)) if owns_window(dialog) => popup.navigate(&url),
        _ => {}
    }
}

/// Another dialog may have taken its window while the effect was on its way.
fn owns_window(dialog: &Dialog) -> bool {
    dialog
        .window()
        .and_then(|window| registry().owner(window))
        .is_some_and(|owner| owner.id == dialog.id)
}

fn answer(dialog: &Dialog) {
    let account = dialog.setup.options.text(Slot::AccountId);
    if let (Some(account), Some(place)) = (account, dialog.place.get()) {
        popup::answer(place.window(), account, dialog.origin());
    }
}

fn report(dialog: &Dialog, error: &Error, settles: bool) {
    dialog.handle.report(error, &dialog.cause.take(), settles);
}

fn probe(dialog: &Rc<Dialog>) {
    let page = registry().page;
    // Before the borrow: a page may wrap this, and call in.
    let focused = page.has_focus();
    let came_back = dialog.session.borrow().has_focus_back(focused);
    // A page is isolated by this header, so no request is needed, or by
    // `Document-Isolation-Policy`, which severs nothing: then the focus comes
    // back.
    if !came_back && header::is_isolated(page) {
        return feed(dialog, Input::Header(Some(true)));
    }
    let id = dialog.id;
    let known = move |header: Option<String>| {
        feed_id(id, Input::Header(header.as_deref().map(cuts_popups)));
    };
    match header::probe(page, known) {
        Some(probe) => dialog.pending.borrow_mut().header = Some(probe),
        None => feed(dialog, Input::Header(None)),
    }
}
