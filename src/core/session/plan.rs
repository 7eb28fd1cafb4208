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
    /// We created the window or frame, so it is closed when the page unloads.
    pub ours: bool,
    /// The window can be navigated at once; a given one must be emptied first.
    pub ready: bool,
    /// The page had the focus before the dialog opened; only then can it lose
    /// it.
    pub focused: bool,
    /// The option that provides the code.
    pub source: &'static str,
    /// Whether the account id may be sent.
    pub answers: bool,
    /// How long the code may take.
    pub code_timeout: f64,
    /// How long the dialog may take; infinity is no limit.
    pub timeout: f64,
    /// How long after a close a finish still wins.
    pub close_grace: f64,
    /// Whether an error of the dialog ends it.
    pub close_on_error: bool,
    /// When a frame that was never used counts as stalled.
    pub stall_after: f64,
}
