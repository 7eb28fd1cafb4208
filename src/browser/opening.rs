//! From options to a session that is open: the part that runs in the click.
//! Imports the adapters.

use std::cell::OnceCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::door::{token, ABORT};
use super::frame::Frame;
use super::platform::{self, Handle};
use super::registry::{all, Setup, Slot};
use super::value::{dialog_window, get, BrowserParser, Value};
use super::{code, driver, popup, reasons, timers};
use crate::core::error::Error;
use crate::core::fields::{Live, Slot as Name};
use crate::core::options::{self, Options, Purpose, Source};
use crate::core::secrets::{wipe, Secrets};
use crate::core::session::{Input, Plan, Session, State, Surface};

/// Opens a dialog. `spent`: a code that is given as such was used before.
///
/// # Errors
/// `not_in_browser`, `invalid_options`.
pub fn open(given: JsValue, handle: Handle, spent: bool) -> Result<(), Error> {
    in_browser()?;
    let mut setup = prepare(given, Purpose::Open)?;
    let options = &mut setup.options;
    let (source, source_name) = setup.way.source();
    let code = options.take_text(source);
    let live = |name| options.live(name).map(|live| live.0.clone());
    let container = live(Name::Display);
    let framed = container.is_some() || options.text(Name::Display) == Some("modal");
    // A frame takes no window, so it ends no dialog in one.
    let given_window = live(Name::PopupWindow).filter(|_| !framed);
    let can_be_called = options
        .live(source)
        .is_some_and(|code| code.is(Live::Function));
    let refused = spent && !can_be_called;
    let aborted = is_aborted(options);
    if !refused && !aborted {
        supersede(container.as_ref(), given_window.as_ref());
    }

    let mut plan = plan(&setup, framed);
    plan.ours = framed || given_window.is_none();
    plan.ready = plan.ours;
    let slot = register(handle, plan, Rc::new(setup));
    if aborted {
        driver::feed(&slot, Input::Abort);
    } else if refused {
        driver::feed(&slot, Input::Refused(reasons::spent(source_name)));
    } else if framed {
        let window = Frame::make(&slot, container.unwrap_or_default());
        // The focus moves into a modal, and what the page does then may have
        // ended it.
        if slot.state() == State::Failed {
            slot.undo();
        } else if let Some(window) = window {
            opened(&slot, window);
        } else {
            driver::feed(&slot, Input::Refused(reasons::no_place()));
        }
    } else if let Some(window) = given_window {
        opened(&slot, window);
        popup::empty(&slot);
    } else {
        open_window(&slot, code.is_none());
    }
    code::provide(&slot, code);
    Ok(())
}

/// Follows a dialog that the page opened.
///
/// # Errors
/// `not_in_browser`, `invalid_options`.
pub fn attach(target: JsValue, given: JsValue, handle: Handle) -> Result<(), Error> {
    in_browser()?;
    let mut setup = prepare(given, Purpose::Attach)?;
    if let Some(url) = setup.options.take_text(Name::Url) {
        // The dialog has its code, and may quote it.
        if let Ok(address) = setup.way.address(&BrowserParser, &url) {
            address.hide_in(&mut setup.secrets);
        }
        wipe(url);
    }
    let window = dialog_window(&target).ok_or_else(reasons::no_window)?;
    let aborted = is_aborted(&setup.options);
    if !aborted {
        supersede(None, Some(&window));
    }
    // Also a frame's window by itself: it has a parent.
    let framed = get(&window, "parent") != window;
    let mut plan = plan(&setup, framed);
    plan.attached = true;
    let slot = register(handle, plan, Rc::new(setup));
    if window != target {
        let _ = slot.frame.set(Frame::of_page(target));
    }
    if aborted {
        driver::feed(&slot, Input::Abort);
    } else {
        opened(&slot, window);
    }
    Ok(())
}

/// The dialog of a stalled modal goes on in a window. Called from the click.
pub fn pop_out(slot: &Rc<Slot>) {
    let setup = &slot.setup;
    let mut plan = plan(setup, false);
    let Ok(window) = popup::open(&setup.options) else {
        if let Some(frame) = slot.frame.get() {
            frame.show("sayBlocked");
        }
        return;
    };
    if slot.state() != State::Open {
        // Firefox runs microtasks within `window.open`: one has ended it.
        return popup::close(&window);
    }
    plan.timeout = slot.session.borrow().time_left(platform::now());
    plan.ours = true;
    plan.ready = true;
    // Before the other ends: the focus leaves the modal, and what the page does
    // then must reach this one.
    let next = register(slot.handle.clone(), plan, setup.clone());
    driver::feed(slot, Input::HandedOver);
    show(&next, window, true);
    code::provide(&next, None);
}

fn in_browser() -> Result<(), Error> {
    if all().document.is_object() {
        Ok(())
    } else {
        Err(reasons::not_in_browser())
    }
}

/// Reads and checks what is asked for.
///
/// # Errors
/// `invalid_options`.
pub fn prepare(given: JsValue, purpose: Purpose) -> Result<Setup, Error> {
    let given = Value(given);
    if !given.is(Live::Object) {
        return Err(options::not_an_object());
    }
    let options = options::read(&given, purpose)?;
    let mut secrets = Secrets::default();
    if let Some(account) = options.text(Name::AccountId) {
        secrets.add(account);
    }
    let (way, origin) = options.way(&BrowserParser, purpose)?;
    Ok(Setup {
        given: given.0,
        extra_origins: options.extra_origins(&BrowserParser)?,
        options,
        way,
        origin,
        secrets,
    })
}

fn plan(setup: &Setup, framed: bool) -> Plan {
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
        focused: driver::has_focus(),
        source: setup.way.source().1,
        answers: options.text(Name::AccountId).is_some(),
        code_timeout: options.number(Name::CodeTimeout).unwrap_or(30_000.0),
        timeout: options.number(Name::Timeout),
        close_grace: options.number(Name::CloseGrace).unwrap_or(500.0),
        close_on_error: options.flag(Name::CloseOnError, true),
        stall_after: options.number(Name::FrameStallAfter).unwrap_or(15_000.0),
    }
}

/// A window belongs to at most one session, and so does an Element.
fn supersede(container: Option<&JsValue>, window: Option<&JsValue>) {
    for slot in &all().living() {
        let same_window = window.is_some() && slot.window.get() == window;
        let same_place = container.is_some_and(|container| {
            slot.frame
                .get()
                .is_some_and(|frame| frame.is_inside(container))
        });
        if same_window || same_place {
            driver::feed(slot, Input::Supersede);
        }
    }
}

fn register(handle: Handle, plan: Plan, setup: Rc<Setup>) -> Rc<Slot> {
    let all = all();
    let options = &setup.options;
    timers::listen();
    let id = all.last.get() + 1;
    all.last.set(id);
    handle.set_id(id);
    let scope = platform::scope();
    if let Some(signal) = options.live(Name::Signal) {
        scope.listen(&signal.0, "abort", token(id, ABORT));
    }
    let slot = Rc::new(Slot {
        id,
        session: Session::new(plan, setup.secrets.clone()).into(),
        handle,
        scope,
        origin: setup.origin.clone().map(OnceCell::from).unwrap_or_default(),
        setup,
        window: Default::default(),
        frame: Default::default(),
        url: Default::default(),
        cause: JsValue::UNDEFINED.into(),
        emptying: Default::default(),
    });
    all.slots.borrow_mut().push(slot.clone());
    slot
}

fn is_aborted(options: &Options<Value>) -> bool {
    options
        .live(Name::Signal)
        .is_some_and(|signal| get(&signal.0, "aborted") == true)
}

/// The window is known: from now on its messages are taken in.
fn opened(slot: &Rc<Slot>, window: JsValue) {
    platform::assign(&window, slot.id);
    let _ = slot.window.set(window);
    driver::feed(slot, Input::Opened);
}

fn open_window(slot: &Rc<Slot>, waits: bool) {
    match popup::open(&slot.setup.options) {
        Ok(window) => show(slot, window, waits),
        Err(error) => driver::feed(slot, Input::Refused(error)),
    }
}

/// Takes a window of ours, and writes into it when the code is not there yet.
fn show(slot: &Rc<Slot>, window: JsValue, waits: bool) {
    slot.scope.window(&window);
    if slot.state() == State::Failed {
        // As in `pop_out`.
        return slot.undo();
    }
    if waits {
        platform::waiting(&window, &slot.setup.given);
    }
    opened(slot, window);
}
