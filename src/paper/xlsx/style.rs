//! How cells look: one format for each look, made once.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::paper::Tone;
use crate::paper::palette::{self, BLACK, Sheet, WHITE};

/// How a cell looks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Look {
    /// The typeface and its size.
    pub(super) face: Face,
    /// Where the words stand.
    pub(super) place: Place,
    /// How a number, a day or a text is shown.
    pub(super) shown: String,
    /// The colour behind it.
    pub(super) tone: Tone,
    /// Whether it stands in a table, between lines.
    pub(super) ruled: bool,
    /// Whether it is a text that a person's Enter key must not turn into a formula.
    pub(super) quoted: bool,
    /// Whether it is there to be filled in: tinted, and open where the sheet is locked.
    pub(super) open: bool,
}

/// A typeface and its size. They are named, never embedded; where one is missing, the character set lets the program
/// choose another for Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Face {
    /// The title of a sheet: 小标宋.
    Title,
    /// A line under it: 楷体.
    Line,
    /// The heading of a part, or of a column: 黑体.
    Heading,
    /// What stands in tables: 宋体.
    Body,
}

/// Where the words of a cell stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// From the left, on as many lines as needed.
    Left,
    /// In the middle, on as many lines as needed.
    Middle,
    /// In the middle, on one line, smaller where it does not fit: a number must not become `####`.
    Fitted,
    /// From the left, on one line that may run over the empty cells beside it.
    Over,
}

/// GB2312: what a program needs to know to replace a Chinese typeface.
const CHINESE: u8 = 134;
const RULES: u32 = 0x59_59_59;
const HEADER: u32 = 0xD9_E2_EC;
const BAND: u32 = 0xE8_EE_F4;
/// What is to be filled in: so pale that a copy in black and white is white, and no light's colour.
const OPEN: u32 = 0xFF_FB_E3;
const OPEN_HEADER: u32 = 0xF7_E4_A0;
const FAINT: u32 = 0x80_80_80;

/// The formats that were made.
#[derive(Default)]
pub(super) struct Styles {
    made: HashMap<Look, Format>,
}

impl Look {
    /// Words in a table.
    pub(super) fn body(place: Place) -> Look {
        let (shown, tone) = (String::new(), Tone::Plain);
        Look { face: Face::Body, place, shown, tone, ruled: true, quoted: false, open: false }
    }

    /// The head of a column.
    pub(super) fn header() -> Look {
        Look { face: Face::Heading, ..Look::body(Place::Middle) }
    }

    /// A heading over the whole width of a table.
    pub(super) fn band() -> Look {
        Look { face: Face::Heading, tone: Tone::Strong, ruled: false, ..Look::body(Place::Over) }
    }

    /// Words outside of tables.
    pub(super) fn free(face: Face, place: Place) -> Look {
        Look { face, ruled: false, ..Look::body(place) }
    }
}

impl Face {
    /// The size in points.
    pub(super) fn size(self) -> f64 {
        match self {
            Face::Title => 20.0,
            Face::Line => 11.0,
            Face::Heading | Face::Body => 10.0,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Face::Title => "方正小标宋简体",
            Face::Line => "楷体",
            Face::Heading => "黑体",
            Face::Body => "宋体",
        }
    }

    /// A format of nothing but the typeface.
    pub(super) fn format(self) -> Format {
        Format::new().set_font_name(self.name()).set_font_size(self.size()).set_font_charset(CHINESE)
    }
}

impl Styles {
    /// The format of a look.
    pub(super) fn of(&mut self, look: Look) -> &Format {
        self.made.entry(look).or_insert_with_key(format)
    }
}

fn format(look: &Look) -> Format {
    let mut format = look.face.format().set_align(FormatAlign::VerticalCenter);
    format = match look.place {
        Place::Left => format.set_align(FormatAlign::Left).set_text_wrap(),
        Place::Middle => format.set_align(FormatAlign::Center).set_text_wrap(),
        Place::Fitted => format.set_align(FormatAlign::Center).set_shrink(),
        // Lines between its cells would cut the words.
        Place::Over => format
            .set_align(FormatAlign::Left)
            .set_background_color(Color::RGB(BAND))
            .set_border_top(FormatBorder::Thin)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_color(Color::RGB(RULES)),
    };
    if look.ruled {
        format = format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(RULES));
    }
    if look.ruled && look.face == Face::Heading {
        format = format.set_background_color(Color::RGB(if look.open { OPEN_HEADER } else { HEADER }));
    } else if look.open {
        format = format.set_background_color(Color::RGB(OPEN)).set_unlocked();
    }
    if !look.shown.is_empty() {
        format = format.set_num_format(&look.shown);
    }
    if look.quoted {
        format = format.set_quote_prefix();
    }
    match look.tone {
        Tone::Plain => format,
        Tone::Strong => format.set_bold(),
        tone => format.set_bold().set_background_color(Color::RGB(colours(tone).behind)),
    }
}

/// The colours of a tone; those of words for one that has none.
pub(super) fn colours(tone: Tone) -> Sheet {
    let plain = |solid| Sheet { behind: WHITE, solid, on_solid: WHITE };
    match palette::colours(tone) {
        Some(colours) => colours.sheet,
        None if tone == Tone::Faint => plain(FAINT),
        None => plain(BLACK),
    }
}
