//! The vectors, which every layer runs that can.

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct File<Case> {
    cases: Vec<Case>,
}

/// A row of `urls.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrlCase {
    pub name: String,
    pub options: Value,
    pub url: Option<String>,
    pub error: Option<String>,
    pub field: Option<String>,
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
    read(include_str!("../../vectors/urls.json"))
}

pub fn messages() -> Vec<MessageCase> {
    read(include_str!("../../vectors/messages.json"))
}

fn read<Case: serde::de::DeserializeOwned>(text: &str) -> Vec<Case> {
    let file: File<Case> = serde_json::from_str(text).expect("vectors are JSON of this shape");
    file.cases
}
