//! `workplan check --staged`: what the next commit would do to the plan, before it is made.

use std::process::ExitCode;

use super::NO;
use crate::check::{self, CommitFindings, Diagnostic, Gravity};
use crate::desk::Desk;
use crate::desk::days::today;
use crate::desk::output::{Format, emit, emit_json, note, screen};
use crate::desk::reading::{Place, refuse_revision, said};
use crate::git::{GitError, Revision, read_revision};
use crate::plan::{Language, is_same_work, renumber, renumbered};
use crate::report;
use crate::say;
use crate::store::Opened;
use crate::view;

pub(super) fn run(desk: &Desk, format: Format) -> anyhow::Result<ExitCode> {
    refuse_revision(desk)?;
    let place = Place::of(desk)?;
    let (before, after) = (committed(desk.lang, &place)?, staged(desk.lang, &place)?);
    let Some(after) = after else { return Ok(nothing_staged(desk, !before.is_empty())) };
    let before = as_renumbered(before, &after);
    let lang = desk.language_of(after.plan.as_ref());
    let mut found = check::run(&after, lang);
    let compared: Vec<_> = before.iter().map(|before| compare(before, &after, lang)).collect();
    for new in compared.iter().flat_map(|compared| &compared.after) {
        let is_known = |old: &Diagnostic| (old.code, &old.span, &old.message) == (new.code, &new.span, &new.message);
        // What both sides of a merge had is found beside each.
        if !found.iter().any(|old| old.file_index == new.file_index && is_known(old)) {
            found.push(new.clone());
        }
    }
    found.sort_by_key(|found| (found.file_index, found.span.start));
    let gone = gone(&before, &compared);
    let all: Vec<_> = gone.iter().flat_map(|(_, found)| found).chain(&found).cloned().collect();
    let report = report::check::check(after.plan.as_ref(), &all);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Github => {
            let gone: String = gone.iter().map(|(before, found)| view::github(before, "", found)).collect();
            emit(desk, &format!("{gone}{}", view::github(&after, "", &found)))?;
        }
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Docx => {
            let screen = screen(desk);
            let draw = |opened: &Opened, found: &[Diagnostic]| {
                view::diagnostics(opened, found, lang, screen.colour, screen.columns)
            };
            let gone: String = gone.iter().map(|(before, found)| draw(before, found)).collect();
            let summary = view::check_summary(&report, after.files.len(), lang);
            emit(desk, &format!("{gone}{}{summary}\n", draw(&after, &found)))?;
        }
    }
    let refused = all.iter().any(|found| found.severity == Gravity::Error);
    Ok(if refused { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

/// The sides of a merge, with the ids that it gives to tasks where two of them have given one id to two.
fn as_renumbered(mut before: Vec<Opened>, after: &Opened) -> Vec<Opened> {
    let tasks = |opened: &Opened| opened.plan.as_ref().map(|plan| plan.tasks.clone()).unwrap_or_default();
    let (sides, now): (Vec<_>, _) = (before.iter().map(tasks).collect(), tasks(after));
    for (at, side) in before.iter_mut().enumerate() {
        let mut ids = sides.get(at).map(|old| renumbered(old, &now)).unwrap_or_default();
        // The id stays with the task of another side: nobody else may take a task's id away.
        ids.retain(|id, _| {
            let others = sides.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, tasks)| tasks);
            let new = now.iter().find(|task| task.id == *id);
            new.is_some_and(|new| others.into_iter().any(|other| other.id == *id && is_same_work(other, new)))
        });
        if let Some(old) = &mut side.plan {
            renumber(old, &mut side.journal, &ids);
        }
    }
    before
}

/// What the commit would do to the plan as one of the commits before it holds it.
fn compare(before: &Opened, after: &Opened, lang: Language) -> CommitFindings {
    let offset = before.plan.as_ref().map(|plan| plan.head.utc_offset).unwrap_or_default();
    check::compare(before, after, today(offset), lang)
}

/// What would be gone of each of the commits before; what was in several of them is told once.
fn gone<'b>(before: &'b [Opened], compared: &[CommitFindings]) -> Vec<(&'b Opened, Vec<Diagnostic>)> {
    let mut told = std::collections::HashSet::new();
    let mut is_new = |found: &&Diagnostic| told.insert((found.code, found.message.clone()));
    let of_each = before.iter().zip(compared);
    of_each.map(|(before, compared)| (before, compared.before.iter().filter(&mut is_new).cloned().collect())).collect()
}

/// The plan as the commits hold it on which the next one would stand: the last one, and during a merge those that are
/// merged in. None where there is no commit yet, or none with the plan in it.
fn committed(lang: Language, place: &Place) -> anyhow::Result<Vec<Opened>> {
    let mut commits = vec![("HEAD".to_owned(), place.repository.commit("HEAD", Default::default()))];
    let merged = place.repository.merged_in().map_err(|error| said(lang, error))?;
    commits.extend(merged.into_iter().map(|id| (id.clone(), place.repository.commit(&id, Default::default()))));
    let mut plans = Vec::new();
    for (asked, commit) in commits {
        match commit {
            Ok(commit) => plans.extend(plan_in(lang, place, commit, &asked)?),
            Err(GitError::UnknownRevision(_)) => {}
            Err(error) => return Err(said(lang, error)),
        }
    }
    Ok(plans)
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
