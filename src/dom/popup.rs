//! A window: opening, emptying, navigating, closing. Imports the page, `given`,
//! `leaving` and the facade's undo list.
//!
//! Always `_blank`, never a name that another window could use; never
//! `noopener`, or the dialog could not send messages.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::Window;

use super::facade::Undo;
use super::given::{Given, as_another_window, as_own_window, as_window, is_open, read};
use super::leaving::leaving;
use super::page::{Page, is_same};
use crate::core::error::{Error, ErrorCode};
use crate::core::fields::Slot;
use crate::core::message::AccountId;
use crate::core::options::Options;
use crate::core::placement::{Area, features, place, zoomed};

const WIDTH: f64 = 500.0;
const HEIGHT: f64 = 700.0;

/// A window that shows a dialog.
#[derive(Debug)]
pub struct Popup {
    window: Window,
    /// A given window that is being emptied: the document that was in it.
    emptying: RefCell<Option<JsValue>>,
}

impl Popup {
    /// Opens an empty window. `is_taken`: whether a window belongs to another
    /// dialog.
    ///
    /// # Errors
    /// `popup_blocked`.
    pub fn open(
        page: &Page,
        options: &Options<Given>,
        undo: &Undo,
        is_taken: impl Fn(&JsValue) -> bool,
    ) -> Result<Self, Error> {
        let width = options.number(Slot::PopupWidth, WIDTH);
        let height = options.number(Slot::PopupHeight, HEIGHT);
        let centred = |width, height| place(width, height, outside(&page.window), screen(page));
        let features = features(centred(width, height));
        // No URL means an empty window. It calls the page's own `open`, because
        // a page may watch or wrap it.
        let opened = page
            .window
            .open_with_url_and_target_and_features("", "_blank", &features);
        let opened = opened.ok().flatten().map(JsValue::from);
        let window = accept(page, opened.unwrap_or_default(), is_taken)?;
        undo.closes(&window);
        // Chromium does not use the pixels of the new page, which the browser's
        // zoom enlarges.
        let outer = outside(&window);
        let inner = (
            number(&window, "innerWidth"),
            number(&window, "innerHeight"),
        );
        if let Some(size) = zoomed((width, height), (outer.width, outer.height), inner) {
            let area = centred(size.0, size.1);
            let _ = window.resize_to(area.width as i32, area.height as i32);
            let _ = window.move_to(area.left as i32, area.top as i32);
        }
        Ok(Self::of(window))
    }

    /// A window that was opened elsewhere.
    pub fn of(window: Window) -> Self {
        Self {
            window,
            emptying: RefCell::default(),
        }
    }

    /// The window.
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// Whether it does not report that it is open.
    pub fn is_closed(&self) -> bool {
        !is_open(&self.window)
    }

    /// Sends it to `url`, replacing its history entry, so that going back does
    /// not reveal the code.
    pub fn navigate(&self, url: &str) {
        // A location of another origin cannot be read, but this may be called.
        let _ = self.window.location().replace(url);
    }

    /// Closes it. A window that was cut off stays open, without an error.
    pub fn close(&self) {
        let _ = self.window.close();
    }

    /// Brings it to the front.
    pub fn focus(&self) {
        let _ = self.window.focus();
    }

    /// Starts to empty a given window. It is navigated to the dialog only after
    /// its old page is gone, so that messages of the old page cannot be
    /// mistaken for the dialog's.
    pub fn empty(&self) {
        // `null` if it is of another origin.
        self.emptying.replace(Some(read(&self.window, "document")));
        self.navigate("about:blank");
    }

    /// Whether it is being emptied.
    pub fn is_emptying(&self) -> bool {
        self.emptying.borrow().is_some()
    }

    /// Whether a given window that was being emptied is empty now. Then it is
    /// no longer being emptied.
    pub fn finish_emptying(&self) -> bool {
        let Some(old) = self.emptying.borrow().clone() else {
            return false;
        };
        let document = read(&self.window, "document");
        let emptied =
            document.is_object() && document != old && read(&document, "URL") == "about:blank";
        if emptied {
            self.emptying.take();
        }
        emptied
    }
}

/// Accepts what `window.open` returned only if it is our own new window,
/// because it will be written into, sent to the dialog, and closed. A refused
/// window is closed if no other dialog uses it.
fn accept(
    page: &Page,
    opened: JsValue,
    is_taken: impl Fn(&JsValue) -> bool,
) -> Result<Window, Error> {
    if !opened.is_object() {
        return Err(no_handle(page));
    }
    // Some blockers return such an object.
    if read(&opened, "closed") == true {
        return Err(blocked(usual_block(page)));
    }
    if is_taken(&opened) {
        return Err(blocked(NOT_OURS));
    }
    if let Some(window) = as_own_window(&opened) {
        return Ok(window.clone());
    }
    if let Some(window) = as_another_window(&opened) {
        let _ = window.close();
    }
    Err(blocked(NOT_OURS))
}

const NOT_OURS: &str = "`window.open` returned no new window: a script or an extension has replaced \
     it. It must return the window itself, a new one for each call, with its `opener`.";

/// `window.open` returned nothing: the usual block, or a window without a
/// handle.
fn no_handle(page: &Page) -> Error {
    blocked(
        &[
            usual_block(page),
            " If a window opened, this page has no handle to it: a script or an extension adds \
             `noopener`, or this page is in an `<iframe credentialless>`.",
        ]
        .concat(),
    )
}

fn usual_block(page: &Page) -> &'static str {
    if page.is_top() {
        "The browser blocked the popup. Call `openAuthDialog` in a click handler, before any \
         `await`, once per click, and ask the user to allow popups."
    } else {
        "The browser blocked the popup. Call `openAuthDialog` in a click handler, before any \
         `await`. This page is in a frame: its sandbox needs `allow-popups` and \
         `allow-popups-to-escape-sandbox`, and the top page must not send \
         `Cross-Origin-Opener-Policy: same-origin`."
    }
}

fn blocked(message: &str) -> Error {
    Error::new(ErrorCode::PopupBlocked, message)
}

/// Answers a dialog's request for the account id, to exactly this origin.
pub fn answer(window: &Window, account: &str, origin: &str) {
    let answer = leaving(&AccountId { data: account });
    let _ = window.post_message(&answer, origin);
}

/// `target` as a window, if it is one that is open, and not the page itself.
pub fn window_of(page: &Page, target: &JsValue) -> Option<Window> {
    as_window(target)
        .filter(|window| is_open(window) && !is_same(window, &page.window))
        .cloned()
}

/// A window with its bars and borders. A page can replace these numbers with
/// anything.
fn outside(window: &Window) -> Area {
    area(window, ["screenX", "screenY", "outerWidth", "outerHeight"])
}

fn screen(page: &Page) -> Area {
    area(
        &read(&page.window, "screen"),
        ["availLeft", "availTop", "availWidth", "availHeight"],
    )
}

fn area(of: &JsValue, names: [&str; 4]) -> Area {
    let [left, top, width, height] = names.map(|name| number(of, name));
    Area {
        left,
        top,
        width,
        height,
    }
}

fn number(of: &JsValue, name: &str) -> f64 {
    read(of, name).as_f64().unwrap_or(f64::NAN)
}
