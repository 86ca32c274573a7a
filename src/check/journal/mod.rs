//! What the journal says and cannot mean.

mod amendment_from;
mod amendment_metric;
mod amendment_value;
mod below_baseline;
mod checklist_and_values;
mod closed_without_evidence;
mod evidence_missing;
mod evidence_outside;
mod falling_value;
mod held;
mod percent_misplaced;
mod repeated_item;
mod reply_misplaced;
mod tenfold_value;
mod unfit_value;
mod values;
mod withdraws_nothing;

use super::Check;

pub(super) const CHECKS: &[&Check] = &[
    &unfit_value::CHECK,
    &below_baseline::CHECK,
    &falling_value::CHECK,
    &tenfold_value::CHECK,
    &checklist_and_values::CHECK,
    &amendment_from::CHECK,
    &amendment_value::CHECK,
    &amendment_metric::CHECK,
    &closed_without_evidence::CHECK,
    &evidence_missing::CHECK,
    &evidence_outside::CHECK,
    &repeated_item::CHECK,
    &reply_misplaced::CHECK,
    &withdraws_nothing::CHECK,
    &percent_misplaced::CHECK,
];
