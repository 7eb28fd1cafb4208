//! What several subjects share, and the fuzz targets too.

pub mod dialog;
pub mod js;
pub mod spellings;
pub mod vectors;
