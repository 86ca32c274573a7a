//! What people hand in (documents, workbooks, CSV, forms), turned into proposed changes of a plan.

pub(crate) mod assign;
pub(crate) mod carry;
pub(crate) mod checklist;
pub mod document;
pub mod draft;
pub(crate) mod form;
pub(crate) mod import;
pub(crate) mod ledger;
pub(crate) mod new_part;
pub(crate) mod new_task;
mod order;
pub(crate) mod own;
pub(crate) mod place;
pub(crate) mod recurs;
pub(crate) mod review;
pub(crate) mod rule;
pub(crate) mod settle;
pub mod sheet;
pub(crate) mod wanted;
