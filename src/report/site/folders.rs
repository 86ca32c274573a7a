//! The folders of several plans' sites.

use super::page_name::PageNames;

/// Gives out the folders of plans' sites, below the folder of their index.
#[derive(Debug, Default)]
pub struct Folders(PageNames);

impl Folders {
    /// In which folder they all are.
    pub const ALL: &'static str = "plan";

    /// The folder of the plan with that id: named by the id, with a number where another has it already.
    pub fn give(&mut self, id: &str) -> String {
        format!("{}/{}", Folders::ALL, self.0.give(id))
    }
}
