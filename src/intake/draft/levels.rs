//! Which forms of headings make sections and themes.

use super::headings::{Form, number};
use super::outline::Block;

/// The forms of the headings that divide the document.
pub(super) struct Levels {
    /// Those that make sections.
    pub(super) sections: Vec<Form>,
    /// That which makes themes.
    pub(super) theme: Option<Form>,
    /// Whether 项目一： heads what is below it, as a rule.
    pub(super) named: bool,
}

impl Levels {
    /// The levels of a document.
    pub(super) fn of(blocks: &[Block<'_>]) -> Levels {
        let forms: Vec<Form> = blocks
            .iter()
            .filter(|block| !block.idle)
            .filter_map(|block| block.heading.as_ref())
            .filter(|heading| !heading.annex)
            .map(|heading| heading.form)
            .collect();
        let count = |form: Form| forms.iter().filter(|other| **other == form).count();
        // 2.压缩时限，… beside 1.推行改革。… would stand under it.
        let items = |form: Form| {
            let unheaded = blocks.iter().filter(|block| block.heading.is_none() && !block.idle);
            unheaded.filter_map(|block| number(block.pieces.first()?.text)).filter(|(own, _)| *own == form).count()
        };
        let mut numbered: Vec<Form> =
            forms.iter().copied().filter(|form| !matches!(form, Form::Ordinal | Form::Lead)).collect();
        numbered.sort_unstable();
        numbered.dedup();
        let named = count(Form::Named) > 0 && count(Form::Named) >= items(Form::Named);
        numbered.retain(|form| named || *form != Form::Named);
        // One heading over everything else is no division.
        while numbered.len() > 1 && numbered.first().is_some_and(|first| count(*first) == 1) {
            numbered.remove(0);
        }
        let loose = [Form::Lead, Form::Ordinal].into_iter().find(|form| count(*form) >= 2);
        match numbered.as_slice() {
            [] => Levels { sections: loose.into_iter().collect(), theme: None, named },
            [only] => Levels { sections: vec![*only], theme: loose, named },
            [first, second, rest @ ..] if is_under_one(blocks, *first, *second) => {
                Levels { sections: vec![*first, *second], theme: rest.first().copied().or(loose), named }
            }
            [first, second, ..] => {
                let theme = Some(*second).filter(|form| count(*form) >= items(*form));
                Levels { sections: vec![*first], theme, named }
            }
        }
    }
}

/// Whether nearly all parts of the second form, and most of the text, stand under one part of the first: 二、重点任务 beside
/// 一、总体要求.
fn is_under_one(blocks: &[Block<'_>], first: Form, second: Form) -> bool {
    let heads = |block: &Block<'_>, form: Form| {
        block.heading.as_ref().is_some_and(|heading| heading.form == form && !heading.annex)
    };
    let told: Vec<&Block<'_>> = blocks.iter().filter(|block| !block.idle).collect();
    let parts = told.split(|block| heads(block, first)).skip(1);
    let parted: Vec<(usize, usize)> =
        parts.map(|part| (part.iter().filter(|block| heads(block, second)).count(), part.len())).collect();
    let whole: usize = parted.iter().map(|(_, length)| length).sum();
    let mut divided = parted.iter().filter(|(count, _)| *count >= 2);
    let one = divided.next().is_some_and(|(_, length)| length * 2 > whole) && divided.next().is_none();
    one && parted.iter().all(|(count, _)| *count != 1 || parted.len() <= 4)
}
