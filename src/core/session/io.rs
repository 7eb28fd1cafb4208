//! What goes into a session and what comes out of it. Imports the values that
//! these carry.

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
    /// The window or frame is there.
    Opened,
    /// It can not be opened, or may not.
    Refused(Error),
    /// The authorization code is there, and with it the dialog's URL.
    Code(Box<Address>),
    /// The code did not come.
    CodeFailed(Error),
    /// A given window has been emptied.
    Emptied,
    /// A message from our window and an allowed origin.
    Message {
        /// What it said.
        message: AuthMessage,
        /// Whether it came from the origin that was opened, not from one of
        /// `extraOrigins`.
        main: bool,
    },
    /// A message from our window and an origin that is not allowed.
    Stranger(String),
    /// The window says that it is closed.
    WindowClosed,
    /// The frame is out of the document, or holds another window.
    FrameGone,
    /// The user or the page wants it closed.
    Close(By),
    /// The page's own policy refused the frame: what to say.
    FrameRefused(Error),
    /// The focus is in the frame.
    FrameUsed,
    /// The dialog goes on in a window: another session takes over, and with it
    /// the duty to settle.
    HandedOver,
    /// The page's own COOP header, if it could be read.
    Header(Option<bool>),
    /// The signal was aborted.
    Abort,
    /// Another dialog took the Element or the window.
    Supersede,
    /// The page goes away.
    PageHide,
    /// Time has passed.
    Tick,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send the window or frame to the dialog's URL and forget the code.
    Navigate,
    /// Tell the partner.
    Emit(Event),
    /// Tell the partner of an error that does not end the dialog.
    EmitError(Error),
    /// Give the account id to the dialog.
    Answer,
    /// Ask for the page's own header.
    Probe,
    /// Take the dialog out of the user's sight: close the window, hide the frame.
    Hide,
    /// Settle with success.
    Finish(AuthResult),
    /// Settle with an error.
    Fail(Error),
    /// Let go of everything but the window's identity.
    Watch,
    /// Let go of everything.
    Release,
}
