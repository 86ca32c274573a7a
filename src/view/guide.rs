//! The manual in short: a page a topic, in both languages.

use crate::paper::{Block, Line, Page};
use crate::plan::Language;
use crate::say;
use crate::words::terms::{self, Term, term};

/// A topic of the guide, and its page in both languages.
pub struct Topic {
    /// The word for it.
    pub term: Term,
    zh: &'static str,
    en: &'static str,
}

macro_rules! topic {
    ($key:literal, $zh:literal, $en:literal, $also:expr) => {
        Topic {
            term: term($key, $zh, $en, $also),
            zh: include_str!(concat!("guide/", $key, ".zh.md")),
            en: include_str!(concat!("guide/", $key, ".en.md")),
        }
    };
}

/// The topics, in the order in which a plan meets them.
pub const TOPICS: &[Topic] = &[
    topic!("begin", "建计划", "begin", &["开头", "起草", "新建", "start"]),
    topic!("report", "报送", "report", &["进展", "销号", "填报", "record"]),
    topic!("mistakes", "更正", "mistakes", &["撤回", "作废", "undo", "withdraw"]),
    topic!("change", "调整", "change", &["延期", "amend", "set"]),
    topic!("chase", "督办", "chase", &["催办", "预警", "notices", "alerts"]),
    topic!("papers", "报表", "papers", &["周报", "导出", "reports", "export"]),
    topic!("judged", "判定", "judged", &["亮灯", "序时进度", "lights", "pace"]),
    topic!("next", "结转", "next", &["下一期", "下期", "carry"]),
    topic!("git", "版本", "git", &["合并", "比对", "revisions", "merge", "diff"]),
    topic!("files", "文件", "files", &["文件格式", "format", "yaml"]),
    topic!("automate", "自动", "automate", &["脚本", "定时", "自动发送", "scripts", "cron"]),
];

impl Topic {
    /// The topic that a word means.
    pub fn read(word: &str) -> Option<&'static Topic> {
        let known: Vec<Term> = TOPICS.iter().map(|topic| topic.term).collect();
        let key = terms::read(&known, word)?.key;
        TOPICS.iter().find(|topic| topic.term.key == key)
    }

    fn text(&self, lang: Language) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    fn title(&self, lang: Language) -> &'static str {
        self.text(lang).lines().next().unwrap_or_default().trim_start_matches("# ")
    }
}

/// Lays out a topic's page.
pub fn guide(topic: &Topic, lang: Language) -> Page {
    Page { blocks: topic.text(lang).trim_end().split("\n\n").map(block).collect() }
}

/// Lays out which topics there are.
pub fn guide_topics(lang: Language) -> Page {
    let mut page = Page::default();
    page.add(Block::Title(Line::plain(say!(lang, "使用指南", "The guide"))));
    let topics = TOPICS.iter().map(|topic| (topic.term.word(lang).to_owned(), Line::plain(topic.title(lang))));
    page.add(Block::Fields(topics.collect()));
    page.say(say!(
        lang,
        "看其中一篇：workplan guide 报送；某个命令的用法：workplan record --help",
        "To read one: workplan guide report; what a command takes: workplan record --help"
    ));
    page
}

/// A part of a page: what stands between two empty lines.
fn block(part: &'static str) -> Block {
    if let Some(title) = part.strip_prefix("# ") {
        Block::Title(Line::plain(title))
    } else if let Some(heading) = part.strip_prefix("## ") {
        Block::Heading(Line::plain(heading))
    } else if part.starts_with("    ") {
        Block::Verbatim(part.lines().map(|line| line.strip_prefix("  ").unwrap_or(line).to_owned()).collect())
    } else if part.starts_with("- ") {
        Block::Items(part.lines().map(|line| Line::plain(line.trim_start_matches("- "))).collect())
    } else {
        Block::Paragraph(Line::plain(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_means_its_topic() {
        for topic in TOPICS {
            for word in topic.term.spellings() {
                assert_eq!(Topic::read(word).map(|read| read.term.key), Some(topic.term.key), "{word}");
            }
        }
    }

    #[test]
    fn a_page_is_made_of_its_parts() {
        let text = "# 标题\n\n一段。\n\n## 一节\n\n    workplan check    # 查\n    workplan undo\n\n- 甲\n- 乙";
        let page = Page { blocks: text.split("\n\n").map(block).collect() };
        let drawn = crate::paper::markdown(&page);
        assert!(drawn.contains("  workplan check    # 查\n  workplan undo\n"), "{drawn}");
        for part in ["# 标题", "一段。", "## 一节", "- 甲\n- 乙"] {
            assert!(drawn.contains(part), "{part}: {drawn}");
        }
    }
}
