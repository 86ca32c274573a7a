//! Compound files: many streams in one file, each a chain of sectors.

use std::collections::BTreeSet;

use super::bytes::at;

/// The header is as long as the smallest sector.
const HEADER: usize = 512;
/// How long the sectors are of which short streams are made.
const SMALL: usize = 64;
/// How long the description of a stream or folder is.
const ENTRY: usize = 128;
/// No sector is numbered so high: such numbers mean that there is none, as behind the last of a chain.
const FIRST_SPECIAL: u32 = 0xffff_fffa;

/// A compound file.
pub(super) struct Compound<'f> {
    file: &'f [u8],
    sector: usize,
    /// Which sector follows which.
    next: Vec<u32>,
    next_small: Vec<u32>,
    cutoff: usize,
    entries: Vec<Entry>,
    small: Vec<u8>,
}

/// A stream or a folder.
pub(super) struct Entry {
    name: String,
    kind: u8,
    beside: [u32; 2],
    below: u32,
    start: u32,
    length: usize,
}

impl<'f> Compound<'f> {
    /// `None` where the file is damaged.
    pub(super) fn open(file: &'f [u8]) -> Option<Compound<'f>> {
        let sector = match at(file, 30)?.u16()? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let header = |place: usize| at(file, place)?.u32();
        let cutoff = usize::try_from(header(56)?).ok()?;
        let (next, next_small, entries, small) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut open = Compound { file, sector, next, next_small, cutoff, entries, small };
        open.next = open.table(header(68)?)?;
        open.entries = open.chain(header(48)?, None)?.chunks_exact(ENTRY).map(entry).collect::<Option<_>>()?;
        let root = open.entries.first()?;
        if root.length > 0 {
            open.small = open.chain(root.start, Some(root.length))?;
            open.next_small = numbers(&open.chain(header(60)?, None)?);
        }
        Some(open)
    }

    /// The stream of that name that lies in no folder, as those of embedded files do.
    pub(super) fn find(&self, name: &str) -> Option<&Entry> {
        self.outermost().find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))
    }

    /// What a stream holds; `None` where it is damaged.
    pub(super) fn read(&self, stream: &Entry) -> Option<Vec<u8>> {
        if stream.length >= self.cutoff {
            return self.chain(stream.start, Some(stream.length));
        }
        let count = stream.length.div_ceil(SMALL);
        let ids = (count <= self.small.len() / SMALL).then(|| followed(stream.start, &self.next_small, count))??;
        let piece = |id: u32| self.small.get(usize::try_from(id).ok()?.checked_mul(SMALL)?..)?.get(..SMALL);
        let mut bytes = ids.into_iter().map(piece).collect::<Option<Vec<&[u8]>>>()?.concat();
        bytes.truncate(stream.length);
        Some(bytes)
    }

    fn outermost(&self) -> impl Iterator<Item = &Entry> {
        let entry = |id: u32| self.entries.get(usize::try_from(id).ok()?);
        let (mut waiting, mut seen) = (vec![self.entries.first().map_or(u32::MAX, |root| root.below)], BTreeSet::new());
        std::iter::from_fn(move || {
            loop {
                let id = waiting.pop()?;
                if let Some(found) = entry(id).filter(|_| seen.insert(id)) {
                    waiting.extend(found.beside);
                    return Some(found);
                }
            }
        })
    }

    fn sectors(&self) -> usize {
        self.file.len().saturating_sub(HEADER).div_ceil(self.sector)
    }

    /// A sector; the last one of a file may be cut where nothing is left to be said.
    fn sector(&self, id: u32) -> Option<&'f [u8]> {
        let from = usize::try_from(id).ok().filter(|_| id < FIRST_SPECIAL)?.checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.file.get(from..)?;
        Some(rest.get(..self.sector).unwrap_or(rest)).filter(|sector| !sector.is_empty())
    }

    /// Which sector follows which: the table lies in sectors of its own, of which the header names the first.
    fn table(&self, further: u32) -> Option<Vec<u32>> {
        let mut named = numbers(self.file.get(76..HEADER)?);
        let mut further = further;
        let mut left = self.sectors();
        while further < FIRST_SPECIAL {
            left = left.checked_sub(1)?;
            named.extend(numbers(self.sector(further)?));
            further = named.pop()?;
        }
        let mut table = Vec::new();
        for id in named.into_iter().filter(|id| *id < FIRST_SPECIAL) {
            // What a made-up file says beyond its own end is about nothing.
            if table.len() >= self.sectors() {
                break;
            }
            table.extend(numbers(self.sector(id)?));
        }
        Some(table)
    }

    /// What the sectors of a chain hold, as long as it is said to be.
    fn chain(&self, start: u32, length: Option<usize>) -> Option<Vec<u8>> {
        let most = self.sectors();
        let wanted = length.map(|length| length.div_ceil(self.sector));
        let ids = match wanted {
            Some(wanted) => followed(start, &self.next, (wanted <= most).then_some(wanted)?)?,
            None => to_the_end(start, &self.next, most)?,
        };
        let mut bytes = Vec::with_capacity(ids.len() * self.sector);
        for id in ids {
            // A cut sector is the last one.
            (bytes.len() % self.sector == 0).then_some(())?;
            bytes.extend_from_slice(self.sector(id)?);
        }
        bytes.truncate(length.unwrap_or(usize::MAX));
        length.is_none_or(|length| bytes.len() == length).then_some(bytes)
    }
}

fn follower(id: u32, next: &[u32]) -> Option<u32> {
    next.get(usize::try_from(id).ok()?).copied()
}

/// So many sectors of a chain.
fn followed(start: u32, next: &[u32], count: usize) -> Option<Vec<u32>> {
    let mut ids = Vec::with_capacity(count);
    let mut id = start;
    while ids.len() < count {
        ids.push(id);
        if ids.len() < count {
            id = follower(id, next)?;
        }
    }
    Some(ids)
}

fn to_the_end(start: u32, next: &[u32], most: usize) -> Option<Vec<u32>> {
    let mut ids = Vec::new();
    let mut id = start;
    while id < FIRST_SPECIAL {
        (ids.len() < most).then_some(())?;
        ids.push(id);
        id = follower(id, next)?;
    }
    Some(ids)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let letters = bytes.get(..64)?.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let name: Vec<u16> = letters.take_while(|unit| *unit != 0).collect();
    let mut rest = at(bytes, 66)?;
    let kind = rest.u8()?;
    rest.skip(1)?;
    let (beside, below) = ([rest.u32()?, rest.u32()?], rest.u32()?);
    let mut rest = at(bytes, 116)?;
    let (start, length) = (rest.u32()?, usize::try_from(rest.u32()?).ok()?);
    Some(Entry { name: String::from_utf16_lossy(&name), kind, beside, below, start, length })
}
