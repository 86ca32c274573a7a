//! Merging two sides of a file of the plan, by task and field. Text is put together by places, so that every byte
//! that nobody meant to change stays; then it is read again, and must say what each side has said. Wherever there is
//! doubt, there is no answer, and git's own merge of lines is to be used.

mod chunk;
mod file;
mod flow;
mod ids;
mod journal;
mod order;
mod parts;
mod proof;
mod remarks;
mod rows;
mod sides;
mod split;
mod value;
mod whole;

pub use file::{Merged, merge};
pub use ids::{Ids, with_ids};

#[cfg(test)]
mod tests;
