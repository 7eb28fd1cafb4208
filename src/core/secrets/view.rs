//! A text with its escapes decoded. Imports `secret.rs` to erase buffers.

use std::ops::Range;

use super::secret::erase;

/// The maximum length of an escape that was cut off, in bytes: most of a
/// surrogate pair, `\ud83d\ude0`, and inside it the beginning of a `%XX`.
const CUT_ESCAPE: usize = 16;

/// The encodings of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escape {
    /// A string of JSON.
    Json,
    /// Percent-encoded, with digits in upper or lower case.
    Url,
    /// Percent-encoded as in a form: `+` is a space.
    Form,
}

/// A decoded text.
#[derive(Debug)]
pub(super) struct View {
    bytes: Vec<u8>,
    /// The position in the original text where each byte begins, and last its
    /// end. If one escape stands for several bytes, all but the first begin
    /// where the escape ends.
    starts: Vec<usize>,
}

impl View {
    /// The text as it is.
    pub fn of(text: &str) -> Self {
        Self {
            bytes: text.as_bytes().to_vec(),
            starts: (0..).take(text.len() + 1).collect(),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn start(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or_default()
    }

    /// The range of `length` bytes from `at` in the original text.
    pub fn stretch(&self, at: usize, length: usize) -> Range<usize> {
        self.start(at)..self.start(at + length)
    }

    /// Where the original text must end so that no beginning of something of
    /// `length` bytes is left at its end.
    pub fn end_without(&self, length: usize) -> usize {
        let end = self.bytes.len();
        let last = end.saturating_sub(CUT_ESCAPE)..end;
        let escape = |at: &usize| matches!(self.bytes.get(*at), Some(b'%' | b'\\'));
        let whole = last.into_iter().find(escape).unwrap_or(end);
        self.start(whole.saturating_sub(length))
    }

    /// The text decoded from `escape`; `None` if it contains no such escape.
    pub fn read(&self, escape: Escape) -> Option<Self> {
        // No escape is shorter than its meaning, so neither list grows.
        let mut read = Self {
            bytes: Vec::with_capacity(self.bytes.len()),
            starts: Vec::with_capacity(self.starts.len()),
        };
        let mut at = 0;
        while let Some((first, _)) = self.bytes.get(at..).and_then(<[u8]>::split_first) {
            let rest = self.bytes.get(at..).unwrap_or_default();
            let mut start = self.start(at);
            at += escape.unescape(rest, &mut read.bytes).unwrap_or_else(|| {
                read.bytes.push(*first);
                1
            });
            while read.starts.len() < read.bytes.len() {
                read.starts.push(start);
                start = self.start(at);
            }
        }
        read.starts.push(self.start(at));
        (read.bytes != self.bytes).then_some(read)
    }
}

/// The decoded text may be a secret.
impl Drop for View {
    fn drop(&mut self) {
        erase(std::mem::take(&mut self.bytes));
    }
}

impl Escape {
    /// Decodes the escape at the beginning of `text` into `read`, and returns
    /// the escape's length in bytes.
    fn unescape(self, text: &[u8], read: &mut Vec<u8>) -> Option<usize> {
        let (byte, used) = match (self, text) {
            (Self::Json, [b'\\', b'u', ..]) => {
                let (number, used) = code_point(text)?;
                let character = char::from_u32(number)?;
                read.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                return Some(used);
            }
            (Self::Json, [b'\\', escaped, ..]) => (short(*escaped)?, 2),
            (Self::Form, [b'+', ..]) => (b' ', 1),
            (Self::Url | Self::Form, [b'%', digits @ ..]) => {
                (u8::try_from(hex(digits.get(..2)?)?).ok()?, 3)
            }
            _ => return None,
        };
        read.push(byte);
        Some(used)
    }
}

/// Decodes JSON's escapes of one letter.
fn short(escaped: u8) -> Option<u8> {
    Some(match escaped {
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'"' | b'\\' | b'/' => escaped,
        _ => return None,
    })
}

/// The code point of a `\uXXXX`, or of a pair of them, and the length of the
/// escape in bytes.
fn code_point(text: &[u8]) -> Option<(u32, usize)> {
    let unit = |text: &[u8]| hex(text.strip_prefix(b"\\u")?.get(..4)?);
    let first = unit(text)?;
    if first & 0xfc00 != 0xd800 {
        return Some((first, 6));
    }
    let second = unit(text.get(6..)?)?;
    let pair = 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff);
    (second & 0xfc00 == 0xdc00).then_some((pair, 12))
}

fn hex(digits: &[u8]) -> Option<u32> {
    let mut number = 0;
    for digit in digits {
        number = number * 16 + char::from(*digit).to_digit(16)?;
    }
    Some(number)
}
