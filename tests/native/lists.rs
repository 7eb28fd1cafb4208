//! Lists of texts: their documented length, and nothing beyond it.

use std::cell::Cell;

use tray_auth_dialog::core::fields::Live;
use tray_auth_dialog::core::options::{Purpose, Seen, Source, read};

use crate::support::js::Js;

const LISTS: [&str; 2] = ["scopes", "extraOrigins"];

fn with_list(name: &str, list: Js) -> Result<(), String> {
    let options = Js::object([
        ("partnerName", "acme".into()),
        ("authorizationCode", "c0de".into()),
        (name, list),
    ]);
    match read(&options, Purpose::Open) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn a_list_has_at_most_a_thousand_entries() {
    for name in LISTS {
        let list = |length| Js::Array(vec!["a".into(); length]);
        assert_eq!(with_list(name, list(0)), Ok(()));
        assert_eq!(with_list(name, list(1_000)), Ok(()));
        let problem = with_list(name, list(1_001)).expect_err("too many");
        assert!(problem.starts_with(&format!("`{name}` ")), "{problem}");
        assert!(problem.contains("1,000"), "{problem}");
    }
}

#[test]
fn a_hole_in_a_list_is_no_text() {
    for name in LISTS {
        let list = Js::Array(vec!["a".into(), Js::Undefined, "b".into()]);
        assert!(with_list(name, list).is_err());
    }
}

/// An options object whose `scopes` are an array that claims this length, and
/// that array.
#[derive(Debug)]
enum Claim<'a> {
    Options(Option<f64>, &'a Cell<u32>),
    Array(Option<f64>, &'a Cell<u32>),
}

impl Source for Claim<'_> {
    fn get(&self, name: &str, _: u32) -> Seen<Self> {
        match (self, name) {
            (Self::Options(length, asked), "scopes") => Seen::Live(Self::Array(*length, asked)),
            (Self::Options(..), _) => Seen::Absent,
            (Self::Array(length, _), "length") => length.map_or(Seen::Unusable, Seen::Number),
            (Self::Array(_, asked), _) => {
                asked.set(asked.get() + 1);
                Seen::Absent
            }
        }
    }

    fn names(&self) -> Vec<String> {
        match self {
            Self::Options(..) => vec!["scopes".to_owned()],
            Self::Array(_, asked) => {
                asked.set(asked.get() + 1);
                Vec::new()
            }
        }
    }

    fn is(&self, live: Live) -> bool {
        live == Live::Array
    }
}

#[test]
fn an_array_that_claims_more_or_no_length_is_not_read_at_all() {
    for length in [
        None,
        Some(1_001.0),
        Some(4_294_967_295.0),
        Some(f64::NAN),
        Some(f64::INFINITY),
    ] {
        let asked = Cell::new(0);
        let error = read(&Claim::Options(length, &asked), Purpose::Open).expect_err("too long");
        assert_eq!(error.field.as_deref(), Some("scopes"), "{length:?}");
        assert_eq!(asked.get(), 0, "{length:?}");
    }
}
