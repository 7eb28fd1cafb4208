//! Orders of events: no rule of the witness is ever broken, and nothing hangs.
//!
//! The first bytes choose the plan. Each further byte is a letter of the
//! alphabet of the native tests, or one with a text or a time of its own.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tray_auth_dialog::core::message::AuthMessage;
use tray_auth_dialog::core::session::{Input, Plan};
use tray_auth_dialog_fuzz::session::inputs::{says, unknown};
use tray_auth_dialog_fuzz::session::letters::{Letter, alphabet};
use tray_auth_dialog_fuzz::session::plans::every_plan;
use tray_auth_dialog_fuzz::session::stage::Stage;

static LETTERS: LazyLock<Vec<Letter>> = LazyLock::new(alphabet);

/// Short and long times, ms.
fn time(byte: u8) -> f64 {
    f64::from(1u32 << (byte % 22)) + f64::from(byte) / 10.0
}

fn plan(bytes: [u8; 4]) -> Plan {
    let plans = every_plan();
    let [which, flags, grace, limit] = bytes;
    Plan {
        answers: flags & 1 != 0,
        close_on_error: flags & 2 != 0,
        timeout: if flags & 4 != 0 {
            time(limit)
        } else {
            f64::INFINITY
        },
        close_grace: time(grace),
        ..plans[usize::from(which) % plans.len()].1.clone()
    }
}

fn letter(byte: u8, rest: &mut &[u8]) -> Letter {
    if let Some(letter) = LETTERS.get(usize::from(byte)) {
        return letter.clone();
    }
    let mut next = || {
        let (first, others) = rest.split_first().unwrap_or((&0, &[]));
        *rest = others;
        *first
    };
    let number = next();
    let text: String = (0..number % 8).map(|_| char::from(next())).collect();
    match byte % 4 {
        0 => Letter::Sleep(time(number)),
        1 => Letter::Now(Input::Stranger(text)),
        2 => Letter::Now(unknown(&text)),
        _ => Letter::Away(says(AuthMessage::Error {
            message: Some(text.repeat(usize::from(number))),
            cut: number & 1 != 0,
        })),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, mut rest)) = bytes.split_first_chunk::<4>() else {
        return;
    };
    let mut stage = Stage::new(plan(*first));
    while let Some((byte, others)) = rest.split_first() {
        rest = others;
        letter(*byte, &mut rest).play(&mut stage);
    }
    stage.must_end();
});
