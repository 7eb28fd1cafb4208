//! A text that holds a secret. Imports nothing of ours.

use std::fmt;
use std::hint::black_box;
use std::ops::Deref;

/// A text that is overwritten when it is dropped, and that `{:?}` does not
/// show.
///
/// The string must not have grown before: a buffer that grew has left a copy of
/// its beginning in memory.
#[derive(Clone, Default)]
pub struct Secret(String);

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Deref for Secret {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}

impl Drop for Secret {
    #[inline(never)] // a call is smaller, and there are many
    fn drop(&mut self) {
        erase(std::mem::take(&mut self.0).into_bytes());
    }
}

/// Overwrites the whole buffer before its memory is freed.
#[inline(never)]
pub(super) fn erase(mut bytes: Vec<u8>) {
    bytes.clear();
    bytes.resize(bytes.capacity(), 0);
    black_box(&bytes);
}
