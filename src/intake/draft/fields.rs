//! The fields of a task that a document writes beside it: （牵头单位：甲局；完成时限：3月底）, （甲局牵头，乙局配合）, 责任人：张三.

use std::ops::Range;

use crate::plan::meant::column::Field;
use crate::plan::meant::units::{Role, does, units};

/// What a note beside a task says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields {
    /// The unit that answers.
    pub(super) lead: Option<String>,
    /// The units that help.
    pub(super) support: Vec<String>,
    /// The person in charge.
    pub(super) person: Option<String>,
    /// The leader over it.
    pub(super) leader: Option<String>,
    /// The words that set a deadline.
    pub(super) deadline: Option<String>,
}

/// The longest name that is taken for a unit's, in characters.
const LONGEST: usize = 28;
/// A shorter word in a sentence is no unit's name, in characters.
const SHORTEST: usize = 3;
/// The longest label, in characters.
const LONGEST_LABEL: usize = 10;
/// The ends of units' names.
const ENDS: &str = "局 委 办 部 厅 院 署 室 会 科 处 所 站 队 组 社 联 台 中心 公司 集团 政府 街道 镇 乡 村 区 县 市 州 旗 盟 省 居 单位 \
    部门 大学 学院 学校 医院 园区 专班 团委 机关 海关 总工会 妇联 残联 派出所 办事处 管委会 企业 银行 分行 支行 人行 商行 支队 大队 书院 馆 院校 检察院 委员会";
/// Verbs with which no unit's name begins.
const NO_NAME: &str =
    "完善 推进 加强 建立 推动 开展 健全 深化 加快 提升 落实 实施 组织 做好 完成 支持 强化 优化 打造 构建 引导";
/// What names no unit: 各有关单位, 相关部门.
const NOBODY: &str = "有关 相关 分别 按职责 按照 分工 以下 共同 责任 其他 全体";
/// What names none where nothing says whose they are: 各部门, but 区直各部门 are those of the district.
const ALL: &str = "各部门 各单位 各地 各级 各成员单位";
/// How remarks in a note begin that name no unit.
const REMARKS: &str = "以下 下同 列第一 列第 排在 排名 排第 第一位 首位 均 不再 适用 注 按 其中 逐一";

impl Fields {
    /// Whether a unit is named.
    pub(super) fn names_units(&self) -> bool {
        self.lead.is_some() || !self.support.is_empty()
    }

    /// Adds what another note of the same task says.
    pub(super) fn add(&mut self, other: Fields) {
        for (unit, role) in other.lead.map(|unit| (unit, Role::Lead)).into_iter().chain(helping(other.support)) {
            self.name(unit, role);
        }
        let fill = |own: &mut Option<String>, other| {
            if own.is_none() {
                *own = other;
            }
        };
        fill(&mut self.person, other.person);
        fill(&mut self.leader, other.leader);
        fill(&mut self.deadline, other.deadline);
    }

    fn name(&mut self, unit: String, role: Role) {
        match &self.lead {
            None if role == Role::Lead => self.lead = Some(unit),
            Some(lead) if *lead == unit => {}
            _ if self.support.contains(&unit) => {}
            _ => self.support.push(unit),
        }
    }

    /// Takes the value that stands under a name, as a label in a note or the head of a column.
    pub(super) fn take(&mut self, field: Field, value: &str) {
        let said = Some(value.trim().trim_matches(is_edge)).filter(|value| says(value)).map(str::to_owned);
        if field == Field::Person {
            self.person = self.person.take().or(said);
        } else if field == Field::Leader {
            self.leader = self.leader.take().or(said);
        } else if field == Field::Deadline {
            self.deadline = self.deadline.take().or(said);
        } else {
            let role = if field == Field::Support { Role::Support } else { Role::Lead };
            for (unit, said) in units(value).into_iter().filter_map(|(name, said)| Some((unit(name)?, said))) {
                self.name(unit, said.unwrap_or(role));
            }
        }
    }
}

fn helping(units: Vec<String>) -> impl Iterator<Item = (String, Role)> {
    units.into_iter().map(|unit| (unit, Role::Support))
}

/// Whether a value says something: a dash and a stroke say nothing.
fn says(value: &str) -> bool {
    value.chars().any(char::is_alphanumeric)
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || "。；;，,、".contains(c)
}

/// A field that a document writes beside its task.
fn is_beside(field: Field) -> bool {
    matches!(field, Field::Lead | Field::Responsible | Field::Support | Field::Person | Field::Leader | Field::Deadline)
}

/// A label and what it stands over.
pub(super) struct Labelled {
    field: Field,
    /// Where the label begins.
    pub(super) start: usize,
    value: Range<usize>,
}

/// The labels of a text, each with its value, which ends where the next label begins.
pub(super) fn labels(text: &str) -> Vec<Labelled> {
    let mut found: Vec<Labelled> = Vec::new();
    for (colon, mark) in text.match_indices(['：', ':']) {
        let Some(before) = text.get(..colon) else { continue };
        let label = before.rsplit(is_border).next().unwrap_or(before).trim();
        let start = colon - before.len() + before.rfind(label).unwrap_or(0);
        let known = Some(label).filter(|label| (2..=LONGEST_LABEL).contains(&label.chars().count()));
        let dated = known.filter(|label| *label == "时间节点").map(|_| Field::Deadline);
        let named = dated.or_else(|| known.and_then(Field::named));
        let Some(field) = named.filter(|field| is_beside(*field)) else { continue };
        if let Some(last) = found.last_mut() {
            last.value.end = start;
        }
        found.push(Labelled { field, start, value: colon + mark.len()..text.len() });
    }
    found
}

fn is_border(c: char) -> bool {
    c.is_whitespace() || "。；;，,、：:（(【[）)】]|".contains(c)
}

/// What the labels of a text say.
pub(super) fn labelled(text: &str) -> Option<Fields> {
    let labels = labels(text);
    let mut found = Fields::default();
    for one in &labels {
        // What follows a remark (适用范围：…) is none of the value.
        let value = text.get(one.value.clone()).unwrap_or("");
        let value = value.find(['：', ':']).map_or(value, |colon| {
            let before = value.get(..colon).unwrap_or("");
            before.rfind(is_border).and_then(|border| before.get(..border)).unwrap_or("")
        });
        found.take(one.field, value);
    }
    (!labels.is_empty()).then_some(found)
}

/// What a bracket says of the task before it; nothing where it is no such note.
pub(super) fn bracketed(inside: &str) -> Option<Fields> {
    labelled(inside).or_else(|| by_verbs(inside))
}

/// 甲局牵头，乙局、丙局按职责分工负责。
fn by_verbs(inside: &str) -> Option<Fields> {
    let is_remark = |part: &&str| super::words::begins(part.trim(), REMARKS);
    let said = inside.split(['。', '；', ';']).map(str::trim).filter(|part| !part.is_empty() && !is_remark(part));
    let mut found = Fields::default();
    let mut acts = false;
    for sentence in said {
        // A remark behind the units: …负责，排在第一位的为牵头部门，下同.
        let end = sentence
            .match_indices(['，', ','])
            .find(|(at, mark)| sentence.get(at + mark.len()..).is_some_and(|rest| is_remark(&rest)));
        let words = end.and_then(|(at, _)| sentence.get(..at)).unwrap_or(sentence);
        acts |= does(words.trim_end_matches('等')).is_some();
        for (name, role) in units(words) {
            match unit(name) {
                Some(unit) if is_organ(name) => found.name(unit, role.unwrap_or(Role::Lead)),
                Some(_) => return None,
                None if is_nobody(name) => {}
                None => return None,
            }
        }
    }
    acts.then_some(found)
}

/// Whether a text is nothing but names of units: a cell of a table.
pub(super) fn are_units(text: &str) -> bool {
    let units = units(text);
    !units.is_empty() && units.iter().all(|(name, _)| is_organ(name) && (unit(name).is_some() || is_nobody(name)))
}

/// 由甲局牵头, 由甲局负责: the unit that a sentence itself makes answer.
pub(super) fn in_prose(sentence: &str) -> Option<String> {
    let (_, behind) = sentence.split_once('由')?;
    let end = ["牵头", "负责"].iter().filter_map(|word| behind.find(word)).min()?;
    let name = behind.get(..end).filter(|name| !name.contains(['，', '。', '、', ',', '；']))?;
    let person = behind.get(end..).is_some_and(|rest| rest.starts_with("负责人") || rest.starts_with("负责同志"));
    unit(name).filter(|name| is_organ(name) && !person && name.chars().count() >= SHORTEST)
}

fn is_nobody(name: &str) -> bool {
    super::words::holds(name, NOBODY) || super::words::begins(name.trim(), ALL)
}

fn is_organ(name: &str) -> bool {
    if super::words::begins(name.trim(), NO_NAME) {
        return false;
    }
    let bare = name.trim().trim_end_matches(['）', ')']);
    super::words::ends(name.trim(), ENDS) || super::words::ends(bare, ENDS)
}

/// The name of a unit; nothing where it names nobody.
fn unit(words: &str) -> Option<String> {
    let words = words.trim().trim_start_matches(['由', '：', ':']).trim_end_matches('等').trim();
    let fits = (2..=LONGEST).contains(&words.chars().count());
    let named = fits
        && !is_nobody(words)
        && words.chars().all(|c| c.is_alphanumeric() || "（）()·-—、“”".contains(c))
        && !words.starts_with(|c: char| c.is_ascii_digit());
    named.then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(fields: &Fields) -> String {
        let units = fields.support.join(" ");
        let others = [&fields.person, &fields.leader, &fields.deadline];
        let others: Vec<&str> = others.into_iter().flatten().map(String::as_str).collect();
        format!("{}|{units}|{}", fields.lead.as_deref().unwrap_or("-"), others.join(" "))
    }

    #[test]
    fn notes_are_read_whole() {
        for (inside, found) in [
            ("责任单位：经发办、农服中心", "经发办|农服中心|"),
            ("牵头单位:规建办;配合单位:社建办、各村居", "规建办|社建办 各村居|"),
            ("负责部门：甲局", "甲局||"),
            ("负责部门：甲局、乙局，适用范围：某片区", "甲局|乙局|"),
            ("市政府办公室、市审批局牵头，市级各有关部门按职责分工负责", "市政府办公室|市审批局|"),
            ("甲局牵头，乙局、丙局按职责分工负责", "甲局|乙局 丙局|"),
            ("甲局、乙局等有关部门和单位负责", "甲局|乙局|"),
            ("甲局、乙局指导", "-|甲局 乙局|"),
            ("甲局指导，试点县政府负责落实。以下均需试点县政府落实，不再列出", "试点县政府|甲局|"),
            ("甲局负责，排在第一位的为牵头部门，下同", "甲局||"),
            ("甲局、乙局负责。列第一位者为牵头单位，下同", "甲局|乙局|"),
            ("甲局、乙局等和各有关省级人民政府负责", "甲局|乙局|"),
            ("各有关部门和单位按职责分工负责", "-||"),
            ("牵头单位：甲局；责任单位：各乡、镇人民政府，开发区", "甲局|各乡、镇人民政府 开发区|"),
            ("责任单位：甲局 责任人：张三 完成时限：3月底前", "甲局||张三 3月底前"),
            ("分管领导：李四；责任领导：王五", "-||李四"),
            ("时间节点：2026年6月30日", "-||2026年6月30日"),
            ("责任单位：区直各部门、各有关单位、各部门", "区直各部门||"),
        ] {
            assert_eq!(bracketed(inside).as_ref().map(shown).as_deref(), Some(found), "{inside}");
        }
    }

    #[test]
    fn other_brackets_are_none() {
        for inside in [
            "一期",
            "以下简称《规划》",
            "含企业自行负责",
            "各村居民",
            "2018年-2020年",
            "由政府主导、市场参与",
            "市、县",
            "",
        ] {
            assert_eq!(bracketed(inside), None, "{inside}");
        }
        assert!(are_units("市发展改革委、各区"));
        assert!(!are_units("完善县级政府"), "a verb is no unit");
    }

    #[test]
    fn a_sentence_may_name_its_unit() {
        assert_eq!(in_prose("由区政府办公室牵头，会同甲局组成督查组").as_deref(), Some("区政府办公室"));
        assert_eq!(in_prose("建立由分管负责人牵头的机制"), None);
        assert_eq!(in_prose("建立由政府负责人牵头的机制"), None);
    }
}
