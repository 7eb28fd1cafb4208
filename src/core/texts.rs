//! Texts, taken apart, and what makes one an id or a code. Imports nothing.
//!
//! By bytes, not by `str::split_once`, `find` and their like: the searchers
//! of `std` weigh 0.4 kB.

/// `text` before the first `at`, an ASCII character, and what follows it, if
/// there is one.
pub(super) fn cut(text: &str, at: u8) -> (&str, Option<&str>) {
    match text.bytes().position(|byte| byte == at) {
        Some(end) => (text.get(..end).unwrap_or_default(), text.get(end + 1..)),
        None => (text, None),
    }
}

/// Whether an ASCII character is in `text`.
pub(super) fn has(text: &str, character: u8) -> bool {
    cut(text, character).1.is_some()
}

/// Whether there is a character in `text` that belongs into no id and no URL:
/// U+FFFD is what an unpaired surrogate turns into.
pub(super) fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() || c == '\u{fffd}')
}

/// An id becomes a segment of the URL's path, which must neither vanish nor
/// climb.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !matches!(text, "" | "." | "..") && text.trim().len() == text.len() && !has_control(text)
}

/// The code without white space round it, if anything is left.
#[must_use]
pub fn usable_code(code: &str) -> Option<&str> {
    let code = code.trim();
    (!code.is_empty()).then_some(code)
}
