//! A face of the system's, and which of its letters a document uses.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;
use ttf_parser::{Face, GlyphId};
use unicode_width::UnicodeWidthStr;

/// A face of a font file.
#[derive(Debug, Clone)]
pub struct Typeface {
    /// The family's name.
    pub family: String,
    /// The font file.
    pub file: Vec<u8>,
    /// Which of the file's faces.
    pub index: u32,
}

/// Why there is no PDF; with another face there may be one.
#[derive(Debug, thiserror::Error)]
pub enum PdfFault {
    /// The font file cannot be read.
    #[error("the font {0} cannot be read: {1}")]
    Unreadable(String, ttf_parser::FaceParsingError),
    /// The letters that are used cannot be taken out of the font file.
    #[error("the font {0} cannot be embedded: {1}")]
    Unembeddable(String, subsetter::Error),
    /// What was written cannot be compressed.
    #[error("the document cannot be compressed: {0}")]
    Compression(#[from] std::io::Error),
}

/// A face, and what is used of it. The letters that are used are numbered in the order in which they first appear.
pub(super) struct Font<'f> {
    pub(super) typeface: &'f Typeface,
    pub(super) face: Face<'f>,
    pub(super) used: GlyphRemapper,
    /// What a letter says, by its new number.
    pub(super) said: BTreeMap<u16, String>,
}

/// A text in the letters of a face.
pub(super) struct Setting {
    /// Their new numbers, in two bytes each.
    pub(super) glyphs: Vec<u8>,
    /// How wide it is, where the size is 1.
    pub(super) width: f32,
    /// Whether the text can be read from the letters.
    pub(super) tells_all: bool,
}

/// The letter that every face has for what it lacks: mostly an empty box.
const LACKING: GlyphId = GlyphId(0);

/// A Chinese dash is written as two, and is one line where the face has it.
const DASH: &str = "——";
const WHOLE_DASH: char = '⸺';

impl<'f> Font<'f> {
    /// The face, none of its letters used yet.
    pub(super) fn new(typeface: &'f Typeface) -> Result<Font<'f>, PdfFault> {
        let face = Face::parse(&typeface.file, typeface.index)
            .map_err(|fault| PdfFault::Unreadable(typeface.family.clone(), fault))?;
        Ok(Font { typeface, face, used: GlyphRemapper::new(), said: BTreeMap::new() })
    }

    /// Sets a text, letter by letter. What is not seen by itself, as a joiner, is left out where the face lacks it.
    pub(super) fn set(&mut self, text: &str) -> Setting {
        let mut setting = Setting { glyphs: Vec::new(), width: 0.0, tells_all: true };
        let mut rest = text;
        while let Some((said, glyph)) = self.letter(rest) {
            rest = rest.get(said.len()..).unwrap_or_default();
            if glyph == LACKING {
                setting.tells_all = false;
                if said.width() == 0 {
                    continue;
                }
            }
            let number = self.used.remap(glyph.0);
            if glyph != LACKING {
                setting.tells_all &= self.said.entry(number).or_insert_with(|| said.to_owned()) == said;
            }
            setting.glyphs.extend(number.to_be_bytes());
            setting.width += self.width(glyph);
        }
        setting
    }

    /// The letter with which a text begins, and what it says.
    fn letter<'t>(&self, text: &'t str) -> Option<(&'t str, GlyphId)> {
        if text.starts_with(DASH)
            && let Some(glyph) = self.face.glyph_index(WHOLE_DASH)
        {
            return Some((DASH, glyph));
        }
        let first = text.chars().next()?;
        let glyph = self.face.glyph_index(first).unwrap_or(LACKING);
        Some((text.get(..first.len_utf8())?, glyph))
    }

    /// How wide a letter is, where the size is 1.
    pub(super) fn width(&self, glyph: GlyphId) -> f32 {
        f32::from(self.face.glyph_hor_advance(glyph).unwrap_or(0)) / f32::from(self.face.units_per_em().max(1))
    }
}
