//! Points of a score that are out of reach, or by which nobody could be ranked.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{Merit, Quantity, Ranking, ScoringRules};
use crate::say;
use crate::words::Worded;

pub(super) const CHECK: Check = Check {
    code: "E121",
    name: "scoring-points",
    zh: "考评的分数超出范围、轻重倒置，或加分全为 0",
    en: "points of a score that are out of range, the softer above the louder, or nothing to be gained",
    wrong: "scoring: { supervised: -2 }",
    right: "scoring: { supervised: 2 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(rules) = inspection.plan.head.scoring else { return };
    let lang = inspection.lang;
    let most = ScoringRules::MOST;
    for merit in Merit::all().iter().filter(|merit| !ScoringRules::is_sound(rules.points(**merit))) {
        let key = merit.key();
        inspection.find(
            inspection.at_head().key("scoring").key(key),
            say!(lang, "{key} 应为 0 至 {most}", "`{key}` is from 0 to {most}"),
            say!(lang, "扣分不写负号，写 2；不计分写 0", "what is taken off has no sign: write 2; 0 does not count"),
        );
    }
    let [urged, supervised, circulated, _] = Merit::COSTS;
    for (softer, louder) in [(urged, supervised), (supervised, circulated)] {
        let (less, more) = (rules.points(softer), rules.points(louder));
        // What is 0 does not count at all.
        if Quantity::ZERO < more && more < less {
            let (softer, louder) = (softer.key(), louder.key());
            inspection.find(
                inspection.at_head().key("scoring").key(louder),
                say!(lang, "{louder} 小于 {softer}", "`{louder}` is less than `{softer}`"),
                say!(lang, "由轻到重依次增大，核对两个数", "they grow from the softer to the louder: check both"),
            );
        }
    }
    let gains_nothing = Merit::GAINS.iter().all(|merit| rules.points(*merit) == Quantity::ZERO);
    if gains_nothing && rules.rank_by == Ranking::Rate {
        inspection.find(
            inspection.at_head().key("scoring"),
            say!(lang, "加分全为 0，无从计算得分率", "no points can be had, so there is no share of them"),
            say!(
                lang,
                "至少一项加分大于 0，或写 rank_by: points",
                "let one thing give points, or write `rank_by: points`"
            ),
        );
    }
}
