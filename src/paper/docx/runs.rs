//! A paragraph and the text in it: which face its quotation marks are set in, what is bold, and which hyphens do not break.

use super::styles::{Face, Style};
use super::xml::{Element, el, val};
use crate::paper::page::{Line, Tone};

/// How a text is set, beyond what its paragraph's style says.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ink {
    /// Its face.
    pub(super) face: Option<Face>,
    /// Whether it is bold.
    pub(super) bold: bool,
    /// Its colour, as `0xrrggbb`.
    pub(super) colour: Option<u32>,
    /// The room behind each of its letters, in twentieths of a point.
    pub(super) spread: Option<u32>,
}

/// A paragraph, with the properties that it has beyond its style's.
pub(super) fn paragraph(
    style: &Style,
    beyond: impl IntoIterator<Item = Element>,
    runs: impl IntoIterator<Item = Element>,
) -> Element {
    let properties = el("w:pPr").with([val("w:pStyle", style.id)]).with(beyond);
    el("w:p").with([properties]).with(runs)
}

/// A line's pieces.
pub(super) fn runs(line: &Line) -> impl Iterator<Item = Element> {
    line.pieces.iter().map(|(text, tone)| toned(text, *tone))
}

/// On paper a tone is at most bold: it is printed in black, and the words say the same.
pub(super) fn toned(text: &str, tone: Tone) -> Element {
    match tone {
        Tone::Strong => run(text, Ink { bold: true, ..Ink::default() }),
        Tone::Plain
        | Tone::Faint
        | Tone::Blue
        | Tone::Green
        | Tone::Yellow
        | Tone::Red
        | Tone::Grey
        | Tone::Magenta
        | Tone::Cyan => plain(text),
    }
}

pub(super) fn plain(text: &str) -> Element {
    run(text, Ink::default())
}

/// A heading's text. Its Chinese face is heavy and the Latin one beside it is not, so what is Latin is bold.
pub(super) fn heading(text: &str, ink: Ink) -> Vec<Element> {
    let bold = |text: &str, is_latin: bool| run(text, Ink { bold: is_latin, ..ink });
    parts(text).into_iter().map(|(text, is_latin)| bold(text, is_latin)).collect()
}

/// A text of one look.
pub(super) fn run(text: &str, ink: Ink) -> Element {
    let fonts = match (ink.face, is_chinese(text)) {
        (Some(face), true) => Some(face.fonts().at("w:hint", "eastAsia")),
        (Some(face), false) => Some(face.fonts()),
        (None, true) => Some(el("w:rFonts").at("w:hint", "eastAsia")),
        (None, false) => None,
    };
    let bold = if ink.bold { [Some(el("w:b")), Some(el("w:bCs"))] } else { [None, None] };
    let colour = ink.colour.map(|colour| el("w:color").at("w:val", format!("{colour:06X}")));
    let spread = ink.spread.map(|room| val("w:spacing", room));
    let properties: Vec<Element> =
        fonts.into_iter().chain(bold.into_iter().flatten()).chain(colour).chain(spread).collect();
    let properties = (!properties.is_empty()).then(|| el("w:rPr").with(properties));
    el("w:r").with(properties).with(unbroken(text))
}

/// A text that keeps its spaces.
pub(super) fn spaced(text: &str) -> Element {
    el("w:t").at("xml:space", "preserve").text(text)
}

/// The text with the hyphens of ids and days (`22-07`), and minus signs, as ones at which no line ends.
fn unbroken(text: &str) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut rest = text;
    while let Some(at) = id_hyphen(rest) {
        elements.extend([spaced(&before_hyphen(rest.get(..at).unwrap_or(""))), el("w:noBreakHyphen")]);
        rest = rest.get(at + 1..).unwrap_or("");
    }
    if !rest.is_empty() || elements.is_empty() {
        elements.push(spaced(rest));
    }
    elements
}

/// What stands before an id's hyphen, with a space between a 、 and the id: where the two meet, LibreOffice ends a line within the
/// id's number rather than before it.
fn before_hyphen(text: &str) -> String {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = text.get(before.len()..).unwrap_or("");
    if before.ends_with('、') { format!("{before} {number}") } else { text.to_owned() }
}

/// The first hyphen before a digit that is not behind a letter: that of an id, of a day, or a minus.
fn id_hyphen(text: &str) -> Option<usize> {
    let letter = |text: &str| text.chars().next_back().is_some_and(|c| c.is_ascii_alphabetic());
    let digit = |text: &str| text.chars().next().is_some_and(|c| c.is_ascii_digit());
    let parted = |at: usize| Some((text.get(..at)?, text.get(at + 1..)?));
    let holds = |at: &usize| parted(*at).is_some_and(|(before, after)| !letter(before) && digit(after));
    text.match_indices('-').map(|(at, _)| at).find(holds)
}

/// Whether a text is mostly Chinese, so that the marks which both languages have (“ ” … ·) are to be set as Chinese ones.
fn is_chinese(text: &str) -> bool {
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    let chinese = text.chars().filter(|c| is_cjk(*c)).count();
    chinese > 0 && chinese >= latin
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The text's Chinese and Latin parts, each with whether it is Latin. A text without Chinese is Latin as a whole.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let all_latin = !text.chars().any(is_cjk);
    let (mut parts, mut start, mut latin) = (Vec::new(), 0, None);
    for (at, c) in text.char_indices() {
        // A space belongs to what stands before it.
        let is_latin = if c == ' ' { latin.unwrap_or(true) } else { all_latin || c.is_ascii() };
        if latin.is_some_and(|latin| latin != is_latin) {
            parts.push((text.get(start..at).unwrap_or(""), !is_latin));
            start = at;
        }
        latin = Some(is_latin);
    }
    parts.extend(latin.map(|latin| (text.get(start..).unwrap_or(""), latin)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_latin_are_told_apart() {
        for (text, found) in [
            ("", vec![]),
            ("一、总体情况", vec![("一、总体情况", false)]),
            ("1. Overall “so”", vec![("1. Overall “so”", true)]),
            ("完成92户 a", vec![("完成", false), ("92", true), ("户 ", false), ("a", true)]),
        ] {
            assert_eq!(parts(text), found, "{text}");
        }
    }

    #[test]
    fn ids_do_not_break_and_chinese_marks_are_chinese() {
        for (text, written) in [
            ("a-b", "<w:r><w:t xml:space=\"preserve\">a-b</w:t></w:r>"),
            (
                "2-1",
                "<w:r><w:t xml:space=\"preserve\">2</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">1</w:t></w:r>",
            ),
            ("“甲”", "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">“甲”</w:t></w:r>"),
            ("see “甲”", "<w:r><w:t xml:space=\"preserve\">see “甲”</w:t></w:r>"),
        ] {
            assert_eq!(plain(text).to_string(), written, "{text}");
        }
    }
}
