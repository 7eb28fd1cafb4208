//! The error codes and the shape of an error.

use serde_json::json;
use tray_auth_dialog::core::error::{Error, ErrorCode};

#[test]
fn the_codes_are_those_of_the_contract_in_its_order() {
    assert_eq!(
        json!(ErrorCode::ALL),
        json!([
            "invalid_options",
            "not_in_browser",
            "wasm_blocked",
            "not_ready",
            "popup_blocked",
            "code_failed",
            "closed",
            "opener_severed",
            "frame_blocked",
            "dialog_error",
            "timeout",
            "aborted",
            "superseded",
            "internal",
        ])
    );
}

#[test]
fn a_code_is_called_the_same_wherever_it_is_named() {
    for code in ErrorCode::ALL {
        assert_eq!(json!(code), json!(code.as_str()));
    }
}

#[test]
fn an_error_about_an_option_begins_with_its_name() {
    let error = Error::option("popup.width", "must be a number");
    assert_eq!(error.code, ErrorCode::InvalidOptions);
    assert_eq!(error.to_string(), "`popup.width` must be a number");
    assert_eq!(error.field.as_deref(), Some("popup.width"));
}

#[test]
fn an_error_about_no_option_names_none() {
    let error = Error::new(ErrorCode::Internal, "a defect");
    assert_eq!(error.to_string(), "a defect");
    assert_eq!(error.field, None);
}

#[test]
fn an_error_leaves_the_module_with_its_code_message_field_and_reason() {
    assert_eq!(
        json!(Error::new(ErrorCode::DialogError, "it said: no").because("no")),
        json!({ "code": "dialog_error", "message": "it said: no", "reason": "no" })
    );
    assert_eq!(
        json!(Error::option("host", "is odd")),
        json!({ "code": "invalid_options", "message": "`host` is odd", "field": "host" })
    );
    assert_eq!(
        json!(Error::new(ErrorCode::Internal, "a defect")),
        json!({ "code": "internal", "message": "a defect" })
    );
}
