//! What stands around a letter's text: the head of a paper that comes out again and again, its frame, and to whom it goes.

use super::runs::{Ink, heading, paragraph, run, runs};
use super::sheet;
use super::styles::{self, Face, Side};
use super::table::{Edge, cell, row, table_of};
use super::xml::{Element, el, val};
use crate::paper::letter::Masthead;
use crate::paper::page::{Line, colon_after};
use crate::paper::wrap::width;

/// The red of the head and of the rule below it.
const RED: u32 = 0xc00000;
/// Between the letters of its name, in twentieths of a point.
const SPREAD: u32 = 200;

/// Its name in red, its number, who issues it and on which day, and a red rule.
pub(super) fn masthead(head: &Masthead) -> Vec<Element> {
    let ink = Ink { colour: Some(RED), ..Ink::default() };
    let name = head.name.text();
    // The few letters of a Chinese name are spread.
    let ink = match name.is_ascii() {
        true => Ink { bold: true, ..ink },
        false => Ink { spread: Some(SPREAD), ..ink },
    };
    let name = [run(&name, ink)];
    let mut text = vec![paragraph(&styles::MASTHEAD, [], name)];
    text.extend(head.issue.iter().map(|issue| paragraph(&styles::ISSUE, [], runs(issue))));
    let rule = val("w:bottom", "single").at("w:sz", 18).at("w:space", 4).at("w:color", format!("{RED:06X}"));
    let properties = [el("w:pBdr").with([rule]), right_tab(sheet::TEXT)];
    let gap = [el("w:r").with([el("w:tab")])];
    text.push(paragraph(&styles::ISSUER, properties, runs(&head.issuer).chain(gap).chain(runs(&head.day))));
    text
}

fn right_tab(at: usize) -> Element {
    el("w:tabs").with([val("w:tab", "right").at("w:pos", at)])
}

/// Lines in a frame, each with its number, under a title.
pub(super) fn frame(title: &Line, lines: &[Line]) -> Element {
    let title = paragraph(
        &styles::FRAME,
        [Side::Center.element()],
        heading(&title.text(), Ink { face: Some(Face::Heading), ..Ink::default() }),
    );
    let numbered = lines.iter().zip(1..).map(|(line, number)| {
        let number = run(&format!("{number}. "), Ink { bold: true, ..Ink::default() });
        paragraph(&styles::FRAME, [], std::iter::once(number).chain(runs(line)))
    });
    let inside: Vec<Element> = std::iter::once(title).chain(numbered).collect();
    let edge = Edge { width: 12, colour: RED };
    let properties =
        el("w:tblCellMar").with([("w:top", 80), ("w:left", 140), ("w:bottom", 80), ("w:right", 140)].map(room));
    table_of(&[sheet::TEXT], &[("w:top", edge), ("w:left", edge), ("w:bottom", edge), ("w:right", edge)], [properties])
        .with([row([], [cell(sheet::TEXT, 1, [], inside)])])
}

fn room((side, width): (&'static str, u32)) -> Element {
    el(side).at("w:w", width).at("w:type", "dxa")
}

/// To whom it goes, and below that who has printed it and when; at the foot of the last page.
pub(super) fn record(lines: &[(String, Line)]) -> Option<Element> {
    let (printed, recipients) = lines.split_last()?;
    let (thick, thin) = (Edge { width: 8, colour: 0 }, Edge { width: 6, colour: 0 });
    let place = el("w:tblpPr")
        .at("w:leftFromText", 0)
        .at("w:rightFromText", 0)
        .at("w:vertAnchor", "margin")
        .at("w:horzAnchor", "margin")
        .at("w:tblpXSpec", "center")
        .at("w:tblpYSpec", "bottom");
    let recipient = |(label, to): &(String, Line)| {
        // What goes over to another line begins under the first one's text.
        let label = format!("{label}{}", colon_after(label));
        let hanging = width(&label) * 140;
        let indent = el("w:ind").at("w:left", 280 + hanging).at("w:right", 280).at("w:hanging", hanging);
        paragraph(
            &styles::RECORD,
            [el("w:keepNext"), indent],
            std::iter::once(run(&label, Ink::default())).chain(runs(to)),
        )
    };
    let (office, day) = printed;
    let around = el("w:ind").at("w:left", 280).at("w:right", 280);
    let gap = [el("w:r").with([el("w:tab")])];
    let printed = [run(office, Ink::default())].into_iter().chain(gap).chain(runs(day));
    let printed = paragraph(&styles::RECORD, [right_tab(sheet::TEXT - 280), around], printed);
    let rows = recipients.iter().map(recipient).chain([printed]);
    let rows = rows.map(|line| row([], [cell(sheet::TEXT, 1, [], vec![line])]));
    let edges = [("w:top", thick), ("w:bottom", thick), ("w:insideH", thin)];
    Some(table_of(&[sheet::TEXT], &edges, [place]).with(rows))
}
