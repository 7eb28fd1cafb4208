//! The session: each hard order of events, and what holds in every order.

mod closing;
mod happenings;
mod inputs;
mod leaving;
mod letters;
mod messages;
mod opening;
mod orders;
mod plans;
mod severed;
mod stage;
mod states;
mod table;
mod time;
mod trust;
mod watching;
mod witness;
