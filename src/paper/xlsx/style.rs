//! How cells look: one format for each look, made once.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::paper::Tone;

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
}

/// The colours of a tone.
pub(super) struct Colours {
    /// Behind black words; light, so that they can be read in black and white too.
    pub(super) behind: u32,
    /// For bars and marks; each darker or lighter than the others, so that a copy in black and white tells them apart.
    pub(super) solid: u32,
    /// For words on `solid`.
    pub(super) on_solid: u32,
}

/// GB2312: what a program needs to know to replace a Chinese typeface.
const CHINESE: u8 = 134;
const RULES: u32 = 0x59_59_59;
const HEADER: u32 = 0xD9_E2_EC;
const BLACK: u32 = 0;
const WHITE: u32 = 0xFF_FF_FF;

/// The formats that were made.
#[derive(Default)]
pub(super) struct Styles {
    made: HashMap<Look, Format>,
}

impl Look {
    /// Words in a table.
    pub(super) fn body(place: Place) -> Look {
        Look { face: Face::Body, place, shown: String::new(), tone: Tone::Plain, ruled: true, quoted: false }
    }

    /// The head of a column.
    pub(super) fn header() -> Look {
        Look { face: Face::Heading, ..Look::body(Place::Middle) }
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
    };
    if look.ruled {
        format = format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(RULES));
    }
    if look.ruled && look.face == Face::Heading {
        format = format.set_background_color(Color::RGB(HEADER));
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

/// The colours of a tone.
pub(super) fn colours(tone: Tone) -> Colours {
    let (behind, solid, on_solid) = match tone {
        Tone::Plain | Tone::Strong => (WHITE, BLACK, WHITE),
        Tone::Faint => (WHITE, 0x80_80_80, WHITE),
        Tone::Blue => (0xD6_E4_F5, 0x46_76_BE, WHITE),
        Tone::Green => (0xDC_EF_D2, 0x8C_C0_6C, BLACK),
        Tone::Yellow => (0xFF_EE_AA, 0xFF_E2_80, BLACK),
        Tone::Red => (0xF8_C4_BC, 0xB8_1D_13, WHITE),
        Tone::Grey => (0xE6_E6_E6, 0xBF_BF_BF, BLACK),
        Tone::Magenta => (0xEE_D8_F0, 0x86_3A_8E, WHITE),
        Tone::Cyan => (0xD4_EE_F2, 0x3C_96_A8, BLACK),
    };
    Colours { behind, solid, on_solid }
}
