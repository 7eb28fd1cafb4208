//! What is reported of a frame or of the modal round it. Imports nothing of
//! ours.

/// What happened in a frame or in the modal round it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The frame has loaded something.
    Loaded,
    /// The user closed the modal: Esc, its button, its backdrop.
    Closed,
    /// The user wants a window instead.
    PopOut,
}

/// Whom to tell.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Whose frame or modal it is.
    pub id: u32,
    /// Is called with it.
    pub tell: fn(u32, Sign),
}

impl Report {
    /// Tells it.
    pub fn give(self, sign: Sign) {
        (self.tell)(self.id, sign);
    }
}
