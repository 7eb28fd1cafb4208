//! What the facade (`pkg/platform.js`) lends to the module: the guarded ways
//! back in, the list of what is to be undone, and calls that never throw.
//! Imports nothing of ours.
//!
//! Not `gloo-events`: its listeners enter the module past the facade, which
//! then could neither catch a trap nor remove them after one. And few imports
//! that serve every object, instead of many for one interface each: a window
//! of another origin lets nearly everything throw, and each import has its
//! weight (docs/size.md).

use wasm_bindgen::prelude::*;

// Functions of `platform`, a variable of the glue: a method of an object in the
// module would have to be looked up there for every call.
#[wasm_bindgen(js_namespace = platform)]
extern "C" {
    /// A clock that never goes back, ms.
    pub fn now() -> f64;

    /// Enters with [`super::door::TIMER`] after `ms`, in place of what was
    /// asked for before; a negative number takes it back.
    pub fn after(ms: f64);

    /// Enters with `token` and what `value`, a promise or a plain value,
    /// becomes; with `token + 1` and the reason if it rejects. A function is
    /// called first.
    pub fn settle(value: &JsValue, token: u32);

    /// Enters with `token` and this page's own COOP header, or `undefined`.
    #[wasm_bindgen(js_name = ownHeader)]
    pub fn own_header(token: u32);

    /// Opens an empty window; `null` if the browser does not let it.
    pub fn open(features: &str) -> JsValue;

    /// Puts an empty iframe into `container` or, without one, into a new modal.
    /// Enters with `token` when it has loaded something, with `token + 1` when
    /// the modal is closed by the user, with `token + 2` when the user wants a
    /// window instead. The answer is a `pkg/view.js` view with the `iframe`;
    /// `null` if it can not be shown.
    pub fn frame(scope: &Scope, options: &JsValue, container: &JsValue, token: u32) -> JsValue;

    /// Writes a title and a line of text into a blank window.
    pub fn waiting(window: &JsValue, options: &JsValue);

    /// `decodeURIComponent`; `null` for what is malformed.
    pub fn decode(text: &str) -> JsValue;

    /// The text of a `URL` of any realm; any other value as it is.
    pub fn href(value: &JsValue) -> JsValue;

    /// A new, empty scope.
    pub fn scope() -> Scope;

    /// A new, empty object.
    pub fn object() -> JsValue;

    /// An array of the object's own names, of a list's places, the first of them
    /// last; of very many, or a very long one, the beginning.
    pub fn names(object: &JsValue) -> JsValue;

    /// Whether it is an array, of any realm.
    #[wasm_bindgen(js_name = isArray)]
    pub fn is_array(value: &JsValue) -> bool;

    /// The number of the session that `window` belongs to; 0 if to none.
    pub fn owner(window: &JsValue) -> u32;

    /// Says to which session `window` belongs; 0 to none.
    pub fn assign(window: &JsValue, id: u32);

    /// The property `name`; `null` if it can not be read.
    pub fn get(object: &JsValue, name: &str) -> JsValue;

    /// The object's own property `name`; `null` if it can not be read.
    pub fn own(object: &JsValue, name: &str) -> JsValue;

    /// Sets the property `name`.
    pub fn set(object: &JsValue, name: &str, value: &JsValue);

    /// Calls the method `name`, if it is there and may be called; `null` or
    /// `undefined` if not.
    pub fn call(object: &JsValue, name: &str, first: &JsValue, second: &JsValue) -> JsValue;

    /// A `URL`; `null` for what is none.
    #[wasm_bindgen(js_name = parseUrl)]
    pub fn parse_url(text: &str) -> JsValue;
}

#[wasm_bindgen]
extern "C" {
    /// `pkg/scope.js`: what is to be undone, last first.
    #[derive(Debug)]
    pub type Scope;

    /// Enters with `token` and the event, until undone.
    #[wasm_bindgen(method)]
    pub fn listen(this: &Scope, target: &JsValue, kind: &str, token: u32);

    /// `pkg/dialog.js`: the inner side of one `AuthDialog`.
    #[derive(Clone, Debug)]
    pub type Handle;

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

// By what serves every object: an import of its own weighs more than a name.

impl Scope {
    /// Closes the window, when undone.
    pub fn window(&self, window: &JsValue) {
        call(self, "window", window, window);
    }

    /// Undoes everything.
    pub fn undo(&self) {
        call(self, "undo", self, self);
    }
}

impl Handle {
    /// The id of the session that serves it now.
    pub fn set_id(&self, id: u32) {
        set(self, "id", &id.into());
    }

    /// The public state.
    pub fn set_state(&self, state: &str) {
        set(self, "state", &state.into());
    }

    /// The dialog has been navigated: a code that was given as such is spent.
    pub fn set_spent(&self) {
        set(&get(self, "code"), "spent", &JsValue::TRUE);
    }
}
