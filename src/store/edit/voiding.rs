//! A notice that is said to be void.

use super::keys::{Put, Step, put};
use super::rewrite::{EditError, Rewrite, read_back};
use crate::plan::{Date, Notice, NoticeNumber};
use crate::store::read::FileKind;
use crate::words::fields::{self, Place};

impl Rewrite {
    /// Says in a notice's own item that it is void since a day, and why.
    ///
    /// # Errors
    /// When there is no such notice, or its file cannot be edited safely.
    pub fn void_notice(&mut self, number: &NoticeNumber, since: Date, reason: &str) -> Result<(), EditError> {
        let nothing = || EditError::Nothing(number.to_string());
        let notices = &self.opened().journal.notices;
        let at = notices.iter().position(|notice| notice.number == *number).ok_or_else(nothing)?;
        let origin = self.opened().origins.notices.get(at).copied().ok_or_else(nothing)?;
        let path = self.path_of(origin.file);
        let before = self.text(&path);
        let mut meant = read_back::<Notice>(&path, &before)?;
        let notice = meant.get_mut(origin.item).ok_or_else(nothing)?;
        (notice.voided, notice.void_reason) = (Some(since), Some(reason.to_owned()));
        let day = since.to_string();
        let keys: Vec<&str> = fields::of(Place::Notice).iter().map(|field| field.key).collect();
        let way = [Step::Item(origin.item)];
        let after = put(&before, &way, "voided", &keys, &Put::single(&day, &day))
            .and_then(|text| put(&text, &way, "void_reason", &keys, &Put::text(reason)))
            .ok_or_else(|| EditError::Unplaced(path.clone()))?;
        let read = read_back::<Notice>(&path, &after)?;
        if read != meant {
            return Err(EditError::Misread(path));
        }
        let file = self.put(FileKind::Notices, &path, after);
        self.opened.replace_notices(file, read);
        Ok(())
    }
}
