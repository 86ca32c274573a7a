//! The parties of an undertaking: 甲方：某局, 乙方：某院; what is agreed below 乙方责任 is the second one's.

use super::headings::number;
use super::listed::{begins, holds, words};
use super::offices::unit;

/// The names that stand for 甲方, 乙方, 丙方 in a document; none in one that is no undertaking.
#[derive(Debug, Default)]
pub(super) struct Parties(Vec<(&'static str, String)>);

/// Whose work stands below a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Below {
    /// The party's name.
    pub(super) name: String,
    /// Whether the heading says so: what is undertaken without a word of whom is the second party's.
    pub(super) sure: bool,
}

impl Parties {
    /// Reads them off the lines that name them.
    pub(super) fn of(text: &str) -> Parties {
        let named = |party: &'static str| Some((party, text.lines().find_map(|line| name(line, party))?));
        let found: Vec<_> = ["甲方", "乙方", "丙方"].into_iter().filter_map(named).collect();
        Parties(if found.len() > 1 { found } else { Vec::new() })
    }

    /// Who has others undertake: the first of the parties.
    pub(super) fn issuer(&self) -> Option<&str> {
        self.name("甲方")
    }

    fn name(&self, party: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == party).map(|(_, name)| name.as_str())
    }

    /// Whose work stands below a heading: 二、乙方责任; 三、目标任务 is what the second party undertakes.
    pub(super) fn below(&self, heading: &str) -> Option<Below> {
        let mut told = self.0.iter().filter(|(party, _)| heading.contains(party));
        match (told.next(), told.next()) {
            (Some((_, name)), None) => Some(Below { name: name.clone(), sure: true }),
            (None, _) if holds(heading, words!("目标 任务 重点工作 工作内容 工作要求 责任内容 主要职责 主要责任")) => {
                Some(Below { name: self.name("乙方")?.to_owned(), sure: false })
            }
            _ => None,
        }
    }

    /// Whose work a sentence orders by its own words: 乙方须每月报送进展.
    pub(super) fn ordered(&self, sentence: &str) -> Option<&str> {
        let words = number(sentence).map_or(sentence, |(_, rest)| rest);
        words.split(['，', ',', '；', '。']).find_map(|clause| {
            let clause = clause.trim().trim_start_matches(['由', '—']);
            let (_, name) = self.0.iter().find(|(party, _)| clause.starts_with(party))?;
            let behind = clause.get("甲方".len()..)?;
            (!begins(behind, words!("的 和 与 、 代表 双方 （ (")) && !behind.is_empty()).then_some(name.as_str())
        })
    }
}

/// 乙方（责任单位）：某某医院（以下简称“乙方”）
fn name(line: &str, party: &str) -> Option<String> {
    let rest = line.trim().strip_prefix(party)?;
    let rest = match rest.strip_prefix(['（', '(']) {
        // Who signs for it names nobody.
        Some(inside) => inside.split_once(['）', ')']).filter(|(inside, _)| !inside.contains(['盖', '签', '章']))?.1,
        None => rest,
    };
    let name = rest.strip_prefix(['：', ':'])?.trim();
    unit(name.split(['（', '(', ' ', '\u{3000}', '，', '。']).next()?.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_undertaken_is_the_work_of_one_party() {
        let text = "某县责任书\n甲方：某县教育局（以下简称“甲方”）\n乙方（责任单位）：某县第一中学\n乙方（盖章）：\n";
        let parties = Parties::of(text);
        for (heading, found) in [
            ("乙方责任", Some(("某县第一中学", true))),
            ("甲方职责", Some(("某县教育局", true))),
            ("目标任务", Some(("某县第一中学", false))),
            ("甲乙双方权利", None),
            ("考核与奖惩", None),
        ] {
            let below = parties.below(heading);
            assert_eq!(below.as_ref().map(|below| (below.name.as_str(), below.sure)), found, "{heading}");
        }
        for (sentence, found) in [
            ("1.乙方须每月报送进展", Some("某县第一中学")),
            ("每季度末，由甲方组织考核", Some("某县教育局")),
            ("完成改造，结果报甲方备案", None),
            ("乙方的考核结果作为评优依据", None),
        ] {
            assert_eq!(parties.ordered(sentence), found, "{sentence}");
        }
        assert_eq!(Parties::of("乙方：某县第一中学\n").ordered("乙方须报送进展"), None);
    }
}
