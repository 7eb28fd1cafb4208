//! What the JavaScript facade (`pkg/`) lends to the module: the only types
//! that come from there. Imports nothing of ours.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlIFrameElement, Window};

use crate::core::session::State;

#[wasm_bindgen]
extern "C" {
    /// `pkg/dialog.js`: the inner side of one `AuthDialog`. Whatever it is
    /// told, it runs none of the page's code before a microtask.
    #[derive(Clone, Debug)]
    pub type Handle;

    /// The session of this number serves it from now on.
    #[wasm_bindgen(method)]
    pub fn serve(this: &Handle, id: u32);

    #[wasm_bindgen(method, js_name = turn)]
    fn turn_to(this: &Handle, state: &str);

    /// The dialog has been navigated: a code that was given as such is spent.
    #[wasm_bindgen(method)]
    pub fn spend(this: &Handle);

    #[wasm_bindgen(method)]
    pub(super) fn emit(this: &Handle, event: &JsValue);

    #[wasm_bindgen(method)]
    pub(super) fn finish(this: &Handle, result: &JsValue);

    #[wasm_bindgen(method)]
    pub(super) fn fail(this: &Handle, error: &JsValue, cause: &JsValue, settles: bool);

    /// A new list of what to undo.
    #[wasm_bindgen(method)]
    pub fn undo(this: &Handle) -> Undo;

    /// Builds a modal round `iframe`, with the page's labels, outside the
    /// document. `again`: the code can be fetched again, for a window.
    #[wasm_bindgen(method, catch)]
    pub fn modal(this: &Handle, iframe: &HtmlIFrameElement, again: bool) -> Result<View, JsValue>;

    /// Fills the document of a blank window with the page's labels
    /// (`pkg/waiting.js`).
    #[wasm_bindgen(method, catch)]
    pub fn waiting(this: &Handle, blank: &JsValue) -> Result<(), JsValue>;

    /// An object without a class.
    pub type Plain;

    /// Sets a property.
    #[wasm_bindgen(method, indexing_setter)]
    pub fn set(this: &Plain, name: &str, value: JsValue);

    /// `pkg/undo.js`: what was put into the page, so that the facade can take
    /// it out again when the module no longer can.
    #[derive(Clone, Debug)]
    pub type Undo;

    /// Closes the window, when undone.
    #[wasm_bindgen(method)]
    pub fn closes(this: &Undo, window: &Window);

    /// Removes the element, when undone.
    #[wasm_bindgen(method)]
    pub fn removes(this: &Undo, element: &Element);

    /// Keeps the page from hiding the modal of this host, until undone.
    #[wasm_bindgen(method, js_name = keepsShown)]
    pub fn keeps_shown(this: &Undo, host: &Element);

    /// Keeps the page behind a modal still, until undone.
    #[wasm_bindgen(method, js_name = locksScroll)]
    pub fn locks_scroll(this: &Undo);

    /// Gives the focus back to what has it now, when undone.
    #[wasm_bindgen(method, js_name = returnsFocus)]
    pub fn returns_focus(this: &Undo, host: &Element);

    /// Undoes it all, last first.
    #[wasm_bindgen(method, js_name = run)]
    pub fn undo_all(this: &Undo);

    /// `pkg/view.js`: the elements of a modal.
    #[derive(Clone, Debug)]
    pub type View;

    /// What stands in the page; the rest is in its shadow root.
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
    /// Where the offer goes.
    #[wasm_bindgen(method, getter)]
    pub fn offers(this: &View) -> HtmlElement;
    /// The button that opens a window instead, or advice where it cannot.
    #[wasm_bindgen(method, getter)]
    pub fn offer(this: &View) -> HtmlElement;
    /// Where the problem goes.
    #[wasm_bindgen(method, getter)]
    pub fn problem(this: &View) -> HtmlElement;
    /// That the browser blocked the window.
    #[wasm_bindgen(method, getter)]
    pub fn blocked(this: &View) -> HtmlElement;
}

impl Handle {
    /// The public state.
    pub fn turn(&self, state: State) {
        self.turn_to(state.as_str());
    }
}
