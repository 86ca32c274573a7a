//! The wall chart (挂图作战): what is red first, then the other tasks as rows under the headings of their sections or units,
//! along the plan's weeks; last, in few words, ongoing work that nobody ever reported on. As many pages as it needs.

mod arrange;
mod bar;
mod brief;
mod columns;
mod head;
mod label;
mod legend;
mod page;
mod pages;
mod plot;
mod row;
mod tick;
mod title;
mod words;

#[cfg(test)]
pub(super) use page::labelled;
pub use page::wall_drawings;
#[cfg(test)]
pub(super) use words::late;
pub(in crate::view) use words::month as month_name;
