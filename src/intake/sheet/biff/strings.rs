//! Texts, which may go on from one record to the next.

use super::records::Record;

/// What a record holds, piece by piece.
pub(super) struct Pieces<'s> {
    now: &'s [u8],
    more: std::vec::IntoIter<&'s [u8]>,
}

/// Two bytes a character, and what stands behind a text: how its parts look, and how it is spoken.
const WIDE: u8 = 1;
const SPOKEN: u8 = 4;
const RICH: u8 = 8;

impl<'s> Pieces<'s> {
    pub(super) fn of(record: Record<'s>) -> Pieces<'s> {
        Pieces { now: record.data, more: record.more.into_iter() }
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        while self.now.is_empty() {
            self.now = self.more.next()?;
        }
        let (first, rest) = self.now.split_first()?;
        self.now = rest;
        Some(*first)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]))
    }

    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        let mut left = count;
        while left > self.now.len() {
            left -= self.now.len();
            self.now = self.more.next()?;
        }
        self.now = self.now.get(left..)?;
        Some(())
    }

    /// A text with its length in two bytes.
    pub(super) fn text(&mut self) -> Option<String> {
        let count = self.u16()?;
        self.text_of(count)
    }

    /// A text of so many characters.
    pub(super) fn text_of(&mut self, count: u16) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & RICH == 0 { 0 } else { usize::from(self.u16()?) };
        let spoken = if flags & SPOKEN == 0 { 0 } else { usize::try_from(self.u32()?).ok()? };
        let text = self.characters(count.into(), flags)?;
        self.skip(runs.checked_mul(4)?.checked_add(spoken)?)?;
        Some(text)
    }

    fn characters(&mut self, count: usize, flags: u8) -> Option<String> {
        let mut flags = flags;
        let mut letters: Vec<u16> = Vec::new();
        while letters.len() < count {
            // Each further piece says anew how wide its characters are.
            if self.now.is_empty() {
                flags = self.byte()?;
            }
            let missing = count - letters.len();
            let width = if flags & WIDE == 0 { 1 } else { 2 };
            let taken = missing.min(self.now.len() / width);
            let (head, rest) = self.now.split_at_checked((taken * width).max(width))?;
            letters.extend(head.chunks_exact(width).map(|letter| match letter {
                [low, high] => u16::from_le_bytes([*low, *high]),
                [low, ..] => u16::from(*low),
                [] => 0,
            }));
            self.now = rest;
        }
        Some(String::from_utf16_lossy(&letters))
    }
}
