//! Runs wasm-bindgen on one module: `bindgen <web|bundler> <input.wasm> <output folder>`.
//!
//! It stands in for the `wasm-bindgen` program of the same version, which takes four times as long to build.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [target, input, output] = arguments.as_slice() else {
        eprintln!("usage: bindgen <web|bundler> <input.wasm> <output folder>");
        return ExitCode::FAILURE;
    };
    match generate(target, input, output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn generate(target: &str, input: &str, output: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut bindgen = Bindgen::new();
    match target {
        "web" => bindgen.web(true)?.omit_default_module_path(true),
        "bundler" => bindgen.bundler(true)?,
        other => return Err(format!("unknown target: {other}").into()),
    };
    bindgen
        .input_path(input)
        .out_name("tray_auth_dialog")
        .typescript(false)
        // Of no use at run time. (Nor are the names, but the list of functions is
        // made of them: scripts/build/binaryen.mjs.)
        .remove_producers_section(true)
        .generate(output)?;
    Ok(())
}
