//! A plan folder that is being changed.

use super::checklist::NewRow;
use super::{alter, checklist, field, head, items, style, written};
use crate::plan::{AmendedField, Date, Entry, FieldValue, Head, Notice, Section, Task, TaskId, Theme, Unit};
use crate::store::change::Change;
use crate::store::fault::FaultKind;
use crate::store::open::{Opened, Origin};
use crate::store::parse::{parse_list, read_head};
use crate::store::parsed::FileItem;
use crate::store::read::{FileKind, ReadText};
use std::collections::BTreeMap;

const PLAN: &str = "plan.yaml";

/// A plan folder that is being changed, in memory.
#[derive(Debug)]
pub struct Rewrite {
    pub(super) opened: Opened,
    /// The changed files as they were; `None` of a new one.
    before: BTreeMap<String, Option<String>>,
}

/// Why an edit was not made. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The file is written in a way in which the place for the new text is not certain.
    #[error("{0} is written in a way that cannot be edited safely")]
    Unplaced(String),
    /// The new text, read again, is not what was meant.
    #[error("{0}, edited, would not be what was meant")]
    Misread(String),
    /// There is no such task, metric or row.
    #[error("there is no {0}")]
    Nothing(String),
}

impl Rewrite {
    /// Begins with a plan as it was read.
    pub fn new(opened: Opened) -> Rewrite {
        Rewrite { opened, before: BTreeMap::new() }
    }

    /// The plan as it would be.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// What is to be written, in the order of the files' names.
    pub fn changes(&self) -> Vec<Change> {
        let changes = self.before.iter().filter_map(|(path, before)| {
            let file = self.opened.files.iter().find(|file| file.path == *path)?;
            let mark = if file.marked { "\u{feff}" } else { "" };
            let whole = |text: &str| format!("{mark}{text}");
            let after = Some(whole(&file.text));
            let change = Change { path: path.clone(), before: before.as_deref().map(whole), after };
            (change.before != change.after).then_some(change)
        });
        changes.collect()
    }

    /// Appends entries, each to the file of its month. Returns where each of them now stands.
    ///
    /// # Errors
    /// When a file cannot be appended to safely.
    pub fn append(&mut self, entries: &[Entry]) -> Result<Vec<Origin>, EditError> {
        let mut by_file: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            by_file.entry(self.file_of_month(entry.date)).or_default().push(at);
        }
        let mut origins = vec![Origin { file: 0, item: 0 }; entries.len()];
        for (path, places) in by_file {
            let new: Vec<&Entry> = places.iter().filter_map(|at| entries.get(*at)).collect();
            let before = self.text(&path);
            let after = items::append(&before, new.iter().map(|entry| written::entry(entry)))
                .ok_or_else(|| EditError::Unplaced(path.clone()))?;
            let read = read_back::<Entry>(&path, &after)?;
            let first = read.len().saturating_sub(new.len());
            let (old, added) = read.split_at_checked(first).unwrap_or_default();
            // What stands before the last old item has kept its bytes and what precedes them, so it reads as it did.
            let kept = match after.starts_with(&before) {
                true => old.last() == last_item::<Entry>(&path, &before)?.as_ref(),
                false => old == read_back::<Entry>(&path, &before)?,
            };
            self.expect(&path, kept && added.iter().eq(new.iter().copied()))?;
            let file = self.put(FileKind::Progress, &path, after);
            self.opened.replace_entries(file, read);
            for (item, at) in (first..).zip(places) {
                if let Some(origin) = origins.get_mut(at) {
                    *origin = Origin { file, item };
                }
            }
        }
        Ok(origins)
    }

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

    /// Puts a value into a field of a task.
    ///
    /// # Errors
    /// When there is no such task or metric, the field cannot hold the value, or the file cannot be edited safely.
    pub fn set(&mut self, id: &TaskId, field: &AmendedField, value: &FieldValue) -> Result<(), EditError> {
        let (path, item) = self.stands(id)?;
        let before = self.text(&path);
        let after = field::set(&before, item, field, value).ok_or_else(|| EditError::Unplaced(path.clone()))?;
        let mut meant = read_back::<Task>(&path, &before)?;
        let set = meant.get_mut(item).map(|task| field.set(task, value));
        self.expect(&path, set == Some(Ok(())))?;
        self.accept_tasks(&path, after, &meant).map(drop)
    }

    /// Makes another task of the one that has its id: what differs is changed where it stands.
    ///
    /// # Errors
    /// When there is no such task, or the file cannot be edited safely.
    pub fn alter(&mut self, new: Task) -> Result<(), EditError> {
        let (path, item) = self.stands(&new.id)?;
        let before = self.text(&path);
        let mut meant = read_back::<Task>(&path, &before)?;
        let old = meant.get_mut(item).ok_or_else(|| EditError::Nothing(new.id.to_string()))?;
        let after = alter::alter(&before, item, old, &new).ok_or_else(|| EditError::Unplaced(path.clone()))?;
        *old = new;
        self.accept_tasks(&path, after, &meant).map(drop)
    }

    /// Adds tasks, each behind the last one of its theme; of the first ones of a theme behind those before it in the
    /// document's order. Those of one theme keep the order in which they come.
    ///
    /// # Errors
    /// When a file cannot be edited safely.
    pub fn add(&mut self, tasks: Vec<Task>) -> Result<(), EditError> {
        let mut by_theme: Vec<Vec<Task>> = Vec::new();
        for task in tasks {
            let same = |tasks: &&mut Vec<Task>| tasks.first().is_some_and(|first| first.theme() == task.theme());
            match by_theme.iter_mut().find(same) {
                Some(tasks) => tasks.push(task),
                None => by_theme.push(vec![task]),
            }
        }
        by_theme.into_iter().try_for_each(|tasks| self.add_of_theme(tasks))
    }

    fn add_of_theme(&mut self, tasks: Vec<Task>) -> Result<(), EditError> {
        let Some(first) = tasks.first() else { return Ok(()) };
        let (path, after_item) = self.place_of(first);
        let before = self.text(&path);
        let after = items::insert(&before, after_item, tasks.iter().map(written::task).collect())
            .ok_or_else(|| EditError::Unplaced(path.clone()))?;
        let mut meant = read_back::<Task>(&path, &before)?;
        let item = after_item.map_or(0, |item| item + 1).min(meant.len());
        meant.splice(item..item, tasks);
        self.accept_tasks(&path, after, &meant).map(drop)
    }

    /// Declares a unit in `plan.yaml`, behind the others.
    ///
    /// # Errors
    /// When the file cannot be edited safely.
    pub fn declare_unit(&mut self, unit: Unit) -> Result<(), EditError> {
        self.declare(|text| head::add_unit(text, &unit), |head| head.units.push(unit.clone()))
    }

    /// Declares a section in `plan.yaml`, behind the others.
    ///
    /// # Errors
    /// When the file cannot be edited safely.
    pub fn declare_section(&mut self, section: Section) -> Result<(), EditError> {
        self.declare(|text| head::add_section(text, &section), |head| head.sections.push(section.clone()))
    }

    /// Declares a theme in `plan.yaml`, behind the others of its section.
    ///
    /// # Errors
    /// When there is no such section, or the file cannot be edited safely.
    pub fn declare_theme(&mut self, section: &str, theme: Theme) -> Result<(), EditError> {
        let sections = self.opened.plan.iter().flat_map(|plan| &plan.head.sections);
        let at = sections.into_iter().position(|known| known.id == section);
        let at = at.ok_or_else(|| EditError::Nothing(section.to_owned()))?;
        self.declare(
            |text| head::add_theme(text, at, &theme),
            |head| head.sections.iter_mut().skip(at).take(1).for_each(|section| section.themes.push(theme.clone())),
        )
    }

    /// Changes `plan.yaml`, in its text and in the model.
    pub(super) fn declare(
        &mut self,
        edit: impl Fn(&str) -> Option<String>,
        change: impl Fn(&mut Head),
    ) -> Result<(), EditError> {
        let before = self.text(PLAN);
        let after = edit(&before).ok_or_else(|| EditError::Unplaced(PLAN.to_owned()))?;
        let mut meant = read_head(&before).ok_or_else(|| EditError::Misread(PLAN.to_owned()))?;
        change(&mut meant);
        let read = read_head(&after);
        self.expect(PLAN, read.as_ref() == Some(&meant))?;
        self.put(FileKind::Head, PLAN, after);
        if let Some(plan) = &mut self.opened.plan {
            plan.head = meant;
        }
        Ok(())
    }

    /// The same, where what is read again is compared with what was there.
    pub(super) fn declare_as_read(
        &mut self,
        edit: impl Fn(&str) -> Option<String>,
        is_meant: impl Fn(&Head, &Head) -> bool,
    ) -> Result<(), EditError> {
        let before = self.text(PLAN);
        let after = edit(&before).ok_or_else(|| EditError::Unplaced(PLAN.to_owned()))?;
        let misread = || EditError::Misread(PLAN.to_owned());
        let (old, new) = (read_head(&before).ok_or_else(misread)?, read_head(&after).ok_or_else(misread)?);
        self.expect(PLAN, is_meant(&old, &new))?;
        self.put(FileKind::Head, PLAN, after);
        if let Some(plan) = &mut self.opened.plan {
            plan.head = new;
        }
        Ok(())
    }

    /// Closes rows of a checklist on a day, and adds rows to it.
    ///
    /// # Errors
    /// When there is no such checklist or row, or it cannot be edited safely.
    pub fn fill_checklist(&mut self, path: &str, closed: &[(String, Date)], new: &[NewRow]) -> Result<(), EditError> {
        let before = self.text(path);
        let list = self.opened.journal.checklists.iter().find(|list| list.path == path);
        let mut meant = list.ok_or_else(|| EditError::Nothing(path.to_owned()))?.rows.clone();
        for (item, day) in closed {
            let row = meant.iter_mut().find(|row| row.item == *item);
            row.ok_or_else(|| EditError::Nothing(item.clone()))?.closed_on = Some(*day);
        }
        meant.extend(new.iter().map(|row| row.row.clone()));
        let after = checklist::fill(&before, closed, new).ok_or_else(|| EditError::Unplaced(path.to_owned()))?;
        let (read, faults) = crate::store::checklist::read_checklist(path, &after);
        self.expect(path, faults.is_empty() && read.rows == meant)?;
        self.put(FileKind::Checklist, path, after);
        if let Some(list) = self.opened.journal.checklists.iter_mut().find(|list| list.path == path) {
            *list = read;
        }
        Ok(())
    }

    /// Takes a task file's new text, of which every task was changed in the same way.
    pub(super) fn change_tasks(
        &mut self,
        path: &str,
        before: &str,
        after: String,
        change: impl Fn(&mut Task),
    ) -> Result<(), EditError> {
        let mut meant = read_back::<Task>(path, before)?;
        meant.iter_mut().for_each(change);
        self.accept_tasks(path, after, &meant).map(drop)
    }

    /// The paths of the files that hold tasks.
    pub(super) fn task_files(&self) -> Vec<String> {
        let files = self.opened.files.iter().filter(|file| file.kind == FileKind::Tasks);
        files.map(|file| file.path.clone()).collect()
    }

    fn expect(&self, path: &str, as_meant: bool) -> Result<(), EditError> {
        if as_meant { Ok(()) } else { Err(EditError::Misread(path.to_owned())) }
    }

    /// The tasks of a file.
    pub(super) fn tasks_in(&self, path: &str) -> Result<Vec<Task>, EditError> {
        read_back::<Task>(path, &self.text(path))
    }

    /// Takes away a file's text; its parts are still to be taken away.
    pub(super) fn emptied(&mut self, file: usize) -> &mut Opened {
        if let Some(file) = self.opened.files.get_mut(file) {
            file.text.clear();
        }
        &mut self.opened
    }

    pub(super) fn accept_tasks(&mut self, path: &str, text: String, meant: &[Task]) -> Result<usize, EditError> {
        let read = read_back::<Task>(path, &text)?;
        self.expect(path, read == meant)?;
        let file = self.put(FileKind::Tasks, path, text);
        self.opened.replace_tasks(file, read);
        Ok(file)
    }

    /// The file of a month's entries: the one that is there, however its name ends.
    fn file_of_month(&self, date: Date) -> String {
        let month = date.0.format("progress/%Y-%m");
        let short = format!("{month}.yml");
        if self.opened.files.iter().any(|file| file.path == short) { short } else { format!("{month}.yaml") }
    }

    /// The file of a year's notices: the one that is there, however its name ends.
    fn file_of_year(&self, year: i32) -> String {
        let short = format!("notices/{year:04}.yml");
        if self.opened.files.iter().any(|file| file.path == short) { short } else { format!("notices/{year:04}.yaml") }
    }

    /// The file in which a task stands, and its place there.
    pub(super) fn stands(&self, id: &TaskId) -> Result<(String, usize), EditError> {
        let mut tasks = self.opened.plan.iter().flat_map(|plan| &plan.tasks).zip(&self.opened.origins.tasks);
        let origin = tasks.find(|(task, _)| task.id == *id).map(|(_, origin)| *origin);
        let origin = origin.ok_or_else(|| EditError::Nothing(id.to_string()))?;
        Ok((self.path_of(origin.file), origin.item))
    }

    /// The file in which a new task belongs, and the item behind which.
    pub(super) fn place_of(&self, task: &Task) -> (String, Option<usize>) {
        let plan = self.opened.plan.as_ref();
        let order: Vec<&str> = plan.iter().flat_map(|plan| plan.head.themes().map(|(id, _)| id)).collect();
        let rank = |theme: &str| order.iter().position(|known| *known == theme);
        let section = plan.and_then(|plan| plan.head.section_of(task.theme()).map(|(section, _)| section));
        let of_section = |theme: &str| {
            let found = plan.and_then(|plan| plan.head.section_of(theme));
            matches!((found, section), (Some((one, _)), Some(other)) if one.id == other.id)
        };
        let tasks = plan.iter().flat_map(|plan| &plan.tasks).zip(&self.opened.origins.tasks);
        let before = tasks.filter(|(other, _)| of_section(other.theme()) && rank(other.theme()) <= rank(task.theme()));
        // Of equal themes the last one counts: it is the last in its file.
        let last = before.max_by_key(|(other, origin)| (rank(other.theme()), origin.file, origin.item));
        if let Some((_, origin)) = last {
            return (self.path_of(origin.file), Some(origin.item));
        }
        let later = plan.iter().flat_map(|plan| &plan.tasks).zip(&self.opened.origins.tasks);
        let of_same = later.filter(|(other, _)| of_section(other.theme())).map(|(_, origin)| origin).next();
        match of_same {
            Some(origin) => (self.path_of(origin.file), None),
            None => (new_file_name(section.map_or("", |section| &section.id), section.map_or("", |s| &s.title)), None),
        }
    }

    pub(super) fn path_of(&self, file: usize) -> String {
        self.opened.files.get(file).map_or_else(String::new, |file| file.path.clone())
    }

    pub(super) fn text(&self, path: &str) -> String {
        self.opened.files.iter().find(|file| file.path == path).map_or_else(String::new, |file| file.text.clone())
    }

    /// Takes a file's new text; returns the file's place. The lines of a new file end as those of the plan.
    pub(super) fn put(&mut self, kind: FileKind, path: &str, text: String) -> usize {
        let known = self.opened.files.iter().position(|file| file.path == path);
        let (file, before) = match known.and_then(|at| self.opened.files.get_mut(at).map(|file| (at, file))) {
            Some((at, file)) => (at, Some(std::mem::replace(&mut file.text, text))),
            None => (self.opened.add_new_file(kind, path, text.replace('\n', style::line_end(&self.text(PLAN)))), None),
        };
        self.before.entry(path.to_owned()).or_insert(before);
        file
    }
}

/// A file's list, read as strictly as it will be read when it is there.
pub(super) fn read_back<T: FileItem>(path: &str, text: &str) -> Result<Vec<T>, EditError> {
    let parsed = parse_list::<T>(ReadText { text: text.to_owned(), ..ReadText::default() });
    if parsed.lost || parsed.text.faults.iter().any(|(_, kind)| *kind != FaultKind::ByteOrderMark) {
        return Err(EditError::Misread(path.to_owned()));
    }
    Ok(parsed.items.listed())
}

/// The last item of a file's list. What can reach into it from before it spoils it, and then the whole is read.
fn last_item<T: FileItem>(path: &str, text: &str) -> Result<Option<T>, EditError> {
    let tail = text.rfind("\n- ").and_then(|at| text.get(at..)).unwrap_or(text);
    let items = read_back::<T>(path, tail).or_else(|_| read_back::<T>(path, text))?;
    Ok(items.into_iter().last())
}

/// `tasks/2-乡村振兴.yaml`: the section's id and as much of its title as makes a name.
fn new_file_name(section: &str, title: &str) -> String {
    const LONGEST: usize = 12;
    let word: String = title.chars().take_while(|c| c.is_alphanumeric()).take(LONGEST).collect();
    if word.is_empty() { format!("tasks/{section}.yaml") } else { format!("tasks/{section}-{word}.yaml") }
}
