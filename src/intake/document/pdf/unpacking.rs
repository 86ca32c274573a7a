//! Whether a file may be unpacked: its streams are unpacked once into nothing, for a few bytes can stand for any size.

use std::io::Read;

use flate2::read::ZlibDecoder;
use memchr::memmem;

/// The most bytes that the streams of a file may hold together.
const MOST: u64 = 256 * 1024 * 1024;
/// So often a stream may be packed within another.
const DEEPEST: usize = 3;

/// Whether all that is packed in a file comes to no more than a document may hold.
pub(super) fn is_fit(bytes: &[u8]) -> bool {
    let mut left = MOST;
    memmem::find_iter(bytes, b"stream").all(|at| {
        let is_end = at.checked_sub(3).and_then(|start| bytes.get(start..at)) == Some(b"end");
        let packed = bytes.get(at + b"stream".len()..).unwrap_or_default();
        let start = packed.iter().position(|byte| !matches!(byte, b'\r' | b'\n' | b' ')).unwrap_or(0);
        is_end || unpacked(packed.get(start..).unwrap_or_default(), &mut left, DEEPEST)
    })
}

fn unpacked(packed: &[u8], left: &mut u64, deep: usize) -> bool {
    // What is packed so begins with one of these, and its first two bytes are a multiple of 31.
    let [first, second, ..] = packed else { return true };
    if first & 0x0f != 8 || (u16::from(*first) << 8 | u16::from(*second)) % 31 != 0 {
        return true;
    }
    let mut decoder = ZlibDecoder::new(packed).take(*left + 1);
    let mut first = Vec::new();
    // The beginning is kept to see whether it is packed again.
    let kept = decoder.by_ref().take(1 << 20).read_to_end(&mut first).unwrap_or(first.len());
    let rest = std::io::copy(&mut decoder, &mut std::io::sink()).unwrap_or(0);
    let whole = u64::try_from(kept).unwrap_or(u64::MAX).saturating_add(rest);
    match left.checked_sub(whole) {
        Some(now) => *left = now,
        None => return false,
    }
    deep == 0 || unpacked(&first, left, deep - 1)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    #[test]
    fn what_stands_for_too_much_is_not_unpacked() {
        let packed = |size: usize| {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
            let zeros = vec![0; 1 << 20];
            (0..size).for_each(|_| encoder.write_all(&zeros).unwrap());
            [&b"%PDF-1.4 1 0 obj stream\r\n"[..], &encoder.finish().unwrap(), b"\nendstream"].concat()
        };
        assert!(is_fit(&packed(4)));
        assert!(!is_fit(&packed(300)));
        assert!(is_fit(b"stream") && is_fit(b""));
    }
}
