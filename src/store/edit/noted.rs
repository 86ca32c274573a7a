//! What becomes of a notice after it was sent, noted in its own item: that the unit has received it, that it is void.

use super::keys::{Put, Step, put};
use super::rewrite::{EditError, Rewrite, read_back};
use crate::plan::{Date, Notice, NoticeNumber};
use crate::store::read::FileKind;
use crate::words::fields::{self, Place};

impl Rewrite {
    /// Says that a notice is void since a day, and why.
    ///
    /// # Errors
    /// When there is no such notice, or its file cannot be edited safely.
    pub fn void_notice(&mut self, number: &NoticeNumber, since: Date, reason: &str) -> Result<(), EditError> {
        let day = since.to_string();
        let said = [("voided", Put::single(&day, &day)), ("void_reason", Put::text(reason))];
        self.note_on(number, &said, |notice| {
            (notice.voided, notice.void_reason) = (Some(since), Some(reason.to_owned()));
        })
    }

    /// Says that the unit received a notice on a day, and who took it over where that is known.
    ///
    /// # Errors
    /// When there is no such notice, or its file cannot be edited safely.
    pub fn receive_notice(&mut self, number: &NoticeNumber, on: Date, by: Option<&str>) -> Result<(), EditError> {
        let day = on.to_string();
        let received = ("received", Put::single(&day, &day));
        let said: Vec<_> = [received].into_iter().chain(by.map(|by| ("received_by", Put::text(by)))).collect();
        self.note_on(number, &said, |notice| {
            (notice.received, notice.received_by) = (Some(on), by.map(str::to_owned));
        })
    }

    /// Puts keys into a notice's own item, and the same into the model.
    fn note_on(
        &mut self,
        number: &NoticeNumber,
        said: &[(&str, Put)],
        note: impl Fn(&mut Notice),
    ) -> Result<(), EditError> {
        let nothing = || EditError::Nothing(number.to_string());
        let notices = &self.opened().journal.notices;
        let at = notices.iter().position(|notice| notice.number == *number).ok_or_else(nothing)?;
        let origin = self.opened().origins.notices.get(at).copied().ok_or_else(nothing)?;
        let path = self.path_of(origin.file);
        let before = self.text(&path);
        let mut meant = read_back::<Notice>(&path, &before)?;
        note(meant.get_mut(origin.item).ok_or_else(nothing)?);
        let keys: Vec<&str> = fields::of(Place::Notice).iter().map(|field| field.key).collect();
        let way = [Step::Item(origin.item)];
        let mut after = before.clone();
        for (key, value) in said {
            after = put(&after, &way, key, &keys, value).ok_or_else(|| EditError::Unplaced(path.clone()))?;
        }
        let read = read_back::<Notice>(&path, &after)?;
        if read != meant {
            return Err(EditError::Misread(path));
        }
        let file = self.put(FileKind::Notices, &path, after);
        self.opened.replace_notices(file, read);
        Ok(())
    }
}
