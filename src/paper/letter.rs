//! A letter: a page with what an official paper has around it.

use super::page::{Block, Line, Page};

/// A page with what an official paper (公文) has around it.
#[derive(Debug, Default)]
pub struct Letter {
    /// The head of a paper that comes out again and again (刊头).
    pub masthead: Option<Masthead>,
    /// The document's number (发文字号).
    pub number: Option<Line>,
    /// To whom it goes (主送).
    pub addressee: Option<Line>,
    /// Its title and its text.
    pub page: Page,
    /// Who issues it, and on which day (落款).
    pub signature: Vec<Line>,
    /// What stands below (附注).
    pub notes: Vec<Line>,
    /// To whom it goes, and who has printed it when (版记).
    pub record: Vec<(String, Line)>,
    /// What the file says of itself.
    pub properties: Properties,
}

/// The head of a paper that comes out again and again (刊头).
#[derive(Debug, Default)]
pub struct Masthead {
    /// What it is called: `督查周报`.
    pub name: Line,
    /// Which one it is: `第22期`.
    pub issue: Option<Line>,
    /// Who issues it.
    pub issuer: Line,
    /// On which day.
    pub day: Line,
}

/// What a file says of itself, and no more.
#[derive(Debug, Clone, Default)]
pub struct Properties {
    /// The title.
    pub title: String,
    /// Who issues it.
    pub creator: String,
    /// The day for which it speaks, `2020-11-24`.
    pub day: String,
}

impl Letter {
    /// The same as one page, for formats that know no letters.
    pub fn into_page(self) -> Page {
        let mut blocks = self.page.blocks.into_iter().peekable();
        let mut page = Page::default();
        while let Some(title) = blocks.next_if(|block| matches!(block, Block::Title(_))) {
            page.add(title);
        }
        let masthead = self
            .masthead
            .into_iter()
            .flat_map(|head| [Some(head.name), head.issue, Some(head.issuer), Some(head.day)].into_iter().flatten());
        page.blocks.extend(masthead.chain(self.number).chain(self.addressee).map(Block::Paragraph));
        page.blocks.extend(blocks);
        page.blocks.extend(self.signature.into_iter().chain(self.notes).map(Block::Paragraph));
        page.blocks.extend((!self.record.is_empty()).then_some(Block::Fields(self.record)));
        page
    }
}
