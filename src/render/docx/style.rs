//! The styles of official papers: which face, which size, how far apart the lines are.

use docx_rs::{AlignmentType, Docx, LineSpacing, LineSpacingType, RunFonts, SpecialIndentType, Style};

use super::paragraph_style;

/// The faces of official papers.
#[derive(Debug, Clone, Copy)]
pub(super) enum Face {
    /// 小标宋, of the title.
    Title,
    /// 仿宋, of the text.
    Text,
    /// 黑体, of headings.
    Heading,
    /// 楷体, of headings below those.
    Subheading,
    /// 宋体, of page numbers.
    PageNumber,
}

/// The Chinese fonts by name; the others that have the same face stand in the font table.
pub(super) const TITLE: &str = "方正小标宋_GBK";
pub(super) const TEXT: &str = "仿宋_GB2312";
pub(super) const HEADING: &str = "黑体";
pub(super) const SUBHEADING: &str = "楷体_GB2312";
pub(super) const SONG: &str = "宋体";
/// For Latin letters and digits.
pub(super) const LATIN: &str = "Times New Roman";

/// Half points: 2号, 3号, 4号, 小四.
const SIZE_2: usize = 44;
const SIZE_3: usize = 32;
const SIZE_4: usize = 28;
pub(super) const SIZE_SMALL_4: usize = 24;

/// 22 lines on 225 mm.
const LINE: i32 = 579;
const TITLE_LINE: i32 = 700;
pub(super) const TABLE_LINE: i32 = 400;
/// Two characters of the text.
pub(super) const TWO_CHARACTERS: i32 = 640;

/// The fonts of a face.
pub(super) fn fonts(face: Face) -> RunFonts {
    let (latin, chinese) = match face {
        Face::Title => (LATIN, TITLE),
        Face::Text => (LATIN, TEXT),
        Face::Heading => (LATIN, HEADING),
        Face::Subheading => (LATIN, SUBHEADING),
        Face::PageNumber => (SONG, SONG),
    };
    RunFonts::new().ascii(latin).hi_ansi(latin).cs(latin).east_asia(chinese)
}

/// The document with its styles.
pub(super) fn styles(docx: Docx) -> Docx {
    let indented = |style: Style| style.indent(None, Some(SpecialIndentType::FirstLine(TWO_CHARACTERS)), None, None);
    let text = |id: &str, name: &str| {
        let style = paragraph_style(id, name).fonts(fonts(Face::Text)).size(SIZE_3).line_spacing(exactly(LINE));
        style.align(AlignmentType::Both)
    };
    let heading = |id: &str, name: &str, face: Face, level: usize| {
        let style = paragraph_style(id, name).fonts(fonts(face)).size(SIZE_3).line_spacing(exactly(LINE));
        indented(style).outline_lvl(level)
    };
    docx.default_fonts(fonts(Face::Text))
        .default_size(SIZE_3)
        .add_style(
            paragraph_style("Title", "Title")
                .fonts(fonts(Face::Title))
                .size(SIZE_2)
                .align(AlignmentType::Center)
                .line_spacing(exactly(TITLE_LINE).after(LINE.unsigned_abs() / 2)),
        )
        .add_style(
            paragraph_style("Subtitle", "Subtitle")
                .fonts(fonts(Face::Subheading))
                .size(SIZE_3)
                .align(AlignmentType::Center)
                .line_spacing(exactly(LINE).after(LINE.unsigned_abs() / 2)),
        )
        .add_style(heading("Heading1", "heading 1", Face::Heading, 0))
        .add_style(heading("Heading2", "heading 2", Face::Subheading, 1))
        .add_style(indented(text("BodyText", "Body Text")))
        .add_style(text("Flush", "Salutation"))
        .add_style(
            text("Number", "Document Number")
                .align(AlignmentType::Right)
                .line_spacing(exactly(LINE).after(LINE.unsigned_abs())),
        )
        .add_style(text("Signature", "Signature").line_spacing(exactly(LINE).before(LINE.unsigned_abs() * 2)))
        .add_style(text("SignatureDay", "Date"))
        .add_style(indented(text("Note", "Note")))
        .add_style(
            paragraph_style("TableText", "Table Text")
                .fonts(fonts(Face::Text))
                .size(SIZE_SMALL_4)
                .line_spacing(exactly(TABLE_LINE)),
        )
        .add_style(paragraph_style("AroundTable", "Around Table").size(2).line_spacing(exactly(120)))
        .add_style(
            paragraph_style("PageNumber", "footer")
                .fonts(fonts(Face::PageNumber))
                .size(SIZE_4)
                .line_spacing(LineSpacing::new().line_rule(LineSpacingType::Auto).line(240)),
        )
}

fn exactly(line: i32) -> LineSpacing {
    LineSpacing::new().line_rule(LineSpacingType::Exact).line(line)
}
