//! Keeps the authorization code and the account id out of everything that is
//! said. Imports nothing of ours.
//!
//! The code is wiped once the dialog has been navigated to, yet a text that
//! comes from the dialog later may quote it. So only a fingerprint is kept,
//! its length and a rolling hash (Rabin–Karp), which finds the code in a text
//! but does not give it back. A collision replaces a harmless stretch of text.

/// What stands where a secret was.
pub const REPLACEMENT: &str = "[redacted]";

/// How many characters of a text from outside are handed on.
pub const MAX_TEXT: usize = 1_000;

/// How many UTF-16 units of a text from outside enter the module at most.
pub const MAX_READ: u32 = 4_096;

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

impl Secrets {
    /// Remembers `secret`, plain and as it stands in a URL's query.
    pub fn add(&mut self, secret: &str) {
        self.remember(secret.as_bytes());
        let encoded: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
        self.remember(encoded.as_bytes());
    }

    fn remember(&mut self, bytes: &[u8]) {
        self.known.push(Fingerprint {
            length: bytes.len(),
            hash: hash(bytes),
        });
    }

    /// `text` as it may be shown: every known secret replaced, and cut to
    /// [`MAX_TEXT`] characters. `cut` says that the text was longer before it
    /// entered the module: then its end may be part of a secret, and goes.
    #[must_use]
    pub fn clean(&self, text: &str, cut: bool) -> String {
        let bytes = text.as_bytes();
        let mut hidden = vec![false; bytes.len()];
        let mut end = bytes.len();
        for print in &self.known {
            if cut {
                end = end.min(bytes.len().saturating_sub(print.length));
            }
            hide(bytes, *print, &mut hidden);
        }
        let mut shown = String::new();
        let mut hiding = false;
        for (at, character) in text.char_indices().take_while(|(at, _)| *at < end) {
            let hides = hidden.get(at) == Some(&true);
            if !hides {
                shown.push(character);
            } else if !hiding {
                shown.push_str(REPLACEMENT);
            }
            hiding = hides;
        }
        shorten(&mut shown);
        shown
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

/// Marks every place in `text` where `print` stands.
fn hide(text: &[u8], print: Fingerprint, hidden: &mut [bool]) {
    let Some((first, rest)) = text.split_at_checked(print.length) else {
        return;
    };
    let mut mark = |start: usize, hash: u32| {
        if hash == print.hash {
            let stretch = hidden.iter_mut().skip(start).take(print.length);
            stretch.for_each(|hidden| *hidden = true);
        }
    };
    let leading = (0..print.length).fold(1u32, |power, _| power.wrapping_mul(BASE));
    let mut rolling = hash(first);
    mark(0, rolling);
    for (start, (gone, byte)) in text.iter().zip(rest).enumerate() {
        let gone = leading.wrapping_mul(u32::from(*gone) + 1);
        rolling = push(rolling, *byte).wrapping_sub(gone);
        mark(start + 1, rolling);
    }
}

/// Overwrites `secret` before its memory is given back.
pub fn wipe(secret: String) {
    let mut bytes = secret.into_bytes();
    bytes.fill(0);
    std::hint::black_box(&bytes);
}
