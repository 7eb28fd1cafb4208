//! Which values each kind accepts, and the error for others. Imports the kinds
//! and the port.

use super::source::{Seen, Source};
use crate::core::fields::{Kind, Live};
use crate::core::texts::is_id;

/// The longest time that a browser's timer takes, ms.
const MAX_TIME: f64 = 2_147_483_647.0;

/// Whether the value is of this kind.
pub(super) fn fits<S: Source>(kind: Kind, seen: &Seen<S>) -> bool {
    match (kind, seen) {
        (Kind::Id, Seen::Text(text)) => is_id(text),
        (Kind::Text, Seen::Text(text)) => !text.is_empty(),
        (Kind::OneOf(choices), Seen::Text(text)) => choices.contains(&text.as_str()),
        (Kind::Display, Seen::Text(text)) => text == "popup" || text == "modal",
        (Kind::Time(min), Seen::Number(ms)) => *ms >= f64::from(min) && *ms <= MAX_TIME,
        (Kind::Pixels, Seen::Number(px)) => (100.0..=10_000.0).contains(px),
        (Kind::Live(live), Seen::Live(value)) => value.is(live),
        (Kind::Display, Seen::Live(value)) => value.is(Live::Element),
        (Kind::Code | Kind::Url, Seen::Live(value)) => {
            value.is(Live::Function) || value.is(Live::Thenable)
        }
        (Kind::Code | Kind::Url, Seen::Text(_))
        | (Kind::Flag, Seen::Flag(_))
        | (Kind::Texts, Seen::Texts(_)) => true,
        _ => false,
    }
}

/// What is wrong with the value.
pub(super) fn problem<S>(kind: Kind, seen: &Seen<S>) -> String {
    if let Seen::TooLong = seen {
        return "is too long: at most 1,024 characters for an id, 4,096 for a text, 16,384 for a URL"
            .to_owned();
    }
    let mut problem = expectation(kind).to_owned();
    if let Kind::OneOf(choices) = kind {
        for (index, choice) in choices.iter().enumerate() {
            problem.push_str(if index == 0 { "'" } else { ", '" });
            problem.push_str(choice);
            problem.push('\'');
        }
    }
    problem
}

fn expectation(kind: Kind) -> &'static str {
    match kind {
        Kind::Id => {
            "must be a non-empty string without control characters or spaces around it, and not \".\" \
             or \"..\""
        }
        Kind::Text => "must be a non-empty string",
        Kind::Texts => "must be an array of at most 1,000 strings, each of 1 to 1,024 characters",
        Kind::OneOf(_) => "must be one of ",
        Kind::Flag => "must be true or false",
        Kind::Time(1..) => {
            "must be a number of milliseconds from 1 to 2147483647; leave it out for the default"
        }
        Kind::Time(_) => "must be a number of milliseconds from 0 to 2147483647",
        Kind::Pixels => "must be a number of CSS pixels from 100 to 10000",
        Kind::Live(Live::Window) => {
            "must be an open window that this page opened with `window.open`"
        }
        Kind::Live(Live::Signal) => "must be an AbortSignal",
        Kind::Live(_) => "must be a function",
        Kind::Code => {
            "must be a string, a promise of a string, or a function that returns one of them"
        }
        Kind::Url => {
            "must be a string or a URL object, a promise of one, or a function that returns one of \
             them"
        }
        Kind::Display => {
            "must be 'popup', 'modal' or an Element in this document that shows its children, such \
             as a div"
        }
        Kind::Group(_) => "must be an object",
    }
}
