//! Splits texts, and decides which are valid ids and codes. Imports nothing.
//!
//! It works on bytes, not with `str::split_once` or `find`: the search code of
//! `std` adds 0.4 kB.

/// `text` before the first `at`, an ASCII character, and the text after it, if
/// `at` is in it.
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

/// Whether `text` contains a character that no id and no URL may have. U+FFFD
/// is what an unpaired surrogate becomes.
pub(super) fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() || c == '\u{fffd}')
}

/// Whether `text` is a valid id. An id becomes a segment of the URL's path, so
/// it must not be empty, `.` or `..`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let is_space = |end: Option<char>| end.is_some_and(char::is_whitespace);
    let mut characters = text.chars();
    !matches!(text, "" | "." | "..")
        && !is_space(characters.next())
        && !is_space(characters.next_back())
        && !has_control(text)
}

/// The code without ASCII white space around it, unless nothing is left.
#[must_use]
pub fn usable_code(code: &str) -> Option<&str> {
    let code = code.trim_ascii();
    (!code.chars().all(char::is_whitespace)).then_some(code)
}
