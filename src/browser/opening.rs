//! From options to a session that is open: the part that runs in the click.
//! Imports the adapters.

use std::rc::Rc;

use js_sys::{Function, JsString};
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

use super::door::{token, Call};
use super::frame::Frame;
use super::platform::Handle;
use super::registry::{self, Place, Slot};
use super::value::{BrowserParser, Value};
use super::{driver, popup, timers};
use crate::core::error::{Error, ErrorCode};
use crate::core::fields::{Live, Slot as Name};
use crate::core::options::{self, usable_code, Options, Purpose, Source};
use crate::core::secrets::{wipe, Secrets, MAX_READ};
use crate::core::session::{Input, Plan, Session, State, Surface};

/// Opens a dialog. `spent`: a code that is given as such was used before.
///
/// # Errors
/// `not_in_browser`, `invalid_options`.
pub fn open(given: JsValue, handle: Handle, spent: bool) -> Result<(), Error> {
    in_browser()?;
    let mut options = read(given, Purpose::Open)?;
    let origins = options.origins(&BrowserParser)?;
    let request = options.request(origins.first().cloned().unwrap_or_default())?;
    let code = options.take_text(Name::AuthorizationCode);
    let can_be_called = options
        .live(Name::AuthorizationCode)
        .is_some_and(|code| code.is(Live::Function));
    let container = options.live(Name::Display).cloned();
    let given_window = options.live(Name::PopupWindow).cloned();
    let in_window = container.is_none() && options.text(Name::Display) != Some("modal");
    supersede(container.as_ref(), given_window.as_ref());

    let mut plan = plan(
        &options,
        if in_window {
            Surface::Window
        } else {
            Surface::Frame
        },
    );
    plan.target = Some(request.target.clone());
    plan.ready = !(in_window && given_window.is_some());
    plan.ours = plan.ready;
    let id = register(handle, plan, options, origins, Place::Window);
    registry::with(|all| {
        all.slot(id)
            .map(|slot| slot.request = Some(Rc::new(request)))
    });

    if is_aborted(id) {
        driver::feed(id, Input::Abort);
    } else if spent && !can_be_called {
        driver::feed(id, Input::Refused(spent_code()));
    } else if in_window {
        open_window(id, given_window, code.is_none());
        provide_code(id, code);
    } else {
        open_frame(id, container);
        provide_code(id, code);
    }
    Ok(())
}

/// Follows a dialog that the page opened.
///
/// # Errors
/// `not_in_browser`, `invalid_options`.
pub fn attach(target: JsValue, given: JsValue, handle: Handle) -> Result<(), Error> {
    in_browser()?;
    let options = read(given, Purpose::Attach)?;
    let origins = options.origins(&BrowserParser)?;
    let target = Value(target);
    let Some(window) = target.dialog_window() else {
        return Err(Error::new(
            ErrorCode::InvalidOptions,
            "The first argument of `attachAuthDialog` must be an open window or an iframe that is \
             in the document.",
        ));
    };
    let own = registry::with(|all| window.0 == *AsRef::<JsValue>::as_ref(&all.page));
    if own != Some(false) {
        return Err(Error::new(
            ErrorCode::InvalidOptions,
            "The first argument of `attachAuthDialog` is this page's own window: give the one that \
             the dialog is in.",
        ));
    }
    supersede(None, Some(&window));
    let is_frame = window.0 != target.0;
    let (surface, place) = if is_frame {
        (Surface::Frame, Place::PageFrame(target))
    } else {
        (Surface::Window, Place::Window)
    };
    let mut plan = plan(&options, surface);
    plan.attached = true;
    let id = register(handle, plan, options, origins, place);
    if is_aborted(id) {
        driver::feed(id, Input::Abort);
    } else {
        opened(id, window);
    }
    Ok(())
}

/// The dialog of a stalled modal goes on in a window. Called from the click.
pub fn pop_out(id: u32) {
    let Some(Some((page, handle, options, request, origins, plan))) = registry::with(|all| {
        let page = all.page.clone();
        let slot = all.slot(id)?;
        let mut plan = plan(&slot.options, Surface::Window);
        plan.target = slot.request.as_ref().map(|request| request.target.clone());
        plan.ours = true;
        plan.ready = true;
        Some((
            page,
            slot.handle.clone(),
            slot.options.clone(),
            slot.request.clone(),
            slot.origins.clone(),
            plan,
        ))
    }) else {
        return;
    };
    let Some(window) = popup::open(&page, &options) else {
        if let Some(Some(Place::Frame(frame))) =
            registry::with(|all| Some(all.slot(id)?.place.clone()))
        {
            frame.say_blocked(&options);
        }
        return;
    };
    driver::feed(id, Input::HandedOver);
    let next = register_shared(handle, plan, options, origins, Place::Window);
    registry::with(|all| all.slot(next).map(|slot| slot.request = request));
    registry::with(|all| all.slot(next).map(|slot| slot.scope.window(&window.0)));
    opened(next, window);
    wait_in_window(next);
    provide_code(next, None);
}

fn in_browser() -> Result<(), Error> {
    registry::with(|_| ()).ok_or_else(|| {
        Error::new(
            ErrorCode::NotInBrowser,
            "There is no document here: a dialog can only be opened in a web page. On a server use \
             `authDialogUrl`.",
        )
    })
}

/// Reads an options object.
///
/// # Errors
/// `invalid_options`.
pub fn read(given: JsValue, purpose: Purpose) -> Result<Options<Value>, Error> {
    let given = Value(given);
    if !given.is(Live::Object) {
        return Err(options::not_an_object());
    }
    options::read(&given, purpose)
}

fn plan(options: &Options<Value>, surface: Surface) -> Plan {
    Plan {
        surface,
        attached: false,
        ours: false,
        ready: true,
        target: None,
        answers: options.text(Name::AccountId).is_some(),
        code_timeout: options.number(Name::CodeTimeout).unwrap_or(30_000.0),
        timeout: options.number(Name::Timeout),
        close_grace: options.number(Name::CloseGrace).unwrap_or(500.0),
        close_on_error: options.flag(Name::CloseOnError, true),
        stall_after: options.number(Name::FrameStallAfter).unwrap_or(15_000.0),
    }
}

/// A window belongs to at most one session, and so does an Element.
fn supersede(container: Option<&Value>, window: Option<&Value>) {
    let older = registry::with(|all| {
        let by_window = window.and_then(|window| all.owner(&window.0));
        by_window.or_else(|| {
            let container = container?;
            all.slots.iter().find_map(|slot| match &slot.place {
                Place::Frame(frame) => frame.is_inside(container).then_some(slot.id),
                _ => None,
            })
        })
    });
    if let Some(Some(id)) = older {
        driver::feed(id, Input::Supersede);
    }
}

fn register(
    handle: Handle,
    plan: Plan,
    options: Options<Value>,
    origins: Vec<String>,
    place: Place,
) -> u32 {
    register_shared(handle, plan, Rc::new(options), origins, place)
}

fn register_shared(
    handle: Handle,
    plan: Plan,
    options: Rc<Options<Value>>,
    origins: Vec<String>,
    place: Place,
) -> u32 {
    let mut secrets = Secrets::default();
    if let Some(account) = options.text(Name::AccountId) {
        secrets.add(account);
    }
    registry::with(|all| {
        if all.slots.is_empty() {
            timers::listen(all);
        }
        all.last += 1;
        let id = all.last;
        handle.set_id(id);
        let scope = all.platform.scope();
        if let Some(signal) = options.live(Name::Signal) {
            scope.listen(&signal.0, "abort", token(id, Call::Abort));
        }
        all.slots.push(Slot {
            id,
            session: Session::new(plan, secrets),
            handle,
            scope,
            options,
            request: None,
            origins,
            window: Value(JsValue::UNDEFINED),
            place,
            url: None,
            cause: JsValue::UNDEFINED,
            emptying: None,
            pressed_beside: false,
        });
        id
    })
    .unwrap_or_default()
}

fn is_aborted(id: u32) -> bool {
    registry::with(|all| {
        let slot = all.slot(id)?;
        let signal = slot.options.live(Name::Signal)?;
        Some(signal.property("aborted") == JsValue::TRUE)
    })
    .flatten()
    .unwrap_or(false)
}

/// The window is known: from now on its messages are taken in.
fn opened(id: u32, window: Value) {
    registry::with(|all| {
        all.owners.set(&window.0, &JsValue::from_f64(f64::from(id)));
        if let Some(slot) = all.slot(id) {
            slot.window = window;
        }
    });
    driver::feed(id, Input::Opened);
}

fn open_window(id: u32, given: Option<Value>, waits: bool) {
    if let Some(window) = given {
        let old = popup::empty(&window);
        registry::with(|all| all.slot(id).map(|slot| slot.emptying = Some(old)));
        opened(id, window);
        return;
    }
    let window = registry::with(|all| {
        let page = all.page.clone();
        let slot = all.slot(id)?;
        Some((page, slot.options.clone(), slot.scope.clone()))
    })
    .flatten()
    .and_then(|(page, options, scope)| {
        let window = popup::open(&page, &options)?;
        scope.window(&window.0);
        Some(window)
    });
    match window {
        Some(window) => {
            opened(id, window);
            if waits {
                wait_in_window(id);
            }
        }
        None => driver::feed(id, Input::Refused(blocked())),
    }
}

fn wait_in_window(id: u32) {
    let shown = registry::with(|all| {
        let slot = all.slot(id)?;
        Some((slot.window.clone(), slot.options.clone()))
    });
    if let Some(Some((window, options))) = shown {
        popup::show_waiting(
            &window,
            options
                .text(Name::LabelTitle)
                .unwrap_or(super::modal::TITLE),
            options.text(Name::LabelWaiting).unwrap_or("One moment…"),
        );
    }
}

fn open_frame(id: u32, container: Option<Value>) {
    let made = registry::with(|all| {
        let platform = all.platform.clone();
        let page = all.page.clone();
        let slot = all.slot(id)?;
        Some((
            platform,
            page.document()?,
            slot.options.clone(),
            slot.scope.clone(),
            slot.origins.first()?.clone(),
        ))
    })
    .flatten()
    .and_then(|(platform, document, options, scope, origin)| {
        Frame::make(
            id, &platform, &document, &options, &scope, &origin, container,
        )
    });
    match made {
        Some((frame, window)) => {
            registry::with(|all| all.slot(id).map(|slot| slot.place = Place::Frame(frame)));
            opened(id, window);
        }
        None => driver::feed(
            id,
            Input::Refused(Error::new(
                ErrorCode::FrameBlocked,
                "The page has no body yet, or the Element lets no iframe be put in: open the dialog \
                 after the page has loaded.",
            )),
        ),
    }
}

/// Brings the code: a string at once, anything else when it settles. Not
/// called for a dialog that is over already: a code serves once.
fn provide_code(id: u32, code: Option<String>) {
    let waiting = registry::with(|all| {
        let slot = all.slot(id)?;
        (slot.session.state() == State::Opening).then(|| slot.options.clone())
    });
    let Some(Some(options)) = waiting else {
        if let Some(code) = code {
            wipe(code);
        }
        return;
    };
    if let Some(code) = code {
        take_code(id, code);
        return;
    }
    let Some(source) = options.live(Name::AuthorizationCode) else {
        return;
    };
    let value = match source.0.dyn_ref::<Function>() {
        None => source.0.clone(),
        Some(function) => match function.call0(&JsValue::UNDEFINED) {
            Ok(value) => value,
            Err(reason) => {
                code_failed(id, reason);
                return;
            }
        },
    };
    if value.is_string() {
        code_settled(id, value);
    } else if let Some(platform) = registry::with(|all| all.platform.clone()) {
        platform.settle(&value, token(id, Call::Code));
    }
}

/// `authorizationCode` has settled.
pub fn code_settled(id: u32, value: JsValue) {
    match value.dyn_ref::<JsString>() {
        Some(text) if text.length() <= MAX_READ => take_code(id, String::from(text)),
        _ => no_code(id),
    }
}

fn take_code(id: u32, code: String) {
    let Some(usable) = usable_code(&code).map(str::to_owned) else {
        no_code(id);
        return;
    };
    wipe(code);
    registry::with(|all| {
        let slot = all.slot(id)?;
        if slot.session.state() == State::Opening {
            slot.url = slot.request.as_ref().map(|request| request.url(&usable));
        }
        Some(())
    });
    driver::feed(id, Input::Code(usable));
}

fn no_code(id: u32) {
    driver::feed(
        id,
        Input::CodeFailed(Error::new(
            ErrorCode::CodeFailed,
            "`authorizationCode` gave no usable code: it must become a string of at most 4,096 \
             characters that is not blank. Check what your back end answers.",
        )),
    );
}

/// `authorizationCode` threw or rejected.
pub fn code_failed(id: u32, reason: JsValue) {
    registry::with(|all| all.slot(id).map(|slot| slot.cause = reason));
    driver::feed(
        id,
        Input::CodeFailed(Error::new(
            ErrorCode::CodeFailed,
            "`authorizationCode` failed; `cause` says why. Check the request that fetches the code.",
        )),
    );
}

fn spent_code() -> Error {
    Error::new(
        ErrorCode::CodeFailed,
        "This authorization code was used before, and a code serves once. Give `authorizationCode` \
         as a function that fetches a new one.",
    )
}

fn blocked() -> Error {
    let framed = registry::with(|all| {
        let page = Value(all.page.clone().into());
        page.property("top") != page.property("self")
    });
    Error::new(
        ErrorCode::PopupBlocked,
        if framed == Some(true) {
            "The browser did not open the window. Call `openAuthDialog` in the handler of a click, \
             before any `await`. This page is in a frame: its sandbox needs `allow-popups`, and the \
             top page must not send `Cross-Origin-Opener-Policy: same-origin`."
        } else {
            "The browser did not open the window. Call `openAuthDialog` in the handler of a click, \
             before any `await`, and ask the user to allow popups."
        },
    )
}
