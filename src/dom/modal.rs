//! The modal around an iframe: the platform's own `<dialog>`, whose elements
//! `pkg/view.js` builds. Imports `inside`, the page, `given`, `sign` and the
//! facade's types.

use gloo_events::EventListener;
use web_sys::{EventTarget, HtmlIFrameElement};

use super::facade::{Handle, Undo, View};
use super::given::Given;
use super::inside;
use super::page::Page;
use super::sign::{Report, Sign};
use crate::core::fields::Slot;
use crate::core::options::Options;

/// A modal.
#[derive(Debug)]
pub struct Modal {
    view: View,
    /// What is undone when the modal is hidden; the rest stays until the
    /// session ends.
    sight: Undo,
    _listeners: Vec<EventListener>,
}

impl Modal {
    /// Shows a modal with `iframe` in it; `None`: there is no place for it.
    pub fn show(
        page: &'static Page,
        options: &Options<Given>,
        iframe: &HtmlIFrameElement,
        handle: &Handle,
        undo: &Undo,
        report: Report,
    ) -> Option<Self> {
        // A window needs a code that can be fetched again.
        let again = options.is_function(Slot::AuthorizationCode) || options.is_function(Slot::Url);
        let view = handle.modal(iframe, again).ok()?;
        let (host, dialog) = (view.host(), view.dialog());
        // Before the focus moves, so that the page does not see that either.
        let outside = options.flag(Slot::FrameCloseOnBackdrop, true);
        let mut listeners = inside::listen(page, &view, again, outside, report);
        let mut on = |target: &EventTarget, kind: &'static str, sign| {
            let tell = move |_: &_| report.give(sign);
            listeners.push(EventListener::new(target, kind, tell));
        };
        // What the browser treats as Esc, such as the back gesture on Android.
        on(&dialog, "close", Sign::Closed);
        // Events that cannot be read are not handled at the window, so they
        // arrive here.
        on(&view.close(), "click", Sign::Closed);
        if again {
            on(&view.offer(), "click", Sign::PopOut);
        }

        undo.returns_focus(&host);
        undo.removes(&host);
        page.document.body()?.append_child(&host).ok()?;
        dialog.show_modal().ok()?;
        let sight = handle.undo();
        sight.keeps_on_top(&host);

        Some(Self {
            view,
            sight,
            _listeners: listeners,
        })
    }

    /// Hides it from the user.
    pub fn hide(&self) {
        self.sight.undo_all();
        self.view.dialog().close();
        self.view.host().set_hidden(true);
    }

    /// The frame has loaded something.
    pub fn show_loaded(&self) {
        self.view.loading().set_hidden(true);
    }

    /// Offers a way out of a silent frame. The element for it is already in the
    /// page, so screen readers announce it.
    pub fn offer_help(&self) {
        let _ = self.view.offers().append_child(&self.view.offer());
    }

    /// Shows that the browser blocked the window. The offer stays.
    pub fn say_blocked(&self) {
        let _ = self.view.problem().append_child(&self.view.blocked());
    }
}

/// A modal that cannot be shown leaves nothing behind.
impl Drop for Modal {
    fn drop(&mut self) {
        self.hide();
    }
}
