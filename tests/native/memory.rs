//! Memory that is given back holds no authorization code: every allocation of
//! the native tests is looked at when it is freed.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use tray_auth_dialog::core::dialog_url::Address;
use tray_auth_dialog::core::dialog_url::DialogRequest;
use tray_auth_dialog::core::event::By;
use tray_auth_dialog::core::fields::Slot;
use tray_auth_dialog::core::given_url::GivenUrl;
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::options::{self, Purpose};
use tray_auth_dialog::core::origin::NativeParser;
use tray_auth_dialog::core::secrets::{Secret, Secrets};
use tray_auth_dialog::core::session::{Input, Moment, Session};
use tray_auth_dialog::core::target::Target;

use crate::session::inputs::says;
use crate::session::plans::{frame, given_window, popup};
use crate::support::js::Js;

/// A part of the code that looks the same however it is spelled.
const PART: &[u8] = b"Zq8Zq9Zq7";
const CODE: &str = "37d1 a4/fa+ü\"Zq8Zq9Zq7";

struct Watching;

thread_local! {
    /// How often memory with [`PART`] in it was freed, while somebody counts.
    static FREED: Cell<Option<usize>> = const { Cell::new(None) };
}

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Watching {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // Zeroed, so that what an earlier owner left there is not taken for the new one's.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        if let Some(count) = FREED.get() {
            let bytes = unsafe { std::slice::from_raw_parts(start, layout.size()) };
            if bytes.windows(PART.len()).any(|window| window == PART) {
                FREED.set(Some(count + 1));
            }
        }
        unsafe { System.dealloc(start, layout) }
    }

    // What grows is copied, and so freed where it was.
}

#[global_allocator]
static ALLOCATOR: Watching = Watching;

/// How many pieces of memory with the code in them `act` gave back.
fn freed(act: impl FnOnce()) -> usize {
    FREED.set(Some(0));
    act();
    FREED.take().unwrap_or_default()
}

fn code() -> Secret {
    CODE.to_owned().into()
}

fn address() -> Address {
    Address {
        url: ["https://embedded.tray.io/?code=", CODE].concat().into(),
        code: code(),
        ..Address::default()
    }
}

#[test]
fn a_text_that_is_no_secret_is_found_when_it_is_dropped_or_grows() {
    assert_eq!(freed(|| drop(CODE.to_owned())), 1);
    let grows = || {
        let mut text = CODE.to_owned();
        text.push_str("more than there was room for");
        drop(Secret::from(text));
    };
    assert_eq!(freed(grows), 1);
}

#[test]
fn a_secret_is_overwritten_with_what_its_buffer_held_before() {
    assert_eq!(freed(|| drop(code())), 0);
    assert_eq!(freed(|| drop(code().clone())), 0);
    let shortened = || {
        let mut text = CODE.to_owned();
        text.truncate(3);
        drop(Secret::from(text));
    };
    assert_eq!(freed(shortened), 0);
}

#[test]
fn a_secret_reads_as_its_text_and_shows_nothing() {
    assert_eq!(&*code(), CODE);
    assert_eq!(format!("{:?}", code()), "Secret");
}

#[test]
fn a_url_is_written_in_one_piece() {
    let id = || "ü".repeat(40);
    for target in [
        Target::Bare,
        Target::Edit { auth_id: id() },
        Target::Solution {
            solution_instance_id: id(),
            external_auth_id: id(),
        },
        Target::Service {
            service_id: id(),
            service_environment_id: id(),
            scopes: vec![id(); 20],
        },
    ] {
        let request = DialogRequest {
            skip_title_field: true,
            skip_auth_settings: true,
            ..DialogRequest::new(id(), target)
        };
        assert_eq!(freed(|| drop(request.url(CODE))), 0, "{request:?}");
        let long = ["ü".repeat(2_000).as_str(), CODE].concat();
        assert_eq!(freed(|| drop(request.url(&long))), 0, "{request:?}");
    }
}

#[test]
fn a_given_url_leaves_no_code_behind_whatever_becomes_of_it() {
    let given = GivenUrl {
        skip_title_field: true,
        skip_auth_settings: true,
        ..GivenUrl::default()
    };
    for path in ["create/acme", "create", "edit/acme/auth-1"] {
        let url = [
            "https://embedded.tray.io/external/auth/",
            path,
            "?code=",
            CODE,
        ]
        .concat();
        let opened = || drop(given.address(&NativeParser, &url));
        assert_eq!(freed(opened), 0, "{path}");
    }
}

#[test]
fn options_leave_no_code_behind_whether_it_is_taken_or_not() {
    let given = Js::object([
        ("partnerName", "acme".into()),
        ("authorizationCode", CODE.into()),
    ]);
    let refused = given
        .clone()
        .with("frame", Js::object([("sandbox", "x".into())]));
    assert!(options::read(&refused, Purpose::Open).is_err());
    assert_eq!(freed(|| drop(options::read(&refused, Purpose::Open))), 0);
    assert_eq!(freed(|| drop(options::read(&given, Purpose::Url))), 0);
    let taken = || {
        let mut options = options::read(&given, Purpose::Open).expect("options");
        assert_eq!(
            options.take_text(Slot::AuthorizationCode).as_deref(),
            Some(CODE)
        );
        assert_eq!(options.text(Slot::AuthorizationCode), None);
    };
    assert_eq!(freed(taken), 0);
}

#[test]
fn a_session_leaves_no_code_behind_in_any_state() {
    let at = Moment {
        time: 1.0,
        focused: true,
    };
    let code = || Input::Code(Box::new(address()));
    for plan in [popup(), given_window(), frame()] {
        for inputs in [
            vec![code()],
            vec![Input::Opened, code(), Input::Emptied, code()],
            vec![Input::Opened, code(), Input::Close(By::User), code()],
            vec![Input::Opened, Input::Abort, code()],
        ] {
            let mut session = Session::new(plan.clone(), Secrets::default());
            let play = || {
                for input in inputs {
                    session.step(at, input);
                }
                drop(session);
            };
            assert_eq!(freed(play), 0);
        }
    }
}

#[test]
fn what_quotes_the_code_leaves_no_copy_of_it_behind() {
    let at = Moment {
        time: 1.0,
        focused: true,
    };
    let quoting = || ["a text with ", CODE, " and %41 \\u0041"].concat();
    let said: [fn(String) -> AuthMessage; 3] = [
        |text| AuthMessage::Error {
            message: Some(text),
            cut: false,
        },
        |name| AuthMessage::Unknown { name },
        |kind| AuthMessage::Finish {
            auth_id: "auth-1".to_owned(),
            auth_type: Some(kind),
        },
    ];
    let inputs = said.map(|message| says(message(quoting())));
    for input in inputs.into_iter().chain([Input::Stranger(quoting())]) {
        let mut session = Session::new(popup(), Secrets::default());
        session.step(at, Input::Opened);
        session.step(at, Input::Code(Box::new(address())));
        let shown = format!("{input:?}");
        let hear = || {
            let effects = session.step(at, input);
            let told = format!("{effects:?}");
            assert!(told.contains("a text with [redacted]"), "{told}");
        };
        assert_eq!(freed(hear), 0, "{shown}");
    }
}
