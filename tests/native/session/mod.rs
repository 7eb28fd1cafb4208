//! The session: each hard order of events, and what holds in every order.

mod closing;
mod letters;
mod messages;
mod opening;
mod orders;
mod severed;
mod stage;
mod time;
mod watching;
mod witness;
