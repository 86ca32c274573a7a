//! New notices at the end of their year's list.

use std::collections::BTreeMap;

use crate::plan::Notice;
use crate::store::open::Origin;
use crate::store::read::FileKind;

use super::{EditError, Rewrite, items, read_back, written};

impl Rewrite {
    /// Appends notices, each to the file of its number's year. Returns where each of them now stands.
    ///
    /// # Errors
    /// When a file cannot be appended to safely.
    pub fn issue(&mut self, notices: &[Notice]) -> Result<Vec<Origin>, EditError> {
        let mut by_year: BTreeMap<i32, Vec<&Notice>> = BTreeMap::new();
        for notice in notices {
            by_year.entry(notice.number.year).or_default().push(notice);
        }
        let mut origins = Vec::new();
        for (year, new) in by_year {
            let path = self.file_of_year(year);
            let before = self.text(&path);
            let after = items::append(&before, new.iter().map(|notice| written::notice(notice)))
                .ok_or_else(|| EditError::Unplaced(path.clone()))?;
            let read = read_back::<Notice>(&path, &after)?;
            let old = read_back::<Notice>(&path, &before)?;
            self.expect(&path, read.iter().eq(old.iter().chain(new.iter().copied())))?;
            let file = self.put(FileKind::Notices, &path, after);
            self.opened.replace_notices(file, read);
            origins.extend((old.len()..old.len() + new.len()).map(|item| Origin { file, item }));
        }
        Ok(origins)
    }

    /// The file of a year's notices: the one that is there, however its name ends.
    fn file_of_year(&self, year: i32) -> String {
        let short = format!("notices/{year:04}.yml");
        if self.opened.files.iter().any(|file| file.path == short) { short } else { format!("notices/{year:04}.yaml") }
    }
}
