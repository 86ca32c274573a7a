//! How large a file that is handed in may be.

/// The largest file that is read, in bytes; unpacked, a workbook may hold eight times that.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;
/// The most cells that the sheets of a file may hold, empty ones left out.
pub const MAX_CELLS: usize = 1_000_000;
/// The most bytes of text that these cells may hold.
pub const MAX_TEXT: usize = 64 * 1024 * 1024;
/// The most areas of merged cells that a sheet may have.
pub const MAX_MERGED: usize = 100_000;
