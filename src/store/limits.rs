//! How much a plan may ask of the machine that reads it. Far above any office's plan, far below what hurts.

use super::text::{too_many_commas, too_many_open};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// How deep lists and maps may stand in each other; the YAML library stops at the same depth.
pub(super) const MAX_DEPTH: usize = 128;

/// How many brackets may stand open in a file, its texts included, before it is parsed at all: the parsers
/// below take the square of the depth.
const MAX_OPEN_BRACKETS: usize = 10_000;

/// How many commas may stand in a file, its texts included: each may part two values of a list, and a file of
/// nothing else would take a hundred times its size in memory.
const MAX_COMMAS: usize = 1_000_000;

/// How many values the aliases of one file may stand for.
pub(super) const MAX_REPEATED: usize = 100_000;

/// How many faults of one file are reported.
pub(super) const MAX_FAULTS: usize = 10_000;

/// Where a text begins to ask more of a parser than any plan would, if anywhere.
pub(super) fn hostile(text: &str) -> Option<usize> {
    too_many_open(text, MAX_OPEN_BRACKETS).or_else(|| too_many_commas(text, MAX_COMMAS))
}
