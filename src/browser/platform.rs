//! What the facade (`pkg/`) lends to the module: the guarded ways back in, and
//! the list of what is to be undone. Imports nothing of ours.
//!
//! Not `gloo-events`: its listeners enter the module past the facade, which
//! then could neither catch a trap nor remove them after one.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `pkg/platform.js`: one for each instance of the module.
    #[derive(Clone, Debug)]
    pub type Platform;

    /// A clock that never goes back, ms.
    #[wasm_bindgen(method)]
    pub fn now(this: &Platform) -> f64;

    /// Enters with [`super::door::TIMER`] after `ms`, in place of what was
    /// asked for before; a negative number takes it back.
    #[wasm_bindgen(method)]
    pub fn after(this: &Platform, ms: f64);

    /// Enters with `token` and what `value`, a promise or a plain value,
    /// becomes; with `token + 1` and the reason if it rejects.
    #[wasm_bindgen(method)]
    pub fn settle(this: &Platform, value: &JsValue, token: u32);

    /// Enters with `token` and this page's own COOP header, or `null`.
    #[wasm_bindgen(method, js_name = ownHeader)]
    pub fn own_header(this: &Platform, token: u32);

    /// A new, empty scope.
    #[wasm_bindgen(method)]
    pub fn scope(this: &Platform) -> Scope;

    /// `pkg/scope.js`: what is to be undone, last first.
    #[derive(Clone, Debug)]
    pub type Scope;

    /// Enters with `token` and the event, until undone.
    #[wasm_bindgen(method)]
    pub fn listen(this: &Scope, target: &JsValue, kind: &str, token: u32);

    /// Appends `child`, until undone.
    #[wasm_bindgen(method)]
    pub fn mount(this: &Scope, parent: &JsValue, child: &JsValue);

    /// Closes the window, when undone.
    #[wasm_bindgen(method)]
    pub fn window(this: &Scope, window: &JsValue);

    /// Keeps the page from scrolling, until undone.
    #[wasm_bindgen(method, js_name = lockScroll)]
    pub fn lock_scroll(this: &Scope);

    /// Gives the focus back to what has it now, when undone and unless it has
    /// gone elsewhere by then.
    #[wasm_bindgen(method, js_name = focusBack)]
    pub fn focus_back(this: &Scope);

    /// An open shadow root with the modal's style sheet.
    #[wasm_bindgen(method)]
    pub fn shadow(this: &Scope, host: &JsValue) -> JsValue;

    /// Undoes all but the first `keep` things.
    #[wasm_bindgen(method)]
    pub fn undo(this: &Scope, keep: u32);

    /// `pkg/dialog.js`: the inner side of one `AuthDialog`.
    #[derive(Clone, Debug)]
    pub type Handle;

    /// The id of the session that serves it now.
    #[wasm_bindgen(method, setter)]
    pub fn set_id(this: &Handle, id: u32);

    /// The public state.
    #[wasm_bindgen(method, setter)]
    pub fn set_state(this: &Handle, state: &str);

    /// The dialog has been navigated: a code that was given as such is spent.
    #[wasm_bindgen(method, setter)]
    pub fn set_spent(this: &Handle, spent: bool);

    /// Delivers an event.
    #[wasm_bindgen(method)]
    pub fn emit(this: &Handle, event: &JsValue);

    /// Settles with success.
    #[wasm_bindgen(method)]
    pub fn finish(this: &Handle, result: &JsValue);

    /// Tells an error; `settles`: and settles with it.
    #[wasm_bindgen(method)]
    pub fn fail(this: &Handle, code: &str, message: &str, cause: &JsValue, settles: bool);
}
