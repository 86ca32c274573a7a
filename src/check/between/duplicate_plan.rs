//! Plans with one id: which of them an order means nobody can tell.

use crate::check::diagnostic::locate;
use crate::check::finding::{At, Finding, Place};
use crate::check::places::Places;
use crate::check::{Check, Diagnostic, Finds, Words};
use crate::plan::Language;
use crate::say;
use crate::store::{Opened, Part, Step};
use crate::words;

pub(super) const CHECK: Check = Check {
    code: "W703",
    name: "duplicate-plan",
    zh: "所查的计划中有代号相同的（check --plans）",
    en: "several of the plans looked at have one id (check --plans)",
    wrong: "# a/plan.yaml\nid: hexi-2020h2\n# b/plan.yaml\nid: hexi-2020h2",
    right: "# a/plan.yaml\nid: hexi-2020h2\n# b/plan.yaml\nid: dongtan-2020h2",
    finds: Finds::Links,
};

/// So many folders are named.
const NAMED: usize = 5;

/// What is said of a plan whose id plans in other folders have too.
pub fn of_one_id(opened: &Opened, others: &[&str], lang: Language) -> Vec<Diagnostic> {
    let id = opened.plan.as_ref().map_or("", |plan| plan.head.id.as_str());
    let named = words::list(lang, others.iter().take(NAMED));
    let more = if others.len() > NAMED { lang.pick(" 等", " …") } else { "" };
    let words = Words {
        message: say!(lang, "代号“{id}”与 {named}{more} 的相同", "the id `{id}` is also that of {named}{more}"),
        hint: say!(
            lang,
            "各计划的代号应不同；同一计划的副本请移出 --plans 的目录",
            "give each plan an id of its own; move copies of a plan out of the folder given to --plans"
        ),
    };
    // `plan.yaml` is the first of the files.
    let at = At { file: 0, place: Place::Path(vec![Step::Key("id".to_owned())], Part::Value) };
    locate(&mut Places::new(opened), vec![(&CHECK, Finding::new(at, words))])
}
