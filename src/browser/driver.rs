//! Feeds the sessions and carries out their effects: the only place from
//! which the page's own code is called. Imports the adapters.
//!
//! Effects wait in one queue until every borrow has ended, and whoever comes
//! first carries them out in order. So a callback may call back into the
//! module (open in `onClose`, close in `onFinish`) without getting ahead of
//! what is still to be done.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::door::{token, HEADER};
use super::registry::{all, Slot};
use super::value::{get, object, put, tell};
use super::{platform, popup, timers};
use crate::core::error::Error;
use crate::core::event::{AuthResult, Event};
use crate::core::fields;
use crate::core::secrets::wipe;
use crate::core::session::{Effect, Input, Moment};

/// Feeds one session.
pub fn feed(slot: &Rc<Slot>, input: Input) {
    step(slot, moment(), input);
    drain();
}

/// Feeds every session for which `choose` has something.
pub fn feed_all(choose: &dyn Fn(&Slot) -> Option<Input>) {
    let at = moment();
    for slot in &all().living() {
        if let Some(input) = choose(slot) {
            step(slot, at, input);
        }
    }
    drain();
}

fn moment() -> Moment {
    Moment {
        time: platform::now(),
        focused: has_focus(),
    }
}

pub fn has_focus() -> bool {
    tell(&all().document, "hasFocus") == true
}

fn step(slot: &Rc<Slot>, mut at: Moment, input: Input) {
    at.focused |= slot.frame.get().is_none() && has_sibling(slot);
    let goes_on = matches!(input, Input::HandedOver);
    let effects = slot.session.borrow_mut().step(at, input);
    if !goes_on {
        slot.handle.set_state(slot.state().as_str());
    }
    let mut queue = all().queue.borrow_mut();
    for effect in effects {
        queue.push((slot.clone(), effect));
    }
}

/// Whether another dialog's window is open: the focus may have gone there when
/// this one closed, so that it says nothing about it.
fn has_sibling(slot: &Slot) -> bool {
    all().slots.borrow().iter().any(|other| {
        other.id != slot.id && other.frame.get().is_none() && other.session.borrow().is_looked_at()
    })
}

fn drain() {
    let all = all();
    if all.draining.replace(true) {
        return;
    }
    loop {
        let batch = all.queue.take();
        if batch.is_empty() {
            break;
        }
        for (slot, effect) in batch {
            perform(&slot, effect);
        }
    }
    all.draining.set(false);
    timers::arrange();
}

fn perform(slot: &Rc<Slot>, effect: Effect) {
    let handle = &slot.handle;
    match effect {
        Effect::Navigate => {
            handle.set_spent();
            let url = slot.url.take();
            match slot.frame.get() {
                Some(frame) => frame.navigate(&url, slot.origin()),
                None if owns_window(slot) => popup::navigate(slot.window(), &url),
                None => {}
            }
            wipe(url);
        }
        Effect::Emit(event) => {
            let stalled = event == Event::Stalled;
            let told = object(&event);
            if let Event::LateFinish(result) = &event {
                add_value(&told, result);
            }
            handle.emit(&told);
            if let (true, Some(frame)) = (stalled, slot.frame.get()) {
                frame.show("offerHelp");
            }
        }
        Effect::EmitError(error) => fail(slot, &error, false),
        Effect::Answer => {
            if let Some(account) = slot.setup.options.text(fields::Slot::AccountId) {
                popup::answer(slot.window(), account, slot.origin());
            }
        }
        Effect::Probe => probe(slot),
        Effect::Hide => match slot.frame.get() {
            Some(frame) => frame.show("hide"),
            None if owns_window(slot) => popup::close(slot.window()),
            None => {}
        },
        Effect::Finish(result) => {
            let told = object(&result);
            add_value(&told, &result);
            handle.finish(&told);
        }
        Effect::Fail(error) => fail(slot, &error, true),
        Effect::Watch => slot.scope.undo(),
        Effect::Release => {
            slot.undo();
            all().remove(slot);
        }
    }
}

/// A callback may have given its window to another dialog while the effect was
/// on its way.
fn owns_window(slot: &Slot) -> bool {
    platform::owner(slot.window()) == slot.id
}

/// The pair that Tray's `updateSolutionInstance` takes.
fn add_value(told: &JsValue, result: &AuthResult) {
    if let Some((external_id, auth_id)) = result.auth_value() {
        let pair = platform::object();
        put(&pair, "externalId", external_id);
        put(&pair, "authId", auth_id);
        platform::set(told, "authValue", &pair);
    }
}

fn fail(slot: &Slot, error: &Error, settles: bool) {
    let cause = slot.cause.take();
    slot.handle
        .fail(error.code.as_str(), &error.message, &cause, settles);
}

/// Only a top-level page can learn the header that counts.
fn probe(slot: &Rc<Slot>) {
    let all = all();
    if get(&all.page, "top") == all.page {
        platform::own_header(token(slot.id, HEADER));
    } else {
        feed(slot, Input::Header(None));
    }
}
