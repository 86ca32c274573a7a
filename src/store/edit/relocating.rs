//! A task that stands in another section from now on, or nowhere.

use super::alter;
use super::items;
use super::lifted::Lifted;
use super::rewrite::{EditError, Rewrite, read_back};
use super::written;
use crate::plan::{Task, TaskId};

impl Rewrite {
    /// Moves a task, with the remarks right above it, to another section or theme: behind the tasks that stand there, in
    /// their file. Its id stays, and `under` says where it belongs, unless the id says the same.
    ///
    /// # Errors
    /// When there is no such task, or a file cannot be edited safely.
    pub fn relocate(&mut self, id: &TaskId, theme: &str) -> Result<(), EditError> {
        let (old, lifted) = self.lift(id)?;
        let under = Some(theme.to_owned()).filter(|theme| theme != id.theme());
        let new = Task { under, ..old.clone() };
        let (path, after) = self.place_of(&new);
        let before = self.text(&path);
        let item = after.map_or(0, |after| after + 1);
        let as_it_stood = || alter::alter(&lifted.put_into(&before, after)?, item, &old, &new);
        // In a file of another form it is written anew, if no remark is lost by that.
        let anew = || items::insert(&before, after, vec![written::task(&new)]).filter(|_| !lifted.has_remarks());
        let text = as_it_stood().or_else(anew).ok_or_else(|| EditError::Unplaced(path.clone()))?;
        let mut meant = read_back::<Task>(&path, &before)?;
        meant.insert(item.min(meant.len()), new);
        self.accept_tasks(&path, text, &meant).map(drop)
    }

    /// Takes a task out of its file, with the remarks right above it.
    ///
    /// # Errors
    /// When there is no such task, or its file cannot be edited safely.
    pub fn drop_task(&mut self, id: &TaskId) -> Result<(), EditError> {
        self.lift(id).map(drop)
    }

    /// Takes a task out of its file, and says how it stood there.
    fn lift(&mut self, id: &TaskId) -> Result<(Task, Lifted), EditError> {
        let (path, item) = self.stands(id)?;
        let before = self.text(&path);
        let mut meant = read_back::<Task>(&path, &before)?;
        let lifted = Lifted::of(&before, item).filter(|_| item < meant.len());
        let lifted = lifted.ok_or_else(|| EditError::Unplaced(path.clone()))?;
        let task = meant.remove(item);
        self.accept_tasks(&path, lifted.rest.clone(), &meant)?;
        Ok((task, lifted))
    }
}
