//! Many matters in a table behind the letter.

use super::matter::{heard, in_short, named as task_named, people};
use crate::assess::Basis;
use crate::paper::{Block, Cell, Column, Line, Page, Table};
use crate::plan::{Language, NoticePurpose};
use crate::report::notice::{Paper, PaperTask};
use crate::say;
use crate::view::common::due_day;

/// `附件：督办事项清单（12项）`, as the letter names it.
pub(super) fn named(paper: &Paper<'_>, lang: Language) -> String {
    let (title, tasks) = (title(paper, lang), paper.tasks.len());
    say!(lang, "附件：{title}（{tasks}项）", "Annex: {title} ({tasks})")
}

/// The annex itself.
pub(super) fn annex(paper: &Paper<'_>, lang: Language) -> Page {
    let mut page = Page::default();
    page.add(Block::Title(Line::plain(title(paper, lang))));
    let has_people = paper.tasks.iter().any(|task| task.line.person.is_some());
    let mut columns = vec![
        Column::short(lang.pick("序号", "No.")),
        Column::text(lang.pick("工作任务", "Task")),
        Column::short(lang.pick("完成时限", "Deadline")),
    ];
    if has_people {
        columns.push(Column::text(lang.pick("责任人", "In charge")));
    }
    columns.push(Column::text(match paper.purpose {
        NoticePurpose::Work => lang.pick("目前情况", "How it stands"),
        NoticePurpose::Report => lang.pick("报送情况", "Reported"),
    }));
    let rows = paper.tasks.iter().zip(1..).map(|(task, number)| row(paper, (task, number), has_people, lang)).collect();
    page.add(Block::Table(Table { columns, rows }));
    page
}

fn row(paper: &Paper<'_>, (task, number): (&PaperTask<'_>, usize), has_people: bool, lang: Language) -> Vec<Cell> {
    let mut cells =
        vec![Cell::plain(number.to_string()), Cell::plain(task_named(task)), Cell::plain(short_deadline(task, lang))];
    if has_people {
        cells.push(Cell::plain(people((task.line.person, task.line.leader), task, lang)));
    }
    cells.push(Cell::plain(match paper.purpose {
        NoticePurpose::Work => in_short(task, lang),
        NoticePurpose::Report => heard(&task.line, lang),
    }));
    cells
}

/// The day, and in a word where it comes from.
fn short_deadline(task: &PaperTask<'_>, lang: Language) -> String {
    let line = &task.line;
    let Some((day, meant)) = line.deadline.zip(line.deadline_meant) else {
        return lang.pick("持续推进", "ongoing").to_owned();
    };
    let day = due_day(lang, (day, meant), line.assumes("deadline"));
    match line.deadline_basis {
        Basis::Period => say!(lang, "{day}（计划期末）", "{day} (end of period)"),
        Basis::Stated | Basis::Assumed | Basis::Confirmed | Basis::None => day,
    }
}

fn title(paper: &Paper<'_>, lang: Language) -> String {
    let matters = match paper.purpose {
        NoticePurpose::Report => return say!(lang, "未报送进展的工作任务清单", "Tasks not reported on"),
        NoticePurpose::Work => super::words::matters(paper, lang),
    };
    say!(lang, "{matters}清单", "List of tasks")
}
