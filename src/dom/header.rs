//! The page's own `Cross-Origin-Opener-Policy` header, which only a request for
//! its own URL can read. Imports the page, `given` and `promise`.

use wasm_bindgen::JsValue;
use web_sys::{AbortController, RequestInit, RequestRedirect};

use super::given::{method, read};
use super::page::Page;
use super::promise::{Waiting, when_settled};

/// A pending request; it is aborted when this is dropped.
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

/// Requests the page's own header; any failure counts as "not known". `None`:
/// it cannot be requested here, and `done` is not called.
///
/// It sends no request that cannot be answered or would show in the console:
/// files are not requested, and a redirect is not followed, but is not an error
/// either.
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
    settings.set_redirect(RequestRedirect::Manual);
    settings.set_signal(Some(&controller.signal()));
    // Not web-sys's `fetch`: if the page has replaced it with one that throws,
    // that would be a trap.
    let fetch = method(window, "fetch")?;
    let answer = fetch.call2(window, &url.into(), &settings).ok()?;
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

/// Read carefully: a page's own `fetch` may return a Proxy of a response, or
/// anything else.
fn header(response: JsValue) -> Option<String> {
    let headers = read(&response, "headers");
    let get = method(&headers, "get")?;
    get.call1(&headers, &"cross-origin-opener-policy".into())
        .ok()?
        .as_string()
}
