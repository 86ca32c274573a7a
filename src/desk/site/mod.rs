//! A plan as a site: its pages, written into a folder, or served to this machine.

mod folder;
mod http;
mod pages;
mod proofs;
mod serve;
mod several;
mod watch;

pub(crate) use folder::{refuse_plan, refuse_within, write};
pub(crate) use pages::Pages;
pub(crate) use serve::serve;
pub(crate) use several::Several;
