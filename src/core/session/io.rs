//! The inputs and effects of a session. Imports the values that these carry.

use crate::core::dialog_url::Address;
use crate::core::error::Error;
use crate::core::event::{AuthResult, By, Event};
use crate::core::message::AuthMessage;

/// When something happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// A clock that never goes back, ms.
    pub time: f64,
    /// Whether the page has the focus.
    pub focused: bool,
}

/// What happens to a dialog. The first input is [`Input::Opened`] or
/// [`Input::Refused`], in the task that makes the session.
#[derive(Clone, Debug)]
pub enum Input {
    /// The window or frame was opened.
    Opened,
    /// It cannot or may not be opened.
    Refused(Error),
    /// The authorization code has arrived, and with it the dialog's URL.
    Code(Box<Address>),
    /// Fetching the code failed.
    CodeFailed(Error),
    /// A given window has been emptied.
    Emptied,
    /// A message from the dialog's window and an allowed origin.
    Message {
        /// The message.
        message: AuthMessage,
        /// Whether it came from the origin that was opened, not from one of
        /// `extraOrigins`.
        main: bool,
    },
    /// A message from the dialog's window and an origin that is not allowed.
    Stranger(String),
    /// The window says that it is closed.
    WindowClosed,
    /// The frame is out of the document, or holds another window.
    FrameGone,
    /// The user or the page wants it closed.
    Close(By),
    /// The page's own policy blocked the frame; the error to report.
    FrameRefused(Error),
    /// The browser reports that the frame was refused, or another one of the
    /// same origin; why.
    FrameReported(&'static str),
    /// The focus is in the frame.
    FrameUsed,
    /// The dialog continues in a window: another session takes over and will
    /// settle it.
    HandedOver,
    /// The page's own COOP header, if it could be read.
    Header(Option<bool>),
    /// The signal was aborted.
    Abort,
    /// A newer dialog uses the Element or the window.
    Supersede,
    /// The page unloads.
    PageHide,
    /// Time has passed.
    Tick,
}

/// What the browser layer must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send the window or frame to the dialog's URL and forget the code.
    Navigate,
    /// Emit this event to the page.
    Emit(Event),
    /// Report an error that does not end the dialog.
    EmitError(Error),
    /// Send the account id to the dialog.
    Answer,
    /// Request the page's own header.
    Probe,
    /// Hide the dialog from the user: close the window, hide the frame.
    Hide,
    /// Settle with success.
    Finish(AuthResult),
    /// Settle with an error.
    Fail(Error),
    /// Release everything except the window's identity.
    Watch,
    /// Release everything.
    Release,
}
