//! What a score (考评) goes by: what was done in time, what was not, and what was asked for too late.

mod judged;
mod said;

pub use judged::{Because, Judged, is_unheard_of, judged};
pub use said::judged_because;
