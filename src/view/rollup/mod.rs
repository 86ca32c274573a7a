//! Many plans laid out: the page of the whole, and their alerts.

mod alerts;
mod frame;
mod page;

pub use alerts::{rollup_alerts, rollup_alerts_ledger};
pub use page::{rollup, rollup_ledger};
