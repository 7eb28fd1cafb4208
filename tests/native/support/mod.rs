//! What several subjects share.

pub mod js;
pub mod vectors;
