//! The fields of a task that a document writes beside it: （牵头单位：甲局；完成时限：3月底）, （甲局牵头，乙局配合）, 责任人：张三.

use std::ops::Range;

use crate::plan::meant::column::Field;
use crate::plan::meant::units::{Role, does, units};

use super::days::says_when;
use super::figures::in_figures;
use super::listed::{Words, begins, ends, without, without_end, words};
use super::offices::{IN_PLACE, are_units, is_nobody, is_office, is_organ, is_room, is_sure, unit};
use super::persons::{Named, named};

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
    /// The words that say when it begins.
    pub(super) start: Option<String>,
    /// The words that set a deadline.
    pub(super) deadline: Option<String>,
}

/// Labels that mean something else here than over a ledger's column, or nothing there.
const HERE: [(&str, Field); 7] = [
    ("时间节点", Field::Deadline),
    ("整改时限", Field::Deadline),
    ("整改期限", Field::Deadline),
    ("销号时限", Field::Deadline),
    ("整改完成时限", Field::Deadline),
    ("指导", Field::Support),
    ("指导单位", Field::Support),
];
/// The longest label, in characters.
const LONGEST_LABEL: usize = 10;
/// How remarks in a note begin that name no unit.
static REMARKS: Words = Words::of("以下 下同 列第一 列第 排在 排名 排第 第一位 首位 均 不再 适用 注 按 其中 逐一");

impl Fields {
    /// Whether a unit is named.
    pub(super) fn names_units(&self) -> bool {
        self.lead.is_some() || !self.support.is_empty()
    }

    /// Whether a unit is named that answers.
    pub(super) fn names_lead(&self) -> bool {
        self.lead.is_some()
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
        fill(&mut self.start, other.start);
        fill(&mut self.deadline, other.deadline);
    }

    /// Adds the units of another as such that help.
    pub(super) fn help(&mut self, other: Fields) {
        other.lead.into_iter().chain(other.support).for_each(|unit| self.name(unit, Role::Support));
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
        } else if field == Field::Start {
            self.start = self.start.take().or(said);
        } else {
            let role = if field == Field::Support { Role::Support } else { Role::Lead };
            self.name_units(value, role);
        }
    }

    /// Takes the units that words name, those of which they do not say what they do in that role.
    pub(super) fn name_units(&mut self, words: &str, role: Role) {
        for (name, said) in units(words) {
            self.name_all(&named(name), said.unwrap_or(role));
        }
    }

    /// Takes a unit, and the person who is named beside it; 甲局会同乙局 are two, of which the second helps.
    fn name_all(&mut self, named: &Named<'_>, role: Role) {
        let (name, partner) = named.unit.map_or(("", ""), |name| name.split_once("会同").unwrap_or((name, "")));
        for (name, role) in [(name, role), (partner, Role::Support)] {
            if let Some(unit) = unit(name) {
                self.name(unit, role);
            }
        }
        self.person = self.person.take().or_else(|| named.person.map(str::to_owned));
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
        let label = without(label, words!("本议题 本事项 此项工作 该项工作 本项工作 本项 该项 此项")).unwrap_or(label);
        let start = colon - before.len() + before.rfind(label).unwrap_or(0);
        let known = Some(label).filter(|label| (2..=LONGEST_LABEL).contains(&label.chars().count()));
        let here = known.and_then(|label| HERE.iter().find(|(word, _)| *word == label)).map(|(_, field)| *field);
        let named = here.or_else(|| known.and_then(Field::named)).or_else(|| known.and_then(by_role));
        let Some(field) = named.filter(|field| is_beside(*field)) else { continue };
        if let Some(last) = found.last_mut() {
            last.value.end = start;
        }
        found.push(Labelled { field, start, value: colon + mark.len()..text.len() });
    }
    found
}

/// 协同部门, 协助：the role of the units that a label stands over, whatever they are called.
pub(super) fn by_role(label: &str) -> Option<Field> {
    let role = without_end(label, words!("单位 部门 科室 处室 股室 站所 院系 院部 系部 部室 机构 主体 学校 班组 各方"));
    let role = role.unwrap_or(label);
    let named = |words: &Words| words.names(role);
    if role != label && named(words!("责任 落实 实施 责任落实")) {
        return Some(Field::Responsible);
    }
    if named(words!("牵头 主责 主办 承办 主抓 牵头责任 主要责任 第一责任")) {
        return Some(Field::Lead);
    }
    named(words!("配合 协同 协助 协办 参与 参加 支持 指导 配合责任 协同配合 配合落实 协作")).then_some(Field::Support)
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
    let Some(said) = labelled(inside) else { return by_verbs(inside) };
    // 甲局牵头，乙局配合；分管领导：张三
    let front =
        labels(inside).first().and_then(|first| inside.get(..first.start)).unwrap_or("").trim_end_matches(is_edge);
    let mut found = by_verbs(front).or_else(|| listed(front)).unwrap_or_default();
    found.add(said);
    Some(found)
}

/// （甲局指导。以下均需试点县政府落实，不再列出）: who answers for all that follows.
pub(super) fn answers_below(note: &str) -> Option<String> {
    let (_, behind) = note.split_once("以下均")?;
    let name =
        behind.trim_start_matches(['需', '须', '由', '应', '为']).split(['，', ',', '。', '；', '）', ')']).next()?;
    let name = without_end(name, words!("负责落实 具体落实 落实 负责 牵头负责 牵头 承担 组织实施 实施"))?;
    unit(name).filter(|name| is_organ(name))
}

/// 甲局牵头，乙局、丙局按职责分工负责，9月底前完成。
pub(super) fn by_verbs(inside: &str) -> Option<Fields> {
    // What names no role says nothing of the kind.
    if !inside.contains(|c: char| "责头办实施合与加助同导筹".contains(c)) {
        return None;
    }
    let mut found = Fields::default();
    let mut acts = false;
    // （由市红十字会具体承办，市卫生健康局配合）
    let inside = inside.strip_prefix('由').unwrap_or(inside);
    for words in said(inside, &mut found) {
        acts |= does(words.trim_end_matches('等')).is_some();
        for (name, role) in units(&words) {
            let named = named(name);
            let organ = named.unit.is_none_or(|name| is_organ(name) && (is_nobody(name) || unit(name).is_some()));
            // 各责任单位要提高站位 names nobody, and says more than a note does.
            let nobody = is_nobody(name) && name.chars().count() <= LONGEST_LABEL;
            if !organ && !nobody {
                return None;
            }
            found.name_all(&named, role.unwrap_or(Role::Lead));
        }
    }
    acts.then_some(found)
}

/// What a bracket at the end of a sentence says that holds nothing but names of units and people, and when: （德育处），
/// （甲局、各街道；10月底前）. （各有关单位） names nobody.
pub(super) fn listed(inside: &str) -> Option<Fields> {
    let mut found = Fields::default();
    let words = said(inside, &mut found).join("，");
    let names: Vec<Named<'_>> = units(&words).into_iter().map(|(name, _)| named(name)).collect();
    let units = || names.iter().filter_map(|named| named.unit);
    let sure = units().any(is_sure);
    // 法院 among offices is one; alone it is a building.
    let none = |name: &str| begins(name, &IN_PLACE) || (is_room(name) && !sure);
    let fits = units().any(is_office) && !units().any(none) && units().all(are_units);
    let nobody = || !names.is_empty() && names.iter().all(|named| named.unit.is_some_and(is_no_one));
    if !fits {
        return nobody().then_some(found);
    }
    names.iter().for_each(|named| found.name_all(named, Role::Lead));
    found.names_units().then_some(found)
}

/// 各有关单位: nobody in particular, and clearly that.
fn is_no_one(name: &str) -> bool {
    is_nobody(name) && name.starts_with(['各', '有', '相']) && ends(name, words!("单位 部门 科室 处室 乡镇 街道 企业"))
}

/// The sentences of a bracket without remarks, and without the words of time, which go into the fields.
fn said(inside: &str, fields: &mut Fields) -> Vec<String> {
    let is_remark = |part: &str| begins(part.trim(), &REMARKS);
    let mut kept = Vec::new();
    for sentence in inside.split(['。', '；', ';']).map(str::trim).filter(|part| !part.is_empty() && !is_remark(part))
    {
        let mut units: Vec<&str> = Vec::new();
        // A remark behind the units ends what they say: …负责，排在第一位的为牵头部门，下同.
        for part in sentence.split(['，', ',']).map(str::trim).take_while(|part| !is_remark(part)) {
            let last = part.rsplit_once(char::is_whitespace).filter(|(_, last)| says_when(last));
            let (unit, when) = match last {
                Some((unit, when)) => (unit, Some(when)),
                None if says_when(part) || goes_on(part) => ("", Some(part)),
                None => (part, None),
            };
            // 3月底前出台政策，年内持续推进: the last is that of all of it.
            if when.is_some_and(goes_on) || fields.deadline.is_none() {
                fields.deadline = when.map(str::to_owned).or(fields.deadline.take());
            }
            units.extend((!unit.is_empty()).then_some(unit));
        }
        kept.extend((!units.is_empty()).then(|| units.join("，")));
    }
    kept
}

/// 年内持续推进, 3月底前出台相关政策: by when something of the work is to be, and no unit.
fn goes_on(part: &str) -> bool {
    let behind = without(part, words!("年内 全年 年底前 今年内"))
        .or_else(|| part.get(in_figures(part)?..)?.strip_prefix('前').map(|rest| rest.trim_start_matches('要')));
    let said =
        words!("持续推进 持续落实 持续实施 基本完成 全面完成 出台 取得阶段性 分批推进 全面推进 全面落实 全面实施");
    behind.is_some_and(|rest| begins(rest, said) && rest.chars().count() <= LONGEST_STAGE)
}

/// 出台相关政策措施 says no more than when, in characters.
const LONGEST_STAGE: usize = 10;

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
            ("主办：甲局；协办：乙局；指导：丙局", "甲局|乙局 丙局|"),
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
            ("甲局牵头，乙局、丙局配合；分管领导：张三", "甲局|乙局 丙局|张三"),
            ("牵头：甲处；协助：乙学院", "甲处|乙学院|"),
            ("责任处室：甲处；配合单位：乙中心", "甲处|乙中心|"),
            ("主责部室：甲部；协同部门：乙部、丙公司", "甲部|乙部 丙公司|"),
            ("时间节点：2026年6月30日", "-||2026年6月30日"),
            ("甲局牵头，乙局、各街道配合，9月底前完成", "甲局|乙局 各街道|9月底前完成"),
            ("甲局牵头，乙局、丙局等按职责分工负责，年内持续推进", "甲局|乙局 丙局|年内持续推进"),
            ("甲局牵头，乙局等按职责分工负责，3月底前出台相关政策，年内持续推进", "甲局|乙局|年内持续推进"),
            ("甲局牵头，6月底前基本完成", "甲局||6月底前基本完成"),
            ("甲局牵头；各街道；6月底前", "甲局|各街道|6月底前"),
            ("甲局、乙局按职责分工负责，长期坚持", "甲局|乙局|长期坚持"),
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
            "各市政府、各责任单位要进一步提高认识，抓好落实",
            "",
        ] {
            assert_eq!(bracketed(inside), None, "{inside}");
        }
    }

    #[test]
    fn units_alone_are_a_note_where_nothing_else_can_be_meant() {
        for (inside, found) in [
            ("德育处", "德育处||"),
            ("团委,德育处", "团委|德育处|"),
            ("教务处 4月25日", "教务处||4月25日"),
            ("区民政局、区残联；全年实施", "区民政局|区残联|全年实施"),
            ("区卫生健康局，11月底前完成", "区卫生健康局||11月底前完成"),
        ] {
            assert_eq!(listed(inside).as_ref().map(shown).as_deref(), Some(found), "{inside}");
        }
        for inside in
            ["乡镇", "社区", "设在县政府办公室", "办公室、会议室", "村卫生室", "一期", "9月底前", "市、县", "含卫生所"]
        {
            assert_eq!(listed(inside), None, "{inside}");
        }
    }
}
