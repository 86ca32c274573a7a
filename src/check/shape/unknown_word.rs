//! A word that the field does not take: `已完成` for `done`.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::meant::word::{by_nearness, nearest, word};
use crate::say;
use crate::store::FaultKind;
use crate::words::VERSION;

pub(super) const CHECK: Check = Check {
    code: "E105",
    name: "unknown-word",
    zh: "用词不在规定之列",
    en: "a word that the field does not take",
    wrong: "state: 已完成",
    right: "state: done",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::UnknownWord { word: written, known } = fault else { return None };
    let lang = reader.lang;
    let (zh, en) = (by_nearness(written, known).join("、"), by_nearness(written, known).join(", "));
    let slip = || nearest(written, known.iter().map(String::as_str)).filter(|_| known.len() > 1);
    let hint = match word(written, known) {
        _ if written.starts_with("workplan/") => {
            say!(
                lang,
                "计划是较新版本的程序写成的，请安装新版，不要改动文件；本程序（{VERSION}）读 {zh}",
                "a newer program has written this plan: install it, and leave the file as it is; this one ({VERSION}) reads {en}"
            )
        }
        _ if written == "未启动" || written == "未开始" => {
            say!(lang, "未启动的不写 state；可写的词：{zh}", "leave `state` out until work begins; the words: {en}")
        }
        Some(meant) if known.len() > 1 => {
            say!(lang, "改为“{meant}”；可写的词：{zh}", "type `{meant}`; the words are: {en}")
        }
        Some(meant) => say!(lang, "改为“{meant}”", "type `{meant}`"),
        None => match slip() {
            Some(near) => {
                say!(lang, "是否应为“{near}”？可写的词：{zh}", "did you mean `{near}`? the words are: {en}")
            }
            None => say!(lang, "可写的词：{zh}", "the words are: {en}"),
        },
    };
    Some(Words {
        message: say!(lang, "这里不能写“{written}”", "`{written}` is none of the words for this"), hint
    })
}
