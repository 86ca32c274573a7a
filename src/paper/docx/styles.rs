//! The styles of official papers, and their fonts: which face, which size, how far apart the lines are.

use super::xml::{Element, el, val, word_part};

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

impl Face {
    /// The fonts for Latin letters and digits, and for Chinese.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Title => (LATIN.name, TITLE_FONT.name),
            Self::Text => (LATIN.name, TEXT_FONT.name),
            Self::Heading => (LATIN.name, HEADING_FONT.name),
            Self::Subheading => (LATIN.name, SUBHEADING_FONT.name),
            Self::PageNumber => (SONG.name, SONG.name),
        }
    }

    /// As a property of text.
    pub(super) fn fonts(self) -> Element {
        let (latin, chinese) = self.names();
        let latin = el("w:rFonts").at("w:ascii", latin).at("w:hAnsi", latin).at("w:cs", latin);
        latin.at("w:eastAsia", chinese)
    }
}

/// A font by its name, and those that take its place where it is not there.
struct Font {
    name: &'static str,
    others: &'static str,
    /// The characters that it has, by the number that Windows gives them.
    charset: &'static str,
    family: &'static str,
}

const GB2312: &str = "86";
const TITLE_FONT: Font = Font {
    name: "方正小标宋_GBK",
    others: "方正小标宋简体,小标宋,FZXiaoBiaoSong-B05,宋体",
    charset: GB2312,
    family: "script",
};
const TEXT_FONT: Font =
    Font {
        name: "仿宋_GB2312", others: "仿宋,FangSong,STFangsong,华文仿宋", charset: GB2312, family: "modern"
    };
const HEADING_FONT: Font =
    Font { name: "黑体", others: "SimHei,STHeiti,华文黑体", charset: GB2312, family: "modern" };
const SUBHEADING_FONT: Font =
    Font { name: "楷体_GB2312", others: "楷体,KaiTi,STKaiti,华文楷体", charset: GB2312, family: "modern" };
const SONG: Font = Font { name: "宋体", others: "SimSun,STSong,华文宋体", charset: GB2312, family: "auto" };
const LATIN: Font = Font { name: "Times New Roman", others: "Liberation Serif", charset: "00", family: "roman" };

/// Where the text stands between the margins.
#[derive(Debug, Clone, Copy)]
pub(super) enum Side {
    Left,
    Center,
    Right,
    /// At both margins.
    Both,
}

impl Side {
    /// As a property of a paragraph.
    pub(super) fn element(self) -> Element {
        let name = match self {
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
            Self::Both => "both",
        };
        val("w:jc", name)
    }
}

/// A style of paragraphs.
#[derive(Debug)]
pub(super) struct Style {
    /// What paragraphs call it.
    pub(super) id: &'static str,
    /// What people see; built-in styles are known by it.
    name: &'static str,
    face: Option<Face>,
    /// In half points.
    size: u32,
    /// From line to line, in twentieths of a point; without it, what the font asks for.
    line: Option<u32>,
    before: u32,
    after: u32,
    /// Whether the first line is indented by two characters.
    indented: bool,
    side: Option<Side>,
    /// The level of a heading, from 0. A heading stays with what follows it.
    heading: Option<u32>,
    /// Whether it begins a new page.
    new_page: bool,
    /// Whether a paragraph's single line may stand on a page: only then does each page have its 22 lines.
    widows: bool,
}

/// Half points: 小初, 2号, 3号, 4号, 小四, 五号.
const SIZE_SMALL_0: u32 = 72;
const SIZE_2: u32 = 44;
const SIZE_3: u32 = 32;
const SIZE_4: u32 = 28;
const SIZE_SMALL_4: u32 = 24;
const SIZE_5: u32 = 21;

/// The width of a character of the text (3号, 16 pt), in twentieths of a point.
pub(super) const CHARACTER: i32 = 320;

/// 22 lines on 225 mm.
pub(super) const LINE: u32 = 579;
pub(super) const TITLE_LINE: u32 = 700;
const TABLE_LINE: u32 = 400;
pub(super) const FORM_LINE: u32 = 360;

/// What most styles have in common: the text's face, size and lines.
const BASE: Style = Style {
    id: "",
    name: "",
    face: Some(Face::Text),
    size: SIZE_3,
    line: Some(LINE),
    before: 0,
    after: 0,
    indented: false,
    side: None,
    heading: None,
    widows: false,
    new_page: false,
};

pub(super) const TITLE: Style = Style {
    id: "Title",
    name: "Title",
    face: Some(Face::Title),
    size: SIZE_2,
    line: Some(TITLE_LINE),
    after: LINE / 2,
    side: Some(Side::Center),
    ..BASE
};
pub(super) const SUBTITLE: Style = Style {
    id: "Subtitle",
    name: "Subtitle",
    face: Some(Face::Subheading),
    after: LINE / 2,
    side: Some(Side::Center),
    ..BASE
};
pub(super) const HEADING: Style =
    Style { id: "Heading1", name: "heading 1", face: Some(Face::Heading), indented: true, heading: Some(0), ..BASE };
pub(super) const SUBHEADING: Style =
    Style { id: "Heading2", name: "heading 2", face: Some(Face::Subheading), heading: Some(1), ..HEADING };
pub(super) const BODY: Style =
    Style { id: "BodyText", name: "Body Text", indented: true, side: Some(Side::Both), widows: true, ..BASE };
/// Of the addressee, who is not indented.
pub(super) const FLUSH: Style = Style { id: "Flush", name: "Salutation", side: Some(Side::Both), ..BASE };
pub(super) const NUMBER: Style =
    Style { id: "Number", name: "Document Number", after: LINE, side: Some(Side::Right), ..BASE };
pub(super) const SIGNATURE: Style =
    Style { id: "Signature", name: "Signature", before: 2 * LINE, side: Some(Side::Right), ..BASE };
pub(super) const SIGNATURE_DAY: Style = Style { id: "SignatureDay", name: "Date", side: Some(Side::Right), ..BASE };
pub(super) const NOTE: Style = Style { id: "Note", name: "Note", indented: true, side: Some(Side::Both), ..BASE };
pub(super) const TABLE_TEXT: Style =
    Style { id: "TableText", name: "Table Text", size: SIZE_SMALL_4, line: Some(TABLE_LINE), ..BASE };
/// Of a form, which is to stand on one sheet: its text, and what is below it.
pub(super) const FORM_TEXT: Style = Style { id: "FormText", name: "Form Text", line: Some(FORM_LINE), ..TABLE_TEXT };
pub(super) const FORM_NOTE: Style = Style { id: "FormNote", name: "Form Note", side: Some(Side::Both), ..FORM_TEXT };
/// Of a letter with an annex, which is to stand on one sheet as well.
pub(super) const CLOSE_SIGNATURE: Style =
    Style { id: "CloseSignature", name: "Close Signature", before: LINE, ..SIGNATURE };
/// What says that an annex begins: on a new sheet.
pub(super) const ANNEX: Style =
    Style { id: "Annex", name: "Annex", face: Some(Face::Heading), after: LINE, new_page: true, ..BASE };
/// A little room above and below a table.
pub(super) const AROUND_TABLE: Style =
    Style { id: "AroundTable", name: "Around Table", face: None, size: 2, line: Some(120), ..BASE };
/// The name of a paper that comes out again and again (刊头).
pub(super) const MASTHEAD: Style = Style {
    id: "Masthead",
    name: "Masthead",
    face: Some(Face::Title),
    size: SIZE_SMALL_0,
    line: Some(880),
    side: Some(Side::Center),
    ..BASE
};
pub(super) const ISSUE: Style = Style { id: "Issue", name: "Issue", side: Some(Side::Center), ..BASE };
pub(super) const ISSUER: Style = Style { id: "Issuer", name: "Issuer", after: LINE / 2, ..BASE };
/// Of what stands in a frame.
pub(super) const FRAME: Style =
    Style { id: "Frame", name: "Frame Text", size: SIZE_4, line: Some(480), side: Some(Side::Both), ..BASE };
pub(super) const CHART_TEXT: Style =
    Style { id: "ChartText", name: "Chart Text", size: SIZE_5, line: Some(300), ..BASE };
/// Of what says to whom a paper goes (版记).
pub(super) const RECORD: Style = Style { id: "Record", name: "Record", size: SIZE_4, line: Some(500), ..BASE };
pub(super) const PAGE_NUMBER: Style =
    Style { id: "PageNumber", name: "footer", face: Some(Face::PageNumber), size: SIZE_4, line: None, ..BASE };

const STYLES: [&Style; 23] = [
    &TITLE,
    &SUBTITLE,
    &HEADING,
    &SUBHEADING,
    &BODY,
    &FLUSH,
    &NUMBER,
    &SIGNATURE,
    &SIGNATURE_DAY,
    &NOTE,
    &TABLE_TEXT,
    &FORM_TEXT,
    &FORM_NOTE,
    &CLOSE_SIGNATURE,
    &ANNEX,
    &AROUND_TABLE,
    &MASTHEAD,
    &ISSUE,
    &ISSUER,
    &FRAME,
    &CHART_TEXT,
    &RECORD,
    &PAGE_NUMBER,
];

/// The part with the styles. Text without a style is a letter's text too: Chinese, in its face and size.
pub(super) fn styles() -> Element {
    let language = val("w:lang", "en-US").at("w:eastAsia", "zh-CN");
    let run = text_properties(BASE.face, BASE.size).with([language]);
    let defaults = [el("w:rPrDefault").with([run]), el("w:pPrDefault")];
    let normal = el("w:style").at("w:type", "paragraph").at("w:default", 1).at("w:styleId", "Normal");
    word_part("w:styles")
        .with([el("w:docDefaults").with(defaults), normal.with([val("w:name", "Normal"), el("w:qFormat")])])
        .with(STYLES.map(style))
}

fn style(style: &Style) -> Element {
    el("w:style").at("w:type", "paragraph").at("w:styleId", style.id).with([
        val("w:name", style.name),
        val("w:basedOn", "Normal"),
        el("w:qFormat"),
        paragraph_properties(style),
        text_properties(style.face, style.size),
    ])
}

fn paragraph_properties(style: &Style) -> Element {
    el("w:pPr")
        .with(style.heading.map(|_| el("w:keepNext")))
        .with(style.new_page.then(|| el("w:pageBreakBefore")))
        .with(style.widows.then(|| val("w:widowControl", 0)))
        .with([spacing(style)])
        .with(style.indented.then(first_line))
        .with(style.side.map(Side::element))
        .with(style.heading.map(|level| val("w:outlineLvl", level)))
}

fn spacing(style: &Style) -> Element {
    /// A line as high as its font asks for, in 240ths of that.
    const SINGLE: (u32, &str) = (240, "auto");
    let (line, rule) = style.line.map_or(SINGLE, |line| (line, "exact"));
    let around = [("w:before", style.before), ("w:after", style.after)];
    let spacing = around.into_iter().filter(|(_, room)| *room > 0);
    spacing
        .fold(el("w:spacing"), |spacing, (side, room)| spacing.at(side, room))
        .at("w:line", line)
        .at("w:lineRule", rule)
}

/// In characters too, which is how a clerk reads and sets it.
fn first_line() -> Element {
    el("w:ind").at("w:firstLineChars", 200).at("w:firstLine", 2 * CHARACTER)
}

fn text_properties(face: Option<Face>, size: u32) -> Element {
    el("w:rPr").with(face.map(Face::fonts)).with([val("w:sz", size), val("w:szCs", size)])
}

/// The part that says which fonts take the place of others.
pub(super) fn font_table() -> Element {
    let fonts = [TITLE_FONT, TEXT_FONT, HEADING_FONT, SUBHEADING_FONT, SONG, LATIN];
    word_part("w:fonts").with(fonts.map(|font| {
        el("w:font").at("w:name", font.name).with([
            val("w:altName", font.others),
            val("w:charset", font.charset),
            val("w:family", font.family),
            val("w:pitch", "variable"),
        ])
    }))
}
