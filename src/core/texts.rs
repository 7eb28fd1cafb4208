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
    let is_space = |end: Option<char>| end.is_some_and(char::is_whitespace);
    let mut characters = text.chars();
    !matches!(text, "" | "." | "..")
        && !is_space(characters.next())
        && !is_space(characters.next_back())
        && !has_control(text)
}

/// The code without ASCII white space round it, if anything but white space is
/// left.
#[must_use]
pub fn usable_code(code: &str) -> Option<&str> {
    let code = code.trim_ascii();
    (!code.chars().all(char::is_whitespace)).then_some(code)
}
