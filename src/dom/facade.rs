//! What the JavaScript facade (`pkg/`) provides to the module: the only types
//! that come from there. Imports the session's state.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlIFrameElement, Window};

use crate::core::session::State;

#[wasm_bindgen]
extern "C" {
    /// `pkg/dialog.js`: the inner side of one `AuthDialog`. It never runs the
    /// page's code before a microtask.
    #[derive(Clone, Debug)]
    pub type Handle;

    /// From now on, the session of this number serves it.
    #[wasm_bindgen(method)]
    pub fn serve(this: &Handle, id: u32);

    #[wasm_bindgen(method, js_name = turn)]
    fn turn_to(this: &Handle, state: &str);

    /// The dialog has been navigated: a code that was passed as a string or
    /// promise is used up.
    #[wasm_bindgen(method)]
    pub fn spend(this: &Handle);

    #[wasm_bindgen(method)]
    pub(super) fn emit(this: &Handle, event: &JsValue);

    #[wasm_bindgen(method)]
    pub(super) fn finish(this: &Handle, result: &JsValue);

    #[wasm_bindgen(method)]
    pub(super) fn fail(this: &Handle, error: &JsValue, cause: &JsValue, settles: bool);

    /// The text of a URL object, which may come from another realm, or any
    /// other value unchanged.
    #[wasm_bindgen(method)]
    pub fn href(this: &Handle, value: &JsValue) -> JsValue;

    /// A new undo list.
    #[wasm_bindgen(method)]
    pub fn undo(this: &Handle) -> Undo;

    /// Builds a modal around `iframe`, with the page's labels, outside the
    /// document. `again`: the code can be fetched again, to open a window.
    #[wasm_bindgen(method, catch)]
    pub fn modal(this: &Handle, iframe: &HtmlIFrameElement, again: bool) -> Result<View, JsValue>;

    /// Shows the waiting state, with the page's labels, in a blank document
    /// (`pkg/waiting.js`).
    #[wasm_bindgen(method, catch)]
    pub fn waiting(this: &Handle, blank: &JsValue) -> Result<(), JsValue>;

    /// An object without a class.
    pub type Plain;

    /// Sets a property.
    #[wasm_bindgen(method, indexing_setter)]
    pub fn set(this: &Plain, name: &str, value: JsValue);

    /// `pkg/undo.js`: what was added to the page, so that the facade can remove
    /// it when the module no longer can.
    #[derive(Clone, Debug)]
    pub type Undo;

    /// Closes the window, when undone.
    #[wasm_bindgen(method)]
    pub fn closes(this: &Undo, window: &Window);

    /// Removes the element, when undone.
    #[wasm_bindgen(method)]
    pub fn removes(this: &Undo, element: &Element);

    /// Keeps the page behind the modal of this host from scrolling, and from
    /// hiding the modal, until undone.
    #[wasm_bindgen(method, js_name = keepsOnTop)]
    pub fn keeps_on_top(this: &Undo, host: &Element);

    /// Calls `tell` with the body of each report of the browser, where it
    /// makes such reports, until undone.
    #[wasm_bindgen(method, catch, js_name = hearsReports)]
    pub fn hears_reports(this: &Undo, tell: &Closure<dyn FnMut(JsValue)>) -> Result<(), JsValue>;

    /// Returns the focus to the element that has it now, when undone.
    #[wasm_bindgen(method, js_name = returnsFocus)]
    pub fn returns_focus(this: &Undo, host: &Element);

    /// Undoes everything, last first.
    #[wasm_bindgen(method, js_name = run)]
    pub fn undo_all(this: &Undo);

    /// `pkg/view.js`: the elements of a modal.
    #[derive(Clone, Debug)]
    pub type View;

    /// The element in the page; the rest is in its shadow root.
    #[wasm_bindgen(method, getter)]
    pub fn host(this: &View) -> HtmlElement;
    /// The platform's own dialog.
    #[wasm_bindgen(method, getter)]
    pub fn dialog(this: &View) -> HtmlDialogElement;
    /// The button that closes it.
    #[wasm_bindgen(method, getter)]
    pub fn close(this: &View) -> HtmlElement;
    /// Shown until the frame has loaded something.
    #[wasm_bindgen(method, getter)]
    pub fn loading(this: &View) -> HtmlElement;
    /// The element that the offer is added to.
    #[wasm_bindgen(method, getter)]
    pub fn offers(this: &View) -> HtmlElement;
    /// The button that opens a window instead, or advice if that is not
    /// possible.
    #[wasm_bindgen(method, getter)]
    pub fn offer(this: &View) -> HtmlElement;
    /// The element that the problem is added to.
    #[wasm_bindgen(method, getter)]
    pub fn problem(this: &View) -> HtmlElement;
    /// The text that the browser blocked the window.
    #[wasm_bindgen(method, getter)]
    pub fn blocked(this: &View) -> HtmlElement;
}

impl Handle {
    /// The public state.
    pub fn turn(&self, state: State) {
        self.turn_to(state.as_str());
    }
}
