//! A plan that becomes the next one: its files, changed where the next plan differs, without its journal.

use std::ops::Range;

use crate::plan::{Coverage, Date, Head, Notice, NoticeNumber, Period, Task};
use crate::store::node::Node;
use crate::store::read::FileKind;
use crate::words::fields::Place;

use super::alter::alter;
use super::items::line_start;
use super::keys::{Put, Step, cleared, end_of_value, put, put_at, reached, remove_item, splice};
use super::moved::{above_remarks, own_lines};
use super::renamed::keys_of;
use super::rewrite::{EditError, Rewrite};

/// What the next plan's head says instead.
#[derive(Debug, Clone)]
pub struct NextHead {
    /// The short name.
    pub id: String,
    /// The title.
    pub title: String,
    /// Who issues it.
    pub issuer: String,
    /// The day of issue.
    pub issued: Date,
    /// The days over which it runs.
    pub period: Period,
    /// The calendar's path, where that cannot stay.
    pub calendar: Option<String>,
    /// The last number of a notice that was taken.
    pub after: Option<NoticeNumber>,
    /// The units that are gone, by their names.
    pub gone_units: Vec<String>,
    /// What is remarked beside keys, without the sign: what is a stand-in.
    pub remarks: Vec<(&'static str, String)>,
    /// What is remarked above the first key.
    pub opening: String,
}

impl Rewrite {
    /// Takes away the journal and the notices: they are the old plan's. Of the notices those are left that still wait for
    /// an answer.
    ///
    /// # Errors
    /// When a file cannot be written anew.
    pub fn begin_journal(&mut self, notices: &[Notice]) -> Result<(), EditError> {
        let kinds: Vec<FileKind> = self.opened().files.iter().map(|file| file.kind).collect();
        for (file, kind) in kinds.into_iter().enumerate() {
            match kind {
                FileKind::Progress => self.emptied(file).replace_entries(file, Vec::new()),
                FileKind::Notices => self.emptied(file).replace_notices(file, Vec::new()),
                FileKind::Head | FileKind::Tasks | FileKind::Checklist | FileKind::Source | FileKind::Calendar => {}
            }
        }
        self.issue(notices).map(drop)
    }

    /// Lets every task become another one, or none.
    ///
    /// # Errors
    /// When a file cannot be edited safely.
    pub fn carry_tasks(&mut self, next: &dyn Fn(&Task) -> Option<Task>) -> Result<(), EditError> {
        for path in self.task_files() {
            let before = self.text(&path);
            let old = self.tasks_in(&path)?;
            let meant: Vec<Option<Task>> = old.iter().map(next).collect();
            let after = carried(&before, &old, &meant).ok_or_else(|| EditError::Unplaced(path.clone()))?;
            let meant: Vec<Task> = meant.into_iter().flatten().collect();
            self.accept_tasks(&path, after, &meant)?;
        }
        Ok(())
    }

    /// Makes `plan.yaml` the next plan's: it quotes no document, for the old one is not the next plan's.
    ///
    /// # Errors
    /// When the file cannot be edited safely.
    pub fn carry_head(&mut self, next: &NextHead) -> Result<(), EditError> {
        self.declare(|text| next_text(text, next), |head| become_next(head, next))
    }
}

fn become_next(head: &mut Head, next: &NextHead) {
    head.id.clone_from(&next.id);
    head.title.clone_from(&next.title);
    head.issuer.clone_from(&next.issuer);
    head.number = None;
    head.issued = next.issued;
    head.period = next.period;
    head.source = None;
    head.coverage = Coverage::Partial;
    head.context.clear();
    head.units.retain(|unit| !next.gone_units.iter().any(|gone| gone == unit.name.as_str()));
    if let (Some(rules), Some(after)) = (&mut head.notices, &next.after) {
        rules.after = Some(after.clone());
    }
    if let Some(calendar) = &next.calendar {
        head.calendar.clone_from(calendar);
    }
}

fn next_text(text: &str, next: &NextHead) -> Option<String> {
    let (start, end) = (next.period.start.to_string(), next.period.end.to_string());
    let issued = next.issued.to_string();
    let (of_plan, of_period) = (keys_of(Place::Plan), keys_of(Place::Period));
    let set = |text: &str, way: &[&str], new: &Put| put_at(text, way, (&of_plan, &of_period), new);
    let text = set(text, &["id"], &Put::text(&next.id))?;
    let text = set(&text, &["title"], &Put::text(&next.title))?;
    let text = set(&text, &["issuer"], &Put::text(&next.issuer))?;
    let text = set(&text, &["issued"], &Put::single(&issued, &issued))?;
    let text = set(&text, &["period", "start"], &Put::single(&start, &start))?;
    let text = set(&text, &["period", "end"], &Put::single(&end, &end))?;
    let text = next.calendar.iter().try_fold(text, |text, path| set(&text, &["calendar"], &Put::text(path)))?;
    let (of_notices, after) =
        (keys_of(Place::Notices), next.after.as_ref().map(|number| Put::text(&number.to_string())));
    let text =
        after.iter().try_fold(text, |text, new| put(&text, &[Step::Key("notices")], "after", &of_notices, new))?;
    let text = ["number", "source", "context"].into_iter().try_fold(text, |text, key| without(&text, key))?;
    let has_coverage = reached(&Node::parse(&text).ok()??, &[Step::Key("coverage")]).is_some();
    let text = if has_coverage { put(&text, &[], "coverage", &of_plan, &Put::yaml("partial"))? } else { text };
    let text = next.gone_units.iter().try_fold(text, |text, name| without_unit(&text, name))?;
    let text = next.remarks.iter().try_fold(text, |text, (key, remark)| remarked(&text, key, remark))?;
    opened_by(&text, &next.opening)
}

/// The text without a key of the head, and without the remarks right above it.
fn without(text: &str, key: &str) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let Some((name, _)) = root.pairs().iter().find(|(name, _)| name.text() == Some(key)) else {
        return Some(text.to_owned());
    };
    let line = line_start(text, name.span.start)?;
    let is_first = root.pairs().first().is_some_and(|(first, _)| first.span == name.span);
    let is_alone = text.get(line..name.span.start)?.trim().is_empty() && !is_first;
    let start = if is_alone { above_remarks(text, line, 0)? } else { line };
    let text = splice(text, start..line, "")?;
    cleared(&text, &[key])
}

fn without_unit(text: &str, name: &str) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let units = root.get("units")?;
    let at = units.items().iter().position(|unit| unit.get("name").and_then(Node::text) == Some(name))?;
    match units.items().len() {
        1 => put(text, &[], "units", &keys_of(Place::Plan), &Put::yaml("[]")),
        _ => remove_item(text, units, at),
    }
}

/// The text with a remark at the end of the line on which a key's value ends.
fn remarked(text: &str, key: &str, remark: &str) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let end = end_of_value(&root, key)?;
    let line_end = text.get(end..)?.find('\n').map_or(text.len(), |newline| end + newline);
    let line_end = line_end - usize::from(text.get(..line_end)?.ends_with('\r'));
    splice(text, line_end..line_end, &format!(" # {remark}"))
}

/// The text with a remark above its first key.
fn opened_by(text: &str, remark: &str) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let first = line_start(text, root.pairs().first()?.0.span.start)?;
    splice(text, first..first, &format!("# {remark}\n"))
}

/// A file's text in which every task is another one, or gone. Each is edited by itself, so that a long file is read once.
fn carried(text: &str, old: &[Task], meant: &[Option<Task>]) -> Option<String> {
    let root = Node::parse(text).ok()?;
    let Some(root) = root.filter(|_| !old.is_empty()) else { return Some(text.to_owned()) };
    let is_flow = text.get(root.span.start..)?.starts_with('[');
    if meant.iter().all(Option::is_none) {
        return Some(String::new());
    }
    let mut changed = text.to_owned();
    for (item, (old, new)) in old.iter().zip(meant).enumerate().rev() {
        let alone = if is_flow { None } else { own_lines(text, &root, item) };
        changed = match (new, alone) {
            (Some(new), Some(lines)) => match alter(text.get(lines.clone())?, 0, old, new) {
                Some(one) => splice(&changed, lines, &one)?,
                // Something in it means something that stands elsewhere.
                None => alter(&changed, item, old, new)?,
            },
            (Some(new), None) => alter(&changed, item, old, new)?,
            (None, Some(lines)) => splice(&changed, gone(text, &lines, item)?, "")?,
            (None, None) => remove_item(&changed, &Node::parse(&changed).ok()??, item)?,
        };
    }
    Some(changed)
}

/// What goes with an item that is taken out: the remarks right above it, unless they open the file, and the empty lines below.
fn gone(text: &str, lines: &Range<usize>, item: usize) -> Option<Range<usize>> {
    let indent = text.get(lines.start..)?.find('-')?;
    let start = if item == 0 { lines.start } else { above_remarks(text, lines.start, indent)? };
    let below = text.get(lines.end..)?;
    let empty: usize = below.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    Some(start..lines.end + empty)
}
