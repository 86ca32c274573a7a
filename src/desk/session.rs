//! What every reading command begins with: finding the plan, reading it, checking it, settling the day.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use crate::assess::{Assessment, assess};
use crate::both;
use crate::check::{self, Diagnostic, Gravity};
use crate::desk::Desk;
use crate::desk::output::{BrokenPlan, Format, error_screen, note};
use crate::desk::reading::read;
use crate::git::Commit;
use crate::plan::{Date, Head, Language, Plan, UtcOffset, meant};
use crate::report::header::Header;
use crate::report::notes;
use crate::say;
use crate::store::{FindError, Opened, find_plan};
use crate::view;

/// What the reports take.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("截至日期，如 2020-11-24、2020-11、11月底、上周五；默认今天", "The day to report for: 2020-11-24, 2020-11 (its last day), 上周五; today by default"))]
    pub(crate) as_of: Option<String>,
    #[arg(long, value_name = both!("格式", "FORMAT"), default_value = "table", hide_default_value = true,
          help = both!("格式：table（默认）、md、json、text（贴入聊天群）、csv（仅 status、alerts）、docx（仅 week）", "The format: table (default), md, json, text (plain lines for a chat), csv (status and alerts only), docx (week only)"))]
    pub(crate) format: Format,
}

impl Reading {
    /// Today, whatever the format.
    pub(crate) fn today() -> Reading {
        Reading { as_of: None, format: Format::Table }
    }
}

/// A plan, read and found usable.
pub(crate) struct Session {
    pub(crate) opened: Opened,
    pub(crate) plan: Plan,
    pub(crate) lang: Language,
    /// The commit that was read; `None` for the files on the disk.
    pub(crate) revision: Option<Commit>,
    warnings: usize,
}

impl Session {
    /// Reads the plan that is meant; one with errors is not used. It lives as long as the program: taking a
    /// large plan apart again would only cost time.
    pub(crate) fn open(desk: &Desk) -> anyhow::Result<&'static Session> {
        Session::open_despite(desk, &[])
    }

    /// Reads the plan that is meant, even where those checks have found errors: the report is about them.
    pub(crate) fn open_despite(desk: &Desk, codes: &[&str]) -> anyhow::Result<&'static Session> {
        let (opened, revision) = read(desk)?;
        let tail = |lang: Language| {
            lang.pick("计划文件有误，未生成报告", "the plan has errors, so there is no report").to_owned()
        };
        Session::of(desk, opened, revision, codes, tail)
    }

    /// A plan that was read; one with errors is not used, and `tail` says what was therefore not done.
    pub(crate) fn of(
        desk: &Desk,
        opened: Opened,
        revision: Option<Commit>,
        despite: &[&str],
        tail: impl Fn(Language) -> String,
    ) -> anyhow::Result<&'static Session> {
        Ok(Box::leak(Box::new(Session::owned(desk, opened, revision, despite, tail)?)))
    }

    /// The same of a plan that is not to live as long as the program: one that is read again and again.
    pub(crate) fn owned(
        desk: &Desk,
        mut opened: Opened,
        revision: Option<Commit>,
        despite: &[&str],
        tail: impl Fn(Language) -> String,
    ) -> anyhow::Result<Session> {
        refuse_own_file(desk, &opened)?;
        let lang = desk.language_of(opened.plan.as_ref());
        let found = check::run(&opened, lang);
        let fatal = |found: &&Diagnostic| found.severity == Gravity::Error && !despite.contains(&found.code);
        match (opened.plan.take(), found.iter().find(fatal)) {
            (Some(plan), None) => {
                let warnings = found.iter().filter(|found| found.severity == Gravity::Warning).count();
                Ok(Session { opened, plan, lang, revision, warnings })
            }
            _ => Err(BrokenPlan(broken(desk, &opened, &found, lang, &tail(lang))).into()),
        }
    }

    /// The day asked for; today in the plan's own offset where none was.
    pub(crate) fn day(&self, reading: &Reading) -> anyhow::Result<Date> {
        as_of(&self.plan.head, reading.as_of.as_deref(), self.lang)
    }

    /// The plan at the day asked for.
    pub(crate) fn assess(&self, reading: &Reading) -> anyhow::Result<Assessment<'_>> {
        Ok(self.assess_at(self.day(reading)?))
    }

    /// The plan at a day.
    pub(crate) fn assess_at(&self, day: Date) -> Assessment<'_> {
        assess(&self.plan, &self.opened.journal, &self.opened.calendar, day)
    }

    /// The source document: its path from the repository's top, and its text.
    pub(crate) fn source(&self) -> Option<(String, &str)> {
        let text = self.opened.source_text()?;
        Some((self.opened.shelf.path_from_top(self.plan.head.source.as_deref()?), text))
    }

    /// The header of a report to which the day makes no difference: no note is about it.
    pub(crate) fn timeless_header(&self, schema: &'static str, assessment: &Assessment<'_>) -> Header<'_> {
        self.noted(Header::timeless(schema, &self.plan.head, assessment.as_of, self.warnings, self.lang))
    }

    /// The warnings to the reader of a report that is about no day; they go to the standard error as well.
    pub(crate) fn notes(&self) -> Vec<String> {
        let head = &self.plan.head;
        self.noted(Header::timeless("", head, head.issued, self.warnings, self.lang)).notes
    }

    /// The header of a report; its notes go to the standard error as well.
    pub(crate) fn header(&self, schema: &'static str, assessment: &Assessment<'_>) -> Header<'_> {
        self.noted(Header::new(schema, &self.plan.head, assessment, self.warnings, self.lang))
    }

    /// The header of a report about several days, from the first of them on.
    pub(crate) fn header_from(&self, schema: &'static str, first: Date, assessment: &Assessment<'_>) -> Header<'_> {
        let mut header = Header::new(schema, &self.plan.head, assessment, self.warnings, self.lang);
        let period = self.plan.head.period;
        if !period.contains(first) && period.contains(assessment.as_of) {
            header.notes.push(notes::note_begins_outside_period(self.lang, first, period));
        }
        self.noted(header)
    }

    /// The same, of a report that is made again and again: its notes are said nowhere else.
    pub(crate) fn quiet_header(&self, schema: &'static str, assessment: &Assessment<'_>) -> Header<'_> {
        self.revised(Header::new(schema, &self.plan.head, assessment, self.warnings, self.lang))
    }

    fn noted<'h>(&self, header: Header<'h>) -> Header<'h> {
        header.notes.iter().for_each(|text| note(self.lang, text));
        self.revised(header)
    }

    fn revised<'h>(&self, mut header: Header<'h>) -> Header<'h> {
        header.revision = self.revision.as_ref().map(|commit| commit.id.clone());
        header
    }
}

/// A report must not be written over a file that the plan is read from.
pub(crate) fn refuse_own_file(desk: &Desk, opened: &Opened) -> anyhow::Result<()> {
    desk.out.as_ref().map_or(Ok(()), |out| refuse_own(desk.lang, out, opened))
}

/// The folders of a plan of which every file is read.
const OWN_FOLDERS: [&str; 4] = ["tasks", "progress", "notices", "checklists"];

/// The same of any file that is about to be written; and of one that would be taken for a part of the plan.
pub(crate) fn refuse_own(lang: Language, out: &Path, opened: &Opened) -> anyhow::Result<()> {
    let Some(folder) = opened.shelf.folder() else { return Ok(()) };
    let beside = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = std::fs::canonicalize(beside).ok();
    let is_within = |own: &str| {
        let own = std::fs::canonicalize(folder.join(own)).ok();
        own.zip(beside.as_ref()).is_some_and(|(own, beside)| beside.starts_with(own))
    };
    let place = std::fs::canonicalize(out).ok();
    let is_own = |path: &str| place.is_some() && std::fs::canonicalize(folder.join(path)).ok() == place;
    if OWN_FOLDERS.into_iter().any(is_within) || opened.files.iter().any(|file| is_own(&file.path)) {
        let shown = out.display();
        anyhow::bail!(say!(
            lang,
            "{shown} 是计划自己的文件（或在计划自己的目录中），不能写入报告；请另取文件名",
            "{shown} is a file of the plan itself, or in a folder of its own; give the report another name"
        ));
    }
    Ok(())
}

/// The folder of the plan that is meant.
pub(crate) fn folder(desk: &Desk) -> anyhow::Result<PathBuf> {
    let here = std::env::current_dir().context(desk.lang.pick("无法确定当前目录", "cannot tell the current folder"))?;
    find_plan(desk.plan.as_deref(), &here).map_err(|error| anyhow::anyhow!(find_failure(desk.lang, &error, &here)))
}

pub(crate) fn find_failure(lang: Language, error: &FindError, here: &Path) -> String {
    match error {
        FindError::NotAPlan(folder) => {
            let folder = folder.display();
            say!(
                lang,
                "{folder} 中没有 plan.yaml，请检查 --plan（或 WORKPLAN_PLAN）的写法",
                "{folder} holds no plan.yaml: check --plan (or WORKPLAN_PLAN)"
            )
        }
        FindError::None => say!(
            lang,
            "没有找到计划：当前目录及上级没有 plan.yaml，plans/ 下也没有；请用 --plan 指定目录",
            "no plan found: no plan.yaml here or above, none under plans/; name one with --plan"
        ),
        FindError::Several(plans) => {
            let shown = |plan: &PathBuf| plan.strip_prefix(here).unwrap_or(plan).display().to_string();
            let list = plans.iter().map(shown).collect::<Vec<_>>().join(lang.pick("、", ", "));
            say!(
                lang,
                "有多个计划，请用 --plan 指定一个：{list}",
                "there are several plans; name one with --plan: {list}"
            )
        }
    }
}

/// What is wrong with a plan, and what was therefore not done.
pub(crate) fn broken(desk: &Desk, opened: &Opened, found: &[Diagnostic], lang: Language, tail: &str) -> String {
    let screen = error_screen(desk);
    view::diagnostics(opened, found, lang, screen.colour, screen.columns) + tail
}

/// The day asked for; today in the plan's own offset where none was.
fn as_of(head: &Head, asked: Option<&str>, lang: Language) -> anyhow::Result<Date> {
    let today = today(head.utc_offset);
    match asked {
        None => Ok(today),
        Some(text) => day(head, text, today, lang),
    }
}

/// Today where the plan is.
pub(crate) fn today(offset: UtcOffset) -> Date {
    Date(chrono::Utc::now().with_timezone(&offset.0).date_naive())
}

/// The day that an argument means; what stands in a table is read without a today.
pub(crate) fn day(head: &Head, text: &str, today: impl Into<Option<Date>>, lang: Language) -> anyhow::Result<Date> {
    meant::day::day(head, text, today, lang).map_err(anyhow::Error::msg)
}
