//! Keeps the authorization code and the account id out of every text that
//! leaves. Imports its own parts.
//!
//! The code is wiped after the navigation, but a later text from the dialog may
//! quote it. So only a fingerprint is kept, its length and a rolling hash
//! (Rabin–Karp). It finds the code in a text but does not reveal it. A
//! collision replaces a harmless part of a text.
//!
//! A text may encode a secret in many ways (`encodeURIComponent`, a form, JSON,
//! also nested). The secret itself is not encoded for that. Instead, the text
//! is decoded in each way, and the fingerprint is searched in the result. An
//! ambiguous text is decoded in one way only: a stray `%` right before an
//! escaped secret that begins with two hexadecimal digits consumes them.

mod secret;
mod view;

pub use secret::Secret;

use view::{Escape, View};

/// The replacement for a secret.
pub const REPLACEMENT: &str = "[redacted]";

/// How many characters of a text from outside are passed on.
pub const MAX_TEXT: usize = 1_000;

/// The maximum length of a text from outside that enters the module, in UTF-16
/// units.
pub const MAX_READ: u32 = 4_096;

/// How deep escapes may be nested: a URL in JSON has two levels.
const DEPTH: u8 = 2;

const BASE: u32 = 0x0100_0193;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fingerprint {
    length: usize,
    hash: u32,
}

/// The secrets of one dialog.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    known: Vec<Fingerprint>,
}

/// Which parts of a text may be shown.
struct Marks {
    /// Which of its bytes belong to a secret.
    hidden: Vec<bool>,
    /// Where it ends.
    end: usize,
}

impl Secrets {
    /// Remembers `secret`, if it is not empty.
    pub fn add(&mut self, secret: &str) {
        if !secret.is_empty() {
            self.known.push(Fingerprint {
                length: secret.len(),
                hash: hash(secret.as_bytes()),
            });
        }
    }

    /// `text` as it may be shown: with every known secret replaced, in any
    /// encoding, and cut to [`MAX_TEXT`] characters. `cut` says that the text
    /// was longer before it entered the module. Then its end may be part of a
    /// secret, and is removed.
    #[must_use]
    pub fn clean(&self, text: &str, cut: bool) -> String {
        let mut shown = self.redact(text, cut);
        shorten(&mut shown);
        shown
    }

    /// Like [`Self::clean`], without the limit of length.
    #[must_use]
    pub fn redact(&self, text: &str, cut: bool) -> String {
        // No reading of it is longer than the text itself.
        if !cut && self.known.iter().all(|print| print.length > text.len()) {
            return text.to_owned();
        }
        let mut marks = Marks {
            hidden: vec![false; text.len()],
            end: text.len(),
        };
        self.look(&View::of(text), DEPTH, cut, &mut marks);
        let mut shown = String::new();
        let mut hiding = false;
        for (at, character) in text.char_indices() {
            if at >= marks.end {
                break;
            }
            let hides = marks.hidden.get(at) == Some(&true);
            if !hides {
                shown.push(character);
            } else if !hiding {
                shown.push_str(REPLACEMENT);
            }
            hiding = hides;
        }
        shown
    }

    fn look(&self, view: &View, depth: u8, cut: bool, marks: &mut Marks) {
        for print in &self.known {
            if cut {
                marks.end = marks.end.min(view.end_without(print.length));
            }
            find(view.bytes(), *print, &mut |at| {
                let stretch = view.stretch(at, print.length);
                let hidden = marks.hidden.get_mut(stretch);
                hidden.unwrap_or_default().fill(true);
            });
        }
        if depth > 0 {
            for escape in [Escape::Json, Escape::Url, Escape::Form] {
                if let Some(read) = view.read(escape) {
                    self.look(&read, depth - 1, cut, marks);
                }
            }
        }
    }
}

/// Cuts a text from outside to [`MAX_TEXT`] characters.
pub fn shorten(text: &mut String) {
    let starts = |byte: &u8| byte & 0xc0 != 0x80; // of a character, in UTF-8
    let mut places = (0..).zip(text.bytes()).filter(|(_, byte)| starts(byte));
    if let Some((end, _)) = places.nth(MAX_TEXT) {
        text.truncate(end);
    }
}

fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |hash, byte| push(hash, *byte))
}

fn push(hash: u32, byte: u8) -> u32 {
    hash.wrapping_mul(BASE).wrapping_add(u32::from(byte) + 1)
}

/// Calls `found` with every position in `text` where `print` matches.
fn find(text: &[u8], print: Fingerprint, found: &mut dyn FnMut(usize)) {
    let Some((first, rest)) = text.split_at_checked(print.length) else {
        return;
    };
    let leading = (0..print.length).fold(1u32, |power, _| power.wrapping_mul(BASE));
    let mut rolling = hash(first);
    if rolling == print.hash {
        found(0);
    }
    for (start, (gone, byte)) in text.iter().zip(rest).enumerate() {
        let gone = leading.wrapping_mul(u32::from(*gone) + 1);
        rolling = push(rolling, *byte).wrapping_sub(gone);
        if rolling == print.hash {
            found(start + 1);
        }
    }
}
