//! A site of linked pages, one file a kind of page. It works from a folder and from a server, without a network; what
//! the pages say can be read without JavaScript, which only searches, sorts and changes the colours.

mod alerts;
mod calendar;
mod course;
mod document;
mod drawing;
mod fault;
mod frame;
mod index;
mod many;
mod notices;
mod now;
mod overview;
mod paged;
mod pages;
mod parts;
mod pieces;
mod plot;
mod proof;
mod score;
mod table;
mod task;
mod timeline;
mod trend;
mod week;

pub use drawing::{Kept, Proofs};
pub use fault::fault;
pub use many::{ManyPlans, PlanAmong, many};
pub use pages::{SiteFile, VERSION_PATH, assets, site};
