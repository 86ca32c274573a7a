//! Where output goes: the standard output or a file, on a terminal or not, with colour or without.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check::Diagnostic;
use crate::desk::ending::{self, Formatted};
use crate::desk::{ColorChoice, Desk};
use crate::paper::{self, Layout, Page, Screen, Table};
use crate::plan::Language;
use crate::say;
use crate::store::{FileBeside, Opened};
use crate::view::{self, Medium};
use crate::words;

/// The formats of the reports; each command says which of them it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Table,
    Md,
    Csv,
    Json,
    Text,
    Github,
    Docx,
}

/// The columns of an output that is no terminal, where `COLUMNS` says nothing.
const PIPE_COLUMNS: usize = 100;
/// No table is readable below this.
const FEWEST_COLUMNS: usize = 40;

impl Format {
    /// All of them.
    pub(crate) const ALL: [Format; 7] =
        [Format::Table, Format::Md, Format::Csv, Format::Json, Format::Text, Format::Github, Format::Docx];

    /// What a page in this format is laid out for.
    pub(crate) fn medium(self) -> Medium {
        match self {
            Format::Text => Medium::Chat,
            Format::Table | Format::Md | Format::Csv | Format::Json | Format::Github | Format::Docx => Medium::Paper,
        }
    }
}

impl Formatted for Format {
    fn name(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Md => "md",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Text => "text",
            Format::Github => "github",
            Format::Docx => "docx",
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Format::Table | Format::Text | Format::Github => ending::PLAIN,
            Format::Md => &["md"],
            Format::Csv => &["csv"],
            Format::Json => &["json"],
            Format::Docx => &["docx"],
        }
    }
}

/// The screen that a page will be drawn on.
pub(crate) fn screen(desk: &Desk) -> Screen {
    let stdout = desk.out.is_none();
    let from_terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(columns, _)| usize::from(columns.0));
    let columns = if stdout { from_terminal().or_else(columns_variable) } else { None };
    let colour = stdout && colour(desk.color, io::stdout().is_terminal());
    Screen { columns: columns.unwrap_or(PIPE_COLUMNS).max(FEWEST_COLUMNS), colour, ambiguous: desk.ambiguous }
}

/// The screen for diagnostics: the standard error.
pub(crate) fn error_screen(desk: &Desk) -> Screen {
    let columns = terminal_size::terminal_size_of(io::stderr()).map(|(columns, _)| usize::from(columns.0));
    let columns = columns.or_else(columns_variable).unwrap_or(PIPE_COLUMNS).max(FEWEST_COLUMNS);
    Screen { columns, colour: colour(desk.color, io::stderr().is_terminal()), ambiguous: desk.ambiguous }
}

fn columns_variable() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok()
}

fn colour(choice: ColorChoice, terminal: bool) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

/// Refuses a file whose ending promises more than the plain lines that a command says.
pub(crate) fn lines(desk: &Desk) -> anyhow::Result<()> {
    ending::format(desk, None, &[Format::Text]).map(drop)
}

/// Draws a page in a format and writes it.
pub(crate) fn emit_page(desk: &Desk, format: Format, page: &Page) -> anyhow::Result<()> {
    let text = match format {
        Format::Md => paper::markdown(page),
        Format::Text => paper::text(page),
        Format::Table | Format::Csv | Format::Json | Format::Github | Format::Docx => {
            paper::terminal(page, screen(desk))
        }
    };
    emit(desk, &text)
}

/// Writes a table as CSV: with a byte order mark to a file, which Excel needs, and without one to the
/// standard output, which programs read.
pub(crate) fn emit_csv(desk: &Desk, table: &Table) -> anyhow::Result<()> {
    let text = paper::csv(table)?;
    if desk.out.is_some() { emit(desk, &format!("\u{feff}{text}")) } else { emit(desk, &text) }
}

/// Whether what is printed goes to a terminal, before which somebody sits.
pub(crate) fn for_a_person(desk: &Desk) -> bool {
    desk.out.is_none() && io::stdout().is_terminal()
}

/// Writes a report as JSON: for a person on a terminal, for a program elsewhere.
pub(crate) fn emit_json(desk: &Desk, report: &impl serde::Serialize) -> anyhow::Result<()> {
    let json = paper::json(report, if for_a_person(desk) { Layout::Indented } else { Layout::Compact })?;
    emit(desk, &words::visible_json(&json))
}

/// Writes a text to the standard output or to `--out`. A closed pipe ends quietly.
pub(crate) fn emit(desk: &Desk, text: &str) -> anyhow::Result<()> {
    emit_bytes(desk, text.as_bytes())
}

/// Writes a file that is no text to the standard output or to `--out`. A terminal is not for it.
#[cfg_attr(not(feature = "xlsx"), allow(dead_code))]
pub(crate) fn emit_binary(desk: &Desk, bytes: &[u8], example: &str) -> anyhow::Result<()> {
    refuse_terminal(desk, example)?;
    emit_bytes(desk, bytes)
}

/// Refuses to show on a terminal what is no text.
pub(crate) fn refuse_terminal(desk: &Desk, example: &str) -> anyhow::Result<()> {
    if for_a_person(desk) {
        anyhow::bail!(say!(
            desk.lang,
            "此格式不是文本，不能显示在屏幕上，请写入文件，如 --out {example}",
            "this format is no text and cannot be shown on a terminal; write it to a file, as --out {example}"
        ));
    }
    Ok(())
}

fn emit_bytes(desk: &Desk, bytes: &[u8]) -> anyhow::Result<()> {
    match &desk.out {
        Some(path) => write_bytes(desk.lang, path, bytes),
        None => match io::stdout().lock().write_all(bytes) {
            Err(error) if words::is_closed_pipe(&error) => Ok(()),
            written => written.map_err(|error| unwritten_stdout(desk.lang, &error)),
        },
    }
}

/// Writes bytes to a file, whole or not at all.
pub(crate) fn write_bytes(lang: Language, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace_file(path, bytes).map_err(|error| unwritten(lang, path, &error))
}

/// Why a file could not be written.
pub(crate) fn unwritten(lang: Language, path: &Path, error: &io::Error) -> anyhow::Error {
    let (shown, why) = (words::shown_path(path), words::io_failure(lang, error));
    anyhow::anyhow!(say!(lang, "无法写入 {shown}：{why}", "cannot write {shown}: {why}"))
}

/// Why the standard output could not be written to.
pub(crate) fn unwritten_stdout(lang: Language, error: &io::Error) -> anyhow::Error {
    let why = words::io_failure(lang, error);
    anyhow::anyhow!(say!(lang, "无法写到标准输出：{why}", "cannot write to the standard output: {why}"))
}

/// Writes a file whole or not at all: beside it, then in its place, with the rights that it had. Links are
/// followed; a pipe or a device is written to as it is, on Windows by its name (`NUL`).
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if cfg!(windows) && path.file_name().and_then(|name| name.to_str()).is_some_and(words::is_device) {
        return std::fs::OpenOptions::new().write(true).create(true).truncate(false).open(path)?.write_all(bytes);
    }
    let path = dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match std::fs::metadata(&path) {
        // Windows would only say that it is not allowed.
        Ok(about) if about.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(about) if !about.is_file() => return std::fs::OpenOptions::new().write(true).open(&path)?.write_all(bytes),
        Ok(_) | Err(_) => {}
    }
    FileBeside::new(&path)?.put(bytes, &path)
}

/// Whether only what goes wrong is told: the process has one standard error, and one reader of it.
static QUIET: AtomicBool = AtomicBool::new(false);

/// From now on, tells nothing but what goes wrong.
pub(crate) fn hush() {
    QUIET.store(true, Ordering::Relaxed);
}

pub(crate) fn is_quiet() -> bool {
    QUIET.load(Ordering::Relaxed)
}

/// Tells the reader something beside the report, unless nothing but faults is wanted.
pub(crate) fn note(lang: Language, text: &str) {
    if !is_quiet() {
        warn(lang, text);
    }
}

/// The same, where something may have gone wrong: it is always told.
pub(crate) fn warn(lang: Language, text: &str) {
    let text = words::visible(text);
    tell(&say!(lang, "注意：{text}", "note: {text}"));
}

/// Says that something was done, in a line: on the standard output, or beside it where that carries a result.
pub(crate) fn done(desk: &Desk, line: &str, beside: bool) -> anyhow::Result<()> {
    let line = words::visible(line);
    match (is_quiet(), beside) {
        (true, _) => Ok(()),
        (false, true) => {
            tell(&line);
            Ok(())
        }
        (false, false) => emit(desk, &format!("{line}\n")),
    }
}

/// Writes lines to the standard error, to which nobody may be listening.
pub(crate) fn tell(lines: &str) {
    let _ = writeln!(io::stderr().lock(), "{lines}");
}

/// A plan that cannot be used: its diagnostics have been drawn already.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct BrokenPlan(pub(crate) String);

/// There are doubts about what is to be written, a line each, and nobody has said that it is right all the same.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub(crate) struct Doubtful(pub(crate) Vec<String>);

/// Why it could not be done, on several lines.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Listed(pub(crate) String);

/// Says why it could not be done.
pub(crate) fn report_failure(lang: Language, error: &anyhow::Error) -> ExitCode {
    let doubtful = || error.downcast_ref::<Doubtful>().map(|doubtful| not_insisted(lang, &doubtful.0));
    let listed = || error.downcast_ref::<Listed>().map(|listed| listed.0.clone()).or_else(doubtful);
    let text = match (error.downcast_ref::<BrokenPlan>(), listed()) {
        (Some(broken), _) => broken.0.clone(),
        (None, Some(listed)) => {
            let lines: Vec<_> = listed.lines().map(words::visible).collect();
            words::failure(lang, &lines.join("\n"))
        }
        (None, None) => {
            let said = |cause: &(dyn std::error::Error + 'static)| match cause.downcast_ref::<io::Error>() {
                Some(error) => words::io_failure(lang, error),
                None => words::visible(&cause.to_string()).into_owned(),
            };
            let chain: Vec<String> = error.chain().map(said).collect();
            words::failure(lang, &chain.join(": "))
        }
    };
    tell(text.trim_end());
    ExitCode::from(super::FAILED)
}

/// Nothing was written for these doubts, and how to write it all the same.
fn not_insisted(lang: Language, doubts: &[String]) -> String {
    let doubts = doubts.join("\n");
    say!(
        lang,
        "{doubts}\n没有写入；核实无误的，加 --force 再写",
        "{doubts}\nnothing was written; if it is right all the same, add --force"
    )
}

/// What is wrong with a plan, and what was therefore not done.
pub(crate) fn broken(desk: &Desk, opened: &Opened, found: &[Diagnostic], lang: Language, tail: &str) -> String {
    let screen = error_screen(desk);
    view::diagnostics(opened, found, lang, screen.colour, screen.columns) + tail
}
