//! What a person means to put into a field of the office's own.

use crate::plan::meant::day::day;
use crate::plan::meant::number::{NumberFault, approximate_hint, number_in};
use crate::plan::{Date, Head, Language, OwnField, OwnKind};
use crate::say;
use crate::words;

/// The value, as the files write it; `None` where the text is empty. Of days that need one, `today` is the day on which the
/// text was written.
///
/// # Errors
/// When the field cannot hold what the text says.
pub(crate) fn own_value(
    field: &OwnField,
    text: &str,
    (head, today): (&Head, Option<Date>),
    lang: Language,
) -> Result<Option<String>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match field.kind {
        OwnKind::Text => Ok(Some(text.to_owned())),
        OwnKind::Date => day(head, text, today, lang).map(|day| Some(day.to_string())),
        OwnKind::Number => match number_in(text, field.unit()) {
            Ok(number) => Ok(Some(number.to_string())),
            Err(fault) => Err(no_number(field, text, fault, lang)),
        },
    }
}

fn no_number(field: &OwnField, text: &str, fault: NumberFault, lang: Language) -> String {
    let (name, unit) = (field.name(), field.unit());
    match fault {
        NumberFault::Approximate => {
            let why = approximate_hint(lang);
            say!(lang, "{name}“{text}”：{why}", "{name} `{text}`: {why}")
        }
        NumberFault::OtherUnit if unit.is_empty() => say!(
            lang,
            "{name}没有登记计量单位，“{text}”请只写数字",
            "{name} is declared without a unit: of `{text}`, write the number alone"
        ),
        NumberFault::OtherUnit => say!(
            lang,
            "{name}以{unit}计，“{text}”请换算后只写数字",
            "{name} is counted in {unit}: convert `{text}`, and write the number alone"
        ),
        NumberFault::NotANumber => {
            say!(lang, "{name}应为数字，“{text}”不是", "{name} holds a number, and `{text}` is none")
        }
    }
}

/// A refusal of a name that no field of the office's own has.
pub(crate) fn no_own_field(head: &Head, given: &str, lang: Language) -> String {
    let known = words::list(lang, head.fields.iter().map(OwnField::name));
    let new = words::shell_word(given);
    match known.as_str() {
        "" => say!(
            lang,
            "没有自定义字段“{given}”；登记：workplan field add {new}",
            "the plan has no field of its own `{given}`; declare it: workplan field add {new}"
        ),
        known => say!(
            lang,
            "没有自定义字段“{given}”；有：{known}；登记新的：workplan field add {new}",
            "the plan has no field of its own `{given}`; there are: {known}; declare another: workplan field add {new}"
        ),
    }
}
