//! A notice's number, or the word of a series, that is not written as documents have them.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::NoticeSeries;
use crate::plan::meant::notice::notice_number;
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E117",
    name: "notice-number",
    zh: "督办文号写法不对",
    en: "a notice's number that is not written as one",
    wrong: "- number: 金府督[2020]1号",
    right: "- number: 金府督〔2020〕1号",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::NoticeNumber(text) = fault else { return None };
    let lang = reader.lang;
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '〔' | '〕')).collect();
    let hint = match (notice_number(text), NoticeSeries::new(&plain)) {
        (Some(meant), _) => say!(lang, "改为 {meant}", "type {meant}"),
        (None, Some(series)) if !text.contains('号') => {
            let series = series.as_str();
            say!(
                lang,
                "文号写成 {series}〔2020〕1号；plan.yaml 的 series 只写字头，如 {series}",
                "a number is written {series}〔2020〕1号; plan.yaml's `series` is its first word alone, {series}"
            )
        }
        (None, _) => say!(
            lang,
            "文号写成“字头〔年份〕序号号”，如 金府督〔2020〕1号，序号前不加“第”、不补零",
            "a number is the series, the year in 〔〕, and the running number without zeros: 金府督〔2020〕1号"
        ),
    };
    Some(Words { message: say!(lang, "“{text}”不是督办文号", "`{text}` is not a notice's number"), hint })
}
