//! Fonts, as far as text needs them: what a code stands for, and how wide it is.

use std::collections::HashMap;

use encoding_rs::Encoding;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::cmap::ToUnicode;

/// A letter of a text: its characters, its width in shares of the size, and whether it is a single byte that is a space.
#[derive(Debug)]
pub(super) struct Letter {
    /// None where nothing says what the code stands for.
    pub(super) text: Option<String>,
    pub(super) width: f64,
    pub(super) is_space: bool,
}

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    to_unicode: Option<ToUnicode>,
    codes: Codes,
    widths: HashMap<u32, f64>,
    usual: f64,
    /// What the codes of a simple font are named.
    names: HashMap<u32, String>,
}

/// How the bytes of a text become codes.
#[derive(Debug, Clone, Copy)]
enum Codes {
    /// One byte each.
    Single,
    /// Two bytes each, which only the font can read.
    Double,
    /// Two bytes each, that are UTF-16.
    Utf16,
    /// One or two bytes each, in an encoding.
    Mixed(&'static Encoding),
}

/// The most widths of a font that are kept.
const MOST: usize = 100_000;

impl Font {
    pub(super) fn of(dict: &Dict<'_>) -> Font {
        let map = dict
            .get::<Stream<'_>>("ToUnicode")
            .and_then(|map| map.decoded_data().ok().map(|map| ToUnicode::read(&map)));
        let kind = dict.get::<Name<'_>>("Subtype");
        match kind.as_deref() {
            Some(b"Type0") => Font::composite(dict, map),
            Some(_) | None => Font::simple(dict, map),
        }
    }

    fn composite(dict: &Dict<'_>, to_unicode: Option<ToUnicode>) -> Font {
        let named = dict.get::<Name<'_>>("Encoding").map(|name| String::from_utf8_lossy(&name).into_owned());
        let named = named.unwrap_or_default();
        let codes = match named.as_str() {
            name if name.contains("UCS2") || name.contains("UTF16") => Codes::Utf16,
            name if name.starts_with("GB") => Codes::Mixed(encoding_rs::GB18030),
            name if name.contains("B5") => Codes::Mixed(encoding_rs::BIG5),
            _ => match &to_unicode {
                Some(map) if map.length == 1 => Codes::Single,
                Some(_) | None => Codes::Double,
            },
        };
        let below = dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let mut widths = HashMap::new();
        let usual = below.as_ref().and_then(|below| below.get::<Number>("DW")).map_or(1000.0, |width| width.as_f64());
        // Only where the codes are the font's own do its widths tell of them.
        if let (Some(below), Codes::Double) = (&below, codes) {
            below.get::<Array<'_>>("W").into_iter().for_each(|array| read_widths(&array, &mut widths));
        }
        Font { to_unicode, codes, widths, usual, names: HashMap::new() }
    }

    fn simple(dict: &Dict<'_>, to_unicode: Option<ToUnicode>) -> Font {
        let first = dict.get::<i32>("FirstChar").and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
        let widths = dict.get::<Array<'_>>("Widths").map(|widths| {
            let widths = widths.iter::<Number>().take(256).map(|width| width.as_f64());
            (first..).zip(widths).collect::<HashMap<u32, f64>>()
        });
        let mut names = HashMap::new();
        let differences =
            dict.get::<Dict<'_>>("Encoding").and_then(|encoding| encoding.get::<Array<'_>>("Differences"));
        let mut code = 0;
        for object in differences.iter().flat_map(Array::iter::<Object<'_>>).take(1_000) {
            match object {
                Object::Number(number) => code = u32::try_from(number.as_i64()).unwrap_or(0),
                Object::Name(name) => {
                    names.extend(named(&String::from_utf8_lossy(&name)).map(|text| (code, text)));
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
        let kind = dict.get::<Name<'_>>("Subtype");
        // The widths of a font that the file draws itself are in units of its own.
        let widths = widths.filter(|_| kind.as_deref() != Some(b"Type3")).unwrap_or_default();
        Font { to_unicode, codes: Codes::Single, widths, usual: 500.0, names }
    }

    /// The letters of a text.
    pub(super) fn letters(&self, bytes: &[u8]) -> Vec<Letter> {
        let mut letters = Vec::new();
        let mut rest = bytes;
        while let Some((first, after)) = rest.split_first() {
            let double = match self.codes {
                Codes::Single => false,
                Codes::Double | Codes::Utf16 => true,
                Codes::Mixed(_) => *first >= 0x80,
            };
            let (code, after) = match after.split_first() {
                Some((second, after)) if double => (u32::from(*first) << 8 | u32::from(*second), after),
                _ => (u32::from(*first), after),
            };
            letters.push(self.letter(code, double));
            rest = after;
        }
        letters
    }

    fn letter(&self, code: u32, double: bool) -> Letter {
        let said = self.to_unicode.as_ref().and_then(|map| map.text(code)).map(str::to_owned);
        let text =
            said.filter(|text| !text.is_empty() && !text.chars().all(is_private)).or_else(|| self.usual_text(code));
        let wide = match self.codes {
            Codes::Mixed(_) if !double => 500.0,
            Codes::Utf16 if code < 0x80 => 500.0,
            Codes::Single | Codes::Double | Codes::Utf16 | Codes::Mixed(_) => self.usual,
        };
        let width = self.widths.get(&code).copied().unwrap_or(wide) / 1000.0;
        Letter { text, width, is_space: !double && code == 32 }
    }

    /// What a code stands for where the file does not say it.
    fn usual_text(&self, code: u32) -> Option<String> {
        match self.codes {
            Codes::Utf16 => char::from_u32(code).map(String::from),
            Codes::Double => None,
            Codes::Mixed(encoding) => {
                let [_, _, high, low] = code.to_be_bytes();
                let bytes = [high, low];
                let bytes = if high == 0 { bytes.get(1..) } else { bytes.get(..) };
                encoding.decode_without_bom_handling_and_without_replacement(bytes?).map(std::borrow::Cow::into_owned)
            }
            Codes::Single => {
                let byte = [u8::try_from(code).ok()?];
                let usual = || {
                    let text = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0.into_owned();
                    Some(text).filter(|text| !text.chars().any(char::is_control))
                };
                self.names.get(&code).cloned().or_else(usual)
            }
        }
    }
}

/// Characters that only their font knows.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'..)
}

/// `[first [w w …]]` and `[first last w]`.
fn read_widths(array: &Array<'_>, widths: &mut HashMap<u32, f64>) {
    let mut numbers: Vec<f64> = Vec::new();
    let code = |number: f64| number.clamp(0.0, 65_535.0) as u32;
    for object in array.iter::<Object<'_>>() {
        match object {
            Object::Array(list) => {
                if let Some(first) = numbers.pop() {
                    let list = list.iter::<Number>().take(MOST).map(|width| width.as_f64());
                    widths.extend((code(first)..).zip(list));
                }
                numbers.clear();
            }
            Object::Number(number) => {
                numbers.push(number.as_f64());
                if let [first, last, width] = numbers[..] {
                    widths.extend((code(first)..=code(last)).map(|code| (code, width)));
                    numbers.clear();
                }
            }
            _ => {}
        }
        if widths.len() > MOST {
            return;
        }
    }
}

/// The character of a name.
fn named(name: &str) -> Option<String> {
    const NAMES: [(&str, char); 40] = [
        ("space", ' '),
        ("period", '.'),
        ("comma", ','),
        ("hyphen", '-'),
        ("colon", ':'),
        ("semicolon", ';'),
        ("parenleft", '('),
        ("parenright", ')'),
        ("percent", '%'),
        ("slash", '/'),
        ("plus", '+'),
        ("equal", '='),
        ("zero", '0'),
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("quoteleft", '‘'),
        ("quoteright", '’'),
        ("quotedblleft", '“'),
        ("quotedblright", '”'),
        ("endash", '–'),
        ("emdash", '—'),
        ("bullet", '•'),
        ("periodcentered", '·'),
        ("ellipsis", '…'),
        ("degree", '°'),
        ("multiply", '×'),
        ("less", '<'),
        ("greater", '>'),
        ("underscore", '_'),
        ("asterisk", '*'),
        ("question", '?'),
        ("exclam", '!'),
        ("at", '@'),
    ];
    let known = NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| c.to_string());
    let letter = (name.len() == 1).then(|| name.to_owned());
    let code = || {
        let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
        char::from_u32(u32::from_str_radix(digits.get(..4)?, 16).ok()?).map(String::from)
    };
    known.or(letter).or_else(code)
}
