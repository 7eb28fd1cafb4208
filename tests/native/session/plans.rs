//! The five ways to show a dialog.

use tray_auth_dialog::core::session::{Plan, Surface};

/// The popup that `openAuthDialog` opens when nothing else is said.
pub fn popup() -> Plan {
    Plan {
        surface: Surface::Window,
        attached: false,
        ours: true,
        ready: true,
        source: "authorizationCode",
        answers: true,
        code_timeout: 30_000.0,
        timeout: f64::INFINITY,
        close_grace: 500.0,
        close_on_error: true,
        focused: true,
        stall_after: 15_000.0,
    }
}

/// `popup.window`.
pub fn given_window() -> Plan {
    Plan {
        ours: false,
        ready: false,
        ..popup()
    }
}

/// `display: 'modal'` or an Element.
pub fn frame() -> Plan {
    Plan {
        surface: Surface::Frame,
        ..popup()
    }
}

/// `attachAuthDialog(window)`.
pub fn attached_window() -> Plan {
    Plan {
        attached: true,
        ours: false,
        ..popup()
    }
}

/// `attachAuthDialog(iframe)`.
pub fn attached_frame() -> Plan {
    Plan {
        surface: Surface::Frame,
        ..attached_window()
    }
}

/// Every way to show a dialog, with its name.
pub fn every_plan() -> Vec<(&'static str, Plan)> {
    vec![
        ("popup", popup()),
        ("given window", given_window()),
        ("frame", frame()),
        ("attached window", attached_window()),
        ("attached frame", attached_frame()),
    ]
}
