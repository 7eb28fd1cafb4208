//! The session: each hard order of events, and what holds in every order.

mod closing;
mod happenings;
pub mod inputs;
mod letters;
mod messages;
mod opening;
mod orders;
pub mod plans;
mod severed;
mod stage;
mod states;
mod table;
mod time;
mod trust;
mod watching;
mod witness;
