//! What the commands share that keep the plan's units, sections and places.

use std::process::ExitCode;

use clap::Args;

use crate::both;
use crate::desk::Desk;
use crate::desk::ending;
use crate::desk::output::{Format, emit_json, emit_page};
use crate::desk::session::Session;
use crate::paper::Page;
use crate::plan::{Head, Language};
use crate::say;

/// The arguments of the lists.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("截至日期；默认今天", "The day to report for; today by default"))]
    as_of: Option<String>,
    #[arg(long, value_name = both!("格式", "FORMAT"), help = both!("格式：table（默认）、md、text、json", "The format: table (default), md, text, json"))]
    format: Option<Format>,
}

impl ListArgs {
    /// The format that is meant.
    pub(super) fn format(&self, desk: &Desk) -> anyhow::Result<Format> {
        ending::format(desk, self.format, &[Format::Table, Format::Md, Format::Text, Format::Json])
    }

    /// The day that was asked for.
    pub(super) fn day(&self) -> Option<&str> {
        self.as_of.as_deref()
    }
}

/// Shows a list: `make` reports it, `lay_out` lays it out.
pub(super) fn show<R: serde::Serialize>(
    desk: &Desk,
    args: &ListArgs,
    make: impl FnOnce(&'static Session, &crate::assess::Assessment<'static>) -> R,
    lay_out: impl FnOnce(&R, Language) -> Page,
) -> anyhow::Result<ExitCode> {
    let format = args.format(desk)?;
    let session = Session::open(desk)?;
    let assessment = session.assess(args.as_of.as_deref())?;
    let report = make(session, &assessment);
    let page = lay_out(&report, session.lang);
    draw(desk, format, &report, &page)
}

/// Writes a list in a format.
pub(super) fn draw(
    desk: &Desk,
    format: Format,
    report: &impl serde::Serialize,
    page: &Page,
) -> anyhow::Result<ExitCode> {
    match format {
        Format::Json => emit_json(desk, report)?,
        Format::Table | Format::Md | Format::Text | Format::Csv | Format::Github | Format::Docx => {
            emit_page(desk, format, page)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `教务处=教务`: a name and, if wanted, a short form behind an equals sign of either width.
pub(super) fn with_short(text: &str) -> (&str, Option<&str>) {
    let (name, short) = text.split_once(['=', '＝']).map_or((text, None), |(name, short)| (name, Some(short)));
    (name.trim(), short.map(str::trim).filter(|short| !short.is_empty()))
}

/// Refuses a name of a unit that means another one, or did.
pub(super) fn refuse_taken(head: &Head, name: &str, own: Option<&str>, lang: Language) -> anyhow::Result<()> {
    refuse_empty(name, lang)?;
    let others = || head.units.iter().filter(|unit| own != Some(unit.name.as_str()));
    if others().any(|unit| unit.is_called(name)) {
        anyhow::bail!(say!(lang, "单位“{name}”已登记", "there is a unit `{name}` already"));
    }
    if let Some(unit) = others().find(|unit| unit.was_called(name)) {
        let now = &unit.name;
        anyhow::bail!(say!(
            lang,
            "“{name}”是“{now}”的曾用名，台账中仍指该单位，不能另作他用",
            "`{name}` is what `{now}` was called, and means it in the journal: it cannot be another unit's"
        ));
    }
    Ok(())
}

/// Refuses a name in which nothing stands.
pub(super) fn refuse_empty(name: &str, lang: Language) -> anyhow::Result<()> {
    if name.trim().is_empty() || name == "~" {
        anyhow::bail!(lang.pick("名称是空的", "the name is empty"));
    }
    Ok(())
}
