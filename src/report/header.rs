//! What every machine-readable document starts with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Assessment;
use crate::plan::{Date, Head, Language, Period};
use crate::report::notes;

/// What every document starts with.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Header<'a> {
    /// The document's name and version.
    pub schema: &'static str,
    /// The plan.
    pub plan: PlanLine<'a>,
    /// The day for which everything is computed.
    pub as_of: Date,
    /// The full commit id that was read; `null` for the files on disk.
    pub revision: Option<String>,
    /// Warnings to the reader.
    pub notes: Vec<String>,
    /// The one of them that is for whoever keeps the plan's files, and for nobody else.
    #[serde(skip)]
    #[schemars(skip)]
    pub keepers_note: Option<String>,
    /// The one of them that stands at the end of a page, because the page's figures rest on it.
    #[serde(skip)]
    #[schemars(skip)]
    pub closing_note: Option<String>,
}

/// The plan, in a few words.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PlanLine<'a> {
    /// Its short name.
    pub id: &'a str,
    /// The document's title.
    pub title: &'a str,
    /// Who issued it.
    pub issuer: &'a str,
    /// When.
    pub issued: Date,
    /// The days over which it runs.
    pub period: Period,
    /// Whether its journal is fictional.
    pub sample: bool,
}

impl<'a> PlanLine<'a> {
    /// The plan, in a few words.
    pub fn new(head: &'a Head) -> PlanLine<'a> {
        PlanLine {
            id: &head.id,
            title: &head.title,
            issuer: &head.issuer,
            issued: head.issued,
            period: head.period,
            sample: head.sample,
        }
    }
}

impl PlanLine<'_> {
    /// The same for as long as the program runs: a report about many plans outlives each of them.
    pub fn kept(&self) -> PlanLine<'static> {
        PlanLine {
            id: kept(self.id),
            title: kept(self.title),
            issuer: kept(self.issuer),
            issued: self.issued,
            period: self.period,
            sample: self.sample,
        }
    }
}

/// A text for as long as the program runs, which ends with the report that shows it.
pub(super) fn kept(text: &str) -> &'static str {
    Box::leak(Box::from(text))
}

impl<'a> Header<'a> {
    /// The notes that may stand in a paper, which goes to people who cannot mend the plan's files.
    pub fn notes_on_paper(&self) -> impl Iterator<Item = &String> {
        self.notes.iter().filter(|note| Some(*note) != self.keepers_note.as_ref())
    }

    /// The header of a document about a plan at a day; `warnings` is how many a check of the plan has found.
    pub fn new(
        schema: &'static str,
        head: &'a Head,
        assessment: &Assessment<'_>,
        warnings: usize,
        language: Language,
    ) -> Header<'a> {
        let mut header = Header::timeless(schema, head, assessment.as_of, warnings, language);
        if !head.period.contains(header.as_of) {
            header.notes.push(notes::note_outside_period(language, header.as_of, head.period));
        }
        if !assessment.unknown_years.is_empty() {
            let note = notes::note_unknown_years(language, &assessment.unknown_years);
            header.closing_note = Some(note.clone());
            header.notes.push(note);
        }
        header
    }

    /// The header of a document to which the day makes no difference.
    pub fn timeless(
        schema: &'static str,
        head: &'a Head,
        as_of: Date,
        warnings: usize,
        language: Language,
    ) -> Header<'a> {
        let mut notes = Vec::new();
        if head.sample {
            notes.push(notes::note_sample(language));
        }
        let keepers_note = (warnings > 0).then(|| notes::note_warnings(language, warnings));
        notes.extend(keepers_note.clone());
        Header { schema, plan: PlanLine::new(head), as_of, revision: None, notes, keepers_note, closing_note: None }
    }
}
