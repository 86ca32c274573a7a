//! The notices that were sent, and how far they have come.

use super::Medium;
use super::common::{add_legend, as_of, page};
use super::notices::{Columns, counted, line, table};
use crate::paper::{Block, Page};
use crate::plan::Language;
use crate::report::notice::{NoticeLine, NoticeList};
use crate::say;

/// Lays out the list.
pub fn notice_list(report: &NoticeList<'_>, lang: Language, medium: Medium) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "督办单台账", "notices"));
    let day = as_of(lang, report.header.as_of);
    if report.list.totals.issued == 0 {
        page.say(say!(lang, "{day}，没有符合条件的督办单。", "{day}: no such notice."));
        return page;
    }
    let counted = counted(report.list.totals, lang);
    page.say(say!(lang, "{day}，{counted}", "{day}. {counted}"));
    let notices: Vec<&NoticeLine<'_>> = report.list.notices.iter().collect();
    match medium {
        Medium::Paper => page.add(Block::Table(table(&notices, Columns::All, lang))),
        Medium::Chat => page.add(Block::Items(notices.iter().map(|notice| line(notice, lang)).collect())),
    }
    add_legend(&mut page, lang);
    page
}
