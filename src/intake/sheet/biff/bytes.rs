//! Bytes, read one number after the other.

/// What is left to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl Bytes<'_> {
    fn next<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.next().map(u8::from_le_bytes)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.next().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.next().map(u32::from_le_bytes)
    }

    pub(super) fn f64(&mut self) -> Option<f64> {
        self.next().map(f64::from_le_bytes)
    }

    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        self.0 = self.0.get(count..)?;
        Some(())
    }

    /// A row or column, and the one behind it.
    pub(super) fn pair(&mut self) -> Option<(u32, u32)> {
        Some((self.u16()?.into(), self.u16()?.into()))
    }
}

/// What begins at a place.
pub(super) fn at(bytes: &[u8], place: usize) -> Option<Bytes<'_>> {
    bytes.get(place..).map(Bytes)
}
