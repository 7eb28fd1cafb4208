//! Was the window closed, or was the connection to it cut? Imports `texts`.
//!
//! A `Cross-Origin-Opener-Policy` header on the page, on the dialog or on a
//! provider that the dialog visits makes `closed` turn true while the window is
//! still open. No single sign distinguishes the two, so several are weighed
//! here, and only here.

use super::texts::cut;

/// How soon after the navigation `closed` suggests a cut, in ms. A header takes
/// effect when the other page commits, which depends on its server.
pub const SOON: f64 = 5_000.0;

/// What is known when `closed` turned true although no call and no message
/// closed the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The page's own COOP header is `same-origin`; `None`: not known.
    pub own_header: Option<bool>,
    /// Time from navigation to `closed`, ms.
    pub after: f64,
    /// The page had the focus and lost it while the dialog was open.
    pub focus_left: bool,
    /// The page has the focus now.
    pub focus_back: bool,
    /// The dialog sent a message since it was navigated to.
    pub spoke: bool,
}

impl Evidence {
    /// Whether the connection was cut. Ties go to `closed`.
    ///
    /// | sign | weight |
    /// |---|---|
    /// | the page's own header cuts every cross-origin popup | +2 |
    /// | `closed` came within [`SOON`] of navigation | +1 |
    /// | the focus left the page and is not back: it is still in the window | +1 |
    /// | the focus left and came back, as it does when a window closes | −1 |
    /// | the dialog sent a message: the connection was whole | −2 |
    ///
    /// Cut means 2 or more. Where the focus never left (a headless browser,
    /// a window in the background, a frame that never had it) it says nothing.
    #[must_use]
    pub fn severed(self) -> bool {
        let mut weight = 0;
        if self.own_header == Some(true) {
            weight += 2;
        }
        if self.after <= SOON {
            weight += 1;
        }
        if self.focus_left {
            weight += if self.focus_back { -1 } else { 1 };
        }
        if self.spoke {
            weight -= 2;
        }
        weight >= 2
    }

    /// The message for the developer.
    #[must_use]
    pub fn message(self) -> &'static str {
        if self.own_header == Some(true) {
            "The browser cut the connection to the dialog's window because this page sends \
             `Cross-Origin-Opener-Policy: same-origin`. Remove that header: \
             `same-origin-allow-popups` is enough except in WebKit."
        } else {
            "The connection to the dialog's window was cut by a `Cross-Origin-Opener-Policy` header. \
             If this page (or, in a frame, the top page) sends it, remove it: \
             `same-origin-allow-popups` is enough except in WebKit. If the dialog or its provider \
             sends it, use `display: 'modal'` or ask Tray."
        }
    }
}

/// Whether the page's own header can still turn a close into a cut. It cannot
/// when the close came late and the focus is back, as after most closes; then
/// the header is not requested.
#[must_use]
pub fn header_decides(after: f64, focus_came_back: bool) -> bool {
    after <= SOON || !focus_came_back
}

/// Whether a `Cross-Origin-Opener-Policy` header cuts off the page's popups:
/// `same-origin`, with or without parameters. Its other values do not.
#[must_use]
pub fn cuts_popups(header: &str) -> bool {
    let (value, _parameters) = cut(header, b';');
    value.trim_ascii() == "same-origin"
}
