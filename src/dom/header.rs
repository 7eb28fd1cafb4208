//! The page's own `Cross-Origin-Opener-Policy` header, which only a request
//! for its own URL can tell. Imports the page, `given` and `promise`.

use wasm_bindgen::JsValue;
use web_sys::{AbortController, Request, RequestCredentials, RequestInit, RequestRedirect};

use super::given::{method, read};
use super::page::Page;
use super::promise::{Waiting, when_settled};

/// A request that is under way; it ends when this is dropped.
#[must_use = "the request is aborted once this is dropped"]
#[derive(Debug)]
pub struct Probe {
    controller: AbortController,
    _waiting: Waiting,
}

impl Drop for Probe {
    fn drop(&mut self) {
        self.controller.abort();
    }
}

/// Asks for the page's own header; any failure counts as "not known". `None`:
/// it cannot be asked for here, and `done` is not called.
///
/// Nothing is asked that cannot be answered, and nothing that the console would
/// tell of: a page that was a file is not asked for, and a URL that leads
/// elsewhere by now is not followed, but is no error either.
pub fn probe(page: &Page, done: impl FnOnce(Option<String>) + 'static) -> Option<Probe> {
    let window = &page.window;
    // On an insecure page browsers ignore the header, and in a frame the top
    // page's is the one that counts.
    if !window.is_secure_context() || !page.is_top() {
        return None;
    }
    let url = window.location().href().ok()?;
    if !url.starts_with("http") {
        return None;
    }
    let controller = AbortController::new().ok()?;
    let settings = RequestInit::new();
    settings.set_method("HEAD");
    settings.set_credentials(RequestCredentials::SameOrigin);
    settings.set_redirect(RequestRedirect::Manual);
    settings.set_signal(Some(&controller.signal()));
    let request = Request::new_with_str_and_init(&url, &settings).ok()?;
    // Not web-sys's, which takes a page's own `fetch` that throws for a trap.
    let answer = method(window, "fetch")?.call1(window, &request).ok()?;
    let waiting = when_settled(&answer, |response| done(response.ok().and_then(header)));
    Some(Probe {
        controller,
        _waiting: waiting,
    })
}

/// Whether the page is cross-origin isolated, which needs this header (or
/// `Document-Isolation-Policy`, in Chromium).
pub fn is_isolated(page: &Page) -> bool {
    read(&page.window, "crossOriginIsolated") == true
}

/// By checked reading: a page's own `fetch` may answer with a Proxy of a
/// response, or with anything else.
fn header(response: JsValue) -> Option<String> {
    let headers = read(&response, "headers");
    let get = method(&headers, "get")?;
    get.call1(&headers, &"cross-origin-opener-policy".into())
        .ok()?
        .as_string()
}
