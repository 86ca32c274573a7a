//! A field that no amendment changes.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::meant::word::nearest;
use crate::plan::{AmendedField, Language};
use crate::say;
use crate::store::FaultKind;
use crate::words::fields::{self, Place};

pub(super) const CHECK: Check = Check {
    code: "E109",
    name: "unamendable-field",
    zh: "调整了不能调整的字段",
    en: "a field that no amendment changes",
    wrong: "amendment: { field: 完成时限, from: 2020-11-30, to: 2020-12-15, reason: 改期, approved_by: 镇长办公会 }",
    right: "amendment: { field: deadline, from: 2020-11-30, to: 2020-12-15, reason: 改期, approved_by: 镇长办公会 }",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::AmendedField(field) = fault else { return None };
    let lang = reader.lang;
    let hint = match meant_by(field, lang) {
        Some(meant) => say!(lang, "改为“{meant}”", "type `{meant}`"),
        None => unknown_hint(field, lang),
    };
    Some(Words {
        message: say!(lang, "可调整的字段中没有“{field}”", "no amendment changes a field `{field}`"), hint
    })
}

fn unknown_hint(field: &str, lang: Language) -> String {
    let plain = || AmendedField::PLAIN.iter().map(|(name, _)| *name);
    match nearest(field, plain()) {
        Some(near) => say!(lang, "是否应为“{near}”？", "did you mean `{near}`?"),
        None => {
            let known: Vec<&str> = plain().collect();
            say!(
                lang,
                "可调整的字段：{}、metrics.指标名称.target",
                "an amendment changes one of: {}, metrics.NAME.target",
                known.join(lang.pick("、", ", "))
            )
        }
    }
}

fn meant_by(field: &str, lang: Language) -> Option<String> {
    let state = || fields::called(Place::Entry, field).filter(|field| field.key == "state");
    match fields::meant(fields::amended(), field).or_else(state) {
        Some(meant) if meant.place == Place::Metric => {
            return Some(say!(lang, "metrics.指标名称.target", "metrics.NAME.target"));
        }
        Some(meant) => return Some(meant.key.to_owned()),
        None => {}
    }
    let metric = field.strip_prefix("metrics.").filter(|metric| !metric.is_empty() && !metric.contains('.'));
    metric.map(|metric| format!("metrics.{metric}.target"))
}
