//! From the options to a dialog that is registered but not shown yet: reads,
//! checks, supersedes and registers. Imports `driver` and `registry`.

use std::cell::OnceCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, Window};

use super::driver::{feed, feed_id};
use super::registry::{Dialog, Pending, Registry, Setup, registry, registry_if_page};
use crate::core::error::{Error, ErrorCode};
use crate::core::fields::{Live, Slot};
use crate::core::options::{self, Options, Purpose, Source};
use crate::core::secrets::Secrets;
use crate::core::session::{Input, Plan, Session, Surface};
use crate::dom::facade::{Handle, Undo};
use crate::dom::given::{BrowserParser, Given, is_signal, read};
use crate::dom::page::Page;

/// The registry, if there is a page. (The facade checks for a document before
/// the module is started.)
///
/// # Errors
/// `not_in_browser`.
pub fn in_browser() -> Result<&'static Registry, Error> {
    registry_if_page().ok_or_else(|| {
        Error::new(
            ErrorCode::NotInBrowser,
            "This document has no window: open the dialog from the page itself.",
        )
    })
}

/// Reads and checks the options.
///
/// # Errors
/// `invalid_options`.
pub fn prepare(given: JsValue, purpose: Purpose) -> Result<Setup, Error> {
    let given = Given(given);
    if !given.is(Live::Object) {
        return Err(options::not_an_object());
    }
    let options = options::read(&given, purpose)?;
    let mut secrets = Secrets::default();
    if let Some(account) = options.text(Slot::AccountId) {
        secrets.add(account);
    }
    let (way, origin) = options.way(&BrowserParser, purpose)?;
    Ok(Setup {
        extra_origins: options.extra_origins(&BrowserParser)?,
        options,
        way,
        origin,
        secrets,
    })
}

/// The session's plan, from the options.
pub fn plan(page: &Page, setup: &Setup, framed: bool) -> Plan {
    let options = &setup.options;
    Plan {
        surface: if framed {
            Surface::Frame
        } else {
            Surface::Window
        },
        attached: false,
        ours: false,
        ready: true,
        focused: page.has_focus(),
        source: setup.way.source().1,
        answers: options.text(Slot::AccountId).is_some(),
        code_timeout: options.number(Slot::CodeTimeout, 30_000.0),
        timeout: options.number(Slot::Timeout, f64::INFINITY),
        close_grace: options.number(Slot::CloseGrace, 500.0),
        close_on_error: options.flag(Slot::CloseOnError, true),
        stall_after: options.number(Slot::FrameStallAfter, 15_000.0),
    }
}

/// A window belongs to at most one session, and so does an Element.
pub fn supersede(window: Option<&Window>, container: Option<&Element>) {
    for dialog in &registry().living() {
        if dialog.is_shown_in(window, container) {
            feed(dialog, Input::Supersede);
        }
    }
}

/// Creates the dialog, which follows its `signal` from now on.
pub fn register(handle: Handle, undo: Undo, plan: Plan, setup: Rc<Setup>) -> Rc<Dialog> {
    let registry = registry();
    let id = registry.next_id();
    handle.serve(id);
    let pending = match setup.options.live(Slot::Signal) {
        Some(signal) => follow(&signal.0, id),
        None => Pending::default(),
    };
    let dialog = Rc::new(Dialog {
        id,
        session: Session::new(plan, setup.secrets.clone()).into(),
        undo,
        handle,
        origin: setup.origin.clone().map(OnceCell::from).unwrap_or_default(),
        setup,
        place: Default::default(),
        url: Default::default(),
        cause: JsValue::UNDEFINED.into(),
        pending: pending.into(),
    });
    registry.add(dialog.clone());
    dialog
}

/// Follows `signal`. One that the page made itself is checked regularly
/// instead, because adding a listener to it may throw.
fn follow(signal: &JsValue, id: u32) -> Pending {
    let mut pending = Pending::default();
    if is_signal(signal) {
        let abort = move |_: &web_sys::Event| feed_id(id, Input::Abort);
        let target: &EventTarget = signal.unchecked_ref();
        pending.abort = Some(EventListener::new(target, "abort", abort));
    } else {
        pending.looked_at = Some(signal.clone());
    }
    pending
}

/// Whether `signal` is aborted already.
pub fn is_aborted(options: &Options<Given>) -> bool {
    options
        .live(Slot::Signal)
        .is_some_and(|signal| read(&signal.0, "aborted") == true)
}
