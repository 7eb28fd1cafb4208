//! What several subjects share, and the fuzz targets too.

pub mod dialog;
pub mod js;
pub mod record;
pub mod vectors;
