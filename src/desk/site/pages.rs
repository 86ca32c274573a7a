//! The pages of a site, drawn.

use crate::desk::edition::for_the_public;
use crate::desk::session::Session;
use crate::report::filter::Filter;
use crate::report::header::Header;
use crate::report::site::{self, Site, Sources};
use crate::report::trace::trace;
use crate::view;
use crate::view::site::{Kept, SiteFile};

/// The name under which the reports in the site are known.
const SCHEMA: &str = "workplan.site/1";

/// Which pages are wanted.
pub(crate) struct Pages {
    /// The day to report for; today where none was asked for.
    pub(crate) as_of: Option<String>,
    /// Whether they are for the public.
    pub(crate) public: bool,
}

impl Pages {
    /// The site's files. `aloud` says the notes on the standard error.
    pub(crate) fn draw(&self, session: &Session, kept: Kept, aloud: bool) -> anyhow::Result<Vec<SiteFile>> {
        let assessment = session.assess(self.as_of.as_deref())?;
        let draw = |site: &Site<'_>| view::site::site(site, session.lang, kept);
        if self.public {
            return Ok(draw(&site::public(for_the_public(session, &assessment, &Filter::default())?)));
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
        Ok(draw(&site::office(sources, header, &trace, session.lang)))
    }
}
