//! The vectors, which every layer runs that can.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A row of `urls.json`: a URL, or an error and the field that it names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrlCase {
    pub name: String,
    pub options: Value,
    pub url: Option<String>,
    pub error: Option<String>,
    pub field: Option<String>,
}

/// A row of `given-urls.json`.
#[derive(Deserialize)]
pub struct GivenUrlCase {
    pub name: String,
    pub options: Value,
    #[serde(flatten)]
    pub expected: Expected,
}

/// What becomes of it.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Expected {
    Opened(Opened),
    Refused(Refused),
}

/// What is opened: the URL, its origin, and what the result says of the slot.
#[derive(Deserialize)]
pub struct Opened {
    #[serde(rename = "opens")]
    pub url: String,
    pub origin: String,
    pub ids: Value,
}

/// The code that is thrown, the option concerned, and a part of the message.
#[derive(Deserialize)]
pub struct Refused {
    #[serde(rename = "error")]
    pub code: String,
    pub field: String,
    pub says: String,
}

/// A row of `messages.json`; no message means `undefined`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageCase {
    pub name: String,
    pub data: Value,
    pub message: Value,
}

pub fn urls() -> Vec<UrlCase> {
    cases(include_str!("../../vectors/urls.json"))
}

pub fn given_urls() -> Vec<GivenUrlCase> {
    cases(include_str!("../../vectors/given-urls.json"))
}

pub fn messages() -> Vec<MessageCase> {
    cases(include_str!("../../vectors/messages.json"))
}

#[test]
fn no_two_vectors_of_a_file_have_the_same_name_or_data() {
    use std::collections::HashSet;

    let urls = || urls().into_iter().map(|case| (case.name, case.options));
    let given = || {
        given_urls()
            .into_iter()
            .map(|case| (case.name, case.options))
    };
    let said = || messages().into_iter().map(|case| (case.name, case.data));
    let files: [(usize, Vec<(String, Value)>); 3] = [
        (70, urls().collect()),
        (50, given().collect()),
        (45, said().collect()),
    ];
    for (least, cases) in files {
        assert!(cases.len() >= least, "vectors were lost");
        let (mut names, mut seen) = (HashSet::new(), HashSet::new());
        for (name, data) in cases {
            assert!(seen.insert(data.to_string()), "{name} repeats another");
            assert!(names.insert(name.clone()), "{name} is there twice");
        }
    }
}

fn cases<Case: DeserializeOwned>(text: &str) -> Vec<Case> {
    #[derive(Deserialize)]
    struct File<Case> {
        cases: Vec<Case>,
    }
    let file: File<Case> = serde_json::from_str(text).expect("every row is read whole");
    file.cases
}
