//! Waits for a promise of the page. Imports `given`.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;

use super::given;

type Reaction = Closure<dyn FnMut(JsValue)>;

type Done = Box<dyn FnOnce(Result<JsValue, JsValue>)>;

/// A wait for a promise, until this is dropped. If the promise settles later,
/// nothing is called.
#[must_use = "the wait ends once this is dropped"]
pub struct Waiting {
    done: Rc<Cell<Option<Done>>>,
    reactions: Option<(Reaction, Reaction)>,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        // The promise still refers to them: garbage collection frees them with
        // it. If they were dropped here, the glue would keep the value that the
        // promise calls them with.
        if let (Some(_), Some(reactions)) = (self.done.take(), self.reactions.take()) {
            let _ = reactions.0.into_js_value();
            let _ = reactions.1.into_js_value();
        }
    }
}

impl std::fmt::Debug for Waiting {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Waiting")
    }
}

/// Calls `done` with the outcome of `value`, a promise or anything else: never
/// synchronously, and at most once.
pub fn when_settled(
    value: &JsValue,
    done: impl FnOnce(Result<JsValue, JsValue>) + 'static,
) -> Waiting {
    wait(value, Box::new(done))
}

fn wait(value: &JsValue, done: Done) -> Waiting {
    // The platform's own promise, no matter what the page's promise does in
    // `then`.
    let promise = Promise::race(&Array::of1(value));
    let done = Rc::new(Cell::new(Some(done)));
    let reaction = |wrap: fn(JsValue) -> Result<JsValue, JsValue>| {
        let done = done.clone();
        Reaction::new(move |settled| {
            if let Some(done) = done.take() {
                done(wrap(settled));
            }
        })
    };
    let reactions = (reaction(Ok), reaction(Err));
    let _ = promise.then2(&reactions.0, &reactions.1);
    Waiting {
        done,
        reactions: Some(reactions),
    }
}

/// A microtask that can be asked for again and again, with the same closure.
#[derive(Debug)]
pub struct Soon {
    act: Reaction,
    nothing: Array,
}

impl Soon {
    /// One that is not asked for yet.
    pub fn new(act: fn(JsValue)) -> Self {
        Self {
            act: Closure::new(act),
            nothing: Array::of1(&JsValue::UNDEFINED),
        }
    }

    /// Asks for it.
    pub fn ask(&self) {
        let _ = Promise::race(&self.nothing).then2(&self.act, &self.act);
    }
}

/// Calls a function of the page in a microtask, where none of our closures is
/// on the stack. Returns a promise of its result.
pub fn call_soon(function: &Function) -> JsValue {
    let soon = Promise::resolve(&JsValue::UNDEFINED);
    given::method(&soon, "then")
        .and_then(|then| then.call1(&soon, function).ok())
        .unwrap_or_default()
}

/// Calls a function of the page. If it throws, returns a promise that rejects.
pub fn call(function: &Function) -> JsValue {
    function
        .call0(&JsValue::UNDEFINED)
        .unwrap_or_else(|thrown| Promise::reject(&thrown).into())
}
