//! A plan as a site of linked pages: everything that they say, for the office or for the public.

mod document;
mod folders;
mod month;
mod office;
mod page_name;
mod part;
mod public;
mod report;
mod task;

pub use document::{Counts, DocLine, DocSentence, Document, Piece, Role};
pub use folders::Folders;
pub use month::{Day, Due, DueOf, Month, OfficeDay};
pub use office::{Sources, office};
pub use part::Part;
pub use public::public;
pub use report::{Office, Site};
pub use task::{Inside, SiteTask};
