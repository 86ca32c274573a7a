//! Hands that spoil a text: a clerk's slips, a hostile writer's devices, and pieces of other files.

/// A hand, and the numbers that move it: the same for the same seed.
pub(crate) struct Hand(u64);

/// What is put in: signs that mean something in YAML, CSV or a document, and what keyboards put in by themselves.
const PIECES: &[&str] = &[
    "!",
    "!!str",
    "!a",
    "!a!b",
    "!<x>",
    "&a",
    "*a",
    "&x !",
    "? ",
    ": ",
    ":",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    ", ",
    "#",
    " #",
    "|",
    "|2-",
    ">+",
    "'",
    "\"",
    "\\",
    "\\x",
    "\\u12",
    "%",
    "%YAML 1.2\n---\n",
    "%TAG !e! !f\n---\n",
    "---\n",
    "...\n",
    "@",
    "`",
    "~",
    "null",
    "<<: *a",
    "\t",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{3000}",
    "\u{a0}",
    "\u{202e}",
    "\u{0}",
    "\u{7}",
    "：",
    "，",
    "“",
    "０",
    "１２",
    "９",
    "🀄",
    "\u{301}",
    "年底",
    "2020-02-30",
    "9999-12-31",
    "0000-00-00",
    "-5",
    "1e400",
    "99999999999999999999",
    "0.1.2",
    "∞",
    "id: 22-07",
    "\n- id: 1-01\n",
    "\n  metrics: [{ name: k, target: 3 }]\n",
    "\n- date: 2020-11-20\n  task: 22-07\n",
    "amendment: { field: deadline, from: 2020-11-30, to: 2020-12-01 }",
    "=1+1",
    "<<<<<<< ours\n",
    "=======\n",
    ">>>>>>> theirs\n",
    "一、",
    "（一）",
    "1.",
    "牵头单位：",
    "；",
];

impl Hand {
    pub(crate) fn new(seed: u64) -> Hand {
        Hand(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % bound.max(1)
    }

    pub(crate) fn one_of<'t, T>(&mut self, things: &'t [T]) -> &'t T {
        &things[self.below(things.len())]
    }

    /// A text with up to so many slips in it. `others` are what pieces are copied from.
    pub(crate) fn spoil(&mut self, text: &str, others: &[String], slips: usize) -> String {
        let mut text = text.to_owned();
        for _ in 0..=self.below(slips) {
            let (start, end) = (self.place(&text), self.place(&text));
            let (start, end) = (start.min(end), start.max(end));
            let near = self.near(&text, start);
            let piece = *self.one_of(PIECES);
            match self.below(9) {
                0 => text.insert_str(start, piece),
                1 => text.replace_range(start..near, piece),
                2 => text.replace_range(start..near, ""),
                3 if self.below(6) == 0 => text.truncate(start),
                4 => {
                    let piece = piece.repeat(1 + self.below(4));
                    text.insert_str(start, &piece);
                }
                5 => {
                    let other = self.one_of(others).clone();
                    let (from, to) = (self.place(&other), self.place(&other));
                    let piece = &other[from.min(to)..from.max(to)];
                    let short = &piece[..floor(piece, 200)];
                    text.insert_str(start, short);
                }
                6 => {
                    let moved = text[start..floor(&text, end.min(start + 120))].to_owned();
                    let to = self.place(&text);
                    text.insert_str(to, &moved);
                }
                7 => self.swap_lines(&mut text),
                _ => text.replace_range(start..near, &self.below(100_000).to_string()),
            }
        }
        text
    }

    /// Bytes with a few of them changed, lost or put in.
    pub(crate) fn spoil_bytes(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_owned();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len());
            let byte = u8::try_from(self.below(256)).unwrap();
            match self.below(5) {
                0 if !bytes.is_empty() => bytes[at] = byte,
                1 if !bytes.is_empty() => bytes[at] ^= 1 << (byte % 8),
                2 => bytes.insert(at, byte),
                3 if self.below(8) == 0 => bytes.truncate(at),
                _ => drop(bytes.splice(at..(at + 1 + self.below(8)).min(bytes.len()).max(at), [])),
            }
        }
        bytes
    }

    fn swap_lines(&mut self, text: &mut String) {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let (one, other) = (self.below(lines.len()), self.below(lines.len()));
        if !lines.is_empty() {
            lines.swap(one, other);
        }
        *text = lines.concat();
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        floor(text, at)
    }

    fn near(&mut self, text: &str, start: usize) -> usize {
        let end = start + 1 + self.below(12);
        floor(text, end).max(start)
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
