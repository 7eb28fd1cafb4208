//! Owns every live session, and knows which window belongs to which. Imports
//! `core` and the adapters' types.
//!
//! A handle in JavaScript that owned its session would go deaf when it is
//! collected; so the sessions live here, under a number.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::frame::Frame;
use super::platform::{self, Handle, Scope};
use super::value::{get, Value};
use crate::core::address::Way;
use crate::core::options::Options;
use crate::core::secrets::Secrets;
use crate::core::session::{Effect, Session, State};

/// What a dialog was asked for, checked. The window that a stalled modal goes
/// on in has the same.
#[derive(Debug)]
pub struct Setup {
    /// The options object, for what only `pkg/view.js` reads.
    pub given: JsValue,
    /// The options.
    pub options: Options<Value>,
    /// How its URL comes about.
    pub way: Way,
    /// The origin that it is opened at, if that is known from the options.
    pub origin: Option<String>,
    /// Who else may speak.
    pub extra_origins: Vec<String>,
    /// What is never told.
    pub secrets: Secrets,
}

/// A session and what belongs to it.
#[derive(Debug)]
pub struct Slot {
    /// Its number; never used twice.
    pub id: u32,
    /// Its life. Borrowed for one step at a time, never across a call.
    pub session: RefCell<Session>,
    /// Its outer side.
    pub handle: Handle,
    /// What is to be undone when it ends.
    pub scope: Scope,
    /// What was asked for.
    pub setup: Rc<Setup>,
    /// Its window, once it is open.
    pub window: OnceCell<JsValue>,
    /// Its frame, if it is shown in one.
    pub frame: OnceCell<Frame>,
    /// The origin that it is opened at, once that is known.
    pub origin: OnceCell<String>,
    /// Where it is navigated once the window is ready; holds the code.
    pub url: RefCell<String>,
    /// Why the code did not come.
    pub cause: RefCell<JsValue>,
    /// A given window that is being emptied: the document that was in it.
    pub emptying: RefCell<Option<JsValue>>,
}

impl Slot {
    /// The public state.
    pub fn state(&self) -> State {
        self.session.borrow().state()
    }

    /// Takes back what it has put into the page.
    pub fn undo(&self) {
        if let Some(frame) = self.frame.get() {
            frame.show("hide");
        }
        self.scope.undo();
    }

    /// The origin that it is opened at; empty, which none is, while only a URL
    /// that is on its way can tell.
    pub fn origin(&self) -> &str {
        self.origin.get().map_or("", String::as_str)
    }

    /// Its window, or `undefined`.
    pub fn window(&self) -> &JsValue {
        self.window.get().unwrap_or(&all().nothing)
    }
}

/// Everything that lives.
#[derive(Debug)]
pub struct Registry {
    /// The page's window; `undefined` where there is none.
    pub page: JsValue,
    /// The page's document.
    pub document: JsValue,
    /// `undefined`, to refer to.
    pub nothing: JsValue,
    /// The page's own listeners, while there are sessions.
    pub scope: Scope,
    /// Whether they are there.
    pub listening: Cell<bool>,
    /// When the windows are to be looked at again, ms.
    pub looks_at: Cell<f64>,
    /// In the order of their numbers.
    pub slots: RefCell<Vec<Rc<Slot>>>,
    /// What is still to be carried out.
    pub queue: RefCell<Vec<(Rc<Slot>, Effect)>>,
    /// Whether somebody is carrying it out.
    pub draining: Cell<bool>,
    /// The last number given.
    pub last: Cell<u32>,
}

impl Registry {
    /// The session of this number, if it still lives.
    pub fn slot(&self, id: u32) -> Option<Rc<Slot>> {
        self.slots
            .borrow()
            .iter()
            .find(|slot| slot.id == id)
            .cloned()
    }

    /// Every session, without a borrow: what is done with one may end another.
    #[inline(never)]
    pub fn living(&self) -> Vec<Rc<Slot>> {
        self.slots.borrow().clone()
    }

    /// The session that `window` belongs to.
    pub fn owner(&self, window: &JsValue) -> Option<Rc<Slot>> {
        self.slot(platform::owner(window))
    }

    /// Forgets a session; its window, too, unless it is another's by now.
    pub fn remove(&self, slot: &Slot) {
        self.slots.borrow_mut().retain(|other| other.id != slot.id);
        if platform::owner(slot.window()) == slot.id {
            platform::assign(slot.window(), 0);
        }
    }
}

thread_local! {
    // A reference that lives as long as the instance: `Cell` needs no
    // destructor, and every function can hold it without a borrow.
    static REGISTRY: Cell<Option<&'static Registry>> = const { Cell::new(None) };
}

/// Everything that lives in this instance. Not inlined: it stands at every
/// call to the page, and a call is shorter than the look at the cell.
#[inline(never)]
pub fn all() -> &'static Registry {
    // The facade calls `begin` before everything else.
    REGISTRY.get().unwrap_or_else(|| std::process::abort())
}

/// Begins, once for each instance.
pub fn begin(page: JsValue) {
    let scope = platform::scope();
    let document = get(&page, "document");
    REGISTRY.set(Some(Box::leak(Box::new(Registry {
        page,
        document,
        nothing: JsValue::UNDEFINED,
        scope,
        listening: Cell::new(false),
        looks_at: Cell::new(f64::INFINITY),
        slots: RefCell::default(),
        queue: RefCell::default(),
        draining: Cell::new(false),
        last: Cell::new(0),
    }))));
}

/// Whether a window says of itself that it is closed.
pub fn is_closed(window: &JsValue) -> bool {
    get(window, "closed") != false
}
