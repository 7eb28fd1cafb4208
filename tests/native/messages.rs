//! `parseAuthMessage`: as the vectors have it, and what no vector can hold.

use std::collections::HashSet;

use serde_json::Value;
use tray_auth_dialog::core::message::{parse, AuthMessage};

use crate::support::js::Js;
use crate::support::record::json;
use crate::support::vectors;

#[test]
fn every_vector_gives_its_message() {
    for case in vectors::messages() {
        let message = parse(&Js::from(&case.data)).map(AuthMessage::shortened);
        let message = message.map_or(Value::Null, |message| json(&message));
        assert_eq!(message, case.message, "{}", case.name);
    }
}

#[test]
fn no_two_vectors_have_the_same_name_or_data() {
    let mut names = HashSet::new();
    let mut data = HashSet::new();
    for case in vectors::messages() {
        assert!(
            names.insert(case.name.clone()),
            "{} is there twice",
            case.name
        );
        assert!(
            data.insert(case.data.to_string()),
            "{} repeats another's data",
            case.name
        );
    }
    assert!(names.len() >= 45, "vectors were lost");
}
