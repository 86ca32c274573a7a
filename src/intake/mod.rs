//! What people hand in (documents, workbooks, CSV, forms), turned into proposed changes of a plan.

pub mod draft;
pub(crate) mod ledger;
pub mod sheet;
