//! The wall chart (挂图作战): tasks as rows under the headings of their sections or units, along the plan's weeks; as
//! many pages as it needs.

mod bar;
mod columns;
mod head;
mod legend;
mod page;
mod pages;
mod plot;
mod row;
mod title;
mod words;

pub use page::wall_drawings;
pub(in crate::view) use words::month as month_name;
