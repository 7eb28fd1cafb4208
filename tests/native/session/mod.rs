//! The session: each hard order of events, and what holds in every order.

mod closing;
mod happenings;
mod letters;
mod messages;
mod opening;
mod orders;
mod severed;
mod stage;
mod states;
mod table;
mod time;
mod watching;
mod witness;
