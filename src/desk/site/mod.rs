//! A plan as a site: its pages, written into a folder, or served to this machine.

mod folder;
mod http;
mod pages;
mod proofs;
mod serve;
mod watch;

pub(crate) use folder::{refuse_plan, write};
pub(crate) use pages::Pages;
pub(crate) use serve::serve;
