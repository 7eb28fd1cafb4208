//! A small back end in Rust, without a framework: it makes the URL of Tray's
//! dialog, and receives the page's result.
//!
//! ```sh
//! TRAY_PARTNER=acme TRAY_CODE=37d1a4fa990f cargo run --example backend
//! ```
//!
//! - `POST /dialog-url` with `{ solutionInstanceId, externalAuthId }` answers
//!   with the `url` to open.
//! - `POST /connected` takes the page's `AuthResult`, and answers with the
//!   variables for Tray's `updateSolutionInstance`.
//!
//! It leaves out the sign-in, the protection against forged requests, and the
//! requests to Tray (`docs/backend.md` has their GraphQL). The code comes from
//! `generateAuthorizationCode`, for this visitor only; here it is a variable.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use serde::Deserialize;
use serde_json::{Value, json};
use tray_auth_dialog::{AuthResult, DialogRequest, ErrorCode, Target, dialog_url};

/// The longest body that is read, bytes.
const MAX_BODY: usize = 64 * 1024;

type Response = (&'static str, Value);

/// What the page asks for: a slot of one of the visitor's instances.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Slot {
    solution_instance_id: String,
    external_auth_id: String,
}

fn url(slot: Slot, partner: &str, code: &str) -> Response {
    let target = Target::Solution {
        solution_instance_id: slot.solution_instance_id,
        external_auth_id: slot.external_auth_id,
    };
    match dialog_url(&DialogRequest::new(partner, target), code) {
        Ok(url) => ("200 OK", json!({ "url": url.as_str() })),
        Err(error) if error.code == ErrorCode::InvalidOptions => ("400 Bad Request", json!(error)),
        Err(error) => ("500 Internal Server Error", json!(error)),
    }
}

/// What the page posts when `result` has resolved, or when `late-finish` came.
/// The ids come from a browser: Tray checks them against the visitor's token.
fn connected(result: AuthResult) -> Response {
    let variables = json!({
        "solutionInstanceId": result.solution_instance_id,
        "authValues": [result.auth_value],
    });
    ("200 OK", variables)
}

fn respond(first: &str, body: &[u8], partner: &str, code: &str) -> Response {
    let answer = match first.split_once(" HTTP/").map(|(request, _)| request) {
        Some("POST /dialog-url") => {
            serde_json::from_slice(body).map(|slot| url(slot, partner, code))
        }
        Some("POST /connected") => serde_json::from_slice(body).map(connected),
        _ => return ("404 Not Found", json!({})),
    };
    answer.unwrap_or_else(|error| ("400 Bad Request", json!({ "message": error.to_string() })))
}

fn serve(mut stream: &TcpStream, partner: &str, code: &str) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if line.trim().is_empty() {
            break;
        }
        if let Some(("content-length", value)) = line.to_ascii_lowercase().split_once(':') {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length.min(MAX_BODY)];
    reader.read_exact(&mut body)?;
    let (status, answer) = respond(&first, &body, partner, code);
    let answer = answer.to_string();
    // The URL holds the code: no cache may keep it.
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{answer}",
        answer.len()
    )
}

fn main() -> std::io::Result<()> {
    let partner = env::var("TRAY_PARTNER").unwrap_or_else(|_| "acme".to_owned());
    let code = env::var("TRAY_CODE").unwrap_or_else(|_| "37d1a4fa990f".to_owned());
    let listener = TcpListener::bind(("127.0.0.1", 3000))?;
    println!("http://127.0.0.1:3000");
    for stream in listener.incoming() {
        // Who hangs up early is no reason to stop.
        if let Err(error) = serve(&stream?, &partner, &code) {
            eprintln!("{error}");
        }
    }
    Ok(())
}
