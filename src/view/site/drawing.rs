//! What the pages are drawn from.

use std::collections::HashMap;

use crate::plan::Language;
use crate::report::site::{Site, SiteTask};

/// Where a site is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In a folder.
    Folder,
    /// In a folder below the index of several plans.
    Among,
    /// On a server of our own, whose pages load themselves again when the plan has changed.
    Served,
}

/// Where pieces of evidence are found, as seen from the site's folder; one that is not there leads nowhere.
pub type Proofs = HashMap<String, String>;

/// What the pages are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'d> {
    pub(super) site: &'d Site<'d>,
    pub(super) lang: Language,
    pub(super) kept: Kept,
    /// The places of the tasks, by their ids.
    pub(super) places: &'d HashMap<&'d str, usize>,
    pub(super) proofs: &'d Proofs,
}

impl<'d> Drawing<'d> {
    /// The task of that id.
    pub(super) fn named(&self, id: &str) -> Option<&'d SiteTask<'d>> {
        self.site.tasks.get(*self.places.get(id)?)
    }

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
