//! The stage, its witness and the alphabet, from the native tests.

#[path = "../../tests/native/session/inputs.rs"]
pub mod inputs;
#[path = "../../tests/native/session/letters.rs"]
pub mod letters;
#[path = "../../tests/native/session/plans.rs"]
pub mod plans;
#[path = "../../tests/native/session/stage.rs"]
pub mod stage;
#[path = "../../tests/native/session/witness.rs"]
pub mod witness;
