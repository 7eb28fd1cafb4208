//! The life of one dialog as a state machine: `step(Moment, Input) -> Effects`.
//! Imports its own parts.
//!
//! It owns no window, no timer and no clock. The browser layer feeds it what
//! happens and carries out what it answers; time and focus are inputs too. So
//! every hard case (a close against a late finish, an abort in any state, a
//! cut connection) is an order of inputs that a native test can try.
//!
//! `tests/native/session/table.md` has every state and input, held to the
//! code by its test. What always holds: `step` takes any input in any state; at
//! most one of `Finish` and `Fail` is ever answered; `Release` comes exactly
//! once, and last.

mod ending;
mod hearing;
mod io;
mod live;
mod plan;
mod reasons;
mod state;
mod step;

pub use io::{Effect, Input, Moment};
pub use plan::{Plan, Surface};
pub use state::{MAX_ANSWERS, MAX_STRANGERS, PROBE_LIMIT, Session, State, WATCH};
