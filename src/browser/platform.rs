//! What the facade (`pkg/`) lends to the module: the guarded ways back in, the
//! list of what is to be undone, and calls that never throw. Imports nothing
//! of ours.
//!
//! Not `gloo-events`: its listeners enter the module past the facade, which
//! then could neither catch a trap nor remove them after one. And few imports
//! that serve every object, instead of many for one interface each: a window
//! of another origin lets nearly everything throw, and each import has its
//! weight (docs/size.md).

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `pkg/platform.js`: one for each instance of the module.
    #[derive(Debug)]
    pub type Platform;

    /// A clock that never goes back, ms.
    #[wasm_bindgen(method)]
    pub fn now(this: &Platform) -> f64;

    /// Enters with [`super::door::TIMER`] after `ms`, in place of what was
    /// asked for before; a negative number takes it back.
    #[wasm_bindgen(method)]
    pub fn after(this: &Platform, ms: f64);

    /// Enters with `token` and what `value`, a promise or a plain value,
    /// becomes; with `token + 1` and the reason if it rejects. A function is
    /// called first.
    #[wasm_bindgen(method)]
    pub fn settle(this: &Platform, value: &JsValue, token: u32);

    /// Enters with `token` and this page's own COOP header, or `undefined`.
    #[wasm_bindgen(method, js_name = ownHeader)]
    pub fn own_header(this: &Platform, token: u32);

    /// Opens an empty window; `null` if the browser does not let it.
    #[wasm_bindgen(method)]
    pub fn open(this: &Platform, features: &str) -> JsValue;

    /// A new element of the page's document.
    #[wasm_bindgen(method)]
    pub fn element(this: &Platform, tag: &str, part: &str, text: &str) -> JsValue;

    /// An open shadow root with the modal's style sheet; `null` where there
    /// are no constructable style sheets.
    #[wasm_bindgen(method)]
    pub fn shadow(this: &Platform, host: &JsValue) -> JsValue;

    /// A new, empty scope.
    #[wasm_bindgen(method)]
    pub fn scope(this: &Platform) -> Scope;

    /// A new, empty object.
    #[wasm_bindgen(method)]
    pub fn object(this: &Platform) -> JsValue;

    /// An array of the object's own names; of a very long one the beginning.
    #[wasm_bindgen(method)]
    pub fn names(this: &Platform, object: &JsValue) -> JsValue;

    /// Whether it is an array, of any realm.
    #[wasm_bindgen(method, js_name = isArray)]
    pub fn is_array(this: &Platform, value: &JsValue) -> bool;

    /// The number of the session that `window` belongs to; 0 if to none.
    #[wasm_bindgen(method)]
    pub fn owner(this: &Platform, window: &JsValue) -> u32;

    /// Says to which session `window` belongs; 0 to none.
    #[wasm_bindgen(method)]
    pub fn assign(this: &Platform, window: &JsValue, id: u32);

    /// The property `name`; `null` if it can not be read.
    #[wasm_bindgen(method)]
    pub fn get(this: &Platform, object: &JsValue, name: &str) -> JsValue;

    /// The object's own property `name`; `null` if it can not be read.
    #[wasm_bindgen(method)]
    pub fn own(this: &Platform, object: &JsValue, name: &str) -> JsValue;

    /// Sets the property `name`.
    #[wasm_bindgen(method)]
    pub fn set(this: &Platform, object: &JsValue, name: &str, value: &JsValue);

    /// Calls the method `name`, if it is there and may be called; `null` if not.
    #[wasm_bindgen(method)]
    pub fn call(
        this: &Platform,
        object: &JsValue,
        name: &str,
        first: &JsValue,
        second: &JsValue,
    ) -> JsValue;

    /// A `URL`; `null` for what is none.
    #[wasm_bindgen(method, js_name = parseUrl)]
    pub fn parse_url(this: &Platform, text: &str) -> JsValue;

    /// `pkg/scope.js`: what is to be undone, last first.
    #[derive(Debug)]
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

    /// Undoes everything.
    #[wasm_bindgen(method)]
    pub fn undo(this: &Scope);

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
