//! A list where a text is wanted, a text where a list is wanted …

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::{FaultKind, Shape};

pub(super) const CHECK: Check = Check {
    code: "E101",
    name: "wrong-type",
    zh: "值的类型不对",
    en: "another kind of value is wanted",
    wrong: "places: 龚都村",
    right: "places: [龚都村]",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::WrongType(shape) = fault else { return None };
    let lang = reader.lang;
    let (message, hint) = match shape {
        Shape::Text => (
            say!(lang, "这里只写一段文字", "a single text is wanted here"),
            say!(
                lang,
                "只写一个；含“: ”、“#”或括号的，用双引号括起",
                "write one value; if it contains `: `, `#` or brackets, in double quotes"
            ),
        ),
        Shape::Number => (
            say!(lang, "这里要写数字", "a number is wanted here"),
            say!(lang, "只写数字，如 92", "type digits only, like 92"),
        ),
        Shape::WholeNumber => (
            say!(lang, "这里要写整数", "a whole number is wanted here"),
            say!(lang, "只写数字，如 10", "type digits only, like 10"),
        ),
        Shape::YesNo => (
            say!(lang, "这里要写 true 或 false", "`true` or `false` is wanted here"),
            say!(lang, "是写 true，否写 false，不加引号", "type true or false, without quotes"),
        ),
        Shape::List => (
            say!(lang, "这里要写列表", "a list is wanted here"),
            say!(
                lang,
                "用方括号括起：“[甲, 乙]”；或每项另起一行，以“- ”开头",
                "write `[one, two]`, or each item on its own line after `- `"
            ),
        ),
        Shape::Map => (
            say!(lang, "这里要写“键: 值”", "keys with values are wanted here"),
            say!(
                lang,
                "写成“键: 值”，每行一对；或“{{ 键: 值, 键: 值 }}”",
                "write `key: value`, each pair on its own line, or `{{ key: value }}`"
            ),
        ),
    };
    Some(Words { message, hint })
}
