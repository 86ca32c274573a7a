//! Many plans laid out: the page of the whole, and their alerts.

mod alerts;
mod changed;
mod chat;
mod frame;
mod orders;
mod page;
mod week;

pub use alerts::{rollup_alerts, rollup_alerts_ledger};
pub(super) use page::{changed_lights as rollup_changes, headline as rollup_headline};
pub use page::{rollup, rollup_ledger};
pub use week::{rollup_letter, rollup_week};
