//! What a page says of a document before it begins: 发文机关、成文日期、标题, each with its value behind it or in the next line.

use crate::plan::Date;

use super::issue::day_in;
use super::listed::{Words, begins};
use super::parts::is_rule;

/// The labels of such facts.
static LABELS: Words = Words::of(
    "索引号 主题分类 发文机关 成文日期 标题 发文字号 发布日期 发布机构 主题词 有效性 公文种类 信息分类 体裁分类 生成日期 关键词 名称 文号 \
    编号 填报单位 编制单位 制表单位 内容概述 信息名称 制发机关 公开方式 公开类别 服务对象 信息来源",
);
/// What a page offers its readers.
static OFFERS: Words =
    Words::of("下载 打印 全屏 收藏 【字号 字号 字体 加大 还原 减小 】 分享 关闭 来源 时间 首页 当前位置 浏览次数 【 |");
/// A page offers it in a line of at most so many characters.
const LONGEST_OFFER: usize = 20;
/// The facts stand among so many lines.
const MOST: usize = 60;

/// The facts of a document, and its lines without them.
#[derive(Debug, Default)]
pub(super) struct Masthead<'t> {
    /// The title.
    pub(super) title: Option<String>,
    /// Who issued it.
    pub(super) issuer: Option<String>,
    /// When.
    pub(super) issued: Option<Date>,
    /// The document's own number.
    pub(super) number: Option<String>,
    /// The lines of the document itself.
    pub(super) lines: Vec<&'t str>,
}

impl<'t> Masthead<'t> {
    /// Reads the facts off the first lines.
    pub(super) fn of(lines: &[&'t str]) -> Masthead<'t> {
        let mut found = Masthead::default();
        let mut at = 0;
        let lines = &in_cells(lines);
        while let Some(line) = lines.get(at).filter(|_| at < MOST) {
            let Some((label, value)) = labelled(line) else {
                let offered = line.chars().count() <= LONGEST_OFFER && begins(line.trim(), &OFFERS);
                if !(offered && found.lines.is_empty()) {
                    found.lines.push(line);
                }
                at += 1;
                continue;
            };
            at += 1;
            let next = || lines.get(at).filter(|next| labelled(next).is_none()).map(|next| next.trim());
            let value = if value.is_empty() {
                let next = next().unwrap_or("");
                at += usize::from(!next.is_empty());
                next
            } else {
                value
            };
            found.take(&label, value);
        }
        found.lines.extend(lines.get(at..).unwrap_or_default());
        found
    }

    fn take(&mut self, label: &str, value: &str) {
        let value = Some(plain(value)).filter(|value| value.chars().count() >= 2);
        match label {
            "标题" | "名称" | "信息名称" => {
                self.title = self.title.take().or(value.filter(|title| title.chars().count() >= 6))
            }
            "发文机关" | "发布机构" | "制发机关" | "填报单位" | "编制单位" | "制表单位" => {
                self.issuer = self.issuer.take().or(value)
            }
            "发文字号" | "文号" | "编号" => {
                self.number = self.number.take().or(value.and_then(|value| number(&value)))
            }
            "成文日期" => self.issued = value.and_then(|value| day_in(&value)).or(self.issued),
            "发布日期" | "生成日期" => self.issued = self.issued.or_else(|| day_in(&value?)),
            _ => {}
        }
    }
}

/// The lines, with each cell of a table of such facts as a line: two facts may stand in one row.
fn in_cells<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let cells = |line: &'t str| -> Vec<&'t str> {
        let cells: Vec<&str> = line.split(is_rule).map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let facts = cells.len() > 1 && cells.iter().any(|cell| labelled(cell).is_some());
        if facts { cells } else { vec![line] }
    };
    let (head, rest) = lines.split_at(lines.len().min(MOST));
    head.iter().flat_map(|line| cells(line)).chain(rest.iter().copied()).collect()
}

/// The number of a document that a text is: 金府发〔2020〕12号, perhaps in brackets, or with who signs it behind.
pub(super) fn number(text: &str) -> Option<String> {
    // 注意保存　　某政发〔2026〕3号: what is set apart is no part of it.
    let parts = text.split(['\t', '　']).flat_map(|part| part.split("  "));
    let whole = |part: &&str| !part.trim_start().starts_with(OPENS);
    parts.filter(whole).find_map(number_of).or_else(|| number_of(text))
}

/// What opens the bracket around the year.
const OPENS: [char; 6] = ['〔', '﹝', '［', '[', '（', '('];

fn number_of(text: &str) -> Option<String> {
    let words: String = plain(text).split_whitespace().collect();
    let words = words.trim_matches(['（', '）', '(', ')']);
    let (series, rest) = words.split_once(OPENS)?;
    let (year, rest) = rest.split_once(['〕', '﹞', '］', ']', '）', ')'])?;
    let (counted, behind) = rest.split_once(['号', '期'])?;
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.chars().count()) && text.chars().all(|c| c.is_ascii_digit() || is_wide_digit(c))
    };
    let named = series.chars().count() <= LONGEST_SERIES && series.chars().all(char::is_alphanumeric);
    let is_number = named && digits(year, 4) && digits(counted.trim_start_matches('第'), 5);
    let signed = behind.is_empty() || behind.starts_with("签发") || behind.starts_with("附件");
    (is_number && signed).then(|| words.strip_suffix(behind).unwrap_or(words).to_owned())
}

/// The longest word of a series of documents, in characters.
const LONGEST_SERIES: usize = 16;

fn is_wide_digit(c: char) -> bool {
    ('０'..='９').contains(&c)
}

/// A label, and what stands behind its colon.
fn labelled(line: &str) -> Option<(String, &str)> {
    let (label, value) = line.split_once(['：', ':'])?;
    let label: String = label.chars().filter(|c| c.is_alphanumeric()).collect();
    LABELS.names(&label).then(|| (label, value.trim()))
}

/// A line without the spaces and marks that set it out.
pub(super) fn plain(line: &str) -> String {
    let words = line.trim_matches(|c: char| c.is_whitespace() || "#*—".contains(c));
    let chinese = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
    let mut plain = String::new();
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        // 工 作 报 告 is set out with spaces.
        if c.is_whitespace() && (chinese(plain.chars().last()) || chinese(chars.peek().copied())) {
            continue;
        }
        plain.push(if c.is_control() || c.is_whitespace() { ' ' } else { c });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_stand_behind_their_labels_or_below_them() {
        let lines = [
            "打印",
            "索 引 号：",
            "0001/2026",
            "发文机关：某县人民政府",
            "成文日期：",
            "2026年3月1日",
            "标　　题：",
            "某县2026年工作要点",
            "文号：\t某府发〔2026〕3号\t有效性：\t有效",
            "正文。",
        ];
        let found = Masthead::of(&lines);
        assert_eq!(found.title.as_deref(), Some("某县2026年工作要点"));
        assert_eq!(found.issuer.as_deref(), Some("某县人民政府"));
        assert_eq!(found.issued.map(|day| day.to_string()).as_deref(), Some("2026-03-01"));
        assert_eq!(found.number.as_deref(), Some("某府发〔2026〕3号"));
        assert_eq!(found.lines, ["正文。"]);
    }

    #[test]
    fn a_line_may_be_the_number_of_the_document() {
        for (line, read) in [
            ("金府发〔2020〕12号", Some("金府发〔2020〕12号")),
            ("（某政办发〔2023〕5号）", Some("某政办发〔2023〕5号")),
            ("〔2026〕4号", Some("〔2026〕4号")),
            ("某 政 发 [2021] 7 号", Some("某政发[2021]7号")),
            ("某政发〔２０２１〕７号　　　签发人：张三", Some("某政发〔２０２１〕７号")),
            ("注意保存        某政发[2026]3号", Some("某政发[2026]3号")),
            ("某  发  〔2026〕3号", Some("某发〔2026〕3号")),
            ("根据《意见》（国办发〔2020〕3号）", None),
            ("某路（2020）12号楼", None),
            ("某教通〔2026〕9号附件", Some("某教通〔2026〕9号")),
            ("第12号", None),
        ] {
            assert_eq!(number(line).as_deref(), read, "{line}");
        }
    }
}
