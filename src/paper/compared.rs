//! Two texts compared, piece by piece.

use imara_diff::{Algorithm, Diff, InternedInput};

/// In which of two texts a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// In both.
    Both,
    /// In the older one alone.
    Old,
    /// In the newer one alone.
    New,
}

/// The pieces of two texts in their order, with what differs side by side: the old before the new.
pub(crate) fn compared<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(Side, &'t str)> {
    let mut input = InternedInput::default();
    input.update_before(old.iter().copied());
    input.update_after(new.iter().copied());
    let mut diff = Diff::compute(Algorithm::Myers, &input);
    diff.postprocess_no_heuristic(&input);
    let (mut pieces, mut at) = (Vec::new(), 0);
    let of = |side, texts: &[&'t str], from: u32, to: u32| -> Vec<(Side, &'t str)> {
        let texts = texts.get(from as usize..to as usize).unwrap_or_default();
        texts.iter().map(|text| (side, *text)).collect()
    };
    for hunk in diff.hunks() {
        pieces.extend(of(Side::Both, old, at, hunk.before.start));
        pieces.extend(of(Side::Old, old, hunk.before.start, hunk.before.end));
        pieces.extend(of(Side::New, new, hunk.after.start, hunk.after.end));
        at = hunk.before.end;
    }
    pieces.extend(of(Side::Both, old, at, u32::try_from(old.len()).unwrap_or(u32::MAX)));
    pieces
}

/// The lines of two texts, each with its line end.
pub(crate) fn compared_lines<'t>(old: &'t str, new: &'t str) -> Vec<(Side, &'t str)> {
    let lines = |text: &'t str| text.split_inclusive('\n').collect::<Vec<_>>();
    compared(&lines(old), &lines(new))
}

/// What differs, with so many lines around it; each part with the numbers of its first lines, from 0.
pub(crate) fn hunks<'p, 't>(pieces: &'p [(Side, &'t str)], around: usize) -> Vec<Hunk<'p, 't>> {
    let differs = pieces.iter().enumerate().filter(|(_, (side, _))| *side != Side::Both).map(|(at, _)| at);
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for at in differs {
        let (start, end) = (at.saturating_sub(around), (at + around + 1).min(pieces.len()));
        match spans.last_mut() {
            Some(last) if start <= last.1 => last.1 = end,
            _ => spans.push((start, end)),
        }
    }
    let (mut at, mut old, mut new) = (0, 0, 0);
    let hunk = |(start, end): (usize, usize)| {
        for (side, _) in pieces.get(at..start).unwrap_or_default() {
            old += usize::from(*side != Side::New);
            new += usize::from(*side != Side::Old);
        }
        at = start;
        Hunk { old, new, pieces: pieces.get(start..end).unwrap_or_default() }
    };
    spans.into_iter().map(hunk).collect()
}

/// A part of two texts that differs, with what stands around it.
#[derive(Debug)]
pub(crate) struct Hunk<'p, 't> {
    old: usize,
    new: usize,
    /// Its lines.
    pub(crate) pieces: &'p [(Side, &'t str)],
}

impl Hunk<'_, '_> {
    /// `@@ -3,7 +3,8 @@`, as `patch` reads it.
    pub(crate) fn header(&self) -> String {
        let span = |start: usize, other: Side| match self.pieces.iter().filter(|(side, _)| *side != other).count() {
            0 => format!("{start},0"),
            1 => (start + 1).to_string(),
            count => format!("{},{count}", start + 1),
        };
        format!("@@ -{} +{} @@", span(self.old, Side::New), span(self.new, Side::Old))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hunk_counts_its_lines_as_patch_does() {
        for (old, new, header) in [
            ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@"),
            ("", "a\n", "@@ -0,0 +1 @@"),
            ("a\n", "", "@@ -1 +0,0 @@"),
            ("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\n6\n7\n8\n9", "@@ -6,3 +6,4 @@"),
        ] {
            let pieces = compared_lines(old, new);
            let found: Vec<String> = hunks(&pieces, 3).iter().map(Hunk::header).collect();
            assert_eq!(found, [header], "{old:?} {new:?}");
        }
        assert!(hunks(&compared_lines("a\n", "a\n"), 3).is_empty());
    }

    #[test]
    fn what_differs_far_apart_stands_apart() {
        let old: String = (0..30).map(|line| format!("{line}\n")).collect();
        let new = old.replace("3\n4\n", "3\nx\n").replace("\n25\n", "\ny\n");
        assert_eq!(hunks(&compared_lines(&old, &new), 3).len(), 2);
    }
}
