//! The same tasks for the programs that `scripts/bench` times beside `workplan`.

use std::io::{self, Write};
use std::path::Path;

use crate::{Entry, ISSUED, LAST_DAY, Outcome, SECTIONS, State, Task, date_of, write_file};

/// A `.taskrc` and the tasks as JSON, one a line, for `task import`.
pub(crate) fn write_taskwarrior(folder: &Path, tasks: &[Task]) -> Outcome {
    write_file(&folder.join("tasks.json"), |to| {
        (1..).zip(tasks).try_for_each(|(number, task)| write_taskwarrior_task(to, number, task))
    })?;
    let location = dunce::canonicalize(folder)?;
    write_file(&folder.join(".taskrc"), |to| {
        writeln!(to, "data.location={}\nconfirmation=off\nverbose=nothing", location.display())
    })
}

fn write_taskwarrior_task(to: &mut impl Write, number: u64, task: &Task) -> io::Result<()> {
    // Noon in UTC is the same day in every inhabited offset but the last two.
    let moment = |day| format!("{}T120000Z", date_of(day).replace('-', ""));
    write!(
        to,
        r#"{{"uuid":"{number:08x}-0000-4000-8000-{number:012x}","description":"{} {}","project":"{}.{}","entry":"{}","due":"{}","tags":["{}"]"#,
        task.id,
        task.title,
        task.theme,
        task.lead,
        moment(ISSUED),
        moment(task.due()),
        task.place,
    )?;
    let remark = task.remark.map(|remark| (ISSUED, remark.to_owned()));
    let notes: Vec<String> = remark
        .into_iter()
        .chain(task.entries.iter().map(|entry| (entry.day, note_with_value(task, entry))))
        .map(|(day, note)| format!(r#"{{"entry":"{}","description":"{note}"}}"#, moment(day)))
        .collect();
    if !notes.is_empty() {
        write!(to, r#","annotations":[{}]"#, notes.join(","))?;
    }
    match (task.state(), task.entries.last()) {
        (Some(State::Done), Some(entry)) => {
            writeln!(to, r#","status":"completed","end":"{}"}}"#, moment(entry.day))
        }
        _ => writeln!(to, r#","status":"pending"}}"#),
    }
}

/// The entry as one line of text, for the programs that have no metrics.
fn note_with_value(task: &Task, entry: &Entry) -> String {
    let value = entry.value.map(|value| format!("{value}{};", task.amounts().0)).unwrap_or_default();
    let issue = entry.issue.map(|issue| format!(";{issue}")).unwrap_or_default();
    let next = entry.next.map(|next| format!(";{next}")).unwrap_or_default();
    format!("{value}{}{issue}{next}", entry.note)
}

/// What is to be done as a balance of its section and unit, in ledger's and hledger's common language: the task brings
/// its target in on its deadline, and each entry takes what was done out again.
pub(crate) fn write_journal(to: &mut impl Write, tasks: &[Task]) -> io::Result<()> {
    for task in tasks {
        let (unit, target, _) = task.amounts();
        let account = format!("{}:{}", task.section, task.lead);
        writeln!(to, "{} {} {}", date_of(task.due()), task.id, task.title)?;
        if let Some(remark) = task.remark {
            writeln!(to, "    ; {remark}")?;
        }
        writeln!(to, "    待办:{account}  {target} {unit}\n    计划:{account}  -{target} {unit}\n")?;
        let mut before = 0;
        for entry in &task.entries {
            let reached = entry.value.unwrap_or(u32::from(entry.state == Some(State::Done)));
            let done = reached.saturating_sub(before);
            before = reached;
            writeln!(to, "{} {} {}", date_of(entry.day), task.id, entry.note)?;
            writeln!(to, "    完成:{account}  {done} {unit}\n    待办:{account}  -{done} {unit}\n")?;
        }
    }
    Ok(())
}

pub(crate) fn write_taskjuggler(to: &mut impl Write, tasks: &[Task]) -> io::Result<()> {
    writeln!(to, "project bench \"虚构的半年工作安排\" 2020-07-01 - 2021-01-01 {{")?;
    writeln!(to, "  now 2020-11-24\n}}")?;
    for (section, (title, _)) in (1..).zip(SECTIONS) {
        writeln!(to, "task s{section} \"{title}\" {{")?;
        tasks.iter().filter(|task| task.section == section).try_for_each(|task| write_taskjuggler_task(to, task))?;
        writeln!(to, "}}")?;
    }
    writeln!(to, "taskreport status \"status\" {{\n  formats csv\n  columns id, name, end, complete, status\n}}")
}

fn write_taskjuggler_task(to: &mut impl Write, task: &Task) -> io::Result<()> {
    let (_, target, done) = task.amounts();
    let complete = (done * 100).checked_div(target).unwrap_or(0);
    // `end` is the first moment after the task, so the day after its deadline.
    let end = if task.due() == LAST_DAY { "2021-01-01".into() } else { date_of(task.due() + 1) };
    writeln!(to, "  task t{} \"{}\" {{", task.id.replace('-', "_"), task.title)?;
    writeln!(
        to,
        "    start 2020-07-01\n    end {end}\n    complete {complete}\n    note \"{}{}\"",
        task.lead,
        task.remark.unwrap_or_default()
    )?;
    for entry in &task.entries {
        writeln!(to, "    journalentry {} \"{}\"", date_of(entry.day), note_with_value(task, entry))?;
    }
    writeln!(to, "  }}")
}
