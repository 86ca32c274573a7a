//! Thresholds at which no alert could fire, or the louder one before the softer.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Quantity;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E116",
    name: "alert-thresholds",
    zh: "预警的界限写反了，或写得达不到",
    en: "alert thresholds in the wrong order, or out of reach",
    wrong: "alerts: { behind: 10, far_behind: 0.25 }",
    right: "alerts: { behind: 0.10, far_behind: 0.25 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let rules = inspection.plan.head.alerts;
    let lang = inspection.lang;
    let is_share = |share: Quantity| Quantity::ZERO < share && share <= Quantity::count(1);
    for (key, share) in [("behind", rules.behind), ("far_behind", rules.far_behind)] {
        if !is_share(share) {
            inspection.find(
                inspection.at_head().key("alerts").key(key),
                say!(lang, "{key} 应大于 0、不超过 1", "`{key}` lies above 0 and is at most 1"),
                say!(lang, "落后 10% 写 0.10", "for 10 % write 0.10"),
            );
        }
    }
    let orders = [
        ("far_behind", rules.far_behind < rules.behind, "behind"),
        ("supervise_after", rules.supervise_after < rules.urge_after, "urge_after"),
        ("circulate_after", rules.circulate_after < rules.supervise_after, "supervise_after"),
    ];
    for (key, reversed, softer) in orders {
        if reversed {
            inspection.find(
                inspection.at_head().key("alerts").key(key),
                say!(lang, "{key} 小于 {softer}", "`{key}` is less than `{softer}`"),
                say!(lang, "由轻到重依次增大，核对两个数", "they grow from the softer to the louder: check both"),
            );
        }
    }
}
