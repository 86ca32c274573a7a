//! Merged text in pieces: settled ones, and those that a person must settle.

/// A piece of merged text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chunk {
    /// Settled lines.
    Text(String),
    /// Lines that each side wants otherwise.
    Conflict {
        /// Our side's lines.
        ours: String,
        /// Their side's.
        theirs: String,
    },
}

/// Whose lines a conflict is settled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Winner {
    /// Our side's.
    Ours,
    /// Their side's.
    Theirs,
}

impl Chunk {
    pub(super) fn text(text: &str) -> Chunk {
        Chunk::Text(text.to_owned())
    }

    pub(super) fn conflict(ours: &str, theirs: &str) -> Chunk {
        Chunk::Conflict { ours: ours.to_owned(), theirs: theirs.to_owned() }
    }
}

/// Whether anything is left for a person.
pub(super) fn is_conflicted(chunks: &[Chunk]) -> bool {
    chunks.iter().any(|chunk| matches!(chunk, Chunk::Conflict { .. }))
}

/// The text as it would be if one side had its way in every conflict.
pub(super) fn won_by(chunks: &[Chunk], winner: Winner) -> String {
    let piece = |chunk: &Chunk| match (chunk, winner) {
        (Chunk::Text(text), _) | (Chunk::Conflict { ours: text, .. }, Winner::Ours) => text.clone(),
        (Chunk::Conflict { theirs, .. }, Winner::Theirs) => theirs.clone(),
    };
    chunks.iter().map(piece).collect()
}

/// The text with git's markers around each conflict.
pub(super) fn marked(chunks: &[Chunk], marker_size: usize) -> String {
    let marker = |sign: &str| sign.repeat(marker_size);
    let piece = |chunk: &Chunk| match chunk {
        Chunk::Text(text) => text.clone(),
        Chunk::Conflict { ours, theirs } => {
            format!("{} ours\n{ours}{}\n{theirs}{} theirs\n", marker("<"), marker("="), marker(">"))
        }
    };
    chunks.iter().map(piece).collect()
}

/// Puts an item's dash before its first line; `None` where there is no room for it.
pub(super) fn with_dash(mut chunks: Vec<Chunk>, column: usize) -> Option<Vec<Chunk>> {
    let dash = |text: &mut String| {
        let lead = text.get(..=column)?;
        if !lead.bytes().all(|byte| byte == b' ') || text.trim_start().starts_with('#') {
            return None;
        }
        text.replace_range(column..=column, "-");
        Some(())
    };
    let first = chunks.iter_mut().find(|chunk| **chunk != Chunk::Text(String::new()))?;
    match first {
        Chunk::Text(text) => dash(text)?,
        Chunk::Conflict { ours, theirs } => {
            // Of an item that one side has taken away, only the other's lines are there.
            for side in [ours, theirs] {
                if !side.is_empty() {
                    dash(side)?;
                }
            }
        }
    }
    Some(chunks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_stands_between_gits_markers() {
        let chunks = [Chunk::text("a\n"), Chunk::conflict("b\n", ""), Chunk::text("c\n")];
        assert_eq!(marked(&chunks, 7), "a\n<<<<<<< ours\nb\n=======\n>>>>>>> theirs\nc\n");
        assert_eq!(won_by(&chunks, Winner::Ours), "a\nb\nc\n");
        assert_eq!(won_by(&chunks, Winner::Theirs), "a\nc\n");
    }

    #[test]
    fn a_dash_takes_the_place_of_a_space() {
        let dashed = |text: &str, column| with_dash(vec![Chunk::text(text)], column).map(|chunks| marked(&chunks, 7));
        assert_eq!(dashed("  id: x\n", 0).as_deref(), Some("- id: x\n"));
        assert_eq!(dashed("    id: x\n", 2).as_deref(), Some("  - id: x\n"));
        assert_eq!(dashed("id: x\n", 0), None);
        assert_eq!(dashed("  # x\n", 0), None);
    }
}
