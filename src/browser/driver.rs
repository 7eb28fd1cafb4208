//! Feeds the sessions and carries out their effects: the only place from
//! which the page's own code is called. Imports the adapters.
//!
//! Effects wait in one queue until every borrow has ended, and whoever comes
//! first carries them out in order. So a callback may call back into the
//! module (open in `onClose`, close in `onFinish`) without getting ahead of
//! what is still to be done.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::door::{token, Call};
use super::registry::{self, Place, Registry, Slot};
use super::{popup, timers};
use crate::core::error::Error;
use crate::core::fields;
use crate::core::secrets::wipe;
use crate::core::session::{Effect, Input, Moment};

/// Feeds one session.
pub fn feed(id: u32, input: Input) {
    registry::with(|all| {
        let at = moment(all);
        step(all, id, at, input);
    });
    drain();
}

/// Feeds every session for which `choose` has something.
pub fn feed_all(choose: impl Fn(&Slot) -> Option<Input>) {
    registry::with(|all| {
        let at = moment(all);
        let inputs: Vec<_> = all
            .slots
            .iter()
            .filter_map(|slot| Some((slot.id, choose(slot)?)))
            .collect();
        for (id, input) in inputs {
            step(all, id, at, input);
        }
    });
    drain();
}

/// Puts the focus where the dialog is.
pub fn focus(id: u32) {
    let shown = registry::with(|all| {
        let slot = all.slot(id)?;
        Some((slot.window.clone(), slot.place.clone()))
    });
    match shown.flatten() {
        Some((_, Place::Frame(frame))) => frame.focus(),
        Some((window, _)) => popup::focus(&window),
        None => {}
    }
}

/// Another dialog of the same handle takes over: this one goes, with its
/// window.
pub fn replace(id: u32) {
    let window = registry::with(|all| Some(all.slot(id)?.window.clone()));
    feed(id, Input::Supersede);
    if let Some(Some(window)) = window {
        if window.0.is_object() {
            popup::close(&window);
        }
    }
}

fn moment(all: &Registry) -> Moment {
    Moment {
        time: all.platform.now(),
        focused: all
            .page
            .document()
            .is_some_and(|page| page.has_focus().unwrap_or(true)),
    }
}

fn step(all: &mut Registry, id: u32, at: Moment, input: Input) {
    let Some(slot) = all.slot(id) else { return };
    let effects = slot.session.step(at, input);
    slot.handle.set_state(slot.session.state().as_str());
    all.queue
        .extend(effects.into_iter().map(|effect| (id, effect)));
}

fn drain() {
    if registry::with(|all| std::mem::replace(&mut all.draining, true)) != Some(false) {
        return;
    }
    while let Some(batch) = registry::with(|all| std::mem::take(&mut all.queue)) {
        if batch.is_empty() {
            break;
        }
        for (id, effect) in batch {
            perform(id, effect);
        }
    }
    registry::with(|all| {
        all.draining = false;
        timers::arrange(all);
    });
}

fn perform(id: u32, effect: Effect) {
    let Some(Some((handle, scope, window, place))) = registry::with(|all| {
        let slot = all.slot(id)?;
        Some((
            slot.handle.clone(),
            slot.scope.clone(),
            slot.window.clone(),
            slot.place.clone(),
        ))
    }) else {
        return;
    };
    match effect {
        Effect::Navigate => {
            handle.set_spent(true);
            let url = registry::with(|all| all.slot(id)?.url.take()).flatten();
            if let Some(url) = url {
                match place {
                    Place::Frame(frame) => frame.navigate(&url),
                    _ => popup::navigate(&window, &url),
                }
                wipe(url);
            }
        }
        Effect::Emit(event) => {
            handle.emit(&to_js(&event));
            if event == crate::core::event::Event::Stalled {
                if let Place::Frame(frame) = place {
                    frame.offer_help(id);
                }
            }
        }
        Effect::EmitError(error) => fail(&handle, &error, &JsValue::UNDEFINED, false),
        Effect::Answer => answer(id),
        Effect::Probe => probe(id),
        Effect::Hide => match place {
            Place::Window => popup::close(&window),
            Place::Frame(frame) => frame.hide(),
            Place::PageFrame(_) => {}
        },
        Effect::Finish(result) => handle.finish(&to_js(&result)),
        Effect::Fail(error) => {
            let cause = registry::with(|all| Some(all.slot(id)?.cause.clone()))
                .flatten()
                .unwrap_or(JsValue::UNDEFINED);
            fail(&handle, &error, &cause, true);
        }
        Effect::Watch => scope.undo(0),
        Effect::Release => {
            scope.undo(0);
            if let Place::Frame(frame) = place {
                frame.hide();
            }
            registry::with(|all| all.remove(id));
        }
    }
}

fn fail(handle: &super::platform::Handle, error: &Error, cause: &JsValue, settles: bool) {
    handle.fail(error.code.as_str(), &error.message, cause, settles);
}

/// A value as JavaScript has it. The shapes are fixed and serialise always.
pub fn to_js<T: Serialize>(value: &T) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or(JsValue::UNDEFINED)
}

/// Gives the account id to the dialog, at the origin that was opened.
fn answer(id: u32) {
    let Some(Some((window, origin, account))) = registry::with(|all| {
        let slot = all.slot(id)?;
        let account = slot.options.text(fields::Slot::AccountId)?;
        Some((
            slot.window.clone(),
            slot.origins.first()?.clone(),
            JsValue::from_str(account),
        ))
    }) else {
        return;
    };
    popup::answer(&window, &account, &origin);
}

/// Only a top-level page over http(s) can learn the header that counts.
fn probe(id: u32) {
    let asked = registry::with(|all| {
        let page = super::value::Value(all.page.clone().into());
        let alone = page.property("top") == page.property("self");
        if alone {
            all.platform.own_header(token(id, Call::Header));
        }
        alone
    });
    if asked != Some(true) {
        feed(id, Input::Header(None));
    }
}
