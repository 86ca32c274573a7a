//! A notice drawn in a format, and written where it is wanted.

use super::args::NoticeArgs;
use crate::desk::each::{safe, write_each};
use crate::desk::ending;
use crate::desk::output::{Format, emit, emit_binary, refuse_terminal};
use crate::desk::session::Session;
use crate::desk::{Desk, word};
use crate::paper::{self, Letter};
use crate::plan::Language;

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
        let files = letters.into_iter().map(|(name, letter)| {
            anyhow::Ok((format!("{}.{}", safe(&name), self.ending()), self.bytes(desk.lang, letter)?))
        });
        write_each(desk, session, folder, files)
    }
}

fn emit_binary_or_text(desk: &Desk, format: PaperFormat, bytes: Vec<u8>) -> anyhow::Result<()> {
    match format {
        PaperFormat::Docx => emit_binary(desk, &bytes, EXAMPLE),
        PaperFormat::Md | PaperFormat::Text => emit(desk, &String::from_utf8(bytes)?),
    }
}
