//! From options to a session that is open: the part that runs in the click.
//! Imports everything else of `dialogs`.

use std::cell::OnceCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, Window};

use super::attention::listen;
use super::code::{Caller, provide, spent};
use super::driver::{feed, feed_id};
use super::registry::{Dialog, Pending, Place, Registry, Setup, living, registry};
use crate::core::error::{Error, ErrorCode};
use crate::core::event::By;
use crate::core::fields::{Live, Slot};
use crate::core::options::{self, Options, Purpose, Source};
use crate::core::secrets::Secrets;
use crate::core::session::{Input, Plan, Session, State, Surface};
use crate::dom::facade::{Handle, Undo};
use crate::dom::frame::Frame;
use crate::dom::given::{BrowserParser, Given, as_element, is_signal, read};
use crate::dom::modal::{Report, Sign};
use crate::dom::page::{Page, is_that};
use crate::dom::popup::{Popup, window_of};

/// Opens a dialog. `used`: a code that is given as such was used before.
///
/// # Errors
/// `not_in_browser`, `invalid_options`.
pub fn open(given: JsValue, handle: Handle, used: bool) -> Result<(), Error> {
    let page = in_browser()?.page;
    let mut setup = prepare(given, Purpose::Open)?;
    let options = &mut setup.options;
    let (source, source_name) = setup.way.source();
    let code = options.take_text(source);
    let container = options.live(Slot::Display);
    let container: Option<Element> = container.map(|live| live.0.clone().unchecked_into());
    let framed = container.is_some() || options.text(Slot::Display) == Some("modal");
    // A frame takes no window, so it ends no dialog in one.
    let window = options.live(Slot::PopupWindow).filter(|_| !framed);
    let window: Option<Window> = window.map(|live| live.0.clone().unchecked_into());
    let can_be_called = options
        .live(source)
        .is_some_and(|code| code.is(Live::Function));
    let refused = used && !can_be_called;
    let aborted = is_aborted(options);
    if !refused && !aborted {
        supersede(window.as_ref(), container.as_ref());
    }

    let mut plan = plan(page, &setup, framed);
    plan.ours = framed || window.is_none();
    plan.ready = plan.ours;
    let undo = handle.undo();
    let dialog = register(handle, undo, plan, Rc::new(setup));
    if aborted {
        feed(&dialog, Input::Abort);
    } else if refused {
        feed(&dialog, Input::Refused(spent(source_name)));
    } else if framed {
        open_frame(page, &dialog, container.as_ref());
    } else if let Some(window) = window {
        opened(&dialog, Place::Window(Popup::of(window)));
        if let Some(popup) = dialog.popup() {
            popup.empty();
        }
        // The timer knows now that it is being emptied.
        feed(&dialog, Input::Tick);
    } else {
        match Popup::open(page, &dialog.setup.options, &dialog.undo, is_taken) {
            Ok(popup) => show(&dialog, popup, code.is_none()),
            Err(error) => feed(&dialog, Input::Refused(error)),
        }
    }
    provide(&dialog, code, Caller::Page);
    Ok(())
}

/// Follows a dialog that the page opened.
///
/// # Errors
/// `not_in_browser`, `invalid_options`.
pub fn attach(target: &JsValue, given: JsValue, handle: Handle) -> Result<(), Error> {
    let page = in_browser()?.page;
    let mut setup = prepare(given, Purpose::Attach)?;
    if let Some(url) = setup.options.take_text(Slot::Url) {
        // The dialog has its code, and may quote it.
        if let Ok(address) = setup.way.address(&BrowserParser, &url) {
            setup.secrets.add(&address.code);
        }
    }
    let iframe = as_element(target);
    let content = iframe.map(|iframe| read(iframe, "contentWindow"));
    let window = window_of(page, content.as_ref().unwrap_or(target)).ok_or_else(no_window)?;
    let aborted = is_aborted(&setup.options);
    if !aborted {
        supersede(Some(&window), None);
    }
    // Also a frame's window by itself: it has a parent.
    let framed = !is_that(window.parent().ok().flatten().as_ref(), &window);
    let mut plan = plan(page, &setup, framed);
    plan.attached = true;
    let undo = handle.undo();
    let dialog = register(handle, undo, plan, Rc::new(setup));
    if aborted {
        feed(&dialog, Input::Abort);
    } else {
        opened(
            &dialog,
            match iframe {
                Some(iframe) => Place::Frame(Frame::of_page(iframe.unchecked_ref(), window)),
                None => Place::Window(Popup::of(window)),
            },
        );
    }
    Ok(())
}

fn in_browser() -> Result<&'static Registry, Error> {
    living().ok_or_else(|| {
        Error::new(
            ErrorCode::NotInBrowser,
            "There is no document here: a dialog can only be opened in a web page. On a server use \
             `authDialogUrl`.",
        )
    })
}

/// Reads and checks what is asked for.
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

fn plan(page: &Page, setup: &Setup, framed: bool) -> Plan {
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
fn supersede(window: Option<&Window>, container: Option<&Element>) {
    for dialog in &registry().living() {
        if dialog.is_shown_in(window, container) {
            feed(dialog, Input::Supersede);
        }
    }
}

fn register(handle: Handle, undo: Undo, plan: Plan, setup: Rc<Setup>) -> Rc<Dialog> {
    let registry = registry();
    listen();
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

/// Follows `signal`. One of the page's own making is looked at instead: it may
/// throw when somebody listens to it.
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

/// Whether a window is a dialog's, also that of one which has settled: what it
/// is still to undo would close it.
fn is_taken(window: &JsValue) -> bool {
    registry().owner(window).is_some()
}

fn is_aborted(options: &Options<Given>) -> bool {
    options
        .live(Slot::Signal)
        .is_some_and(|signal| read(&signal.0, "aborted") == true)
}

/// The window is known: from now on its messages are taken in.
fn opened(dialog: &Rc<Dialog>, place: Place) {
    let _ = dialog.place.set(place);
    feed(dialog, Input::Opened);
}

fn open_frame(page: &Page, dialog: &Rc<Dialog>, container: Option<&Element>) {
    let report = Report {
        id: dialog.id,
        tell: signed,
    };
    let frame = Frame::make(
        page,
        &dialog.setup.options,
        container,
        &dialog.handle,
        &dialog.undo,
        report,
    );
    // The focus moves into a modal, and what the page does then may have ended
    // it.
    if dialog.state() == State::Failed {
        if let Some(frame) = frame {
            frame.hide();
        }
        dialog.undo();
    } else if let Some(frame) = frame {
        opened(dialog, Place::Frame(frame));
    } else {
        feed(dialog, Input::Refused(no_place()));
    }
}

/// Takes a window of ours, and writes into it when the code is not there yet.
fn show(dialog: &Rc<Dialog>, popup: Popup, waits: bool) {
    if dialog.state() == State::Failed {
        // Firefox runs microtasks within `window.open`: one has ended it.
        return dialog.undo();
    }
    if waits {
        popup.show_waiting(&dialog.setup.options);
    }
    opened(dialog, Place::Window(popup));
}

/// Something happened in a frame of ours.
fn signed(id: u32, sign: Sign) {
    let Some(dialog) = registry().dialog(id) else {
        return;
    };
    match sign {
        // Whether it is the dialog cannot be known.
        Sign::Loaded if dialog.state() == State::Open => {
            if let Some(modal) = dialog.frame().and_then(Frame::modal) {
                modal.show_loaded();
            }
        }
        Sign::Loaded => {}
        Sign::Closed => feed(&dialog, Input::Close(By::User)),
        Sign::PopOut => pop_out(&dialog),
    }
}

/// The dialog of a stalled modal goes on in a window. Called from the click.
fn pop_out(dialog: &Rc<Dialog>) {
    let page = registry().page;
    let setup = &dialog.setup;
    let mut plan = plan(page, setup, false);
    let undo = dialog.handle.undo();
    let Ok(popup) = Popup::open(page, &setup.options, &undo, is_taken) else {
        if let Some(modal) = dialog.frame().and_then(Frame::modal) {
            modal.say_blocked();
        }
        return;
    };
    if dialog.state() != State::Open {
        // As in `show`.
        return undo.undo_all();
    }
    plan.timeout = dialog.session.borrow().time_left(page.now());
    plan.ours = true;
    plan.ready = true;
    // Before the other ends: the focus leaves the modal, and what the page does
    // then must reach this one.
    let next = register(dialog.handle.clone(), undo, plan, setup.clone());
    feed(dialog, Input::HandedOver);
    show(&next, popup, true);
    provide(&next, None, Caller::Listener);
}

/// Puts the focus where the dialog is.
pub fn focus(dialog: &Dialog) {
    match dialog.place.get() {
        Some(Place::Frame(frame)) => frame.focus(),
        Some(Place::Window(popup)) => popup.focus(),
        None => {}
    }
}

fn no_window() -> Error {
    Error::new(
        ErrorCode::InvalidOptions,
        "The first argument of `attachAuthDialog` must be another window that is open (`null` means \
         that the popup was blocked), or an iframe that is in this page's document.",
    )
}

fn no_place() -> Error {
    Error::new(
        ErrorCode::FrameBlocked,
        "The frame could not be put into the page: open the dialog when the page's body is there. A \
         modal needs a browser with `<dialog>` and constructable style sheets; use a popup in others.",
    )
}
