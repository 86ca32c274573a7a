//! What the name of the file that is written to says about its format.

use std::path::Path;

use crate::desk::Desk;
use crate::plan::Language;
use crate::say;
use crate::words;

/// A format that a command may have.
pub(crate) trait Formatted: Copy {
    /// What it is called.
    fn name(self) -> &'static str;

    /// The endings of its files.
    fn endings(self) -> &'static [&'static str];

    /// Whether it is no text.
    fn is_binary(self) -> bool {
        matches!(self.name(), "docx" | "xlsx" | "pdf")
    }
}

/// The endings of plain text, which any format that is text may go into.
pub(crate) const PLAIN: &[&str] = &["txt", "text", "log", "diff", "patch", "out"];

/// The endings that promise a format to whoever sees the file, and the command that writes it, where one does.
const PROMISED: &[(&str, &str)] = &[
    ("docx", "week, notice"),
    ("doc", ""),
    ("wps", ""),
    ("rtf", ""),
    ("odt", ""),
    ("xlsx", "export, score"),
    ("xls", ""),
    ("et", ""),
    ("ods", ""),
    ("pptx", ""),
    ("ppt", ""),
    ("csv", "status, alerts, export"),
    ("json", "status, alerts, show, week, export"),
    ("jsonl", "export"),
    ("yaml", ""),
    ("yml", ""),
    ("md", "status, week, export"),
    ("svg", "chart"),
    ("png", ""),
    ("jpg", ""),
    ("pdf", "chart"),
    ("html", "chart, site"),
    ("htm", ""),
    ("xml", ""),
    ("ics", "export"),
    ("txt", ""),
];

/// The format that is meant: what was asked for, else what the ending of `--out` says, else the first that the command has.
///
/// # Errors
/// When the command has no such format, and when the ending of `--out` promises another.
pub(crate) fn format<F: Formatted>(desk: &Desk, asked: Option<F>, known: &[F]) -> anyhow::Result<F> {
    let lang = desk.lang;
    if let Some(asked) = asked.filter(|asked| !known.iter().any(|known| known.name() == asked.name())) {
        return Err(no_such(lang, asked.name(), known));
    }
    let Some(usual) = asked.or(known.first().copied()) else { anyhow::bail!("no format") };
    let Some((path, ending)) = desk.out.as_deref().and_then(|path| Some((path, ending_of(path)?))) else {
        return Ok(usual);
    };
    let told = known.iter().copied().find(|known| known.endings().contains(&ending.as_str()));
    let plain = !usual.is_binary() && PLAIN.contains(&ending.as_str());
    let promised = PROMISED.iter().any(|(promised, _)| *promised == ending);
    match (asked, told) {
        (Some(asked), _) if plain || !promised || asked.endings().contains(&ending.as_str()) => Ok(asked),
        (Some(asked), _) => Err(contradicts(lang, path, &ending, asked.name())),
        (None, Some(told)) => Ok(told),
        (None, None) if plain => Ok(usual),
        (None, None) => Err(cannot_be(lang, path, &ending, known)),
    }
}

/// The ending of a file's name, as far as it can name a format: `.2020-11-24` does not.
fn ending_of(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    let letters = ending.starts_with(|first: char| first.is_ascii_lowercase());
    (letters && ending.len() <= 8 && ending.chars().all(|letter| letter.is_ascii_alphanumeric())).then_some(ending)
}

fn no_such<F: Formatted>(lang: Language, asked: &str, known: &[F]) -> anyhow::Error {
    let known = words::list(lang, known.iter().map(|format| format.name()));
    anyhow::anyhow!(say!(
        lang,
        "此命令没有“{asked}”格式，可用：{known}",
        "this command has no format `{asked}`; it has: {known}"
    ))
}

fn contradicts(lang: Language, path: &Path, ending: &str, asked: &str) -> anyhow::Error {
    let shown = words::shown_path(path);
    anyhow::anyhow!(say!(
        lang,
        "文件名“{shown}”是 {ending} 格式，--format 却是 {asked}：请改其中一个",
        "the file `{shown}` is named {ending}, but --format says {asked}: change one of them"
    ))
}

fn cannot_be<F: Formatted>(lang: Language, path: &Path, ending: &str, known: &[F]) -> anyhow::Error {
    let shown = words::shown_path(path);
    let mut endings: Vec<&str> = known.iter().filter_map(|format| format.endings().first().copied()).collect();
    endings.dedup();
    let endings = words::list(lang, endings.iter().map(|ending| format!(".{ending}")));
    let elsewhere = PROMISED
        .iter()
        .find(|(promised, by)| *promised == ending && !by.is_empty())
        .map(|(_, by)| say!(lang, "；{ending} 文件可由 {by} 生成", "; {by} can write {ending} files"));
    let elsewhere = elsewhere.unwrap_or_default();
    anyhow::anyhow!(say!(
        lang,
        "此命令写不出“{shown}”这样的文件，扩展名可为：{endings}{elsewhere}",
        "this command cannot write a file such as `{shown}`; its ending may be: {endings}{elsewhere}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_letters() {
        for (path, ending) in [
            ("周报.docx", Some("docx")),
            ("A.DOCX", Some("docx")),
            ("status.2020-11-24", None),
            ("status", None),
            (".docx", None),
            ("v1.0", None),
            ("/dev/null", None),
            ("x.jsonl", Some("jsonl")),
        ] {
            assert_eq!(ending_of(Path::new(path)).as_deref(), ending, "{path}");
        }
    }
}
