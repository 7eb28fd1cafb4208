//! What is fixed about a session before it begins. Imports nothing.

/// What a dialog is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// A window.
    Window,
    /// An iframe.
    Frame,
}

/// The fixed properties of a session. Times are in ms.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Window or frame.
    pub surface: Surface,
    /// The page opened the dialog itself: there is no code and no navigation.
    pub attached: bool,
    /// The window or frame was made by us: it goes when the page goes.
    pub ours: bool,
    /// The window can be navigated at once; a given one must be emptied first.
    pub ready: bool,
    /// The page had the focus before the dialog came: only then it can leave.
    pub focused: bool,
    /// The option that the code comes from.
    pub source: &'static str,
    /// The account id may be given.
    pub answers: bool,
    /// How long the code may take.
    pub code_timeout: f64,
    /// How long the dialog may take; infinity is no limit.
    pub timeout: f64,
    /// How long a finish may follow a close.
    pub close_grace: f64,
    /// Whether an error of the dialog ends it.
    pub close_on_error: bool,
    /// When a frame that was never used counts as stalled.
    pub stall_after: f64,
}
