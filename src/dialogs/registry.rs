//! The open dialogs, and which window belongs to which. Imports `core` and
//! `dom`.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Window};

use crate::core::address::Way;
use crate::core::options::Options;
use crate::core::secrets::{Secret, Secrets};
use crate::core::session::{Effect, Session, State};
use crate::dom::facade::{Handle, Undo};
use crate::dom::frame::Frame;
use crate::dom::given::Given;
use crate::dom::header::Probe;
use crate::dom::inbox::Addressee;
use crate::dom::listeners::{Heard, Listeners, Watch};
use crate::dom::page::{Page, is_that, page};
use crate::dom::popup::Popup;
use crate::dom::promise::{Soon, Waiting};
use crate::dom::timer::Timer;

/// The checked options of a dialog. The window in which a stalled modal
/// continues has the same.
#[derive(Debug)]
pub struct Setup {
    /// The options.
    pub options: Options<Given>,
    /// How its URL is made.
    pub way: Way,
    /// The origin that it is opened at, if that is known from the options.
    pub origin: Option<String>,
    /// The further origins that may send messages.
    pub extra_origins: Vec<String>,
    /// The texts that must never leave.
    pub secrets: Secrets,
}

/// Where a dialog is shown.
#[derive(Debug)]
pub enum Place {
    /// In a window.
    Window(Popup),
    /// In an iframe.
    Frame(Frame),
}

impl Place {
    /// The window that was captured when the dialog was opened.
    pub fn window(&self) -> &Window {
        match self {
            Self::Window(popup) => popup.window(),
            Self::Frame(frame) => frame.window(),
        }
    }
}

/// A session and everything that belongs to it.
#[derive(Debug)]
pub struct Dialog {
    /// Its number, which is never reused.
    pub id: u32,
    /// Its session. Borrowed for one step at a time, never across a call.
    pub session: RefCell<Session>,
    /// Its outer side.
    pub handle: Handle,
    /// What the facade removes from the page when it ends.
    pub undo: Undo,
    /// The options.
    pub setup: Rc<Setup>,
    /// Where it is shown, once it is shown.
    pub place: OnceCell<Place>,
    /// The origin that it is opened at, once that is known.
    pub origin: OnceCell<String>,
    /// The URL to navigate to once the window is ready; it contains the code.
    pub url: RefCell<Secret>,
    /// Why fetching the code failed.
    pub cause: RefCell<JsValue>,
    /// What it waits for; empty once it is settled.
    pub pending: RefCell<Pending>,
}

/// What a dialog that is not settled waits for.
#[derive(Debug, Default)]
pub struct Pending {
    /// The code.
    pub code: Option<Waiting>,
    /// The page's own header.
    pub header: Option<Probe>,
    /// `signal`.
    pub abort: Option<EventListener>,
    /// A signal that the page made itself, which is checked regularly instead.
    pub looked_at: Option<JsValue>,
}

impl Dialog {
    /// The public state.
    pub fn state(&self) -> State {
        self.session.borrow().state()
    }

    /// The origin that it is opened at. Empty, which matches none, until a URL
    /// that has not arrived yet decides it.
    pub fn origin(&self) -> &str {
        self.origin.get().map_or("", String::as_str)
    }

    /// The window that was captured when it was opened.
    pub fn window(&self) -> Option<&Window> {
        self.place.get().map(Place::window)
    }

    /// Its frame, if it is shown in one.
    pub fn frame(&self) -> Option<&Frame> {
        match self.place.get() {
            Some(Place::Frame(frame)) => Some(frame),
            _ => None,
        }
    }

    /// Its window, if it is shown in one.
    pub fn popup(&self) -> Option<&Popup> {
        match self.place.get() {
            Some(Place::Window(popup)) => Some(popup),
            _ => None,
        }
    }

    /// Whether it is shown in this window or inside this Element.
    pub fn is_shown_in(&self, window: Option<&Window>, container: Option<&Element>) -> bool {
        let has = |window: &Window| is_that(self.window(), window);
        let is_inside = |container| self.frame().is_some_and(|frame| frame.is_inside(container));
        window.is_some_and(has) || container.is_some_and(is_inside)
    }

    /// Removes what it has added to the page.
    pub fn undo(&self) {
        if let Some(frame) = self.frame() {
            frame.hide();
        }
        self.undo.undo_all();
    }
}

impl Addressee for Rc<Dialog> {
    fn window(&self) -> Option<&Window> {
        Dialog::window(self)
    }

    fn origin(&self) -> &str {
        Dialog::origin(self)
    }

    fn extra_origins(&self) -> &[String] {
        &self.setup.extra_origins
    }
}

/// All state of this instance.
#[derive(Debug)]
pub struct Registry {
    /// The page.
    pub page: &'static Page,
    /// In the order of their numbers.
    dialogs: RefCell<Vec<Rc<Dialog>>>,
    /// The last number given.
    last: Cell<u32>,
    /// The effects that are still to be carried out.
    pub queue: RefCell<Vec<(Rc<Dialog>, Vec<Effect>)>>,
    /// Whether they are being carried out now.
    pub draining: Cell<bool>,
    /// The functions that the page's listeners call.
    pub heard: Heard,
    /// Calls `heard.report`.
    pub reports: Closure<dyn FnMut(JsValue)>,
    /// Called when the page was emptied and its listeners are gone.
    pub emptied: fn(JsValue),
    /// The page's own listeners, while there are dialogs.
    pub listeners: RefCell<Option<Listeners>>,
    /// Watches whether they are gone.
    pub watch: RefCell<Option<Watch>>,
    /// The one timer.
    pub timer: Timer,
    /// When the windows must be checked again, ms.
    pub looks_at: Cell<f64>,
    /// Removes the page's listeners soon, once no dialog is left.
    pub rest: Soon,
}

impl Registry {
    /// The next number.
    pub fn next_id(&self) -> u32 {
        let id = self.last.get() + 1;
        self.last.set(id);
        id
    }

    /// Adds a dialog.
    pub fn add(&self, dialog: Rc<Dialog>) {
        self.dialogs.borrow_mut().push(dialog);
    }

    /// Removes a dialog.
    pub fn remove(&self, dialog: &Dialog) {
        self.dialogs
            .borrow_mut()
            .retain(|other| other.id != dialog.id);
    }

    /// The dialog of this number, if it still exists.
    pub fn dialog(&self, id: u32) -> Option<Rc<Dialog>> {
        self.find(|dialog| dialog.id == id)
    }

    /// The dialog that a window belongs to. The latest one counts, because a
    /// callback may have passed the window to another while the earlier one was
    /// ending.
    pub fn owner(&self, window: &JsValue) -> Option<Rc<Dialog>> {
        self.find(|dialog| is_that(dialog.window(), window))
    }

    /// The latest dialog of which `is` is true; it must not call the page.
    pub fn find(&self, is: impl Fn(&Dialog) -> bool) -> Option<Rc<Dialog>> {
        let dialogs = self.dialogs.borrow();
        dialogs.iter().rev().find(|dialog| is(dialog)).cloned()
    }

    /// Every dialog, without a borrow, because handling one may end another.
    pub fn living(&self) -> Vec<Rc<Dialog>> {
        self.dialogs.borrow().clone()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.dialogs.borrow().is_empty()
    }
}

thread_local! {
    static REGISTRY: Cell<Option<&'static Registry>> = const { Cell::new(None) };
}

/// Initialises the instance once, if there is a page. The timer calls `ring`;
/// `emptied` is called when the page was emptied, `rest` when no dialog is
/// left.
pub fn begin(heard: Heard, ring: fn(JsValue), emptied: fn(JsValue), rest: fn(JsValue)) {
    let Some(page) = page() else { return };
    let registry = Registry {
        page,
        dialogs: RefCell::default(),
        last: Cell::new(0),
        queue: RefCell::default(),
        draining: Cell::new(false),
        heard,
        reports: Closure::new(heard.report),
        emptied,
        listeners: RefCell::default(),
        watch: RefCell::default(),
        timer: Timer::new(page, ring),
        looks_at: Cell::new(f64::INFINITY),
        rest: Soon::new(rest),
    };
    // As long as the instance: a `Cell` of a reference needs no destructor.
    REGISTRY.set(Some(Box::leak(Box::new(registry))));
}

/// The registry; `None` if there is no page.
pub fn registry_if_page() -> Option<&'static Registry> {
    REGISTRY.get()
}

/// The registry, for code that only runs if there is a page.
pub fn registry() -> &'static Registry {
    registry_if_page().unwrap_or_else(|| std::process::abort())
}
