//! Whatever a person types is read back as it was typed.

use crate::plan::Plan;

/// Texts that YAML takes for something else, or for nothing.
const TEXTS: &[&str] = &[
    "否",
    "是",
    "no",
    "yes",
    "on",
    "Off",
    "y",
    "N",
    "true",
    "False",
    "null",
    "Null",
    "~",
    "-",
    "--",
    "---",
    "...",
    "=",
    "<<",
    "?",
    ":",
    "11:30",
    "1:2:3",
    "1e3",
    "1E-3",
    "0x1F",
    "0o17",
    "017",
    "1_000",
    "1,447",
    ".5",
    "5.",
    "+1",
    "-0",
    ".inf",
    "-.INF",
    ".nan",
    "61",
    "2020-11-30",
    "2020-11-30T08:00:00Z",
    "12 月上旬",
    "*重点",
    "&锚",
    "!标签",
    "!!str x",
    "%指令",
    "@某人",
    "`命令`",
    "|",
    ">",
    "|-",
    "> 折叠",
    "- 项",
    "-项",
    "? 问",
    "?问",
    ": 冒",
    ":冒",
    "甲: 乙",
    "甲:乙",
    "甲：乙",
    "甲 # 乙",
    "甲# 乙",
    "#乙",
    "甲 #",
    "[甲, 乙]",
    "[甲",
    "{甲: 乙}",
    "甲}",
    ",",
    "甲, 乙",
    "'引'",
    "''",
    "'",
    "\"引\"",
    "\"",
    "甲\"乙'丙",
    "it's",
    "\\",
    "\\n",
    "C:\\文件\\新",
    "$HOME",
    "`rm`",
    "一\n二",
    "一\n\n二\n- 三",
    "一\r\n二",
    "一\t二",
    "一\n  二",
    "# 甲\n- date: 2020-11-24\n  task: 22-07",
    "a\n...\nb",
    "a\n---\nb",
    "甲\u{3000}乙",
    "甲\u{a0}乙",
    "零\u{200b}宽",
    "甲\u{2028}乙",
    "甲\u{85}乙",
    "甲\u{feff}乙",
    "铃\u{7}",
    "\u{1b}[31m红",
    "退\u{8}格",
    "删\u{7f}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{10ffff}",
    "🎉 完成 👨‍👩‍👧",
    "𠮷野",
    "e\u{301}",
    "\u{202e}逆",
    "ﷺ",
    "date",
    "note: 甲",
    "task",
    "示例（甲、乙）《丙》“丁”",
    "甲 ",
    " 甲",
    "  甲  乙  ",
    "\u{3000}甲\u{3000}",
    "甲\n",
    "\n甲",
];

/// Those that say that nothing stands in the way.
const NO_PROBLEM: &[&str] =
    &["no", "No", "NO", "null", "Null", "NULL", "none", "None", "~", "-", "--", "---", "...", ",", "\\"];

/// Each in a journal that holds all before it.
#[test]
fn any_text_of_a_record_is_read_back() {
    let plan = Plan::sample_in_memory();
    let before = plan.entries().len();
    let long = "长".repeat(5000) + "：" + &" 长 ".repeat(500);
    let texts: Vec<&str> = TEXTS.iter().copied().chain([long.as_str()]).collect();
    for text in &texts {
        let args = [format!("--note={text}"), format!("--issue={text}"), format!("--next={text}")];
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        plan.must(&[&["record", "22-07", "--date", "2020-11-24", "--force"], args.as_slice()].concat());
    }
    let shown = plan.must(&["show", "22-07", "--format", "json", "--as-of", "2020-11-24"]);
    let shown: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
    let entries = shown["entries"].as_array().unwrap();
    let entries = &entries[entries.len() - texts.len()..];
    for (entry, text) in entries.iter().zip(&texts) {
        // What is around a text says nothing.
        let text = text.trim();
        for key in ["note", "issue", "next"] {
            let none = key == "issue" && NO_PROBLEM.contains(&text);
            assert_eq!(entry[key].as_str(), Some(text).filter(|_| !none), "{key} of {text:?}");
        }
    }
    assert_eq!(plan.entries().len(), before + texts.len());
    // On a terminal, none of it takes effect.
    let shown = plan.must(&["show", "22-07", "--as-of", "2020-11-24"]).stdout;
    assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']));
    plan.assert_clean();
}

/// In brackets, other signs are dangerous.
#[test]
fn any_text_of_an_amendment_is_read_back() {
    let plan = Plan::sample_in_memory();
    let mut amended = 0;
    for text in TEXTS {
        let (reason, by) = (format!("--reason=因{text}"), format!("--approved-by=批{text}"));
        let title = format!("题{text}");
        plan.must(&["amend", "22-07", "title", &title, &reason, &by, "--date", "2020-11-24"]);
        amended += 1;
        let shown = plan.must(&["show", "22-07", "--format", "json", "--as-of", "2020-11-24"]);
        let shown: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
        assert_eq!(shown["task"]["title"].as_str(), Some(title.trim()));
        let amendment = &shown["entries"].as_array().unwrap().last().unwrap()["amendment"];
        assert_eq!(amendment["to"].as_str(), Some(title.trim()));
        assert_eq!(amendment["reason"].as_str(), Some(format!("因{text}").trim()));
        assert_eq!(amendment["approved_by"].as_str(), Some(format!("批{text}").trim()));
    }
    assert_eq!(amended, TEXTS.len());
    plan.assert_clean();
}
