//! Runs wasm-bindgen on one module: `bindgen <input.wasm> <output folder>`.
//!
//! It stands in for the `wasm-bindgen` program of the same version, which takes four times as long to build.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, output] = arguments.as_slice() else {
        eprintln!("usage: bindgen <input.wasm> <output folder>");
        return ExitCode::FAILURE;
    };
    match generate(input, output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn generate(input: &str, output: &str) -> Result<(), Box<dyn std::error::Error>> {
    Bindgen::new()
        .bundler(true)?
        .input_path(input)
        .out_name("tray_auth_dialog")
        .typescript(false)
        // Of no use at run time. (Nor are the names, but the list of functions is
        // made of them: scripts/build/binaryen.mjs.)
        .remove_producers_section(true)
        .generate(output)?;
    Ok(())
}
