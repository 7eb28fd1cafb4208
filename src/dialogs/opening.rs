//! From options to an open session: the part that runs in the click. Imports
//! `attention`, `code`, `driver`, `registry` and `setup`.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Window};

use super::attention::listen;
use super::code::{Caller, provide, spent};
use super::driver::feed;
use super::registry::{Dialog, Place, registry};
use super::setup::{in_browser, is_aborted, plan, prepare, register, supersede};
use crate::core::error::{Error, ErrorCode};
use crate::core::event::By;
use crate::core::fields::Slot;
use crate::core::options::Purpose;
use crate::core::session::{Input, State};
use crate::dom::facade::Handle;
use crate::dom::frame::Frame;
use crate::dom::given::{BrowserParser, as_element, read};
use crate::dom::page::{Page, is_that};
use crate::dom::popup::{Popup, window_of};
use crate::dom::sign::{Report, Sign};
use crate::dom::waiting::show_waiting;

/// Opens a dialog. `used`: a code that was passed as a string or promise was
/// already used.
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
    // A frame does not use `popup.window`, so it ends no dialog in that window.
    let window = options.live(Slot::PopupWindow).filter(|_| !framed);
    let window: Option<Window> = window.map(|live| live.0.clone().unchecked_into());
    let refused = used && !options.is_function(source);
    if !refused && !is_aborted(options) {
        supersede(window.as_ref(), container.as_ref());
    }

    let mut plan = plan(page, &setup, framed);
    plan.ours = framed || window.is_none();
    plan.ready = plan.ours;
    let undo = handle.undo();
    let dialog = register(handle, undo, plan, Rc::new(setup));
    // The signal is followed from here on. The page may have aborted it since
    // the check above, in reaction to what was superseded.
    if is_aborted(&dialog.setup.options) {
        // As `prepare()` has it, so that this has run before the first click.
        listen();
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
        // Sets the timer again, now that the window is being emptied.
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

/// Follows a dialog that the page opened itself.
///
/// # Errors
/// `not_in_browser`, `invalid_options`.
pub fn attach(target: &JsValue, given: JsValue, handle: Handle) -> Result<(), Error> {
    let page = in_browser()?.page;
    let mut setup = prepare(given, Purpose::Attach)?;
    if let Some(url) = setup.options.take_text(Slot::Url) {
        // The dialog already has its code, and may quote it.
        if let Ok(address) = setup.way.address(&BrowserParser, &url) {
            setup.secrets.add(&address.code);
        }
    }
    let iframe = as_element(target);
    let content = iframe.map(|iframe| read(iframe, "contentWindow"));
    let window = window_of(page, content.as_ref().unwrap_or(target)).ok_or_else(no_window)?;
    if !is_aborted(&setup.options) {
        supersede(Some(&window), None);
    }
    // Also a frame's window that was passed directly: it has a parent.
    let framed = !is_that(window.parent().ok().flatten().as_ref(), &window);
    let mut plan = plan(page, &setup, framed);
    plan.attached = true;
    let undo = handle.undo();
    let dialog = register(handle, undo, plan, Rc::new(setup));
    if is_aborted(&dialog.setup.options) {
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

/// Whether a window belongs to a dialog, including one that has settled: its
/// undo list would close the window.
fn is_taken(window: &JsValue) -> bool {
    registry().owner(window).is_some()
}

/// The window is known: from now on its messages are taken in. Not listened to
/// before: it takes Chromium a call of another process, and a click must not
/// wait for that until its window opens.
fn opened(dialog: &Rc<Dialog>, place: Place) {
    listen();
    let _ = dialog.place.set(place);
    feed(dialog, Input::Opened);
}

fn open_frame(page: &'static Page, dialog: &Rc<Dialog>, container: Option<&Element>) {
    let report = Report {
        id: dialog.id,
        tell: signed,
    };
    let _ = dialog.undo.hears_reports(&registry().reports);
    let frame = Frame::make(
        page,
        &dialog.setup.options,
        container,
        &dialog.handle,
        &dialog.undo,
        report,
    );
    // The focus moves into the modal, and the page's reaction may have ended
    // the dialog.
    if dialog.state() == State::Failed {
        if let Some(frame) = frame {
            frame.hide();
        }
        dialog.undo();
    } else if let Some(frame) = frame {
        if container.is_some() {
            show_waiting(frame.window(), &dialog.handle);
        }
        opened(dialog, Place::Frame(frame));
    } else {
        feed(dialog, Input::Refused(no_place()));
    }
}

/// Takes our window, and shows the waiting state if the code has not arrived
/// yet.
fn show(dialog: &Rc<Dialog>, popup: Popup, waits: bool) {
    if dialog.state() == State::Failed {
        // Firefox runs microtasks during `window.open`: one of them has ended
        // the dialog.
        return dialog.undo();
    }
    if waits {
        show_waiting(popup.window(), &dialog.handle);
    }
    opened(dialog, Place::Window(popup));
}

/// Something happened in one of our frames.
fn signed(id: u32, sign: Sign) {
    let Some(dialog) = registry().dialog(id) else {
        return;
    };
    match sign {
        // It is impossible to know whether this is the dialog.
        Sign::Loaded if dialog.state() == State::Open => {
            if let Some(modal) = dialog.frame().and_then(Frame::modal) {
                modal.show_loaded();
            }
        }
        // Firefox loads the blank page only now, and replaces what was in the
        // frame.
        Sign::Loaded => {
            if let Some(frame) = dialog.frame().filter(|frame| frame.modal().is_none()) {
                show_waiting(frame.window(), &dialog.handle);
            }
        }
        Sign::Closed => feed(&dialog, Input::Close(By::User)),
        Sign::PopOut if dialog.state() == State::Open => pop_out(&dialog),
        Sign::PopOut => {}
    }
}

/// Continues the dialog of a stalled modal in a window. Called in the click.
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
    // Before the borrow: a page may wrap this, and call in.
    let now = page.now();
    plan.timeout = dialog.session.borrow().time_left(now);
    plan.ours = true;
    // Before the other one ends: the focus leaves the modal, and the page's
    // reaction must reach this one.
    let next = register(dialog.handle.clone(), undo, plan, setup.clone());
    feed(dialog, Input::HandedOver);
    show(&next, popup, true);
    provide(&next, None, Caller::Listener);
}

/// Moves the focus to the dialog.
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
        "The first argument of `attachAuthDialog` must be another open window, or an iframe in this \
         document. `null` means that the popup was blocked.",
    )
}

fn no_place() -> Error {
    Error::new(
        ErrorCode::FrameBlocked,
        "The frame could not be added to the page: open the dialog once the page has a body. A modal \
         needs `<dialog>` and constructable style sheets: use a popup in older browsers.",
    )
}
