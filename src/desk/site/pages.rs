//! The pages of a site, drawn.

use crate::desk::edition::for_the_public;
use crate::desk::session::Session;
use crate::plan::calendar::week_of;
use crate::report::filter::Filter;
use crate::report::header::Header;
use crate::report::site::{self, Site, Sources};
use crate::report::trace::trace;
use crate::report::week::{self, WeekFacts, WeekQuery};
use crate::view;
use crate::view::site::{Kept, PlanAmong, Proofs, SiteFile};

use super::proofs::proofs;

/// The name under which the reports in the site are known.
const SCHEMA: &str = "workplan.site/1";

/// So many late tasks, and so many things due next, are told one by one on the page of the week.
const LISTED: usize = 20;

/// Which pages are wanted.
pub(crate) struct Pages {
    /// The folder that they are written into; none where they are served.
    pub(crate) out: Option<std::path::PathBuf>,
    /// The day to report for; today where none was asked for.
    pub(crate) as_of: Option<String>,
    /// Whether they are for the public.
    pub(crate) public: bool,
}

impl Pages {
    /// The site's files. `aloud` says the notes on the standard error.
    pub(crate) fn draw(&self, session: &Session, kept: Kept, aloud: bool) -> anyhow::Result<Vec<SiteFile>> {
        self.drawn(session, aloud, |site, proofs| view::site::site(site, proofs, session.lang, kept))
    }

    /// The files of one of several plans' sites, and what the index of all says of it.
    pub(crate) fn among(&self, session: &Session, path: &str) -> anyhow::Result<(PlanAmong, Vec<SiteFile>)> {
        let lang = session.lang;
        self.drawn(session, false, |site, proofs| {
            (PlanAmong::of(site, path, lang), view::site::site(site, proofs, lang, Kept::Among))
        })
    }

    fn drawn<T>(
        &self,
        session: &Session,
        aloud: bool,
        draw: impl FnOnce(&Site<'_>, &Proofs) -> T,
    ) -> anyhow::Result<T> {
        let assessment = session.assess(self.as_of.as_deref())?;
        if self.public {
            let published = for_the_public(session, &assessment, &Filter::default())?;
            return Ok(draw(&site::public(published), &Proofs::new()));
        }
        let header = match aloud {
            true => session.header(SCHEMA, &assessment),
            false => session.quiet_header(SCHEMA, &assessment),
        };
        let trace = trace(&session.plan, Header { schema: SCHEMA, ..header.clone() }, session.source(), &[]);
        let sources = Sources {
            plan: &session.plan,
            journal: &session.opened.journal,
            calendar: &session.opened.calendar,
            assessment: &assessment,
        };
        let span = week_of(assessment.as_of);
        let before = span.and_then(|span| span.start.plus_days(-1)).map(|day| session.assess_at(day));
        let week = span.zip(before.as_ref()).map(|(span, before)| {
            let Sources { plan, journal, calendar, .. } = sources;
            let facts = WeekFacts { plan, journal, calendar, before, now: &assessment };
            let query = WeekQuery { span, filter: Filter::default(), top: Some(LISTED), issue: None };
            week::week(facts, Header { schema: week::SCHEMA, ..header.clone() }, &query, session.lang)
        });
        Ok(draw(&site::office(sources, header, (&trace, week), session.lang), &proofs(session, self.out.as_deref())))
    }
}
