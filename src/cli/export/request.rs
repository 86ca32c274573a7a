//! What is asked of a format: what to write, for whom, and how it is laid out.

use std::path::Path;

use crate::assess::Assessment;
use crate::desk::Desk;
use crate::desk::edition::for_the_public;
use crate::desk::ending::Formatted;
use crate::desk::session::Session;
use crate::plan::Language;
use crate::report::filter::Filter;
use crate::report::header::Header;
use crate::report::ledger::{Ledger, ledger};
use crate::report::published::Published;
use crate::report::rows::What;
use crate::report::status::{self, GroupBy, SortBy, Status, StatusQuery};
use crate::report::whom::Whom;

/// A format in which the ledger is taken away.
pub(super) struct Format {
    /// Its name, which is also the ending of its files.
    pub(super) name: &'static str,
    /// Whether it has sheets of their own for units.
    pub(super) splits: bool,
    /// Writes what is asked for.
    pub(super) write: fn(&Request<'_>) -> anyhow::Result<()>,
}

impl Formatted for &'static Format {
    fn name(self) -> &'static str {
        self.name
    }

    fn endings(self) -> &'static [&'static str] {
        std::slice::from_ref(&self.name)
    }
}

/// What is asked for.
pub(super) struct Request<'s> {
    pub(super) desk: &'s Desk,
    pub(super) session: &'static Session,
    pub(super) assessment: &'s Assessment<'s>,
    pub(super) filter: &'s Filter,
    /// Of what there are rows, in the format that has rows.
    pub(super) what: What,
    pub(super) public: bool,
    pub(super) by: Option<GroupBy>,
    pub(super) sort: SortBy,
    pub(super) split: Option<Whom>,
    /// Where a file for each of them goes.
    pub(super) folder: Option<&'s Path>,
}

/// What is exported, and for whom: the office's own is what the format is made of.
pub(super) enum Edition<'s, O> {
    /// All of it.
    Office(Box<O>),
    /// What anybody may see.
    Public(Box<Published<'s>>),
}

impl<'s> Request<'s> {
    pub(super) fn lang(&self) -> Language {
        self.session.lang
    }

    /// The tasks as they stand.
    pub(super) fn tasks(&self) -> anyhow::Result<Edition<'s, Status<'s>>> {
        let plan = &self.session.plan;
        self.edition(|header, query| {
            let before = self.session.stood_before(self.assessment.as_of);
            status::status(plan, (self.assessment, before.as_ref()), header, query, self.lang())
        })
    }

    /// The tasks with everything that is beside them.
    pub(super) fn whole(&self) -> anyhow::Result<Edition<'s, Ledger<'s>>> {
        let plan = &self.session.plan;
        self.edition(|header, query| ledger(plan, self.assessment, &header, (query, self.split), self.lang()))
    }

    /// What is exported, for those it is for; `office` makes what the office sees.
    fn edition<O>(&self, office: impl FnOnce(Header<'s>, &StatusQuery) -> O) -> anyhow::Result<Edition<'s, O>> {
        if self.public {
            let published = for_the_public(self.session, self.assessment, self.filter)?;
            return Ok(Edition::Public(Box::new(published)));
        }
        let header = self.session.header(status::SCHEMA, self.assessment);
        let by = self.by.unwrap_or_default();
        let query = StatusQuery {
            filter: self.filter.clone(),
            by,
            sort: self.sort,
            tasks: true,
            top: Some(0),
            sums: Vec::new(),
        };
        Ok(Edition::Office(Box::new(office(header, &query))))
    }
}
