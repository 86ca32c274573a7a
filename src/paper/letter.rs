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
    /// What is filled in by hand, below the page.
    pub form: Option<Form>,
    /// What stands behind the letter, on sheets of its own: what it is called there (附件), and its page.
    pub annex: Option<(Line, Page)>,
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

/// A table that is filled in by hand: what is known stands in it.
#[derive(Debug, Default)]
pub struct Form {
    /// Its rows, from top to bottom.
    pub rows: Vec<FormRow>,
}

/// A row of a form.
#[derive(Debug)]
pub enum FormRow {
    /// A name and what is known.
    Said(String, Line),
    /// Two of these side by side.
    Pair([(String, Line); 2]),
    /// A name, and room to write in, with a line at its foot.
    Room(String, Line),
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
    /// Whether anything in it carries the mark of an assumption.
    pub fn has_marks(&self) -> bool {
        let form = self.form.iter().flat_map(|form| form.said()).any(|(_, line)| line.says("*"));
        form || self.page.has_marks() || self.annex.as_ref().is_some_and(|(_, page)| page.has_marks())
    }

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
        // Where nobody writes by hand there is nothing to write in.
        let form = self.form.map(|form| form.said().map(|(name, line)| (name.to_owned(), line.clone())).collect());
        page.blocks.extend(form.map(Block::Fields));
        page.blocks.extend(self.signature.into_iter().chain(self.notes).map(Block::Paragraph));
        page.blocks.extend((!self.record.is_empty()).then_some(Block::Fields(self.record)));
        if let Some((mark, annex)) = self.annex {
            page.add(Block::Heading(mark));
            page.blocks.extend(annex.blocks.into_iter().map(|block| match block {
                Block::Title(line) => Block::Paragraph(line),
                block => block,
            }));
        }
        page
    }
}

impl Form {
    /// What is known, name by name, in order.
    pub fn said(&self) -> impl Iterator<Item = (&str, &Line)> {
        let fields = self.rows.iter().flat_map(|row| match row {
            FormRow::Said(name, line) => vec![(name.as_str(), line)],
            FormRow::Pair(both) => both.iter().map(|(name, line)| (name.as_str(), line)).collect(),
            FormRow::Room(..) => Vec::new(),
        });
        fields.filter(|(_, line)| !line.text().is_empty())
    }
}
