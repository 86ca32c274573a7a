//! A page of another command, as a part of the site: the same words, with links to the tasks of which it speaks.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::pieces::{labelled, linked, tone_class, wide};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};

/// The parts of a page below its title. A table is named by the heading above it; `title` names one that has none.
pub(super) fn paged(drawing: &Drawing<'_>, title: &str, page: &Page) -> Markup {
    let mut heading = title.to_owned();
    let mut tables = 0;
    let mut parts = Vec::with_capacity(page.blocks.len());
    for block in &page.blocks {
        match block {
            Block::Heading(own) | Block::Subheading(own) | Block::Frame(own, _) => (heading, tables) = (own.text(), 0),
            Block::Table(_) => tables += 1,
            Block::Title(_) | Block::Paragraph(_) | Block::Items(_) | Block::Words(_) | Block::Fields(_) => {}
            Block::Verbatim(_) | Block::Tables(_) | Block::Bars(_) => {}
        }
        let label = if tables > 1 { format!("{heading} {tables}") } else { heading.clone() };
        parts.push(part(drawing, &label, block));
    }
    html! { div.paged { @for part in parts { (part) } } }
}

fn part(drawing: &Drawing<'_>, label: &str, block: &Block) -> Markup {
    let said = |own: &Line| line(drawing, own);
    match block {
        Block::Title(_) => html! {},
        Block::Heading(own) => html! { h2 { (said(own)) } },
        Block::Subheading(own) => html! { h3 { (said(own)) } },
        Block::Paragraph(own) => html! { p { (said(own)) } },
        Block::Items(lines) => html! { ul.items { @for own in lines { li { (said(own)) } } } },
        Block::Words(lines) => html! { p { @for own in lines { (said(own)) "　" } } },
        Block::Fields(fields) => html! {
            dl.facts { @for (name, own) in fields { div { dt { (name) } dd { (said(own)) } } } }
        },
        Block::Verbatim(lines) => html! { pre.fault tabindex="0" { @for own in lines { (own) "\n" } } },
        Block::Table(own) => table(drawing, label, own),
        Block::Frame(title, lines) => html! {
            section.framed { h2 { (said(title)) } ul.items { @for own in lines { li { (said(own)) } } } }
        },
        // The pages have charts of their own.
        Block::Bars(bars) => html! {
            ul.items { @for bar in &bars.bars { li { (bar.label) " " (bar.values.join(" ")) } } }
        },
        Block::Tables(several) => {
            html! { @for (title, own) in several { h3 { (said(title)) } (table(drawing, &title.text(), own)) } }
        }
    }
}

fn line(drawing: &Drawing<'_>, own: &Line) -> Markup {
    html! {
        @for (text, tone) in &own.pieces {
            @match tone {
                Tone::Plain => (linked(drawing, "", text)),
                Tone::Strong => strong { (linked(drawing, "", text)) },
                Tone::Faint => span.faint { (linked(drawing, "", text)) },
                Tone::Blue | Tone::Green | Tone::Yellow | Tone::Red | Tone::Grey | Tone::Magenta | Tone::Cyan => {
                    span class={ "said " (tone_class(*tone)) } { (linked(drawing, "", text)) }
                },
            }
        }
    }
}

fn table(drawing: &Drawing<'_>, label: &str, own: &Table) -> Markup {
    let class = |column: &Column| match (column.numeric, column.wraps) {
        (true, _) => Some("n"),
        (false, true) => Some("w"),
        (false, false) => None,
    };
    let drawn = html! {
        table.tasks {
            thead { tr { @for column in &own.columns { th scope="col" class=[class(column)] { (column.header) } } } }
            tbody {
                @for row in &own.rows {
                    tr { @for (column, cell) in own.columns.iter().zip(row) { (labelled(&column.header, class(column), &cell_of(drawing, cell))) } }
                }
            }
        }
    };
    wide(label, &drawn)
}

fn cell_of(drawing: &Drawing<'_>, cell: &Cell) -> Markup {
    line(drawing, &Line { pieces: vec![(cell.text.clone(), cell.tone)] })
}
