//! A number that is not written in plain digits, or that is none the field can hold.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::meant::number::{NumberFault, approximate_hint, number};
use crate::plan::{Language, Quantity};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E106",
    name: "number-form",
    zh: "数字写法不对",
    en: "a number that is not written in plain digits",
    wrong: "alerts: { due_soon: １０ }",
    right: "alerts: { due_soon: 10 }",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::NumberForm(text) = fault else { return None };
    let lang = reader.lang;
    let out_of_range = text.parse::<Quantity>().is_ok();
    let message = if out_of_range {
        say!(lang, "这里不能写“{text}”", "`{text}` cannot stand here")
    } else {
        say!(lang, "“{text}”不是数字", "`{text}` is not a number")
    };
    let hint = if out_of_range { range_hint(lang) } else { form_hint(text, lang) };
    Some(Words { message, hint })
}

/// Weights, shares and numbers of days are the only plain numbers in the files.
fn range_hint(lang: Language) -> String {
    say!(
        lang,
        "天数写 0 以上的整数，权重写大于 0、不超过 1000 的数；都不加引号",
        "a number of days is a whole number from 0, a weight is above 0 and at most 1000; both without quotes"
    )
}

fn form_hint(text: &str, lang: Language) -> String {
    match number(text) {
        Ok(number) if number.unit == "%" => {
            let share = number.value.hundredth();
            say!(lang, "改为小数 {share}", "type the share {share}")
        }
        Ok(number) => say!(lang, "改为 {}", "type {}", number.value),
        Err(NumberFault::Approximate) => approximate_hint(lang),
        Err(NumberFault::NotANumber | NumberFault::OtherUnit) => {
            say!(
                lang,
                "只写数字，如 10 或 0.25；不写单位和逗号",
                "type digits only, like 10 or 0.25: no unit, no commas"
            )
        }
    }
}
