//! Tray's auth-only dialog (placeholder while the layers are written).
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// Proves the tool chain: becomes `bindings/`.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn ping(text: &str) -> String {
    text.chars().rev().collect()
}
