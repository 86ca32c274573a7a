//! Random plans, random changes, and what each change must be reported as.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use workplan::plan::{
    AmendedField, Amendment, Checkpoint, Date, Entry, FieldValue, Head, Journal, Kind, Metric, Plan, Task, TaskId,
    UnitName, Values,
};

/// A plan and a journal, changed, and what was changed.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) from: (Plan, Journal),
    pub(crate) to: (Plan, Journal),
    pub(crate) expected: Expected,
}

/// What a comparison must find.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) added: BTreeSet<String>,
    pub(crate) removed: BTreeSet<String>,
    pub(crate) renumbered: BTreeSet<(String, String)>,
    /// By task, the fields that changed and whether an amendment vouches for it.
    pub(crate) changed: BTreeMap<String, BTreeMap<String, bool>>,
    pub(crate) cancelled: BTreeSet<String>,
    pub(crate) entries_added: usize,
    pub(crate) rewritten: BTreeSet<String>,
    pub(crate) entries_removed: usize,
    pub(crate) plan: BTreeSet<String>,
}

/// A change of one task, and the fields by which it is told.
struct Edit {
    fields: &'static [&'static str],
    make: fn(&mut Task),
}

/// Every field of a task. No two edits touch the same one.
const EDITS: &[Edit] = &[
    Edit { fields: &["title"], make: |task| task.title.push_str("（新）") },
    Edit { fields: &["source"], make: |task| task.source.as_mut().unwrap().push('等') },
    Edit { fields: &["kind"], make: |task| task.kind = Kind::Continuous },
    Edit { fields: &["lead"], make: |task| task.lead = Some(UnitName("丙办".into())) },
    Edit {
        fields: &["support"], make: |task| task.support = vec![UnitName("丁办".into()), UnitName("乙办".into())]
    },
    Edit { fields: &["person"], make: |task| task.person = None },
    Edit { fields: &["leader"], make: |task| task.leader = Some("李四".into()) },
    Edit { fields: &["places"], make: |task| task.places = Vec::new() },
    Edit { fields: &["start"], make: |task| task.start = Some(day("2020-08-01")) },
    Edit { fields: &["deadline"], make: |task| task.deadline = task.deadline.and_then(|day| day.plus_days(15)) },
    Edit { fields: &["deadline_says"], make: |task| task.deadline_says = Some("12月".into()) },
    Edit {
        fields: &["recurs"],
        make: |task| task.recurs = Some(workplan::plan::Recurrence { every: workplan::plan::Every::Month, by: 25 }),
    },
    Edit { fields: &["depends"], make: |task| task.depends = vec![TaskId::new("9-99").unwrap()] },
    Edit {
        fields: &["serves"],
        make: |task| {
            let order = TaskId::new("3-05").unwrap();
            task.serves = vec![workplan::plan::Serves { plan: "qingpu-2020h2".into(), task: order }];
        },
    },
    Edit { fields: &["weight"], make: |task| task.weight = "2.5".parse().unwrap() },
    Edit { fields: &["tags"], make: |task| task.tags.push("重点".into()) },
    Edit { fields: &["note"], make: |task| task.note = Some("备注".into()) },
    Edit { fields: &["assumed"], make: |task| task.assumed = vec!["lead".into(), "metrics.户数".into()] },
    Edit {
        fields: &["checkpoints.封顶.due", "checkpoints.封顶.title"],
        make: |task| task.checkpoints[0] = step("封顶", "主体封顶", "2020-10-10"),
    },
    Edit {
        fields: &["checkpoints", "checkpoints.竣工.title", "checkpoints.竣工.due"],
        make: |task| task.checkpoints.push(step("竣工", "竣工验收", "2020-12-01")),
    },
    Edit { fields: &["metrics.户数.target"], make: |task| change(task, "户数", "target: 92", "target: 95") },
    Edit {
        fields: &["metrics.面积.unit", "metrics.面积.says"],
        make: |task| change(task, "面积", "unit: 亩", "unit: 公顷, says: 原文"),
    },
    Edit { fields: &["metrics.面积.baseline"], make: |task| change(task, "面积", "baseline: 3", "baseline: 0") },
    Edit {
        fields: &[
            "metrics",
            "metrics.水质.target",
            "metrics.水质.baseline",
            "metrics.水质.grades",
            "metrics.水质.weight",
        ],
        make: |task| {
            task.metrics.push(metric(
                "{ name: 水质, grades: [Ⅴ, { name: Ⅳ, aliases: [IV] }, Ⅲ], target: Ⅲ, baseline: Ⅴ, weight: 3 }",
            ))
        },
    },
];

/// Edits an amendment may vouch for, with the field and what it is brought to.
fn amendment(field: &str, task: &Task) -> Option<Amendment> {
    let field = AmendedField::new(field)?;
    let to = field.of(task);
    Some(Amendment {
        from: FieldValue::Nothing,
        to,
        field,
        reason: "改期".into(),
        approved_by: "镇长办公会".into(),
        duplicate_of: None,
    })
}

/// Writes a metric otherwise than it was written; other changes of it are kept.
fn change(task: &mut Task, name: &str, old: &str, new: &str) {
    let place = task.metrics.iter().position(|metric| metric.name == name).unwrap();
    let mut text = written(&task.metrics[place]);
    text = match text.contains(old) {
        true => text.replace(old, new),
        false => panic!("{text} has no {old}"),
    };
    task.metrics[place] = metric(&text);
}

fn written(metric: &Metric) -> String {
    let says = metric.says.as_ref().map_or_else(String::new, |says| format!(", says: {says}"));
    let (name, unit, target, baseline) = (&metric.name, &metric.unit, metric.target(), metric.baseline().unwrap());
    format!("{{ name: {name}, unit: {unit}{says}, target: {target}, baseline: {baseline} }}")
}

fn metric(yaml: &str) -> Metric {
    serde_yaml::from_str(yaml).unwrap()
}

fn step(id: &str, title: &str, due: &str) -> Checkpoint {
    Checkpoint { id: id.into(), title: title.into(), due: day(due) }
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn task(number: usize) -> Task {
    let yaml = format!(
        "{{ id: 1-{number:02}, title: 任务{number}, source: 第{number}句, kind: measured, lead: 甲办, support: [乙办, 戊办], \
         places: [龚都村], person: 张三, deadline: 2020-11-{day:02}, tags: [a, b], \
         checkpoints: [{{ id: 封顶, title: 封顶, due: 2020-09-30 }}], \
         metrics: [{{ name: 户数, unit: 户, target: 92 }}, {{ name: 面积, unit: 亩, baseline: 3, target: 10 }}] }}",
        day = 1 + number % 28
    );
    serde_yaml::from_str(&yaml).unwrap()
}

fn entry(number: usize, task: usize, month: &str) -> Entry {
    let (day, task) = (1 + number % 28, TaskId::new(&format!("1-{task:02}")).unwrap());
    Entry {
        date: format!("2020-{month}-{day:02}").parse().unwrap(),
        task,
        by: Some(format!("{month}单位{number}")),
        values: Values(vec![
            ("户数".into(), workplan::plan::Scalar::new(&number.to_string())),
            ("面积".into(), workplan::plan::Scalar::new("5")),
        ]),
        state: None,
        checkpoints: Vec::new(),
        note: Some(format!("{month}进展{number}")),
        issue: None,
        next: None,
        evidence: Vec::new(),
        reply_to: None,
        percent: None,
        withdraws: None,
        amendment: None,
    }
}

/// What happens to a task.
#[derive(Debug, Clone)]
enum Fate {
    Kept,
    Removed,
    Renumbered,
    Cancelled,
    /// The edits, and which of them are approved.
    Edited(Vec<(usize, bool)>),
}

/// What happens to an entry.
#[derive(Debug, Clone, Copy)]
enum EntryFate {
    Kept,
    Removed,
    Rewritten,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        3 => Just(Fate::Kept),
        1 => Just(Fate::Removed),
        1 => Just(Fate::Renumbered),
        1 => Just(Fate::Cancelled),
        4 => proptest::sample::subsequence((0..EDITS.len()).collect::<Vec<_>>(), 1..6)
            .prop_flat_map(|edits| edits.into_iter().map(|edit| (Just(edit), any::<bool>())).collect::<Vec<_>>())
            .prop_map(Fate::Edited),
    ]
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    let tasks = proptest::collection::vec(fate(), 0..10);
    let entry_fate =
        prop_oneof![3 => Just(EntryFate::Kept), 1 => Just(EntryFate::Removed), 1 => Just(EntryFate::Rewritten)];
    let entries = proptest::collection::vec(entry_fate, 0..20);
    (tasks, entries, 0..4_usize, 0..6_usize, any::<u64>(), any::<[bool; 5]>())
        .prop_map(|(fates, entries, more, reports, seed, head)| build(&fates, &entries, (more, reports), seed, head))
}

fn build(fates: &[Fate], entries: &[EntryFate], (more, reports): (usize, usize), seed: u64, head: [bool; 5]) -> Case {
    let old_head: Head = serde_yaml::from_str(HEAD).unwrap();
    let from = Plan { head: old_head.clone(), tasks: (0..fates.len()).map(task).collect() };
    let of = |number: usize| number % fates.len().max(1);
    let journal =
        Journal { entries: (0..entries.len()).map(|one| entry(one, of(one), "09")).collect(), ..Journal::default() };
    let mut expected = Expected::default();
    let mut to = Plan { head: edited_head(old_head, head, &mut expected), tasks: Vec::new() };
    let mut new_entries = Vec::new();
    for (old, fate) in from.tasks.iter().zip(fates) {
        to.tasks.extend(after(old, fate, &mut new_entries, &mut expected));
    }
    for number in 0..more {
        let added = task(50 + number);
        expected.added.insert(added.id.to_string());
        to.tasks.push(added);
    }
    for (one, fate) in journal.entries.iter().zip(entries) {
        match fate {
            EntryFate::Kept => new_entries.push(one.clone()),
            EntryFate::Removed => expected.entries_removed += 1,
            EntryFate::Rewritten => {
                let mut other = one.clone();
                other.note = Some("改写".into());
                expected.rewritten.insert(format!("{} {}", one.task, one.date));
                new_entries.push(other);
            }
        }
    }
    new_entries.extend((0..reports).map(|number| entry(number, of(number), "12")).map(reported));
    expected.entries_added += reports;
    shuffle(&mut to.tasks, seed);
    shuffle(&mut new_entries, seed.rotate_left(7));
    to.tasks.iter_mut().for_each(|task| reorder(task, seed));
    // The order in which a journal is opened.
    new_entries.sort_by_key(|entry| entry.date);
    let mut old = journal;
    old.entries.sort_by_key(|entry| entry.date);
    Case { from: (from, old), to: (to, Journal { entries: new_entries, ..Journal::default() }), expected }
}

/// A report that is like no other.
fn reported(mut entry: Entry) -> Entry {
    entry.values = Values::default();
    entry
}

fn after(old: &Task, fate: &Fate, entries: &mut Vec<Entry>, expected: &mut Expected) -> Option<Task> {
    let mut task = old.clone();
    let id = old.id.to_string();
    match fate {
        Fate::Kept => {}
        Fate::Removed => {
            expected.removed.insert(id);
            return None;
        }
        Fate::Renumbered => {
            task.id = TaskId::new(&format!("7-{id}", id = id.replace('-', ""))).unwrap();
            expected.renumbered.insert((id, task.id.to_string()));
        }
        Fate::Cancelled => {
            let to = FieldValue::One("cancelled".into());
            let (reason, approved_by) = ("叫停".into(), "镇长".into());
            let change = Amendment {
                field: AmendedField::State,
                from: FieldValue::Nothing,
                to,
                reason,
                approved_by,
                duplicate_of: None,
            };
            entries.push(amended(&task.id, change));
            expected.entries_added += 1;
            expected.cancelled.insert(id.clone());
            expected.changed.insert(id, BTreeMap::from([("state".to_owned(), true)]));
        }
        Fate::Edited(edits) => {
            edits.iter().for_each(|(edit, _)| (EDITS[*edit].make)(&mut task));
            let fields = expected.changed.entry(id).or_default();
            for (edit, approved) in edits {
                for field in EDITS[*edit].fields {
                    let change = amendment(field, &task).filter(|_| *approved && !field.contains("水质"));
                    fields.insert((*field).to_owned(), change.is_some());
                    expected.entries_added += usize::from(change.is_some());
                    entries.extend(change.map(|change| amended(&task.id, change)));
                }
            }
        }
    }
    Some(task)
}

fn amended(task: &TaskId, amendment: Amendment) -> Entry {
    let mut entry = entry(0, 0, "11");
    entry.task = task.clone();
    (entry.by, entry.note, entry.values) = (None, None, Values::default());
    entry.amendment = Some(Box::new(amendment));
    entry
}

const HEAD: &str = "
format: workplan/1
id: demo
title: 工作安排
issuer: 镇政府
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
units: [{ name: 甲办, short: 甲 }, { name: 乙办 }]
sections: [{ id: '1', title: 一 }, { id: '2', title: 二, themes: [{ id: '21', title: 二一 }] }]
context: [甲。, 乙。]
";

fn edited_head(mut head: Head, edits: [bool; 5], expected: &mut Expected) -> Head {
    let mut edit = |wanted: bool, field: &str, make: &mut dyn FnMut(&mut Head)| {
        if wanted {
            make(&mut head);
            expected.plan.insert(field.to_owned());
        }
    };
    edit(edits[0], "alerts.due_soon", &mut |head| head.alerts.due_soon = 15);
    edit(edits[1], "period.end", &mut |head| head.period.end = day("2021-01-31"));
    edit(edits[2], "units.甲办.short", &mut |head| head.units[0].short = None);
    edit(edits[3], "themes.21.title", &mut |head| head.sections[1].themes[0].title.push('甲'));
    edit(edits[4], "context", &mut |head| drop(head.context.pop()));
    head.units.reverse();
    head.sections.reverse();
    head.context.reverse();
    head
}

/// Lists in another order say the same.
fn reorder(task: &mut Task, seed: u64) {
    shuffle(&mut task.support, seed);
    shuffle(&mut task.tags, seed);
    shuffle(&mut task.metrics, seed);
    shuffle(&mut task.checkpoints, seed);
    shuffle(&mut task.assumed, seed);
}

fn shuffle<T>(things: &mut [T], mut seed: u64) {
    for end in (1..things.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        things.swap(end, usize::try_from(seed >> 33).unwrap() % (end + 1));
    }
}
