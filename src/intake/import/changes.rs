//! Where the ledger differs from the plan itself: nothing that a unit's return decides.

use crate::intake::ledger::{Ledger, Row, parts, squeezed, text_of, title_key};
use crate::intake::place::PlacedFault;
use crate::plan::meant::bound::directed;
use crate::plan::meant::column::Field;
use crate::plan::meant::endless::is_endless;
use crate::plan::{Date, Kind, Language, OwnField, Task};
use crate::report::filter::unit_named;
use crate::report::task_line::TaskLine;
use crate::say;
use crate::words;
use crate::words::visible;

use super::answering::{Answering, answering, names_nobody};
use super::cells::{by_metric, own_remark, people_in, unread, value};
use super::group::Group;
use super::rows::Reader;
use super::target::counted;

/// What is compared with.
pub(super) struct Comparison<'c> {
    pub(super) reader: &'c Reader<'c>,
    /// The task as it is known, on each of the days that count.
    pub(super) known: &'c [&'c TaskLine<'c>],
}

/// A cell that says something else than the plan.
struct Change {
    field: Field,
    /// What the plan says.
    plan: String,
    instead: Instead,
}

/// What to do about a change.
enum Instead {
    /// Approve it: what `amend` would take.
    Amend(String, String),
    /// Set it: what `set` would take.
    Set(String, String),
    /// Edit the plan's files.
    Edit,
    /// Write the cell in another way: what is wrong with it.
    Rewrite(String),
}

/// Every cell of the rows that says something else than the plan, with what to do instead.
pub(super) fn changes(comparison: &Comparison<'_>, group: &Group<'_, '_>) -> Vec<PlacedFault> {
    let lang = comparison.reader.lang;
    let mut found: Vec<PlacedFault> = Vec::new();
    for (ledger, row) in &group.rows {
        let changed = comparison.changed(group.task, ledger, row);
        let name = |change: &Change| change.field.name_with(comparison.reader.own, lang);
        found.extend(changed.into_iter().map(|change| said((&change, &name(&change)), group, ledger, row, lang)));
    }
    found.dedup();
    found
}

fn said(
    (change, name): (&Change, &str),
    group: &Group<'_, '_>,
    ledger: &Ledger<'_>,
    row: &Row<'_>,
    lang: Language,
) -> PlacedFault {
    let place = ledger.place_of(group.file, row, change.field);
    let now = row.text(change.field).unwrap_or_default();
    let (before, id) = (if change.plan.is_empty() { "—" } else { &change.plan }, &group.task.id);
    let what = say!(
        lang,
        "{name}与计划不同，计划是“{before}”，表中是“{now}”",
        "{name} differs from the plan's: `{before}` there, `{now}` here"
    );
    let advice = match &change.instead {
        Instead::Rewrite(why) => why.clone(),
        Instead::Amend(field, value) => {
            let (field, value) = (words::shell_word(field), words::shell_word(value));
            say!(
                lang,
                "经批准调整的，用 workplan amend {id} {field} {value} --reason 原因 --approved-by 批准人",
                "where the change is approved, use `workplan amend {id} {field} {value} --reason WHY --approved-by NAME`"
            )
        }
        Instead::Set(field, value) => {
            let assignment = words::shell_word(&format!("{field}={value}"));
            say!(
                lang,
                "需要修改的，用 workplan set {id} {assignment}",
                "where it must change, use `workplan set {id} {assignment}`"
            )
        }
        Instead::Edit => {
            say!(lang, "确需修改的，改 tasks/ 中的任务 {id}", "where it must change, edit task {id} under tasks/")
        }
    };
    PlacedFault { place, message: say!(lang, "{what}；{advice}", "{what}; {advice}") }
}

impl Comparison<'_> {
    fn changed(&self, task: &Task, ledger: &Ledger<'_>, row: &Row<'_>) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        changes.extend(self.plain(row, Field::Title, |line| Some(line.title), Some("title")));
        changes.extend(self.plain(row, Field::Person, |line| line.person, None));
        changes.extend(self.plain(row, Field::Leader, |line| line.leader, None));
        changes.extend(self.plain(row, Field::Source, |line| line.source, None));
        changes.extend(self.units(ledger, row));
        changes.extend(self.days(row));
        changes.extend(self.targets(task, row));
        changes.extend(self.remark(row));
        changes.extend(self.own(row));
        changes.retain(|change| !self.is_in_remark(row, change.field));
        changes
    }

    /// Whether a cell could not be read when the task was made out of the ledger, and still says the same.
    fn is_in_remark(&self, row: &Row<'_>, field: Field) -> bool {
        let Some(text) = row.text(field) else { return false };
        let marked = |lang: Language| squeezed(&unread(&field.name_with(self.reader.own, lang), &text, lang));
        let notes = || self.known.iter().filter_map(|line| line.note).map(squeezed);
        let mut marks = [Language::Chinese, Language::English].into_iter().map(marked);
        marks.any(|mark| notes().any(|note| note.contains(&mark)))
    }

    fn plain(
        &self,
        row: &Row<'_>,
        field: Field,
        of: impl for<'t> Fn(&'t TaskLine<'t>) -> Option<&'t str>,
        amend: Option<&str>,
    ) -> Option<Change> {
        let text = row.text(field)?;
        let bare = if field == Field::Person { people_in(&text) } else { text.clone() };
        let key: fn(&str) -> String = if field == Field::Title { title_key } else { squeezed };
        let same = |known: &str| key(&bare) == key(known) || key(&bare) == key(&visible(known));
        let is_known = self.known.iter().any(|line| of(line).is_some_and(same));
        let plan = self.known.first().and_then(|line| of(line)).unwrap_or("").to_owned();
        let instead = amend.map_or(Instead::Edit, |name| Instead::Amend(name.to_owned(), text.clone()));
        (!is_known).then_some(Change { field, plan, instead })
    }

    /// The units: who leads, and whoever else is named helps.
    fn units(&self, ledger: &Ledger<'_>, row: &Row<'_>) -> Vec<Change> {
        let whole = |field: Field, name: &str| {
            if names_nobody(self.reader.plan, name) {
                return None;
            }
            let text = row
                .text(field)
                .filter(|text| self.reader.plan.head.units.iter().any(|unit| unit.name.as_str() == text));
            let known = || unit_named(self.reader.plan, name).unwrap_or_else(|_| name.to_owned());
            Some(text.unwrap_or_else(known))
        };
        let Answering { lead, support: helping, .. } = answering(ledger, row, whole);
        let mut changes = Vec::new();
        let leads = |lead: &str| self.known.iter().any(|line| line.lead == Some(lead));
        if let Some((lead, field)) = lead.filter(|(lead, _)| !leads(lead)) {
            let plan = self.known.first().and_then(|line| line.lead).unwrap_or("").to_owned();
            changes.push(Change { field, plan, instead: Instead::Amend("lead".to_owned(), lead) });
        }
        let same = |line: &&TaskLine<'_>| {
            line.support.len() == helping.len() && helping.iter().all(|unit| line.support.contains(&unit.as_str()))
        };
        if !helping.is_empty() && !self.known.iter().any(same) {
            let separator = self.reader.lang.pick("、", ", ");
            let plan = self.known.first().map_or_else(String::new, |line| line.support.join(separator));
            let field = if row.text(Field::Support).is_some() { Field::Support } else { Field::Responsible };
            changes.push(Change { field, plan, instead: Instead::Amend("support".to_owned(), helping.join("、")) });
        }
        changes
    }

    fn days(&self, row: &Row<'_>) -> Vec<Change> {
        let of = |field: Field, name: &str, known: &dyn Fn(&TaskLine<'_>) -> Option<Date>| {
            let cell = row.cell(field).filter(|cell| text_of(cell).is_some())?;
            let text = row.text(field)?;
            let given = if field == Field::Start {
                self.reader.first_day_in(cell)
            } else {
                self.reader.span_in(cell).map(|(_, last)| last)
            };
            let says = |line: &&TaskLine<'_>| line.deadline_says.is_some_and(|says| says == text);
            let endless = |line: &&TaskLine<'_>| line.kind == Kind::Continuous && is_endless(&text);
            let same = |line: &&TaskLine<'_>| {
                given.as_ref().is_ok_and(|day| Some(day) == known(line).as_ref())
                    || (field == Field::Deadline && (says(line) || endless(line)))
            };
            if self.known.iter().any(same) {
                return None;
            }
            let plan = self.known.first().and_then(|line| known(line)).map_or_else(String::new, |day| day.to_string());
            let instead = given.map_or_else(Instead::Rewrite, |day| Instead::Amend(name.to_owned(), day.to_string()));
            Some(Change { field, plan, instead })
        };
        let ends = if row.text(Field::Deadline).is_some() { Field::Deadline } else { Field::Span };
        let deadline = of(ends, "deadline", &|line| line.deadline);
        let start = of(Field::Start, "start", &|line| Some(line.start));
        deadline.into_iter().chain(start).collect()
    }

    /// The metrics' names, and their targets.
    fn targets(&self, task: &Task, row: &Row<'_>) -> Vec<Change> {
        let lang = self.reader.lang;
        let mut changes = Vec::new();
        let names = row.text(Field::Metrics);
        if let Some(unknown) = names.as_deref().and_then(|names| self.unknown_metric(task, names)) {
            changes.extend(unknown);
            return changes;
        }
        let Some(text) = row.text(Field::Target) else { return changes };
        let shown = |line: &TaskLine<'_>| {
            let targets: Vec<String> = line.metrics.iter().map(|metric| metric.asked(lang)).collect();
            targets.join(lang.pick("；", "; "))
        };
        let plan = self.known.first().map_or_else(String::new, |line| shown(line));
        // Words that are no number went into the remark when the task was made out of the ledger.
        if self
            .known
            .iter()
            .any(|line| line.metrics.is_empty() && squeezed(line.note.unwrap_or("")).contains(&squeezed(&text)))
        {
            return changes;
        }
        let unread = || Change { field: Field::Target, plan: plan.clone(), instead: Instead::Edit };
        let Ok(said) = by_metric(task, names.as_deref(), &text, lang) else { return vec![unread()] };
        for (metric, text) in said {
            // 完成投资300万元 is 300万元 of 投资.
            let own = counted(&text).filter(|(name, _)| names.is_none() && *name == metric.name);
            let text = own.map_or(text, |(_, target)| target);
            let meant = |line: &&TaskLine<'_>| {
                line.metrics.iter().find(|known| known.name == metric.name).is_some_and(|known| {
                    let bare = directed(&text).1;
                    [&text, bare].iter().any(|text| squeezed(text) == squeezed(&known.asked(lang)))
                        || value(metric, bare, lang)
                            .is_ok_and(|value| metric.read(&value).ok() == metric.read(&known.target).ok())
                })
            };
            if self.known.iter().any(meant) {
                continue;
            }
            let field = if task.metrics.len() == 1 { "target".to_owned() } else { format!("{}.target", metric.name) };
            let instead = value(metric, directed(&text).1, lang)
                .map_or_else(Instead::Rewrite, |value| Instead::Amend(field, value.to_string()));
            changes.push(Change { field: Field::Target, plan: plan.clone(), instead });
        }
        changes
    }

    /// Where the ledger names a metric that the task has not: that change; none where it is no metric but words, which
    /// went into the remark when the task was made out of the ledger.
    fn unknown_metric(&self, task: &Task, names: &str) -> Option<Option<Change>> {
        let bare = |name: &str| squeezed(name.trim_end_matches('*'));
        let is_metric = |name: &&str| task.metrics.iter().any(|metric| squeezed(&metric.name) == bare(name));
        let unknown: Vec<&str> = parts(names).into_iter().filter(|name| !is_metric(name)).collect();
        if unknown.is_empty() {
            return None;
        }
        let remark = |line: &&TaskLine<'_>| {
            let note = squeezed(line.note.unwrap_or(""));
            unknown.iter().all(|name| note.contains(&bare(name)))
        };
        let plan = words::list(self.reader.lang, task.metrics.iter().map(|metric| &metric.name));
        let change = Change { field: Field::Metrics, plan, instead: Instead::Edit };
        Some((!self.known.iter().any(remark)).then_some(change))
    }

    /// The plan's own fields.
    fn own(&self, row: &Row<'_>) -> Vec<Change> {
        let of = |(at, field): (usize, &OwnField)| {
            let cell = row.cell(Field::Own(at)).filter(|cell| text_of(cell).is_some())?;
            let given = self.reader.own_in(field, cell);
            let held = |line: &&TaskLine<'_>| line.fields.get(&field.key).map(str::to_owned);
            let same =
                |held: String| {
                    given.as_ref().ok().and_then(Option::as_ref).is_some_and(|given| {
                        field.is_same(given, &held) || squeezed(given) == squeezed(&visible(&held))
                    })
                };
            if self.known.iter().filter_map(held).any(same) {
                return None;
            }
            let plan = self.known.first().and_then(held).unwrap_or_default();
            let instead = given.map_or_else(Instead::Rewrite, |value| {
                Instead::Set(field.name().to_owned(), value.unwrap_or_default())
            });
            Some(Change { field: Field::Own(at), plan, instead })
        };
        self.reader.own.iter().enumerate().filter_map(of).collect()
    }

    /// The remark without what an exported ledger adds to it.
    fn remark(&self, row: &Row<'_>) -> Option<Change> {
        let text = row.text(Field::Remark)?;
        let own = own_remark(&text);
        if own.is_empty() {
            return None;
        }
        let bare =
            |text: &str| -> String { squeezed(&visible(text)).chars().filter(|c| !"；;".contains(*c)).collect() };
        let is_known = self.known.iter().any(|line| bare(line.note.unwrap_or("")).contains(&bare(&own.concat())));
        let plan = self.known.first().and_then(|line| line.note).unwrap_or("").to_owned();
        (!is_known).then_some(Change { field: Field::Remark, plan, instead: Instead::Edit })
    }
}
