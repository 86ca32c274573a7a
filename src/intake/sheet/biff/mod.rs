//! Workbooks of Excel 97 to 2003 (`.xls`), which WPS calls `.et`: records of BIFF8 in a compound file. They are read here
//! cell by cell, for a few bytes can name a cell in the farthest corner of a sheet.

mod book;
mod bytes;
mod compound;
mod globals;
mod looks;
mod records;
mod sheet;
mod strings;

pub(super) use book::sheets;
