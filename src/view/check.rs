//! The list of checks, and the line that sums up a run of them.

use crate::check::{Check, Gravity};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::check::{CheckReport, Checks};
use crate::say;

/// What a run over many plans has found, in one line.
pub fn checks_summary(report: &Checks, lang: Language) -> String {
    let Checks { errors, warnings, files, .. } = report;
    let plans = report.plans.len();
    match (errors, warnings) {
        (0, 0) => say!(
            lang,
            "检查通过：{plans} 个计划、{files} 个文件，没有错误，没有警告",
            "{plans} plans, {files} files checked: no errors, no warnings"
        ),
        _ => say!(
            lang,
            "共 {plans} 个计划、{files} 个文件：错误 {errors} 处，警告 {warnings} 处",
            "{plans} plans, {files} files checked: errors {errors}, warnings {warnings}"
        ),
    }
}

/// What a run has found, in one line.
pub fn check_summary(report: &CheckReport<'_>, files: usize, lang: Language) -> String {
    let (errors, warnings) = (report.errors, report.warnings);
    match (errors, warnings) {
        (0, 0) => {
            say!(lang, "检查通过：{files} 个文件，没有错误，没有警告", "{files} files checked: no errors, no warnings")
        }
        _ => say!(
            lang,
            "共 {files} 个文件：错误 {errors} 处，警告 {warnings} 处",
            "{files} files checked: errors {errors}, warnings {warnings}"
        ),
    }
}

/// Every check with what it finds.
pub fn check_list(checks: &[&Check], lang: Language) -> Page {
    let mut page = Page::default();
    let columns = vec![
        Column::short(say!(lang, "代码", "Code")),
        Column::short(say!(lang, "级别", "Severity")),
        Column::short(say!(lang, "名称", "Name")),
        Column::text(say!(lang, "检查内容", "What it finds")),
    ];
    let rows = checks.iter().map(|check| {
        let (word, tone) = match check.gravity() {
            Gravity::Error => (say!(lang, "错误", "error"), Tone::Red),
            Gravity::Warning => (say!(lang, "警告", "warning"), Tone::Yellow),
        };
        vec![Cell::plain(check.code), Cell::toned(word, tone), Cell::plain(check.name), Cell::plain(check.about(lang))]
    });
    page.add(Block::Table(Table { columns, rows: rows.collect() }));
    let count = checks.len();
    page.add(Block::Paragraph(Line::plain(say!(lang, "共 {count} 项检查", "{count} checks"))));
    page
}

/// Every check with an example, as the page `docs/checks.md`, in both languages.
pub fn check_pages(checks: &[&Check]) -> String {
    let mut out = String::from(
        "# Checks · 检查项\n\n\
         `workplan check` runs all of these and shows every fault in one run. `E…` makes the plan unusable, `W…` does not.\n\
         `E6…` are about what a commit would change, and are run by `workplan check --staged` alone.\n\
         `E7…` are about what plans say of each other, and are run by `workplan check --plans`.\n\
         This page is generated: `workplan check --list --format md`.\n\n\
         `workplan check` 一次列出全部问题。`E…` 为错误，计划不能使用；`W…` 为警告，不影响使用。\n\
         `E6…` 针对一次提交的改动，只由 `workplan check --staged` 执行。\n\
         `E7…` 针对计划之间的关联，由 `workplan check --plans` 执行。\n",
    );
    for check in checks {
        let Check { code, name, zh, en, wrong, right, .. } = check;
        let (wrong, right) = (wrong.trim_end(), right.trim_end());
        out.push_str(&format!("\n## {code} {name}\n\n{zh}。\n\n{}.\n", capital(en)));
        out.push_str(&format!("\n```text\n# ✗\n{wrong}\n# ✓\n{right}\n```\n"));
    }
    out
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
