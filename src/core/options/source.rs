//! The port to an options object. Imports the kinds of objects.

use crate::core::fields::Live;

/// A value of the options object, read without trusting it.
#[derive(Clone, Debug)]
pub enum Seen<S> {
    /// `undefined`, or not there.
    Absent,
    /// A boolean.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// A string longer than allowed.
    TooLong,
    /// A list of strings, once it has been read.
    Texts(Vec<String>),
    /// An object or a function.
    Live(S),
    /// `null`, a symbol, a BigInt, or a getter that threw.
    Unusable,
}

/// The port to an options object.
pub trait Source: Sized {
    /// Reads `name`. A string of more than `max` UTF-16 units is not copied.
    fn get(&self, name: &str, max: u32) -> Seen<Self>;
    /// The object's own names.
    fn names(&self) -> Vec<String>;
    /// Whether this is an object of the kind.
    fn is(&self, live: Live) -> bool;
}

/// Which function the options are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// `openAuthDialog`.
    Open,
    /// `attachAuthDialog`.
    Attach,
    /// `authDialogUrl`.
    Url,
}
