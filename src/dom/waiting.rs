//! The waiting state of a blank window or frame, until it is sent to the
//! dialog. Imports `given` and the facade's types.

use web_sys::Window;

use super::facade::Handle;
use super::given::read;

/// Shows the waiting state. If that fails, the dialog continues.
pub fn show_waiting(window: &Window, handle: &Handle) {
    // `null` if it is of another origin, as in a sandbox.
    let blank = read(window, "document");
    if blank.is_object() {
        let _ = handle.waiting(&blank);
    }
}
