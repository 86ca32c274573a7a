//! What is not YAML: the parser's words, put as what the writer has done.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::Language;
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E013",
    name: "yaml-syntax",
    zh: "不合 YAML 格式",
    en: "what is not YAML",
    wrong: "- id: 22-07\n  places: [龚都村, 爱国村",
    right: "- id: 22-07\n  places: [龚都村, 爱国村]",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::Syntax(words) = fault else { return None };
    let lang = reader.lang;
    let known = SLIPS.iter().find(|slip| slip.parser.iter().any(|known| words.contains(known)));
    Some(match known {
        Some(slip) => Words { message: slip.message(lang), hint: slip.hint(lang) },
        None => Words {
            message: say!(lang, "这里不合格式（{words}）", "this cannot be read: {words}"),
            hint: say!(
                lang,
                "核对缩进、冒号、引号和括号；整段文字可用双引号括起",
                "check indentation, colons, quotes and brackets; put a longer text in double quotes"
            ),
        },
    })
}

/// What the parser says, and what the writer has done.
struct Slip {
    parser: &'static [&'static str],
    message: [&'static str; 2],
    hint: [&'static str; 2],
}

impl Slip {
    fn message(&self, lang: Language) -> String {
        pick(lang, self.message)
    }

    fn hint(&self, lang: Language) -> String {
        pick(lang, self.hint)
    }
}

fn pick(lang: Language, [zh, en]: [&str; 2]) -> String {
    lang.pick(zh, en).to_owned()
}

/// Every entry: the parser's words (libyaml's, or serde's), then Chinese and English.
const SLIPS: &[Slip] = &[
    Slip {
        parser: &["did not find expected key", "did not find expected '-' indicator"],
        message: ["这一行与上下行没有对齐，或少了冒号", "this line is not in line with the others, or lacks its colon"],
        hint: [
            "同一任务的各行缩进相同，每行写成“键: 值”，列表项以“- ”开头",
            "indent all lines of a task alike; write each as `key: value`, list items with `- `",
        ],
    },
    Slip {
        parser: &["could not find expected ':'"],
        message: ["这里少了冒号，或引号、括号没有收尾", "a colon is missing here, or a quote or bracket is not closed"],
        hint: [
            "写成“键: 值”，冒号用半角，后面加一个空格；文字要换行的，下一行多缩进两格",
            "write `key: value` with a plain colon and a space; indent the next line of a longer text further",
        ],
    },
    Slip {
        parser: &["mapping values are not allowed in this context"],
        message: ["这里多了一个“: ”", "a `: ` stands where none can be"],
        hint: [
            "文字里含“: ”的，整段用双引号括起；另起一键的，换一行并对齐",
            "put a text that contains `: ` in double quotes; begin another key on its own line",
        ],
    },
    Slip {
        parser: &["mapping keys are not allowed in this context"],
        message: ["行首的“? ”在 YAML 里另有用途", "`? ` at the beginning means something else in YAML"],
        hint: ["这段文字用双引号括起", "put the text in double quotes"],
    },
    Slip {
        parser: &["found character that cannot start any token"],
        message: ["文字不能以这个符号开头", "a text cannot begin with this character"],
        hint: [
            "以 @、`、% 等符号开头的，整段用双引号括起；行首是 Tab 的，改用空格",
            "put a text that begins with @, ` or % in double quotes; type spaces rather than tabs",
        ],
    },
    Slip {
        parser: &["did not find expected ',' or ']'"],
        message: [
            "方括号“[”没有收尾，或两项之间少了逗号",
            "a `[` is not closed, or a comma is missing between two items",
        ],
        hint: ["写成“[甲, 乙]”，逗号和括号都用半角", "write `[one, two]` with plain commas and brackets"],
    },
    Slip {
        parser: &["did not find expected ',' or '}'"],
        message: [
            "花括号“{”没有收尾，或两项之间少了逗号",
            "a `{` is not closed, or a comma is missing between two pairs",
        ],
        hint: [
            "写成“{ name: 户数, target: 92 }”，逗号和括号都用半角",
            "write `{ name: 户数, target: 92 }` with plain commas and brackets",
        ],
    },
    Slip {
        parser: &["found unexpected end of stream"],
        message: ["引号没有收尾", "a quote is not closed"],
        hint: ["补上与开头相同的引号", "close it with the same quote"],
    },
    Slip {
        parser: &["unexpected end of", "EOF while parsing"],
        message: ["文件没有写完", "the file ends too soon"],
        hint: ["补上缺少的内容、引号或括号", "add what is missing: a value, a quote, a bracket"],
    },
    Slip {
        parser: &["found undefined alias", "unknown anchor"],
        message: ["“*”开头的是引用，但没有定义过", "`*` refers to an anchor that is not defined"],
        hint: ["只是文字的，用双引号括起", "if it is just text, put it in double quotes"],
    },
    Slip {
        parser: &[
            "did not find expected alphabetic or numeric character",
            "found unexpected non-alphabetical character",
        ],
        message: ["“&”“*”开头的是引用，后面须是字母或数字", "`&` and `*` begin an anchor, which is letters and digits"],
        hint: ["只是文字的，用双引号括起", "if it is just text, put it in double quotes"],
    },
    Slip {
        parser: &[
            "found unknown escape character",
            "did not find expected hexdecimal number",
            "invalid Unicode character escape",
        ],
        message: ["双引号里的“\\”不能这样用", "`\\` in double quotes cannot be followed by this"],
        hint: ["写成“\\\\”，或改用单引号", "type `\\\\`, or use single quotes"],
    },
    Slip {
        parser: &["block sequence entries are not allowed in this context"],
        message: ["这里不能用“- ”起一项", "a list item cannot begin here"],
        hint: [
            "列表另起一行写，各项的“-”上下对齐；只是文字的，用双引号括起",
            "begin the list on a line of its own with its dashes aligned; put plain text in double quotes",
        ],
    },
    Slip {
        parser: &["did not find expected node content", "did not find expected <document start>"],
        message: ["这里少了内容，或多了符号", "something is missing here, or a sign is too much"],
        hint: [
            "删去多余的逗号、括号；只是文字的，用双引号括起",
            "delete the comma or bracket that is too much; put plain text in double quotes",
        ],
    },
    Slip {
        parser: &["found a tab character"],
        message: ["缩进用了制表符（Tab）", "a tab stands in the indentation"],
        hint: ["删去 Tab，改用空格", "delete the tab and type spaces"],
    },
    Slip {
        parser: &[
            "did not find expected comment or line break",
            "did not find expected whitespace",
            "indentation indicator",
        ],
        message: ["“|”或“>”之后不能再写文字", "nothing may follow `|` or `>` on the line"],
        hint: [
            "文字从下一行写起，多缩进两格；只是文字的，用双引号括起",
            "begin the text on the next line, indented; put plain text in double quotes",
        ],
    },
    Slip {
        parser: &["found unexpected ':'"],
        message: ["括号里的文字含有冒号", "a text inside brackets contains a colon"],
        hint: ["这段文字用双引号括起", "put the text in double quotes"],
    },
    Slip {
        parser: &["found unexpected document indicator"],
        message: ["引号里出现了“---”或“...”", "`---` or `...` stands inside quotes"],
        hint: ["先补上收尾的引号", "close the quote first"],
    },
    Slip {
        parser: &["duplicate anchor", "found duplicate"],
        message: ["同一个名称定义了两次", "the same name is defined twice"],
        hint: ["留一处，删去另一处", "keep one of them and delete the other"],
    },
    Slip {
        parser: &[
            "directive",
            "tag URI",
            "tag handle",
            "expected '!'",
            "expected '>'",
            "URI escaped octet",
            "version number",
            "incompatible YAML document",
            "empty YAML tag",
            "digit or '.'",
        ],
        message: ["“!”“%”开头的在 YAML 里另有用途", "`!` or `%` at the beginning means something else in YAML"],
        hint: ["这段文字用双引号括起", "put the text in double quotes"],
    },
    Slip {
        parser: &["recursion limit exceeded", "repetition limit exceeded"],
        message: ["层级过深，或引用展开过多", "values stand too deep in each other, or repeat too much"],
        hint: ["不用 & 和 *，内容直接写出", "write values out rather than with & and *"],
    },
    Slip {
        parser: &["more than one document"],
        message: ["一个文件里有几份文档", "the file holds more than one document"],
        hint: ["删去“---”这一行", "delete the line `---`"],
    },
    Slip {
        parser: &["in merge", "merge key"],
        message: ["“<<”合并不能这样用", "`<<` cannot be used like this"],
        hint: ["内容直接写出", "write the values out"],
    },
    Slip {
        parser: &["invalid type: unit value", "invalid type: null"],
        message: ["这里没有写内容", "nothing is written here"],
        hint: ["补上内容，或删去这一行", "add what is missing, or delete the line"],
    },
    Slip {
        parser: &["invalid UTF-8", "control characters are not allowed", "UTF-8 octet", "invalid Unicode"],
        message: ["有不能识别的字符", "a character that no text has"],
        hint: ["删去这个字符，或把文件另存为 UTF-8", "delete it, or save the file as UTF-8"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parsers_words_are_put_as_the_writers_slips() {
        for words in [
            "did not find expected key",
            "could not find expected ':'",
            "mapping values are not allowed in this context",
            "found character that cannot start any token",
            "did not find expected ',' or ']'",
            "did not find expected ',' or '}'",
            "found unexpected end of stream",
            "found undefined alias 'x'",
            "found unknown escape character",
            "block sequence entries are not allowed in this context",
        ] {
            for lang in [Language::Chinese, Language::English] {
                let reader = Reader { lang, period: None };
                let said = explain(&FaultKind::Syntax(words.to_owned()), &reader).unwrap();
                assert!(!said.message.contains(words), "{words}: {}", said.message);
            }
        }
        let reader = Reader { lang: Language::English, period: None };
        let other = explain(&FaultKind::Syntax("odd words".to_owned()), &reader).unwrap();
        assert!(other.message.contains("odd words"));
    }
}
