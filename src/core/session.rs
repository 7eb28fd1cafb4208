//! The life of one dialog as a state machine: `step(Moment, Input) -> Effects`.
//! Imports its own parts.
//!
//! It owns no window, no timer and no clock. The browser layer passes in what
//! happens and carries out the effects; time and focus are inputs too. So every
//! hard case (a close against a late finish, an abort in any state, a cut
//! connection) is a sequence of inputs that a native test can try.
//!
//! `tests/native/session/table.md` has every state and input, held to the code
//! by its test. Invariants: `step` accepts any input in any state; it returns
//! at most one of `Finish` and `Fail` in total; `Release` comes exactly once,
//! and last.

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
