//! A letter: a page with what an official paper has around it.

use super::page::{Block, Line, Page};

/// A page with what an official paper (公文) has around it.
#[derive(Debug, Default)]
pub struct Letter {
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
    /// What the file says of itself.
    pub properties: Properties,
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
        page.blocks.extend(self.number.into_iter().chain(self.addressee).map(Block::Paragraph));
        page.blocks.extend(blocks);
        page.blocks.extend(self.signature.into_iter().chain(self.notes).map(Block::Paragraph));
        page
    }
}
