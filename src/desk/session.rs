//! What every reading command begins with: finding the plan, reading it, checking it, settling the day.

use std::path::Path;

use crate::assess::{Assessment, assess};
use crate::check::{self, Diagnostic, Gravity};
use crate::desk::Desk;
use crate::desk::days::as_of;
use crate::desk::output::{BrokenPlan, broken, note};
use crate::desk::reading::{read, revision};
use crate::git::{Commit, Revision, read_revision};
use crate::plan::{Date, Language, Plan};
use crate::report::header::Header;
use crate::report::notes;
use crate::report::since::{Before, week_before};
use crate::say;
use crate::store::Opened;
use crate::words;

/// A plan, read and found usable.
pub(crate) struct Session {
    pub(crate) opened: Opened,
    pub(crate) plan: Plan,
    pub(crate) lang: Language,
    /// The commit that was read; `None` for the files on the disk.
    pub(crate) revision: Option<Commit>,
    warnings: usize,
}

/// A plan with errors, and all that was found.
pub(crate) struct Unusable {
    pub(crate) opened: Opened,
    pub(crate) found: Vec<Diagnostic>,
    pub(crate) lang: Language,
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
        opened: Opened,
        revision: Option<Commit>,
        despite: &[&str],
        tail: impl Fn(Language) -> String,
    ) -> anyhow::Result<Session> {
        refuse_own_file(desk, &opened)?;
        Session::checked(desk, opened, revision, despite).map_err(|unusable| {
            let Unusable { opened, found, lang } = *unusable;
            BrokenPlan(broken(desk, &opened, &found, lang, &tail(lang))).into()
        })
    }

    /// A plan that was read, if it has no errors.
    pub(crate) fn checked(
        desk: &Desk,
        mut opened: Opened,
        revision: Option<Commit>,
        despite: &[&str],
    ) -> Result<Session, Box<Unusable>> {
        let lang = desk.language_of(opened.plan.as_ref());
        let found = check::run(&opened, lang);
        let fatal = |found: &&Diagnostic| found.severity == Gravity::Error && !despite.contains(&found.code);
        match (opened.plan.take(), found.iter().find(fatal)) {
            (Some(plan), None) => {
                let warnings = found.iter().filter(|found| found.severity == Gravity::Warning).count();
                Ok(Session { opened, plan, lang, revision, warnings })
            }
            _ => Err(Box::new(Unusable { opened, found, lang })),
        }
    }

    /// The day asked for; today in the plan's own offset where none was.
    pub(crate) fn day(&self, asked: Option<&str>) -> anyhow::Result<Date> {
        as_of(&self.plan.head, asked, self.lang)
    }

    /// The plan at the day asked for.
    pub(crate) fn assess(&self, asked: Option<&str>) -> anyhow::Result<Assessment<'_>> {
        Ok(self.assess_at(self.day(asked)?))
    }

    /// The plan at a day.
    pub(crate) fn assess_at(&self, day: Date) -> Assessment<'_> {
        assess(&self.plan, &self.opened.journal, &self.opened.calendar, day)
    }

    /// The plan a week before the day of an assessment; `None` where its period had not begun then.
    pub(crate) fn week_before(&self, assessment: &Assessment<'_>) -> Option<Assessment<'_>> {
        week_before(self.plan.head.period, assessment.as_of).map(|day| self.assess_at(day))
    }

    /// The same of a day, as much of it as is compared. Asked for before that day is judged, the two are never held at once.
    pub(crate) fn stood_before(&self, day: Date) -> Option<Before<'_>> {
        let then = week_before(self.plan.head.period, day)?;
        Some(Before::of(&self.plan, &self.assess_at(then)))
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

    /// The same of a report that tells a plan's revisions.
    pub(crate) fn history_header(
        &self,
        schema: &'static str,
        assessment: &Assessment<'_>,
        revision: &Revision,
    ) -> Header<'_> {
        let head = &self.plan.head;
        let mut header = Header::timeless(schema, head, assessment.as_of, self.warnings, self.lang);
        if let Some(cut) = revision.repository.cut(&revision.commit.id, head.utc_offset) {
            let date = Date(cut.when.with_timezone(&head.utc_offset.0).date_naive());
            header.notes.push(notes::note_cut_off(self.lang, &cut.id, date));
        }
        self.noted(header)
    }

    /// The warnings to the reader of a report that is about no day; they go to the standard error as well.
    pub(crate) fn notes(&self) -> Vec<String> {
        let head = &self.plan.head;
        self.noted(Header::timeless("", head, head.issued, self.warnings, self.lang)).notes
    }

    /// The header of a report; its notes go to the standard error as well, but for the one with which pages end.
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

    /// Says what a page says at its end: for what is no page.
    pub(crate) fn say_closing(&self, header: &Header<'_>) {
        header.closing_note.iter().for_each(|text| note(self.lang, text));
    }

    fn noted<'h>(&self, header: Header<'h>) -> Header<'h> {
        let at_once = header.notes.iter().filter(|text| Some(*text) != header.closing_note.as_ref());
        at_once.for_each(|text| note(self.lang, text));
        self.revised(header)
    }

    fn revised<'h>(&self, mut header: Header<'h>) -> Header<'h> {
        header.revision = self.revision.as_ref().map(|commit| commit.id.clone());
        header
    }
}

/// The plan as it was last committed, or in the revision that was asked for; one with errors is not used.
pub(crate) fn committed(desk: &Desk) -> anyhow::Result<(Revision, &'static Session)> {
    let revision = revision(desk, desk.rev.as_deref(), desk.rev_date.as_deref())?;
    let tail = |lang: Language| {
        lang.pick("该版本的计划文件有误，未生成报告", "the plan has errors in that revision, so there is no report")
            .to_owned()
    };
    let session = Session::of(desk, read_revision(&revision), Some(revision.commit.clone()), &[], tail)?;
    Ok((revision, session))
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
    let beside = dunce::canonicalize(beside).ok();
    let is_within = |own: &str| {
        let own = dunce::canonicalize(folder.join(own)).ok();
        own.zip(beside.as_ref()).is_some_and(|(own, beside)| beside.starts_with(own))
    };
    let place = dunce::canonicalize(out).ok();
    let is_own = |path: &str| place.is_some() && dunce::canonicalize(folder.join(path)).ok() == place;
    if OWN_FOLDERS.into_iter().any(is_within) || opened.files.iter().any(|file| is_own(&file.path)) {
        let shown = words::shown_path(out);
        anyhow::bail!(say!(
            lang,
            "{shown} 是计划自己的文件（或在计划自己的目录中），不能写入报告；请另取文件名",
            "{shown} is a file of the plan itself, or in a folder of its own; give the report another name"
        ));
    }
    Ok(())
}
