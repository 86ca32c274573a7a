//! `workplan check --staged`: what the next commit would do to the plan, before it is made.

use std::process::ExitCode;

use super::NO;
use crate::check::{self, Gravity};
use crate::desk::Desk;
use crate::desk::days::today;
use crate::desk::output::{Format, emit, emit_json, note, screen};
use crate::desk::reading::{Place, refuse_revision, said};
use crate::git::{GitError, Revision, read_revision};
use crate::plan::Language;
use crate::report;
use crate::say;
use crate::store::Opened;
use crate::view;

pub(super) fn run(desk: &Desk, format: Format) -> anyhow::Result<ExitCode> {
    refuse_revision(desk)?;
    let place = Place::of(desk)?;
    let (before, after) = (committed(desk.lang, &place)?, staged(desk.lang, &place)?);
    let Some(after) = after else { return Ok(nothing_staged(desk, before.is_some())) };
    let lang = desk.language_of(after.plan.as_ref());
    let mut found = check::run(&after, lang);
    let offset = before.as_ref().and_then(|before| before.plan.as_ref()).map(|plan| plan.head.utc_offset);
    let compared = before
        .as_ref()
        .map(|before| check::compare(before, &after, today(offset.unwrap_or_default()), lang))
        .unwrap_or_default();
    found.extend(compared.after);
    found.sort_by_key(|found| (found.file_index, found.span.start));
    let all: Vec<_> = compared.before.iter().chain(&found).cloned().collect();
    let report = report::check::check(after.plan.as_ref(), &all);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Github => {
            let gone = before.as_ref().map(|before| view::github(before, &compared.before)).unwrap_or_default();
            emit(desk, &format!("{gone}{}", view::github(&after, &found)))?;
        }
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Docx => {
            let screen = screen(desk);
            let draw = |opened, found| view::diagnostics(opened, found, lang, screen.colour, screen.columns);
            let gone = before.as_ref().map(|before| draw(before, &compared.before)).unwrap_or_default();
            let summary = view::check_summary(&report, after.files.len(), lang);
            emit(desk, &format!("{gone}{}{summary}\n", draw(&after, &found)))?;
        }
    }
    let refused = all.iter().any(|found| found.severity == Gravity::Error);
    Ok(if refused { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

/// The plan as the last commit holds it; none where there is no commit yet, or none with the plan in it.
fn committed(lang: Language, place: &Place) -> anyhow::Result<Option<Opened>> {
    match place.repository.commit("HEAD", Default::default()) {
        Ok(commit) => plan_in(lang, place, commit, "HEAD"),
        Err(GitError::UnknownRevision(_)) => Ok(None),
        Err(error) => Err(said(lang, error)),
    }
}

/// The plan as it is staged; none where it is not.
fn staged(lang: Language, place: &Place) -> anyhow::Result<Option<Opened>> {
    let commit = place.repository.staged().map_err(|error| said(lang, error))?;
    plan_in(lang, place, commit, "HEAD")
}

fn plan_in(lang: Language, place: &Place, commit: crate::git::Commit, asked: &str) -> anyhow::Result<Option<Opened>> {
    match Revision::of(&place.repository, commit, &place.folder, place.id.as_deref(), asked) {
        Ok(revision) => Ok(Some(read_revision(&revision))),
        Err(GitError::NoPlan { .. }) => Ok(None),
        Err(error) => Err(said(lang, error)),
    }
}

/// A plan that was committed must not vanish as a whole; one that never was is nobody's business yet.
fn nothing_staged(desk: &Desk, was_committed: bool) -> ExitCode {
    let lang = desk.lang;
    if was_committed {
        note(
            lang,
            &say!(
                lang,
                "整个计划将被删除；确需删除的，用 git commit --no-verify 提交",
                "the whole plan would be deleted; if that is meant, commit with --no-verify"
            ),
        );
        return ExitCode::from(NO);
    }
    note(
        lang,
        &say!(lang, "计划尚未加入暂存区，没有可检查的内容", "the plan is not staged: there is nothing to check"),
    );
    ExitCode::SUCCESS
}
