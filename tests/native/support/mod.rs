//! What several subjects share.

pub mod js;
pub mod record;
pub mod vectors;
