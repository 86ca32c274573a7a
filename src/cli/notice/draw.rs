//! A notice drawn in a format, and written where it is wanted.

use std::path::PathBuf;

use super::args::NoticeArgs;
use crate::desk::each::safe;
use crate::desk::ending;
use crate::desk::output::{Format, emit, emit_binary, refuse_terminal, write_bytes};
use crate::desk::session::{Session, refuse_own};
use crate::desk::{Desk, word};
use crate::paper::{self, Letter};
use crate::plan::Language;
use crate::say;
use crate::words;

/// A format in which a notice can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PaperFormat {
    Docx,
    Md,
    Text,
}

/// The name of a file, where one is given as an example.
const EXAMPLE: &str = "督办单.docx";

impl PaperFormat {
    /// The format that was asked for, before anything is done: what it cannot do is said now.
    pub(super) fn of(desk: &Desk, args: &NoticeArgs) -> anyhow::Result<PaperFormat> {
        let format = match ending::format(desk, args.format, &[Format::Text, Format::Md, Format::Docx])? {
            Format::Docx => PaperFormat::Docx,
            Format::Md => PaperFormat::Md,
            Format::Text | Format::Table | Format::Csv | Format::Json | Format::Github => PaperFormat::Text,
        };
        if format == PaperFormat::Docx {
            word::available(desk.lang)?;
            if args.out_dir.is_none() {
                refuse_terminal(desk, EXAMPLE)?;
            }
        }
        Ok(format)
    }

    fn ending(self) -> &'static str {
        match self {
            PaperFormat::Docx => "docx",
            PaperFormat::Md => "md",
            PaperFormat::Text => "txt",
        }
    }

    fn bytes(self, lang: Language, letter: Letter) -> anyhow::Result<Vec<u8>> {
        Ok(match self {
            PaperFormat::Docx => word::document(lang, &letter)?,
            PaperFormat::Md => paper::markdown(&letter.into_page()).into_bytes(),
            PaperFormat::Text => paper::text(&letter.into_page()).into_bytes(),
        })
    }

    /// Writes one letter to the standard output or to `--out`.
    pub(super) fn emit(self, desk: &Desk, letter: Letter) -> anyhow::Result<()> {
        emit_binary_or_text(desk, self, self.bytes(desk.lang, letter)?)
    }

    /// Writes letters into a folder, each under its name, and prints the paths.
    pub(super) fn write_into(
        self,
        desk: &Desk,
        session: &Session,
        folder: &std::path::Path,
        letters: Vec<(String, Letter)>,
    ) -> anyhow::Result<()> {
        std::fs::create_dir_all(folder).map_err(|error| {
            let (shown, why) = (folder.display(), words::io_failure(desk.lang, &error));
            anyhow::anyhow!(say!(desk.lang, "无法建立目录 {shown}：{why}", "cannot make the folder {shown}: {why}"))
        })?;
        let mut written: Vec<PathBuf> = Vec::new();
        let outcome = letters.into_iter().try_for_each(|(name, letter)| {
            let path = folder.join(format!("{}.{}", safe(&name), self.ending()));
            refuse_own(desk.lang, &path, &session.opened)?;
            write_bytes(desk.lang, &path, &self.bytes(desk.lang, letter)?)?;
            written.push(path);
            anyhow::Ok(())
        });
        // What was written is said even where the next file could not be.
        let lines: Vec<String> = written.iter().map(|path| format!("{}\n", path.display())).collect();
        emit(desk, &lines.concat())?;
        outcome
    }
}

fn emit_binary_or_text(desk: &Desk, format: PaperFormat, bytes: Vec<u8>) -> anyhow::Result<()> {
    match format {
        PaperFormat::Docx => emit_binary(desk, &bytes, EXAMPLE),
        PaperFormat::Md | PaperFormat::Text => emit(desk, &String::from_utf8(bytes)?),
    }
}
