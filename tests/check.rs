//! Every check, tripped by the smallest change of a plan without fault: what is found, where, and what is said.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod folder;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use folder::{CHECKLIST, Folder, HEAD, JOURNAL, SOURCE, TASKS};
use workplan::check::{Check, Gravity, checks};
use workplan::plan::Language;

/// A change that trips one check, and the words that the caret must stand under.
struct Case {
    code: &'static str,
    /// What of the check this shows; nothing where it shows all of it.
    what: &'static str,
    spoil: fn(&Folder),
    under: &'static str,
}

/// `case!("E202" "by-short-form", "规建办", edit TASKS, "old", "new"; edit …)`
macro_rules! case {
    ($code:literal $what:literal, $under:expr, $($how:ident $path:expr $(, $word:expr)*);+) => {
        Case { code: $code, what: $what, under: $under, spoil: |folder| { $(folder.$how($path $(, $word)*);)+ } }
    };
}

const AMENDED: &str =
    "{ field: deadline, from: 2020-12-31, to: 2020-12-20, reason: 提前验收, approved_by: 镇长办公会 }";

/// Fields of the office's own, without fault.
const OWN_FIELDS: &str = "\
fields:
  - { key: 资金, unit: 万元, kind: number }
  - { key: 批复日期, kind: date }
  - { key: project, title: 项目名称 }
";

/// A notice without fault, as `notices/2020.yaml`.
const NOTICE: &str = "\
- number: 金府督〔2020〕1号
  date: 2020-11-02
  level: urge
  unit: 规划建设和生态环境办公室
  tasks: [22-01]
  reply_by: 2020-11-05
";

fn cases() -> Vec<Case> {
    vec![
        // The file as a text.
        Case {
            code: "E001",
            what: "",
            under: "",
            spoil: |folder| std::os::unix::fs::symlink("9.yaml", folder.path("tasks/9.yaml")).unwrap(),
        },
        Case {
            code: "E002",
            what: "",
            under: "",
            spoil: |folder| std::fs::create_dir(folder.path("tasks/9.yaml")).unwrap(),
        },
        case!("E002" "source", "../plan", edit HEAD, "source: ../原文.txt", "source: ../plan"),
        case!("E003" "", "../../外面.txt", write "../../外面.txt", b"x"; edit HEAD, "../原文.txt", "../../外面.txt"),
        Case {
            code: "E003",
            what: "link",
            under: "",
            spoil: |folder| {
                folder.write("../../outside.yaml", b"- id: 22-09");
                std::os::unix::fs::symlink("../../../outside.yaml", folder.path("tasks/9.yaml")).unwrap();
            },
        },
        case!("E004" "", "../原问.txt", edit HEAD, "source: ../原文.txt", "source: ../原问.txt"),
        case!("E004" "checklist", "checklists/点为.csv", edit TASKS, "checklists/点位.csv", "checklists/点为.csv"),
        Case {
            code: "E005",
            what: "",
            under: "",
            spoil: |folder| std::fs::File::create(folder.path("tasks/9.yaml")).unwrap().set_len(2 << 30).unwrap(),
        },
        Case {
            code: "E006",
            what: "gbk",
            under: "迎",
            spoil: |folder| folder.write(TASKS, &encoding_rs::GBK.encode(&folder.read(TASKS)).0),
        },
        Case {
            code: "E006",
            what: "utf16",
            under: "编",
            spoil: |folder| {
                let units = folder.read(CHECKLIST);
                let bytes: Vec<u8> =
                    [0xfeff].into_iter().chain(units.encode_utf16()).flat_map(u16::to_le_bytes).collect();
                folder.write(CHECKLIST, &bytes);
            },
        },
        Case {
            code: "E006",
            what: "unknown",
            under: "�",
            spoil: |folder| folder.write(JOURNAL, b"- \xed\xa0\x80 \x80\xff"),
        },
        Case {
            code: "W007",
            what: "",
            under: "",
            spoil: |folder| folder.write(TASKS, format!("\u{feff}{}", folder.read(TASKS)).as_bytes()),
        },
        case!("E008" "", "\u{7}", edit TASKS, "迎接市级", "迎接\u{7}市级"),
        case!("E009" "", "\t", edit TASKS, "  title: 迎接", "\ttitle: 迎接"),
        case!("E010" "", "\u{3000}", edit TASKS, "  title: 迎接", "\u{3000}\u{3000}title: 迎接"),
        case!("E011" "", "：", edit TASKS, "  title: 迎接", "  title：迎接"),
        case!("E011" "chinese-key", "：", edit JOURNAL, "  state: done", "  状态：已完成"),
        case!("E012" "", ":", edit TASKS, "  title: 迎接", "  title:迎接"),
        case!("E012" "chinese-key", ":", edit JOURNAL, "  state: done", "  状态:已完成"),
        case!("E013" "quote", "\"", edit TASKS, "title: 迎接市级创建评审", "title: \"迎接市级创建评审"),
        case!("E013" "bracket", "[", edit TASKS, "places: [龚都村]", "places: [龚都村"),
        case!("E013" "brace", "{", edit TASKS, "due: 2020-10-31 }", "due: 2020-10-31"),
        case!("E016" "", "t", edit TASKS, "  title: 迎接", "   title: 迎接"),
        case!("E013" "outdent", "t", edit TASKS, "  title: 迎接", " title: 迎接"),
        case!("E013" "colon-in-text", ":", edit TASKS, "title: 迎接市级", "title: 迎接: 市级"),
        case!("E013" "reserved", "@", edit TASKS, "title: 迎接市级", "title: @市级"),
        case!("E013" "alias", "市", edit TASKS, "title: 迎接市级", "title: *市级"),
        case!("E013" "escape", "\\", edit TASKS, "title: 迎接市级创建评审", "title: \"迎接\\市级\""),
        case!("E013" "dash", "-", edit TASKS, "title: 迎接市级创建评审", "title: - 迎接"),
        case!("E013" "no-colon", "t", edit TASKS, "title: 迎接市级创建评审", "title 迎接市级创建评审"),
        Case {
            code: "E014",
            what: "",
            under: "[",
            spoil: |folder| folder.append("tasks/9.yaml", &format!("- {}", "[".repeat(200))),
        },
        case!("E015" "", "-", append TASKS, "---\n- id: 22-09\n"),
        case!("E017" "", "<<<<<<< ours", append TASKS, "<<<<<<< ours\n  note: 甲\n=======\n  note: 乙\n>>>>>>> theirs\n"),
        // The shape of its values.
        case!("E101" "list", "龚都村", edit TASKS, "places: [龚都村]", "places: 龚都村"),
        case!("E101" "text", "社区建设办公室", edit TASKS, "lead: 社区建设办公室", "lead: [社区建设办公室]"),
        case!("E101" "map", "61", edit JOURNAL, "values: { 完成户数: 61 }", "values: 61"),
        case!("E101" "yes-no", "是", append HEAD, "sample: 是\n"),
        case!("E102" "", "titel", edit TASKS, "- id: 22-01\n", "- id: 22-01\n  titel: 迎接评审\n"),
        case!("E102" "chinese", "责任人员", edit TASKS, "- id: 22-01\n", "- id: 22-01\n  责任人员: 王\n"),
        case!("E102" "chinese-name", "责任人", edit TASKS, "- id: 22-01\n", "- id: 22-01\n  责任人: 王\n"),
        case!("E102" "required", "tilte", edit TASKS, "title: 迎接", "tilte: 迎接"),
        case!("E102" "comma", "447", edit TASKS, "target: 1447", "target: 1,447"),
        case!("E103" "kind", "id", edit TASKS, "  kind: milestone\n", ""),
        case!("E103" "date", "task", edit JOURNAL, "- date: 2020-11-20\n  task: 22-01\n  state: done\n", "- task: 22-01\n  state: done\n"),
        case!("E103" "issued", "format", edit HEAD, "issued: 2020-07-17\n", ""),
        case!("E104" "", "lead", edit TASKS, "  lead: 社区建设办公室\n", "  lead: 社区建设办公室\n  lead: 社区建设办公室\n"),
        case!("E104" "values", "完成户数", edit JOURNAL, "values: { 完成户数: 61 }", "values: { 完成户数: 61, 完成户数: 62 }"),
        case!("E105" "state", "已完成", edit JOURNAL, "state: done", "state: 已完成"),
        case!("E105" "not-started", "未启动", edit JOURNAL, "state: in_progress", "state: 未启动"),
        case!("E105" "kind", "节点", edit TASKS, "kind: milestone", "kind: 节点"),
        case!("E105" "slip", "In-Progress", edit JOURNAL, "in_progress", "In-Progress"),
        case!("E105" "undone", "未完成", edit JOURNAL, "state: done", "state: 未完成"),
        case!("E105" "nearly", "基本完成", edit JOURNAL, "state: done", "state: 基本完成"),
        case!("E105" "negated", "not_done", edit JOURNAL, "state: done", "state: not_done"),
        case!("E105" "typing", "blcoked", edit JOURNAL, "state: done", "state: blcoked"),
        case!("E105" "format", "workplan/2", edit HEAD, "workplan/1", "workplan/2"),
        case!("E106" "wide", "１０", append HEAD, "alerts: { due_soon: １０ }\n"),
        case!("E106" "percent", "10%", append HEAD, "alerts: { behind: 10% }\n"),
        case!("E106" "range", "0", edit TASKS, "- id: 22-01\n", "- id: 22-01\n  weight: 0\n"),
        case!("E107" "", "22－01", edit TASKS, "id: 22-01", "id: 22－01"),
        case!("E107" "words", "第一项", edit TASKS, "id: 22-01", "id: 第一项"),
        case!("E108" "", "东八区", append HEAD, "utc_offset: 东八区\n"),
        case!("E109" "chinese", "完成时限", edit JOURNAL, "field: deadline", "field: 完成时限"),
        case!("E109" "metric", "metrics.水质", edit JOURNAL, "field: deadline", "field: metrics.水质"),
        case!("E109" "other", "预算", edit JOURNAL, "field: deadline", "field: 预算"),
        case!("E110" "target", "92户", edit TASKS, "target: 92,", "target: 92户,"),
        case!("E110" "baseline", "二十", edit TASKS, "baseline: 20", "baseline: 二十"),
        case!("E110" "grade", "III", edit TASKS, "target: Ⅲ", "target: III"),
        case!("E110" "not-above", "9", edit TASKS, "target: 92,", "target: 9,"),
        case!("E110" "bound", "20", edit TASKS, "baseline: 20", "direction: at_most, baseline: 20"),
        case!("E111" "header", "编号,日期", edit CHECKLIST, "编号,销号日期", "编号,日期"),
        case!("E111" "cells", "金泽-002，2020-08-06", edit CHECKLIST, "金泽-002,2020-08-06", "金泽-002，2020-08-06"),
        case!("E120" "", "8", edit TASKS, "  kind: measured\n", "  kind: measured\n  recurs: { every: week, by: 8 }\n"),
        case!("E116" "", "0.2", edit HEAD, "coverage: full", "coverage: full\nalerts: { behind: 0.3, far_behind: 0.2 }"),
        case!("E116" "percent", "10", edit HEAD, "coverage: full", "coverage: full\nalerts: { behind: 0.1, far_behind: 10 }"),
        case!("E121" "minus", "-2", edit HEAD, "coverage: full", "coverage: full\nscoring: { supervised: -2 }"),
        case!("E121" "softer above louder", "1", edit HEAD, "coverage: full", "coverage: full\nscoring: { circulated: 1 }"),
        case!("E121" "nothing to gain", "finished_in_time", edit HEAD, "coverage: full", "coverage: full\nscoring: { finished_in_time: 0, on_pace: 0, reported_in_time: 0 }"),
        case!("E310" "", "02-05~02-11", edit HEAD, "coverage: full", "coverage: full\ncalendar: 日历.yaml";
            write "日历.yaml", "years: { 2027: { off: [01-01, 02-05~02-11] } }".as_bytes()),
        case!("E509" "", "full", edit HEAD, "source: ../原文.txt\n", ""),
        case!("E111" "item", ",2020-08-06", edit CHECKLIST, "金泽-002,", ","),
        case!("E112" "title", "\"\"", edit TASKS, "title: 迎接市级创建评审", "title: \"\""),
        case!("E112" "unit", "name", edit HEAD, "short: 社建办 }", "short: 社建办 }\n  - { name: , short: 无名 }"),
        case!("E112" "reason", "~", edit JOURNAL, "reason: 提前验收", "reason: ~"),
        case!("E112" "item", ",", edit TASKS, "places: [龚都村]", "places: [龚都村]\n  tags: [重点, , 民生]"),
        case!("E112" "item-null", "null", edit TASKS, "places: [龚都村]", "places: [龚都村, null]"),
        case!("E112" "item-tag", "!", edit TASKS, "places: [龚都村]", "places: [龚都村]\n  tags: [重点, !, 民生]"),
        case!("E113" "", "measured", edit TASKS, "  kind: milestone", "  kind: measured"),
        case!("W122" "", "完成户数", edit TASKS, "kind: measured", "kind: continuous"),
        case!("W114" "", "22-01", edit TASKS, "  lead: 社区建设办公室\n", ""; edit TASKS, "assumed: [lead]", "assumed: []"),
        case!("E115" "unknown", "牵头单位", edit TASKS, "assumed: [lead]", "assumed: [牵头单位]"),
        case!("E115" "absent", "support", edit TASKS, "assumed: [lead]", "assumed: [lead, support]"),
        case!("E115" "metric", "metrics.户数", edit TASKS, "assumed: [lead, support]", "assumed: [lead, metrics.户数]"),
        case!("E115" "metric-name", "完成户数", edit TASKS, "assumed: [lead, support]", "assumed: [lead, 完成户数]"),
        case!("E117" "", "金府督[2020]1号", write "notices/2020.yaml", NOTICE.replace("金府督〔2020〕1号", "金府督[2020]1号").as_bytes()),
        case!("E117" "series", "金府 督", edit HEAD, "coverage: full", "coverage: full\nnotices: { series: 金府 督 }"),
        case!("E117" "reply", "第1号", edit JOURNAL, "  state: done", "  state: done\n  reply_to: 第1号"),
        Case {
            code: "E118",
            what: "",
            under: "",
            spoil: |folder| folder.append(TASKS, &format!("  note: {}\n", "长".repeat(22_000))),
        },
        case!("E119" "unit", "120万元", append HEAD, OWN_FIELDS; edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields: { 资金: 120万元 }"),
        case!("E119" "words", "很多", append HEAD, OWN_FIELDS; edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields:\n    资金: 很多"),
        case!("E119" "day", "9月底", append HEAD, OWN_FIELDS; edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields: { 批复日期: 9月底 }"),
        case!("E119" "no-day", "尽快", append HEAD, OWN_FIELDS; edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields: { 批复日期: 尽快 }"),
        case!("E119" "empty", "''", append HEAD, OWN_FIELDS; edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields: { project: '' }"),
        // Names.
        case!("E201" "", "22-01", append "tasks/3.yaml", "- { id: 22-01, title: 又一项, kind: milestone, lead: 社区建设办公室 }\n"),
        case!("E202" "lead", "规划建设办公室", edit TASKS, "lead: 规划建设和生态环境办公室", "lead: 规划建设办公室"),
        case!("E202" "short", "规建办", edit TASKS, "lead: 规划建设和生态环境办公室", "lead: 规建办"),
        case!("E202" "support", "教育局", edit TASKS, "support: [社区建设办公室]", "support: [社区建设办公室, 教育局]"),
        case!("E202" "former", "规划建设办公室",
            edit TASKS, "lead: 规划建设和生态环境办公室", "lead: 规划建设办公室";
            edit HEAD, "short: 规建办", "short: 规建办, formerly: [规划建设办公室]"),
        case!("E203" "former", "规建办", edit HEAD, "short: 社建办", "short: 社建办, formerly: [规建办]"),
        case!("E203" "short", "规建办", edit HEAD, "short: 社建办", "short: 规建办"),
        case!("E203" "theme", "\"22\"", edit HEAD, "id: \"23\", title", "id: \"23\", title: 不断筑牢生态环境优势 }\n      - { id: \"22\", title"),
        case!("E203" "place", "龚都村", edit HEAD, "陈东村]", "陈东村, 龚都村]"),
        case!("E204" "checkpoint", "自评", edit TASKS, "id: 评审,", "id: 自评,"),
        case!("E204" "metric", "完成户数", edit TASKS, "says: 92户 }", "says: 92户 }\n    - { name: 完成户数, unit: 户, target: 92, says: 92户 }"),
        case!("E205" "theme", "32-03", edit TASKS, "id: 22-03", "id: 32-03"),
        case!("E205" "section", "2-03", edit TASKS, "id: 22-03", "id: 2-03"),
        case!("E206" "former", "陈东", edit TASKS, "places: [龚都村]", "places: [龚都村, 陈东]";
            edit HEAD, "陈东村]", "{ name: 陈东村, formerly: [陈东] }]"),
        case!("W214" "lead", "2020-11-01", edit HEAD, "short: 规建办", "short: 规建办, retired: 2020-11-01"),
        case!("E206" "", "陈东", edit TASKS, "places: [龚都村]", "places: [龚都村, 陈东]"),
        case!("E207" "", "22-11", edit TASKS, "depends: [22-01]", "depends: [22-01, 22-11]"),
        case!("E208" "cycle", "22-02", edit TASKS, "deadline_says: 11月份", "deadline_says: 11月份\n  depends: [22-02]"),
        case!("E208" "itself", "22-02", edit TASKS, "depends: [22-01]", "depends: [22-01, 22-02]"),
        case!("E209" "", "22-20", edit JOURNAL, "task: 22-02", "task: 22-20"),
        case!("E210" "", "户数", edit JOURNAL, "values: { 完成户数: 61 }", "values: { 户数: 61 }"),
        case!("E210" "none", "评审次数", edit JOURNAL, "  state: done", "  state: done\n  values: { 评审次数: 1 }"),
        case!("E211" "", "完成自评", edit JOURNAL, "checkpoints: [自评]", "checkpoints: [完成自评]"),
        case!("E202" "notice", "规建办", write "notices/2020.yaml", NOTICE.replace("规划建设和生态环境办公室", "规建办").as_bytes()),
        case!("E202" "office", "党政办", edit HEAD, "coverage: full", "coverage: full\nnotices: { series: 金府督, office: 党政办 }"),
        case!("E209" "notice", "22-10", write "notices/2020.yaml", NOTICE.replace("22-01", "22-10").as_bytes()),
        case!("E212" "", "金府督〔2020〕1号", write "notices/2020.yaml", NOTICE.repeat(2).as_bytes()),
        case!("E213" "", "金府督〔2020〕2号", write "notices/2020.yaml", NOTICE.as_bytes();
            edit JOURNAL, "  state: done", "  state: done\n  reply_to: 金府督〔2020〕2号"),
        case!("W217" "", "3-05", edit TASKS, "places: [龚都村]", "places: [龚都村]\n  serves: [{ plan: qu-2020h2, task: 1-05 }, { plan: qu-2020h2, task: 3-05 }, { plan: qu-2020h2, task: 3-05 }]"),
        case!("E203" "field", "资金", append HEAD, &OWN_FIELDS.replace("项目名称", "资金")),
        case!("E215" "slip", "projct", append HEAD, OWN_FIELDS; edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields: { projct: 甲 }"),
        case!("E215" "title", "项目名称", append HEAD, OWN_FIELDS; edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields: { 项目名称: 甲 }"),
        case!("E215" "every-plan", "责任人", append HEAD, OWN_FIELDS; edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields: { 责任人: 甲 }"),
        case!("E215" "undeclared", "规模", edit TASKS, "places: [龚都村]", "places: [龚都村]\n  fields: { 规模: 3 }"),
        case!("E216" "every-plan", "完成时间", append HEAD, &OWN_FIELDS.replace("批复日期", "完成时间")),
        case!("E216" "title", "备注", append HEAD, &OWN_FIELDS.replace("项目名称", "备注")),
        case!("E216" "key", "批复 日期", append HEAD, &OWN_FIELDS.replace("批复日期", "批复 日期")),
        case!("E216" "sign", "\"（）\"", append HEAD, &OWN_FIELDS.replace("批复日期", "\"（）\"")),
        case!("E216" "unit", "天", append HEAD, &OWN_FIELDS.replace("kind: date", "unit: 天")),
        // Days.
        case!("E311" "year", "2021-01-04", write "notices/2020.yaml", NOTICE.replace("2020-11-02", "2021-01-04").replace("11-05", "01-07").replace("by: 2020", "by: 2021").as_bytes()),
        case!("E311" "receipt", "2020-10-31", write "notices/2020.yaml", format!("{NOTICE}  received: 2020-10-31\n").as_bytes()),
        case!("E311" "reply", "2020-10-05", write "notices/2020.yaml", NOTICE.replace("11-05", "10-05").as_bytes()),
        case!("E301" "month", "2020年11月", edit TASKS, "deadline: 2020-11-30", "deadline: 2020年11月"),
        case!("E301" "month-end", "11月底", edit TASKS, "deadline: 2020-11-30", "deadline: 11月底"),
        case!("E301" "year-end", "年底", edit TASKS, "deadline: 2020-11-30", "deadline: 年底"),
        case!("E301" "dots", "2020.11.30", edit TASKS, "deadline: 2020-11-30", "deadline: 2020.11.30"),
        case!("E301" "slashes", "2020/11/31", edit TASKS, "deadline: 2020-11-30", "deadline: 2020/11/31"),
        case!("E301" "digits", "20201130", edit TASKS, "deadline: 2020-11-30", "deadline: 20201130"),
        case!("E301" "serial", "44165", edit TASKS, "deadline: 2020-11-30", "deadline: 44165"),
        case!("E301" "wide", "２０２０-11-30", edit TASKS, "deadline: 2020-11-30", "deadline: ２０２０-11-30"),
        case!("E301" "words", "尽快", edit TASKS, "deadline: 2020-11-30", "deadline: 尽快"),
        case!("E301" "quarter", "第四季度", edit TASKS, "deadline: 2020-11-30", "deadline: 第四季度"),
        case!("E301" "before-day", "9月30日前", edit TASKS, "deadline: 2020-11-30", "deadline: 9月30日前"),
        case!("E301" "before-month", "11月前", edit TASKS, "deadline: 2020-11-30", "deadline: 11月前"),
        case!("E301" "from-today", "月底", edit TASKS, "deadline: 2020-11-30", "deadline: 月底"),
        case!("E301" "recurring", "每季度", edit TASKS, "deadline: 2020-11-30", "deadline: 每季度"),
        case!("E301" "order", "01/02/20", edit TASKS, "deadline: 2020-11-30", "deadline: 01/02/20"),
        case!("E301" "checklist", "8月6日", edit CHECKLIST, "2020-08-06", "8月6日"),
        case!("E302" "", "2020-11-31", edit TASKS, "deadline: 2020-11-30", "deadline: 2020-11-31"),
        case!("E302" "month", "2020-13-05", edit JOURNAL, "2020-11-05", "2020-13-05"),
        case!("E303" "deadline", "2020-06-30", edit TASKS, "deadline: 2020-11-30", "deadline: 2020-06-30"),
        case!("E303" "start", "2021-08-01", edit TASKS, "start: 2020-08-01", "start: 2021-08-01"),
        case!("E304" "", "2019-12-31", edit HEAD, "end: 2020-12-31", "end: 2019-12-31"),
        case!("W305" "", "2021-11-30", edit TASKS, "deadline: 2020-11-30", "deadline: 2021-11-30"),
        case!("W306" "", "2019-08-01", edit TASKS, "start: 2020-08-01", "start: 2019-08-01"),
        case!("W307" "late", "2020-12-30", edit TASKS, "due: 2020-11-30", "due: 2020-12-30"),
        case!("W307" "early", "2019-10-31", edit TASKS, "due: 2020-10-31", "due: 2019-10-31"),
        case!("W308" "later", "2020-12-25", edit JOURNAL, "2020-11-25", "2020-12-25"),
        case!("W308" "earlier", "2019-11-20", edit JOURNAL, "2020-11-20", "2019-11-20"),
        case!("W309" "", "2020-06-30", append "progress/补记.yaml", "- { date: 2020-06-30, task: 22-03, note: 已动员 }\n"),
        case!("W313" "", "2020-06-30", edit TASKS, "deadline: 2020-11-30",
            "deadline: 2020-06-30\n  carried_from: { plan: jinze-2020h1, task: 22-02 }"),
        case!("W312" "", "2020-06-30", edit JOURNAL, "from: 2020-12-31", "from: 2020-06-30"),
        case!("E415" "above", "120", append JOURNAL, "\n- { date: 2020-11-30, task: 22-03, percent: 120 }\n"),
        case!("E415" "counted", "60", append JOURNAL, "\n- { date: 2020-11-30, task: 22-02, percent: 60 }\n"),
        case!("E414" "nothing", "2020-11-19", append JOURNAL,
            "\n- { date: 2020-11-30, task: 22-01, withdraws: { date: 2020-11-19, reason: 误报 } }\n"),
        // The journal.
        case!("E401" "unit", "61户", edit JOURNAL, "完成户数: 61", "完成户数: 61户"),
        case!("E401" "about", "约80户", edit JOURNAL, "完成户数: 61", "完成户数: 约80户"),
        case!("E401" "range", "70-80", edit JOURNAL, "完成户数: 61", "完成户数: 70-80"),
        case!("E401" "numeral", "一百五", edit JOURNAL, "完成户数: 61", "完成户数: 一百五"),
        case!("E401" "grade", "IV", edit JOURNAL, "水质: Ⅳ", "水质: IV"),
        case!("E401" "worse", "劣Ⅳ", edit JOURNAL, "水质: Ⅳ", "水质: 劣Ⅳ"),
        case!("E401" "empty", "完成户数", edit JOURNAL, "完成户数: 61", "完成户数: "),
        case!("W402" "", "6", edit JOURNAL, "完成户数: 61", "完成户数: 6"),
        case!("W403" "", "59", append JOURNAL, "\n- { date: 2020-11-30, task: 22-02, values: { 完成户数: 59 } }\n"),
        case!("W404" "", "6100", edit JOURNAL, "完成户数: 61", "完成户数: 6100"),
        case!("W405" "", "销项点位数", append JOURNAL, "\n- { date: 2020-11-30, task: 23-01, values: { 销项点位数: 2 } }\n"),
        case!("E406" "file", "2020-12-20", edit TASKS, "deadline: 2020-12-20", "deadline: 2020-12-25"),
        case!("E406" "chain", "2020-12-31", edit TASKS, "deadline: 2020-12-20", "deadline: 2020-12-25"; append JOURNAL,
            "\n- { date: 2020-11-30, task: 23-02, amendment: { field: deadline, from: 2020-12-31, to: 2020-12-25, reason: 改期, approved_by: 镇长办公会 } }\n"),
        case!("E407" "date", "年底", edit JOURNAL, "from: 2020-12-31", "from: 年底"),
        case!("E407" "state", "done", edit JOURNAL, AMENDED, "{ field: state, to: done, reason: 提前验收, approved_by: 镇长办公会 }";
            edit TASKS, "assumed: [lead]\n\n- id: 22-02", "assumed: [lead]\n\n- id: 22-02"; edit TASKS, "  deadline: 2020-12-20\n", ""),
        case!("E408" "", "metrics.水.target", edit JOURNAL, AMENDED, "{ field: metrics.水.target, from: Ⅳ, to: Ⅲ, reason: 提标, approved_by: 镇长办公会 }";
            edit TASKS, "  deadline: 2020-12-20\n", ""),
        case!("W409" "", "closed", edit JOURNAL, "  evidence: [evidence/自评.pdf]\n", ""),
        case!("W410" "", "evidence/自评", edit JOURNAL, "evidence/自评.pdf", "evidence/自评"),
        case!("E411" "", "../../自评.pdf", edit JOURNAL, "evidence/自评.pdf", "../../自评.pdf"),
        case!("W412" "", "金泽-001", edit CHECKLIST, "金泽-003", "金泽-001"),
        case!("E413" "task", "金府督〔2020〕1号", write "notices/2020.yaml", NOTICE.replace("22-01", "22-02").as_bytes();
            edit JOURNAL, "  state: done", "  state: done\n  reply_to: 金府督〔2020〕1号"),
        case!("E413" "day", "2020-11-20", write "notices/2020.yaml", NOTICE.replace("2020-11-02", "2020-11-21").replace("11-05", "11-25").as_bytes();
            edit JOURNAL, "  state: done", "  state: done\n  reply_to: 金府督〔2020〕1号"),
        // The document.
        case!("E501" "marks", "完成龚都村92户农（渔）民相对集中居住项目", edit TASKS, "农(渔)民", "农（渔）民"),
        case!("E501" "words", "完成龚都村92户农民集中居住", edit TASKS, "source: 完成龚都村92户农(渔)民相对集中居住项目", "source: 完成龚都村92户农民集中居住"),
        case!("W502" "", "迎接11月份市级创建评审", edit SOURCE, "形势总体平稳。", "形势总体平稳。迎接11月份市级创建评审。"),
        case!("E503" "", "九十二户", edit TASKS, "says: 92户", "says: 九十二户"),
        case!("E504" "words", "十一月", edit TASKS, "deadline_says: 11月份", "deadline_says: 十一月"),
        case!("E504" "no-deadline", "11月份", edit TASKS, "  deadline: 2020-11-30\n", ""),
        case!("E505" "", "2020-11-30", edit TASKS, "  deadline_says: 11月份\n", ""),
        case!("E506" "", "完成户数", edit TASKS, ", says: 92户", ""),
        case!("E507" "", "引进休闲项目。", edit SOURCE, "有序推进美丽乡村建设。", "有序推进美丽乡村建设。引进休闲项目。"),
        case!("E508" "", "当前,形势总体很好。", edit HEAD, "  - 当前,形势总体平稳。", "  - 当前,形势总体平稳。\n  - 当前,形势总体很好。"),
    ]
}

#[test]
fn the_plan_of_the_cases_is_without_fault() {
    assert_eq!(Folder::new().found(), []);
}

#[test]
fn every_check_finds_its_fault_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in cases() {
        let folder = Folder::new();
        (case.spoil)(&folder);
        let (opened, found) = folder.check(Language::English);
        let seen: Vec<(&str, &str)> = found
            .iter()
            .map(|one| (one.code, opened.files[one.file_index].text.get(one.span.clone()).unwrap_or("(no place)")))
            .collect();
        if seen != [(case.code, case.under)] {
            wrong.push(format!("{} {}: wanted {:?}, found {seen:?}", case.code, case.what, case.under));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a check looks beyond one plan's files: at what a commit changes, tried with the real git in tests/git_merge/staged.rs,
/// or at other plans, tried in tests/cli/plans.rs.
fn is_of_a_commit(check: &Check) -> bool {
    ["E6", "E7", "W7"].iter().any(|start| check.code.starts_with(start))
}

#[test]
fn every_check_says_what_to_type() {
    for check in checks().filter(|check| !is_of_a_commit(check)) {
        let mut shown = format!("{} {}: {} / {}\n", check.code, check.name, check.zh, check.en);
        for case in cases().iter().filter(|case| case.code == check.code) {
            shown.push_str(&said(case));
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(check.name, shown);
        });
    }
}

/// What a case's findings look like, in both languages.
fn said(case: &Case) -> String {
    let folder = Folder::new();
    (case.spoil)(&folder);
    let (opened, chinese) = folder.check(Language::Chinese);
    let (_, english) = folder.check(Language::English);
    let mut shown = String::new();
    for (zh, en) in chinese.iter().zip(&english) {
        let line = opened.files[zh.file_index].text.lines().nth(zh.line - 1).unwrap_or("");
        let line = if line.chars().count() > 100 { "(a long line)" } else { line };
        let title = if case.what.is_empty() { "" } else { " — " };
        writeln!(shown, "\n{}{title}{} at {}:{}:{}", zh.code, case.what, zh.file, zh.line, zh.column).unwrap();
        writeln!(shown, "    {}", line.escape_debug().to_string().replace("\\\"", "\"")).unwrap();
        writeln!(shown, "  {}\n    {}\n  {}\n    {}", zh.message, zh.hint, en.message, en.hint).unwrap();
    }
    shown
}

#[test]
fn every_check_has_a_case() {
    let tested: BTreeSet<&str> = cases().iter().map(|case| case.code).collect();
    let of_files = checks().filter(|check| !is_of_a_commit(check)).map(|check| check.code);
    let missing: Vec<&str> = of_files.filter(|code| !tested.contains(code)).collect();
    assert_eq!(missing, [] as [&str; 0]);
}

#[test]
fn codes_tell_how_bad_a_finding_is() {
    for case in cases() {
        let folder = Folder::new();
        (case.spoil)(&folder);
        for one in folder.check(Language::Chinese).1 {
            assert_eq!(one.severity == Gravity::Warning, one.code.starts_with('W'), "{}", one.code);
        }
    }
}

#[test]
fn every_fault_of_a_file_is_found_in_one_run() {
    let folder = Folder::new();
    folder.edit(TASKS, "title: 迎接市级创建评审", "title：迎接市级创建评审");
    folder.edit(TASKS, "kind: measured", "kind: 量化");
    folder.edit(TASKS, "start: 2020-08-01", "start: 8月底");
    folder.edit(TASKS, "target: 1447", "target: 1,447");
    folder.edit(TASKS, "source: 重点入湖河道水质提升至Ⅲ类", "source: 入湖河道水质提升为Ⅲ类");
    folder.edit(JOURNAL, "state: done", "state: 已完成");
    folder.edit(HEAD, "closing: reviewed", "closing: 销号");
    let codes: Vec<&str> = folder.found().into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["E105", "E011", "E105", "E301", "E102", "E501", "E105"]);
}

/// `docs/checks.md` is the program's own list; `UPDATE_DOCS=1` writes it anew.
/// A plan that knows no unit needs its units first, not one warning a task.
#[test]
fn a_plan_without_units_is_told_so_once() {
    let folder = Folder::new();
    let head = folder.read(HEAD);
    let (before, rest) = head.split_once("units:").unwrap();
    let (_, after) = rest.split_once("places:").unwrap();
    folder.write(HEAD, format!("{before}units: []\nplaces:{after}").as_bytes());
    let is_unit = |line: &&str| line.starts_with("  lead:") || line.starts_with("  support:");
    let tasks: Vec<String> = folder
        .read(TASKS)
        .lines()
        .filter(|line| !is_unit(line))
        .map(|line| if line.starts_with("  assumed:") { "  assumed: [kind]".to_owned() } else { line.to_owned() })
        .collect();
    folder.write(TASKS, (tasks.join("\n") + "\n").as_bytes());
    assert_eq!(folder.found(), [("W114", HEAD.to_owned())]);
    folder.write(HEAD, format!("{before}units: [{{ name: 社区建设办公室 }}]\nplaces:{after}").as_bytes());
    assert_eq!(folder.found().len(), 5, "then every task that still has none is named");
}

#[test]
fn the_page_of_checks_is_what_the_program_prints() {
    let page = workplan::view::check_pages(&workplan::check::checks().collect::<Vec<_>>());
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), page, "run UPDATE_DOCS=1 cargo test --test check");
}
