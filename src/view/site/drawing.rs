//! What the pages are drawn from.

use crate::plan::Language;
use crate::report::site::Site;

/// Where a site is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In a folder.
    Folder,
    /// On a server of our own, whose pages load themselves again when the plan has changed.
    Served,
}

/// What the pages are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'d> {
    pub(super) site: &'d Site<'d>,
    pub(super) lang: Language,
    pub(super) kept: Kept,
}

impl Drawing<'_> {
    /// The language of the plan's own words, where it is not that of the page.
    pub(super) fn plan_lang(&self) -> Option<&'static str> {
        let own = self.site.head.language;
        (own != self.lang).then(|| tag(own))
    }
}

/// How pages name a language.
pub(super) fn tag(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    }
}
