//! Owns every live session, and knows which window belongs to which. Imports
//! `core` and the adapters' types.
//!
//! A handle in JavaScript that owned its session would go deaf when it is
//! collected; so the sessions live here, under a number.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Map;
use wasm_bindgen::prelude::*;

use super::frame::Frame;
use super::platform::{Handle, Platform, Scope};
use super::value::Value;
use crate::core::dialog_url::DialogRequest;
use crate::core::options::Options;
use crate::core::session::{Effect, Session};

/// Where the dialog is shown.
#[derive(Clone, Debug)]
pub enum Place {
    /// In a window.
    Window,
    /// In an iframe that we made.
    Frame(Frame),
    /// In the page's own iframe.
    PageFrame(Value),
}

/// A session and what belongs to it.
#[derive(Debug)]
pub struct Slot {
    /// Its number; never used twice.
    pub id: u32,
    /// Its life.
    pub session: Session,
    /// Its outer side.
    pub handle: Handle,
    /// What is to be undone when it ends.
    pub scope: Scope,
    /// Its options, for the window that a stalled modal goes on in.
    pub options: Rc<Options<Value>>,
    /// What its URL is made of; `None`: the page opened the dialog itself.
    pub request: Option<Rc<DialogRequest>>,
    /// Who may speak; the first one is where it was opened.
    pub origins: Vec<String>,
    /// Its window.
    pub window: Value,
    /// Where it is shown.
    pub place: Place,
    /// Where it is navigated once the window is ready; holds the code.
    pub url: Option<String>,
    /// Why the code did not come.
    pub cause: JsValue,
    /// A given window that is being emptied: the document that was in it.
    pub emptying: Option<JsValue>,
    /// The last press of a pointer was beside the modal.
    pub pressed_beside: bool,
}

/// Everything that lives.
#[derive(Debug)]
pub struct Registry {
    /// What the facade lends.
    pub platform: Platform,
    /// The page's own listeners, while there are sessions.
    pub scope: Scope,
    /// The window of the page.
    pub page: web_sys::Window,
    /// In the order of their numbers.
    pub slots: Vec<Slot>,
    /// Which session a window belongs to.
    pub owners: Map,
    /// What is still to be carried out.
    pub queue: Vec<(u32, Effect)>,
    /// Whether somebody is carrying it out.
    pub draining: bool,
    /// The last number given.
    pub last: u32,
}

impl Registry {
    /// The session of this number, if it still lives.
    pub fn slot(&mut self, id: u32) -> Option<&mut Slot> {
        let at = self.slots.binary_search_by_key(&id, |slot| slot.id).ok()?;
        self.slots.get_mut(at)
    }

    /// The session that `window` belongs to.
    pub fn owner(&self, window: &JsValue) -> Option<u32> {
        self.owners.get(window).as_f64().map(|id| id as u32)
    }

    /// Forgets a session; its window, too, unless it is another's by now.
    pub fn remove(&mut self, id: u32) -> Option<Slot> {
        let at = self.slots.binary_search_by_key(&id, |slot| slot.id).ok()?;
        let slot = self.slots.remove(at);
        if self.owner(&slot.window.0) == Some(id) {
            self.owners.delete(&slot.window.0);
        }
        Some(slot)
    }
}

thread_local! {
    static REGISTRY: RefCell<Option<Registry>> = const { RefCell::new(None) };
}

/// Runs `use_it` on the registry, if there is one: there is none outside a
/// browser. `use_it` must not call into the page's own code, which may call
/// back in.
pub fn with<T>(use_it: impl FnOnce(&mut Registry) -> T) -> Option<T> {
    REGISTRY.with(|cell| cell.borrow_mut().as_mut().map(use_it))
}

/// Begins, in a browser.
pub fn start(platform: Platform, page: web_sys::Window) {
    let scope = platform.scope();
    REGISTRY.with(|cell| {
        *cell.borrow_mut() = Some(Registry {
            platform,
            scope,
            page,
            slots: Vec::new(),
            owners: Map::new(),
            queue: Vec::new(),
            draining: false,
            last: 0,
        });
    });
}
