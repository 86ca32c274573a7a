//! Faults of a file as a text.

mod byte_order_mark;
mod control_character;
mod encoding;
mod full_width_colon;
mod merge_conflict;
mod misaligned;
mod no_space;
mod no_such_file;
mod not_a_file;
mod outside_repository;
mod several_documents;
mod syntax;
mod tab;
mod too_deep;
mod too_large;
mod unreadable_file;
mod wide_space;

use super::Check;

pub(super) const CHECKS: &[&Check] = &[
    &unreadable_file::CHECK,
    &not_a_file::CHECK,
    &outside_repository::CHECK,
    &no_such_file::CHECK,
    &too_large::CHECK,
    &encoding::CHECK,
    &byte_order_mark::CHECK,
    &control_character::CHECK,
    &tab::CHECK,
    &wide_space::CHECK,
    &full_width_colon::CHECK,
    &no_space::CHECK,
    &syntax::CHECK,
    &too_deep::CHECK,
    &several_documents::CHECK,
    &misaligned::CHECK,
    &merge_conflict::CHECK,
];
