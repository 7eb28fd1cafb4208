//! What a frame, or the modal around it, reports. Imports nothing of ours.

/// What happened in a frame or in the modal around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The frame has loaded something.
    Loaded,
    /// The user closed the modal: Esc, its button, its backdrop.
    Closed,
    /// The user wants a window instead.
    PopOut,
}

/// Where to report it.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// The dialog of the frame or modal.
    pub id: u32,
    /// The function to call.
    pub tell: fn(u32, Sign),
}

impl Report {
    /// Reports it.
    pub fn give(self, sign: Sign) {
        (self.tell)(self.id, sign);
    }
}
