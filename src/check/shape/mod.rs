//! Values of another shape than their fields want, and what is left out.

mod alert_thresholds;
mod assumed_field;
mod checklist_row;
mod duplicate_key;
mod empty_text;
mod id_form;
mod long_text;
mod measured_without_metric;
mod metric_numbers;
mod missing_key;
mod no_lead;
mod notice_number;
mod number_form;
mod offset_form;
mod own_field_value;
mod reach_without_end;
mod report_day;
mod scoring_points;
mod unamendable_field;
mod unknown_key;
mod unknown_word;
mod wrong_type;

use super::Check;

pub(super) const CHECKS: &[&Check] = &[
    &wrong_type::CHECK,
    &unknown_key::CHECK,
    &missing_key::CHECK,
    &duplicate_key::CHECK,
    &unknown_word::CHECK,
    &number_form::CHECK,
    &id_form::CHECK,
    &offset_form::CHECK,
    &unamendable_field::CHECK,
    &metric_numbers::CHECK,
    &checklist_row::CHECK,
    &empty_text::CHECK,
    &measured_without_metric::CHECK,
    &no_lead::CHECK,
    &assumed_field::CHECK,
    &alert_thresholds::CHECK,
    &notice_number::CHECK,
    &long_text::CHECK,
    &own_field_value::CHECK,
    &report_day::CHECK,
    &scoring_points::CHECK,
    &reach_without_end::CHECK,
];
