//! The letters that a document uses, embedded with what they say.

use std::io::Read;

use flate2::Compression;
use flate2::read::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Name, Pdf, Rect, Ref, Str};
use ttf_parser::{GlyphId, RawFace, Tag, name_id};

use super::font::{Font, PdfFault};

const IDENTITY: Name<'static> = Name(b"Identity-H");
const MEANING: Name<'static> = Name(b"Meaning");
const SYSTEM: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The longest name of a font that every reader takes, less what is put before and after it.
const LONGEST_NAME: usize = 100;

/// Where the parts of a font stand in the document.
struct Places {
    letters: Ref,
    descriptor: Ref,
    meaning: Ref,
    file: Ref,
}

/// Embeds what is used of a font, as `whole`.
pub(super) fn embed(document: &mut Pdf, font: &Font<'_>, whole: Ref, next: &mut Ref) -> Result<(), PdfFault> {
    let places = Places { letters: next.bump(), descriptor: next.bump(), meaning: next.bump(), file: next.bump() };
    let outlines = Outlines::of(font)?;
    let name = name(font);
    let full_name = if outlines.is_cff { format!("{name}-Identity-H") } else { name.clone() };
    document
        .type0_font(whole)
        .base_font(Name(full_name.as_bytes()))
        .encoding_predefined(IDENTITY)
        .descendant_font(places.letters)
        .to_unicode(places.meaning);
    letters(document, font, &places, &name, outlines.is_cff);
    descriptor(document, font, &places, &name, outlines.is_cff);
    document
        .cmap(places.meaning, &deflated(&meaning(font))?)
        .name(MEANING)
        .system_info(SYSTEM)
        .filter(Filter::FlateDecode);
    file(document, places.file, &outlines)
}

/// The outlines of the letters that are used.
struct Outlines {
    bytes: Vec<u8>,
    is_cff: bool,
}

impl Outlines {
    /// A face of cubic curves is embedded as its `CFF` table alone, one of quadratic curves as a whole TrueType file.
    fn of(font: &Font<'_>) -> Result<Outlines, PdfFault> {
        let typeface = font.typeface;
        let file = subsetter::subset(&typeface.file, typeface.index, &font.used)
            .map_err(|fault| PdfFault::Unembeddable(typeface.family.clone(), fault))?;
        let tables = RawFace::parse(&file, 0).map_err(|fault| PdfFault::Unreadable(typeface.family.clone(), fault))?;
        match tables.table(Tag::from_bytes(b"CFF ")) {
            Some(table) => Ok(Outlines { bytes: table.to_vec(), is_cff: true }),
            None => Ok(Outlines { bytes: file, is_cff: false }),
        }
    }
}

/// The letters' numbers and widths.
fn letters(document: &mut Pdf, font: &Font<'_>, places: &Places, name: &str, is_cff: bool) {
    let mut letters = document.cid_font(places.letters);
    letters.subtype(if is_cff { CidFontType::Type0 } else { CidFontType::Type2 });
    letters.base_font(Name(name.as_bytes())).system_info(SYSTEM).font_descriptor(places.descriptor).default_width(0.0);
    if !is_cff {
        letters.cid_to_gid_map_predefined(Name(b"Identity"));
    }
    let widths = font.used.remapped_gids().map(|glyph| 1000.0 * font.width(GlyphId(glyph)));
    letters.widths().consecutive(0, widths);
}

/// What a reader would need to know to replace the font.
fn descriptor(document: &mut Pdf, font: &Font<'_>, places: &Places, name: &str, is_cff: bool) {
    let face = &font.face;
    let thousandths = |units: i16| 1000.0 * f32::from(units) / f32::from(face.units_per_em().max(1));
    let bounds = face.global_bounding_box();
    let [left, bottom, right, top] = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(thousandths);
    let ascent = face.typographic_ascender().unwrap_or(face.ascender());
    let height = face.capital_height().filter(|height| *height > 0).unwrap_or(ascent);
    let mut flags = FontFlags::SYMBOLIC;
    flags.set(FontFlags::FIXED_PITCH, face.is_monospaced());
    flags.set(FontFlags::ITALIC, face.is_italic());
    let mut descriptor = document.font_descriptor(places.descriptor);
    descriptor
        .name(Name(name.as_bytes()))
        .flags(flags)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(face.italic_angle())
        .ascent(thousandths(ascent))
        .descent(thousandths(face.typographic_descender().unwrap_or(face.descender())))
        .cap_height(thousandths(height))
        .stem_v(stem(face.weight().to_number()));
    if is_cff {
        descriptor.font_file3(places.file);
    } else {
        descriptor.font_file2(places.file);
    }
}

/// About how thick the stems of a weight are: no font file says it.
fn stem(weight: u16) -> f32 {
    10.0 + 0.244 * (f32::from(weight) - 50.0)
}

/// What each letter says, for whoever searches or copies.
fn meaning(font: &Font<'_>) -> Vec<u8> {
    let mut map = UnicodeCmap::new(MEANING, SYSTEM);
    font.said.iter().for_each(|(number, said)| map.pair_with_multiple(*number, said.chars()));
    map.finish()
}

fn file(document: &mut Pdf, place: Ref, outlines: &Outlines) -> Result<(), PdfFault> {
    let packed = deflated(&outlines.bytes)?;
    let mut stream = document.stream(place, &packed);
    stream.filter(Filter::FlateDecode);
    if outlines.is_cff {
        stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    } else {
        stream.pair(Name(b"Length1"), i32::try_from(outlines.bytes.len()).unwrap_or(i32::MAX));
    }
    Ok(())
}

/// `ABCDEF+NotoSansCJKsc-Regular`: the face's own name, and six letters that differ with what is used of it.
fn name(font: &Font<'_>) -> String {
    let mut names = font.face.names().into_iter().filter(|name| name.name_id == name_id::POST_SCRIPT_NAME);
    let own = names.find_map(|name| name.to_string()).unwrap_or_else(|| "Font".to_owned());
    let own: String = own.chars().filter(char::is_ascii_graphic).take(LONGEST_NAME).collect();
    format!("{}+{own}", tag(font.used.remapped_gids()))
}

fn tag(glyphs: impl Iterator<Item = u16>) -> String {
    // FNV-1a, which is the same everywhere.
    let hash = glyphs
        .flat_map(u16::to_be_bytes)
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let letters = std::iter::successors(Some(hash), |rest| Some(rest / 26));
    letters.take(6).filter_map(|rest| char::from_digit((rest % 26) as u32 + 10, 36)).collect::<String>().to_uppercase()
}

/// The bytes as a stream holds them.
pub(super) fn deflated(bytes: &[u8]) -> Result<Vec<u8>, PdfFault> {
    let mut packed = Vec::new();
    ZlibEncoder::new(bytes, Compression::default()).read_to_end(&mut packed)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subset_is_named_by_what_is_in_it() {
        assert_eq!(tag([0, 1, 2].into_iter()), tag([0, 1, 2].into_iter()));
        assert_ne!(tag([0, 1, 2].into_iter()), tag([0, 1, 3].into_iter()));
        assert!(tag([].into_iter()).chars().all(|c| c.is_ascii_uppercase()));
        assert_eq!(tag([7].into_iter()).len(), 6);
    }
}
