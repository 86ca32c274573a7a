//! Reading a whole plan folder.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

use crate::plan::calendar::{Calendar, CalendarFile};
use crate::plan::{Checklist, Entry, Head, Journal, Notice, Plan, Task, TaskId};
use crate::threads;

use super::checklist::read_checklist;
use super::fault::{Fault, FaultKind};
use super::limits::{MAX_FAULTS, hostile};
use super::node::{Node, Part, Step};
use super::parse::{parse_list, parse_list_about, parse_one};
use super::parsed::{FileItem, Parsed};
use super::read::{FileKind, Listing, ReadText, read_text, yaml_files};
use super::recover::recover;
use super::shelf::{Disk, Shelf};

/// Below so many bytes, one thread has read a plan before a second one has started.
const PARALLEL_FROM_BYTES: u64 = 512 * 1024;

/// So many bytes of files are parsed before what they hold is taken.
const BATCH_BYTES: u64 = 4 * 1024 * 1024;

/// One file of the plan, as it was read.
#[derive(Debug)]
pub struct PlanFile {
    /// What it holds.
    pub kind: FileKind,
    /// Its path from the plan's folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Whether a byte order mark stands before the text, which is not part of it.
    pub marked: bool,
}

/// Where a task, an entry or a notice stands: the file, and its place in the file's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The file, as its place in [`Opened::files`].
    pub file: usize,
    /// The place in the file's list, from 0.
    pub item: usize,
}

/// Where the parts of the model stand, in the order of the model.
#[derive(Debug, Default)]
pub struct Origins {
    /// Of [`Plan::tasks`].
    pub tasks: Vec<Origin>,
    /// Of [`Journal::entries`].
    pub entries: Vec<Origin>,
    /// Of [`Journal::notices`].
    pub notices: Vec<Origin>,
}

/// A plan folder, read.
#[derive(Debug)]
pub struct Opened {
    /// Where its files are kept.
    pub shelf: Box<dyn Shelf>,
    /// Every file that was read: `plan.yaml`, tasks, journal, checklists, source, calendar.
    pub files: Vec<PlanFile>,
    /// The plan; `None` when `plan.yaml` cannot be understood.
    pub plan: Option<Plan>,
    /// The journal.
    pub journal: Journal,
    /// Where each task and entry stands.
    pub origins: Origins,
    /// The source document, as its place in `files`.
    pub source: Option<usize>,
    /// The working days.
    pub calendar: Calendar,
    /// What is wrong with the files themselves.
    pub faults: Vec<Fault>,
    /// Tasks of which a part could not be read: what refers to that part is not at fault.
    pub maimed: HashSet<TaskId>,
    /// Whether whole tasks could not be read.
    pub tasks_lost: bool,
}

impl Opened {
    /// The source document's text.
    pub fn source_text(&self) -> Option<&str> {
        self.source.and_then(|file| self.files.get(file)).map(|file| file.text.as_str())
    }

    /// Takes a file that is not there yet; returns its place.
    pub(super) fn add_new_file(&mut self, kind: FileKind, path: &str, text: String) -> usize {
        self.files.push(PlanFile { kind, path: path.to_owned(), text, marked: false });
        self.files.len() - 1
    }

    /// Puts a file's tasks in the place of those that it held; those of a new file stand where its name stands.
    pub(super) fn replace_tasks(&mut self, file: usize, tasks: Vec<Task>) {
        let Some(plan) = &mut self.plan else { return };
        let path = |file: usize| self.files.get(file).map(|file| file.path.as_str());
        let held = |origin: &Origin| origin.file == file;
        let origins = &mut self.origins.tasks;
        let start = origins.iter().position(held);
        let start = start.or_else(|| origins.iter().position(|origin| path(origin.file) > path(file)));
        let start = start.unwrap_or(origins.len());
        let end = start + origins.iter().skip(start).take_while(|origin| held(origin)).count();
        origins.splice(start..end, (0..tasks.len()).map(|item| Origin { file, item }));
        plan.tasks.splice(start..end, tasks);
    }

    /// Puts a file's entries in the place of those that it held.
    pub(super) fn replace_entries(&mut self, file: usize, entries: Vec<Entry>) {
        let origins = std::mem::take(&mut self.origins.entries);
        let old = origins.into_iter().zip(std::mem::take(&mut self.journal.entries));
        let mut placed: Vec<(Origin, Entry)> = old.filter(|(origin, _)| origin.file != file).collect();
        placed.extend(entries.into_iter().enumerate().map(|(item, entry)| (Origin { file, item }, entry)));
        placed.sort_by_key(|(_, entry)| entry.date);
        (self.origins.entries, self.journal.entries) = placed.into_iter().unzip();
    }

    /// Puts a file's notices in the place of those that it held.
    pub(super) fn replace_notices(&mut self, file: usize, notices: Vec<Notice>) {
        let origins = std::mem::take(&mut self.origins.notices);
        let old = origins.into_iter().zip(std::mem::take(&mut self.journal.notices));
        let mut placed: Vec<(Origin, Notice)> = old.filter(|(origin, _)| origin.file != file).collect();
        placed.extend(notices.into_iter().enumerate().map(|(item, notice)| (Origin { file, item }, notice)));
        placed.sort_by_key(|(_, notice)| notice.date);
        (self.origins.notices, self.journal.notices) = placed.into_iter().unzip();
    }

    /// A file's parts with their places: the second reading. `None` where nothing of it can be read.
    pub fn nodes(&self, file: usize) -> Option<Node> {
        let text = self.files.get(file).map_or("", |file| file.text.as_str());
        if hostile(text).is_some() { None } else { recover(text).root }
    }
}

/// Reads the plan in a folder. Never fails: what is wrong stands in [`Opened::faults`].
pub fn open(folder: &Path) -> Opened {
    read(folder, None)
}

/// Reads the plan in a folder, and of its journal what is about the tasks that are chosen from it: everything about
/// them, and perhaps more. For recording, which need not know what else happened.
pub fn open_about(folder: &Path, choose: &dyn Fn(&Plan) -> Vec<TaskId>) -> Opened {
    read(folder, Some(choose))
}

type Choose<'c> = &'c dyn Fn(&Plan) -> Vec<TaskId>;

fn read(folder: &Path, about: Option<Choose<'_>>) -> Opened {
    from_shelf(Box::new(Disk::new(folder)), about)
}

/// Reads the plan whose files a shelf holds. Never fails: what is wrong stands in [`Opened::faults`].
pub fn open_from(shelf: Box<dyn Shelf>) -> Opened {
    from_shelf(shelf, None)
}

fn from_shelf(shelf: Box<dyn Shelf>, about: Option<Choose<'_>>) -> Opened {
    let mut reading = Loading::new(shelf);
    reading.head();
    match about {
        Some(choose) => reading.lists_about(choose),
        None => reading.lists(),
    }
    reading.notices();
    reading.checklists();
    reading.source();
    reading.calendar();
    reading.opened
}

struct Loading {
    opened: Opened,
    head: Option<Head>,
}

impl Loading {
    fn new(shelf: Box<dyn Shelf>) -> Loading {
        let opened = Opened {
            shelf,
            files: Vec::new(),
            plan: None,
            journal: Journal::default(),
            origins: Origins::default(),
            source: None,
            calendar: Calendar::china(),
            faults: Vec::new(),
            maimed: HashSet::new(),
            tasks_lost: false,
        };
        Loading { opened, head: None }
    }

    fn head(&mut self) {
        let parsed = parse_one::<Head>(self.read("plan.yaml"));
        self.head = parsed.items.first();
        self.add_file(FileKind::Head, "plan.yaml".to_owned(), parsed.text);
    }

    fn lists(&mut self) {
        let task_files = self.listed("tasks");
        let entry_files = self.listed("progress");
        let bytes = |paths: &[String]| paths.iter().map(|path| self.opened.shelf.size(path)).sum::<u64>();
        let large = bytes(&task_files) + bytes(&entry_files) >= PARALLEL_FROM_BYTES;
        if large {
            threads::ready();
        }
        self.take_tasks(task_files, |this, paths| this.parse_all(paths, large));
        self.take_entries(entry_files, |this, paths| this.parse_all(paths, large));
    }

    fn lists_about(&mut self, choose: Choose<'_>) {
        let task_files = self.listed("tasks");
        self.take_tasks(task_files, |this, paths| this.parse_all(paths, false));
        let words: Vec<String> =
            self.opened.plan.as_ref().map(choose).into_iter().flatten().map(|id| id.to_string()).collect();
        let entry_files = self.listed("progress");
        self.take_entries(entry_files, |this, paths| {
            paths.iter().map(|path| parse_list_about(this.read(path), &words)).collect()
        });
    }

    fn take_tasks(&mut self, paths: Vec<String>, parse: impl Fn(&Loading, &[String]) -> Vec<Parsed<Task>>) {
        let mut tasks = Vec::new();
        self.batches(FileKind::Tasks, paths, parse, |this, file, parsed, alike| {
            this.opened.maimed.extend(parsed.maimed);
            this.opened.tasks_lost |= parsed.lost;
            make_room(&mut tasks, parsed.items.count(), alike);
            parsed.items.each(|(item, task)| {
                this.opened.origins.tasks.push(Origin { file, item });
                tasks.push(task);
            });
            parsed.text
        });
        self.opened.plan = self.head.take().map(|head| Plan { head, tasks });
    }

    /// Takes the entries in the order in which they hold: by date, and within a day as they were written.
    fn take_entries(&mut self, paths: Vec<String>, parse: impl Fn(&Loading, &[String]) -> Vec<Parsed<Entry>>) {
        let (mut origins, mut entries) = (Vec::new(), Vec::new());
        self.batches(FileKind::Progress, paths, parse, |_, file, parsed, alike| {
            make_room(&mut entries, parsed.items.count(), alike);
            parsed.items.each(|(item, entry)| {
                origins.push(Origin { file, item });
                entries.push(entry);
            });
            parsed.text
        });
        // A file a month, written from top to bottom: there is mostly nothing to sort.
        if !entries.is_sorted_by_key(|entry: &Entry| entry.date) {
            let mut placed: Vec<(Origin, Entry)> = origins.into_iter().zip(entries).collect();
            placed.sort_by_key(|(_, entry)| entry.date);
            (origins, entries) = placed.into_iter().unzip();
        }
        (self.opened.origins.entries, self.opened.journal.entries) = (origins, entries);
    }

    /// Parses files, some at a time, and has each taken; `take` is told how many files of its size are still to come, itself
    /// among them, and gives back the text. What was parsed stands twice in memory until it is taken: so only some of a large
    /// plan ever does.
    fn batches<T>(
        &mut self,
        kind: FileKind,
        paths: Vec<String>,
        parse: impl Fn(&Loading, &[String]) -> Vec<Parsed<T>>,
        mut take: impl FnMut(&mut Loading, usize, Parsed<T>, usize) -> ReadText,
    ) {
        let sizes: Vec<u64> = paths.iter().map(|path| self.opened.shelf.size(path)).collect();
        let mut left: u64 = sizes.iter().sum();
        let mut files = paths.into_iter().zip(sizes).peekable();
        while files.peek().is_some() {
            let mut bytes = 0;
            let batch = std::iter::from_fn(|| {
                let (path, size) = files.next_if(|_| bytes < BATCH_BYTES)?;
                bytes += size;
                Some((path, size))
            });
            let (batch, sizes): (Vec<String>, Vec<u64>) = batch.unzip();
            let parsed = parse(self, &batch);
            for ((path, size), parsed) in batch.into_iter().zip(sizes).zip(parsed) {
                let file = self.opened.files.len();
                let alike = left.div_ceil(size.max(1)).max(1);
                let text = take(self, file, parsed, usize::try_from(alike).unwrap_or(1));
                self.add_file(kind, path, text);
                left -= size;
            }
        }
    }

    fn notices(&mut self) {
        let mut placed = Vec::new();
        for path in self.listed("notices") {
            let file = self.opened.files.len();
            let parsed = self.parse::<Notice>(&path);
            parsed.items.each(|(item, notice)| placed.push((Origin { file, item }, notice)));
            self.add_file(FileKind::Notices, path, parsed.text);
        }
        placed.sort_by_key(|(_, notice)| notice.date);
        (self.opened.origins.notices, self.opened.journal.notices) = placed.into_iter().unzip();
    }

    fn checklists(&mut self) {
        let tasks = self.opened.plan.iter().flat_map(|plan| &plan.tasks);
        // Of several metrics that name one checklist, the first is to blame when it is not there.
        let mut named: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (task, metrics) in tasks.map(|task| &task.metrics).enumerate() {
            for (metric, path) in
                metrics.iter().enumerate().filter_map(|(at, metric)| Some((at, metric.checklist.as_ref()?)))
            {
                if !named.contains_key(path) {
                    named.insert(path.clone(), (task, metric));
                }
            }
        }
        for (path, (task, metric)) in named {
            let mut text = self.read(&path);
            // Spreadsheets want the mark.
            text.faults.retain(|(_, kind)| *kind != FaultKind::ByteOrderMark);
            if let Some(Origin { file, item }) = self.opened.origins.tasks.get(task).copied() {
                let way = [Step::Item(item), key("metrics"), Step::Item(metric), key("checklist")];
                self.blame_name(&mut text, &path, file, &way);
            }
            let unread = text.text.is_empty();
            let list = if unread {
                Checklist { path: path.clone(), rows: Vec::new() }
            } else {
                let (list, faults) = read_checklist(&path, &text.text);
                text.faults.extend(faults);
                list
            };
            self.opened.journal.checklists.push(list);
            self.add_file(FileKind::Checklist, path, text);
        }
    }

    fn source(&mut self) {
        let Some(path) = self.opened.plan.as_ref().and_then(|plan| plan.head.source.clone()) else { return };
        let mut text = self.read(&path);
        // The document is kept as it came.
        text.faults.retain(|(_, kind)| *kind != FaultKind::ByteOrderMark);
        if text.faults.is_empty() {
            self.opened.source = Some(self.opened.files.len());
        }
        self.blame_name(&mut text, &path, 0, &[key("source")]);
        self.add_file(FileKind::Source, path, text);
    }

    fn calendar(&mut self) {
        let path = self.opened.plan.as_ref().map_or("CN", |plan| plan.head.calendar.as_str()).to_owned();
        if path == "CN" {
            return;
        }
        let parsed = parse_one::<CalendarFile>(self.read(&path));
        let mut text = parsed.text;
        self.blame_name(&mut text, &path, 0, &[key("calendar")]);
        if let Some(file) = parsed.items.first() {
            for fault in self.opened.calendar.extend(&file) {
                let list = fault.list.map(|list| [key(list), Step::Item(fault.item)]);
                let path: Vec<Step> =
                    [key("years"), Step::Key(fault.year)].into_iter().chain(list.into_iter().flatten()).collect();
                let span = recover(&text.text).root.map_or(0..0, |root| root.locate(&path, Part::Value));
                text.faults.push((span, FaultKind::CalendarDay(fault.text)));
            }
        }
        self.add_file(FileKind::Calendar, path, text);
    }

    fn listed(&mut self, folder: &str) -> Vec<String> {
        let Listing { names, faults } = yaml_files(self.opened.shelf.as_ref(), folder);
        if !faults.is_empty() {
            let holds = match folder {
                "tasks" => FileKind::Tasks,
                "notices" => FileKind::Notices,
                _ => FileKind::Progress,
            };
            self.opened.tasks_lost |= folder == "tasks";
            let faults = faults.into_iter().map(|kind| (0..0, kind)).collect();
            self.add_file(holds, folder.to_owned(), ReadText { faults, ..ReadText::default() });
        }
        names.into_iter().map(|name| format!("{folder}/{name}")).collect()
    }

    /// Where a path in the plan leads to nothing, the path is at fault rather than the file.
    fn blame_name(&mut self, text: &mut ReadText, path: &str, file: usize, way: &[Step]) {
        let misnamed = |kind: &FaultKind| match kind {
            FaultKind::NoSuchFile(_) => Some(FaultKind::NoSuchFile(path.to_owned())),
            FaultKind::OutsideRepository(_) => Some(FaultKind::OutsideRepository(path.to_owned())),
            FaultKind::NotAFile => Some(FaultKind::NotAFile),
            _ => None,
        };
        let Some(kind) = text.faults.iter().find_map(|(_, kind)| misnamed(kind)) else { return };
        let span = self.opened.nodes(file).map_or(0..0, |root| root.locate(way, Part::Value));
        self.opened.faults.push(Fault { file, span, kind });
        text.faults.clear();
    }

    fn read(&self, path: &str) -> ReadText {
        read_text(self.opened.shelf.as_ref(), path)
    }

    fn parse<T: FileItem>(&self, path: &str) -> Parsed<T> {
        parse_list(self.read(path))
    }

    /// Parses files one after the other, or side by side.
    fn parse_all<T: FileItem>(&self, paths: &[String], side_by_side: bool) -> Vec<Parsed<T>> {
        if side_by_side {
            paths.par_iter().map(|path| self.parse(path)).collect()
        } else {
            paths.iter().map(|path| self.parse(path)).collect()
        }
    }

    fn add_file(&mut self, kind: FileKind, path: String, text: ReadText) {
        let file = self.opened.files.len();
        let faults = text.faults.into_iter().take(MAX_FAULTS);
        self.opened.faults.extend(faults.map(|(span, kind)| Fault { file, span, kind }));
        self.opened.files.push(PlanFile { kind, path, text: text.text, marked: text.marked });
    }
}

/// Makes room for so many items, and at once for those of the files to come.
fn make_room<T>(items: &mut Vec<T>, count: usize, files: usize) {
    if items.capacity() - items.len() < count {
        items.reserve(count.saturating_mul(files));
    }
}

fn key(name: &str) -> Step {
    Step::Key(name.to_owned())
}
