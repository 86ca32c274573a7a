//! Reading a whole plan folder.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::calendar::{Calendar, CalendarFile};
use crate::plan::{Checklist, Entry, Head, Journal, Metric, MetricFault, Plan, Task, TaskId};

use super::checklist::read_checklist;
use super::fault::{Fault, FaultKind};
use super::limits::{MAX_COMMAS, MAX_FAULTS, MAX_OPEN_BRACKETS};
use super::node::{Node, NodeData, Part, Step};
use super::read::{FileKind, Listing, ReadText, read_text, repository_of, yaml_files};
use super::recover::{Recovered, recover};
use super::shape::{Spoiled, check_shape};
use super::slips::{slips, suspects};
use super::text::{too_many_commas, too_many_open};

/// Below so many bytes, one thread has read a plan before a second one has started.
const PARALLEL_FROM_BYTES: u64 = 512 * 1024;

/// A piece of a large file, to be parsed by itself.
const PIECE_BYTES: usize = 16 * 1024;

/// One file of the plan, as it was read.
#[derive(Debug)]
pub struct PlanFile {
    /// What it holds.
    pub kind: FileKind,
    /// Its path from the plan's folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Where a task or an entry stands: the file, and its place in the file's list.
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
}

/// A plan folder, read.
#[derive(Debug)]
pub struct Opened {
    /// The plan's folder.
    pub folder: PathBuf,
    /// The folder that paths in the plan may not leave.
    pub repository: PathBuf,
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

    /// A file's parts with their places: the second reading. `None` where nothing of it can be read.
    pub fn nodes(&self, file: usize) -> Option<Node> {
        let text = self.files.get(file).map_or("", |file| file.text.as_str());
        if hostile(text).is_some() { None } else { recover(text).root }
    }
}

/// Reads the plan in a folder. Never fails: what is wrong stands in [`Opened::faults`].
pub fn open(folder: &Path) -> Opened {
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let repository = repository_of(&folder);
    let mut reading = Reading::new(folder, repository);
    reading.head();
    reading.lists();
    reading.checklists();
    reading.source();
    reading.calendar();
    reading.opened
}

struct Reading {
    opened: Opened,
    head: Option<Head>,
}

/// What came out of one file.
struct Parsed<T> {
    text: ReadText,
    items: Vec<(usize, T)>,
    maimed: Vec<TaskId>,
    lost: bool,
}

impl Reading {
    fn new(folder: PathBuf, repository: PathBuf) -> Reading {
        let opened = Opened {
            folder,
            repository,
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
        Reading { opened, head: None }
    }

    fn head(&mut self) {
        let parsed = parse_one::<Head>(self.read("plan.yaml"));
        self.head = parsed.items.into_iter().next().map(|(_, head)| head);
        self.add_file(FileKind::Head, "plan.yaml".to_owned(), parsed.text);
    }

    fn lists(&mut self) {
        let task_files = self.listed("tasks");
        let entry_files = self.listed("progress");
        let bytes: u64 = task_files
            .iter()
            .chain(&entry_files)
            .filter_map(|path| std::fs::metadata(self.opened.folder.join(path)).ok())
            .map(|about| about.len())
            .sum();
        let (tasks, entries) = if bytes < PARALLEL_FROM_BYTES {
            (
                task_files.iter().map(|path| self.parse(path)).collect(),
                entry_files.iter().map(|path| self.parse(path)).collect(),
            )
        } else {
            let this = &*self;
            rayon::join(
                || task_files.par_iter().map(|path| this.parse(path)).collect(),
                || entry_files.par_iter().map(|path| this.parse(path)).collect(),
            )
        };
        self.take_tasks(task_files, tasks);
        self.take_entries(entry_files, entries);
    }

    fn take_tasks(&mut self, paths: Vec<String>, parsed: Vec<Parsed<Task>>) {
        let mut tasks = Vec::with_capacity(parsed.iter().map(|file| file.items.len()).sum());
        for (path, parsed) in paths.into_iter().zip(parsed) {
            let file = self.opened.files.len();
            self.opened.maimed.extend(parsed.maimed);
            self.opened.tasks_lost |= parsed.lost;
            for (item, task) in parsed.items {
                self.opened.origins.tasks.push(Origin { file, item });
                tasks.push(task);
            }
            self.add_file(FileKind::Tasks, path, parsed.text);
        }
        self.opened.plan = self.head.take().map(|head| Plan { head, tasks });
    }

    /// Takes the entries in the order in which they hold: by date, and within a day as they were written.
    fn take_entries(&mut self, paths: Vec<String>, parsed: Vec<Parsed<Entry>>) {
        let mut placed = Vec::with_capacity(parsed.iter().map(|file| file.items.len()).sum());
        for (path, parsed) in paths.into_iter().zip(parsed) {
            let file = self.opened.files.len();
            placed.extend(parsed.items.into_iter().map(|(item, entry)| (Origin { file, item }, entry)));
            self.add_file(FileKind::Progress, path, parsed.text);
        }
        placed.sort_by_key(|(_, entry)| entry.date);
        (self.opened.origins.entries, self.opened.journal.entries) = placed.into_iter().unzip();
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
        for (_, file) in parsed.items {
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
        let Listing { names, faults } = yaml_files(&self.opened.folder.join(folder));
        if !faults.is_empty() {
            let holds = if folder == "tasks" { FileKind::Tasks } else { FileKind::Progress };
            self.opened.tasks_lost |= folder == "tasks";
            let faults = faults.into_iter().map(|kind| (0..0, kind)).collect();
            self.add_file(holds, folder.to_owned(), ReadText { text: String::new(), faults });
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
        let mut text = read_text(&self.opened.folder.join(path), &self.opened.repository);
        for (_, kind) in &mut text.faults {
            // The reader knows the whole path only; the plan's own is what its writer can find.
            if let FaultKind::NoSuchFile(whole) | FaultKind::OutsideRepository(whole) = kind {
                path.clone_into(whole);
            }
        }
        text
    }

    fn parse<T: FileItem>(&self, path: &str) -> Parsed<T> {
        parse_list(self.read(path))
    }

    fn add_file(&mut self, kind: FileKind, path: String, text: ReadText) {
        let file = self.opened.files.len();
        let faults = text.faults.into_iter().take(MAX_FAULTS);
        self.opened.faults.extend(faults.map(|(span, kind)| Fault { file, span, kind }));
        self.opened.files.push(PlanFile { kind, path, text: text.text });
    }
}

fn key(name: &str) -> Step {
    Step::Key(name.to_owned())
}

/// A type that a list file holds.
trait FileItem: DeserializeOwned + JsonSchema + Send {
    /// What stands in for a required key that is missing or wrong, so that the rest can still be checked.
    const STAND_INS: &'static [(&'static str, &'static str)];
}

impl FileItem for Task {
    const STAND_INS: &'static [(&'static str, &'static str)] = &[("title", "?"), ("kind", "milestone")];
}

impl FileItem for Entry {
    const STAND_INS: &'static [(&'static str, &'static str)] = &[];
}

impl FileItem for Head {
    const STAND_INS: &'static [(&'static str, &'static str)] =
        &[("format", "workplan/1"), ("id", "?"), ("title", "?"), ("issuer", "?")];
}

impl FileItem for CalendarFile {
    const STAND_INS: &'static [(&'static str, &'static str)] = &[];
}

fn parse_list<T: FileItem>(mut text: ReadText) -> Parsed<T> {
    if !readable(&mut text) {
        return Parsed { text, items: Vec::new(), maimed: Vec::new(), lost: true };
    }
    let error = match parse_items::<T>(&text.text) {
        Ok(items) if !suspects(&text.text) => {
            let items = items.into_iter().enumerate().collect();
            return Parsed { text, items, maimed: Vec::new(), lost: false };
        }
        Ok(_) => None,
        Err(error) => Some(error),
    };
    parse_again::<T, Vec<T>>(text, error)
}

/// The items of a list file. A large one is parsed in pieces, side by side, each small enough to stay in the
/// processor's cache. A piece begins where a line begins with `- `: only quotes, brackets, anchors and further
/// documents can reach across such a line, each of them spoils a piece, and then the whole is parsed instead.
fn parse_items<T: FileItem>(text: &str) -> Result<Vec<T>, serde_yaml::Error> {
    let whole = || serde_yaml::from_str::<Option<Vec<T>>>(text).map(Option::unwrap_or_default);
    if text.len() < 2 * PIECE_BYTES {
        return whole();
    }
    let pieces: Vec<Result<Option<Vec<T>>, serde_yaml::Error>> =
        pieces(text).into_par_iter().map(serde_yaml::from_str).collect();
    match pieces.into_iter().collect::<Result<Vec<_>, _>>() {
        Ok(pieces) => Ok(pieces.into_iter().flatten().flatten().collect()),
        Err(_) => whole(),
    }
}

/// Cuts a text before lines that begin with `- `, into pieces of about the same size.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::with_capacity(text.len() / PIECE_BYTES + 1);
    let mut rest = text;
    while let Some(after) = rest.get(super::text::floor_char(rest, PIECE_BYTES)..).filter(|after| !after.is_empty()) {
        let Some(cut) = after.find("\n- ") else { break };
        let Some((piece, later)) = rest.split_at_checked(rest.len() - after.len() + cut + 1) else { break };
        pieces.push(piece);
        rest = later;
    }
    pieces.push(rest);
    pieces
}

fn parse_one<T: FileItem>(mut text: ReadText) -> Parsed<T> {
    if !readable(&mut text) {
        return Parsed { text, items: Vec::new(), maimed: Vec::new(), lost: true };
    }
    let error = match serde_yaml::from_str::<T>(&text.text) {
        Ok(item) if !suspects(&text.text) => {
            return Parsed { text, items: vec![(0, item)], maimed: Vec::new(), lost: false };
        }
        Ok(_) => None,
        Err(error) => Some(error),
    };
    parse_again::<T, T>(text, error)
}

/// Where a text begins to ask more of a parser than any plan would, if anywhere.
fn hostile(text: &str) -> Option<usize> {
    too_many_open(text, MAX_OPEN_BRACKETS).or_else(|| too_many_commas(text, MAX_COMMAS))
}

/// Whether a text may be given to the parsers; where not, why stands among its faults.
fn readable(text: &mut ReadText) -> bool {
    if let Some(at) = hostile(&text.text) {
        text.faults.push((at..at + 1, FaultKind::TooDeep));
    }
    text.faults.iter().all(|(_, kind)| *kind == FaultKind::ByteOrderMark)
}

/// The second reading: finds every fault of a file, and saves what is left of it.
fn parse_again<T: FileItem, Whole: JsonSchema>(mut text: ReadText, error: Option<serde_yaml::Error>) -> Parsed<T> {
    let Recovered { root, faults: mut found, lost } = recover(&text.text);
    let slips = slips(&text.text, root.as_ref(), !lost.is_empty());
    let schema = schemars::schema_for!(Whole).to_value();
    let shaped = root.as_ref().map(|root| check_shape(&schema, root)).unwrap_or_default();
    found.extend(shaped.faults);
    // A file of many items may hold as many faults: they are looked up by their places.
    let at_fault: BTreeSet<usize> = found.iter().map(|(span, _)| span.start).collect();
    let mut parsed = Parsed { text: ReadText::default(), items: Vec::new(), maimed: Vec::new(), lost: false };
    if let Some(root) = &root {
        for (index, item) in parts(root).into_iter().enumerate() {
            let clean = at_fault.range(item.span.start..=item.span.end).next().is_none();
            save::<T>(index, item, clean, &shaped.spoiled, &mut found, &mut parsed);
        }
    }
    for part in &lost {
        parsed.lost = true;
        parsed.maimed.extend(ids_in(text.text.get(part.clone()).unwrap_or("")));
    }
    drop_explained(&mut found, &slips, &lost, &text.text);
    found.extend(slips);
    if let (true, Some(error)) = (found.is_empty(), error) {
        let at = error.location().map_or(0, |location| location.index());
        found.push((at..at, FaultKind::Syntax(error.to_string())));
    }
    text.faults.extend(found);
    parsed.text = text;
    parsed
}

/// The items of a list file, or the one thing that another file is.
fn parts(root: &Node) -> Vec<&Node> {
    match &root.data {
        NodeData::List(items) => items.iter().collect(),
        NodeData::Map(_) | NodeData::Scalar { .. } => vec![root],
    }
}

/// Reads what is left of an item when its spoiled parts are taken out.
fn save<T: FileItem>(
    index: usize,
    item: &Node,
    clean: bool,
    spoiled: &Spoiled,
    found: &mut Vec<(Range<usize>, FaultKind)>,
    parsed: &mut Parsed<T>,
) {
    if !clean {
        parsed.maimed.extend(item.get("id").and_then(Node::text).and_then(TaskId::new));
    }
    let rest = with_stand_ins(without(item, spoiled), T::STAND_INS);
    match serde_yaml::from_str::<T>(&rest.to_flow()) {
        Ok(value) => parsed.items.push((index, value)),
        Err(error) => {
            parsed.lost = true;
            parsed.maimed.extend(item.get("id").and_then(Node::text).and_then(TaskId::new));
            if clean {
                let metrics = metric_faults(item);
                let unexplained =
                    metrics.is_empty().then(|| (item.locate(&[], Part::Key), FaultKind::Syntax(error.to_string())));
                found.extend(metrics.into_iter().chain(unexplained));
            }
        }
    }
}

/// A node without its spoiled parts.
fn without(node: &Node, spoiled: &Spoiled) -> Node {
    let data = match &node.data {
        NodeData::Scalar { .. } => node.data.clone(),
        NodeData::List(items) => NodeData::List(
            items
                .iter()
                .filter(|item| !spoiled.items.contains(&item.span.start))
                .map(|item| without(item, spoiled))
                .collect(),
        ),
        NodeData::Map(pairs) => NodeData::Map(
            pairs
                .iter()
                .filter(|(key, _)| !spoiled.pairs.contains(&key.span.start))
                .map(|(key, value)| (key.clone(), without(value, spoiled)))
                .collect(),
        ),
    };
    Node { span: node.span.clone(), data }
}

fn with_stand_ins(mut node: Node, stand_ins: &[(&str, &str)]) -> Node {
    let scalar = |text: &str| Node { span: 0..0, data: NodeData::Scalar { text: text.to_owned(), plain: false } };
    let missing: Vec<_> = stand_ins.iter().filter(|(key, _)| node.get(key).is_none()).collect();
    if let NodeData::Map(pairs) = &mut node.data {
        pairs.extend(missing.into_iter().map(|(key, value)| (scalar(key), scalar(value))));
    }
    node
}

/// The metrics of a task whose numbers make no sense together, each with the place to blame.
fn metric_faults(task: &Node) -> Vec<(Range<usize>, FaultKind)> {
    let metrics = task.get("metrics").map_or(&[] as &[Node], Node::items);
    metrics
        .iter()
        .filter_map(|metric| {
            let message = serde_yaml::from_str::<Metric>(&metric.to_flow()).err()?.to_string();
            let fault = MetricFault::ALL.into_iter().find(|fault| message.contains(&fault.to_string()))?;
            let written = metric.get(fault.key()).and_then(Node::text).unwrap_or("").to_owned();
            Some((metric.locate(&[key(fault.key())], Part::Value), FaultKind::Metric { fault, written }))
        })
        .collect()
}

/// A slip explains what the parser made of it: the faults of the lines that it touches, and of its part of
/// the file when that was lost.
fn drop_explained(
    found: &mut Vec<(Range<usize>, FaultKind)>,
    slips: &[(Range<usize>, FaultKind)],
    lost: &[Range<usize>],
    text: &str,
) {
    let lines = slips.iter().map(|(slip, _)| super::text::line_around(text, slip.start));
    let holds_slip = |part: &Range<usize>| {
        let next = slips.partition_point(|(slip, _)| slip.start < part.start);
        slips.get(next).is_some_and(|(slip, _)| slip.start < part.end)
    };
    let parts = lost.iter().filter(|part| holds_slip(part)).cloned();
    let mut explained: Vec<Range<usize>> = lines.chain(parts).collect();
    explained.sort_by_key(|range| range.start);
    // How far what begins at or before each of them reaches.
    let reach: Vec<usize> = explained
        .iter()
        .scan(0, |far, range| {
            *far = range.end.max(*far);
            Some(*far)
        })
        .collect();
    found.retain(|(span, _)| {
        let before = explained.partition_point(|range| range.start <= span.end);
        before.checked_sub(1).and_then(|last| reach.get(last)).is_none_or(|far| *far < span.start)
    });
}

/// The task ids that a part which could not be read seems to define.
fn ids_in(text: &str) -> Vec<TaskId> {
    let after_key = |line: &str| line.trim_start_matches(['-', ' ', '{']).strip_prefix("id:").map(str::to_owned);
    let first_word = |rest: String| rest.trim().split([',', '#', ' ']).next().and_then(TaskId::new);
    text.lines().filter_map(after_key).filter_map(first_word).collect()
}
