//! What the codes of a font stand for, as the file says it.

use std::collections::HashMap;

/// The most codes of a font that are kept.
const MOST: usize = 100_000;

/// Codes and their characters.
#[derive(Debug, Default)]
pub(super) struct ToUnicode {
    texts: HashMap<u32, String>,
    /// How many bytes the codes have; 0: it is not said.
    pub(super) length: usize,
}

#[derive(Debug)]
enum Part {
    Code(Vec<u8>),
    Open,
    Close,
    Word(String),
}

impl ToUnicode {
    /// Reads a map.
    pub(super) fn read(bytes: &[u8]) -> ToUnicode {
        let mut map = ToUnicode::default();
        let mut stack: Vec<Part> = Vec::new();
        for part in parts(bytes) {
            let Part::Word(word) = &part else {
                stack.push(part);
                continue;
            };
            match word.as_str() {
                "endbfchar" => map.chars(&stack),
                "endbfrange" => map.ranges(&stack),
                "endcodespacerange" => {
                    let lengths = stack.iter().filter_map(|part| match part {
                        Part::Code(code) => Some(code.len()),
                        Part::Open | Part::Close | Part::Word(_) => None,
                    });
                    map.length = lengths.max().unwrap_or(0);
                }
                _ => {}
            }
            stack.clear();
        }
        map
    }

    /// The characters of a code.
    pub(super) fn text(&self, code: u32) -> Option<&str> {
        self.texts.get(&code).map(String::as_str)
    }

    fn put(&mut self, code: u32, text: String) {
        if self.texts.len() < MOST {
            self.texts.insert(code, text);
        }
    }

    fn chars(&mut self, stack: &[Part]) {
        for pair in stack.chunks(2) {
            if let [Part::Code(code), Part::Code(text)] = pair {
                self.put(number(code), characters(text, 0));
            }
        }
    }

    fn ranges(&mut self, stack: &[Part]) {
        let mut parts = stack.iter();
        while let (Some(Part::Code(first)), Some(Part::Code(last))) = (parts.next(), parts.next()) {
            let (first, last) = (number(first), number(last));
            let range = first..=last.min(first.saturating_add(0xffff));
            match parts.next() {
                Some(Part::Code(text)) => {
                    range.zip(0..).for_each(|(code, further)| self.put(code, characters(text, further)));
                }
                Some(Part::Open) => {
                    let mut codes = range;
                    for part in parts.by_ref() {
                        let Part::Code(text) = part else { break };
                        let code = codes.next();
                        code.into_iter().for_each(|code| self.put(code, characters(text, 0)));
                    }
                }
                Some(Part::Close | Part::Word(_)) | None => return,
            }
        }
    }
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// UTF-16, its last unit counted so much further.
fn characters(bytes: &[u8], further: u16) -> String {
    let mut units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => u16::from_be_bytes([*high, *low]),
            [one] => u16::from(*one),
            _ => 0,
        })
        .collect();
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(further);
    }
    let characters = char::decode_utf16(units).filter_map(Result::ok);
    characters.filter(|c| *c != '\0').collect()
}

fn parts(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match first {
            b'%' => {
                rest = after
                    .iter()
                    .position(|byte| matches!(byte, b'\n' | b'\r'))
                    .and_then(|end| after.get(end..))
                    .unwrap_or_default()
            }
            b'<' if after.first() != Some(&b'<') => {
                let end = after.iter().position(|byte| *byte == b'>').unwrap_or(after.len());
                let digits =
                    after.get(..end).unwrap_or_default().iter().filter_map(|byte| char::from(*byte).to_digit(16));
                let digits: Vec<u8> = digits.filter_map(|digit| u8::try_from(digit).ok()).collect();
                let bytes = digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit));
                parts.push(Part::Code(bytes.collect()));
                rest = after.get(end + 1..).unwrap_or_default();
            }
            b'[' => parts.push(Part::Open),
            b']' => parts.push(Part::Close),
            byte if byte.is_ascii_alphabetic() => {
                let end = after.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(after.len());
                let word = after.get(..end).unwrap_or_default();
                parts.push(Part::Word(std::iter::once(byte).chain(word).map(|byte| char::from(*byte)).collect()));
                rest = after.get(end..).unwrap_or_default();
            }
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_for_characters() {
        let map = ToUnicode::read(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <4E00> <0002> <D840DC00> endbfchar\n\
              2 beginbfrange <0010> <0012> <4E8C> <0020> <0021> [<7532> <4E59>] endbfrange",
        );
        let shown = [1, 2, 0x10, 0x12, 0x20, 0x21, 0x22].map(|code| map.text(code).unwrap_or("").to_owned());
        assert_eq!(shown, ["一", "𠀀", "二", "\u{4e8e}", "甲", "乙", ""]);
        assert_eq!(map.length, 2);
        ToUnicode::read(b"beginbfrange <00> <ff> endbfrange [ < beginbfchar <> endbfchar <<");
    }
}
