//! Values that are one of a few: their words in both languages, said once, and how they are read.

use super::fold::squeezed;
use super::language::Language;

/// One of a few values, and what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its word in the files and in the machine-readable output.
    pub key: &'static str,
    /// Its Chinese word.
    pub zh: &'static str,
    /// Its English word.
    pub en: &'static str,
    /// What else people write for it.
    pub also: &'static [&'static str],
}

/// A term, from its key, its Chinese and its English word, and what else people write for it.
pub const fn term(key: &'static str, zh: &'static str, en: &'static str, also: &'static [&'static str]) -> Term {
    Term { key, zh, en, also }
}

impl Term {
    /// The term's word.
    pub const fn word(&self, lang: Language) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    /// What one types for the term: its Chinese word; in English its key.
    pub const fn typed(&self, lang: Language) -> &'static str {
        lang.pick(self.zh, self.key)
    }

    /// Every spelling that means the term.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> {
        [self.key, self.zh, self.en].into_iter().chain(self.also.iter().copied())
    }

    /// Whether the term is called so, however it is typed.
    pub fn is_called(&self, text: &str) -> bool {
        let word = squeezed(text);
        self.spellings().any(|spelling| squeezed(spelling) == word)
    }
}

/// A value whose words stand in this table.
pub trait Worded: Copy + 'static {
    /// The terms of its kind, in the order of [`Worded::all`].
    const TERMS: &'static [Term];

    /// Every value.
    fn all() -> &'static [Self];

    /// Its word in the files and in the machine-readable output.
    fn key(self) -> &'static str;

    /// Its word for a reader.
    fn word(self, lang: Language) -> &'static str {
        word_of(Self::TERMS, self.key(), lang).unwrap_or(self.key())
    }

    /// The value that a text means; see [`read`].
    fn read(text: &str) -> Option<Self> {
        let key = read(Self::TERMS, text)?.key;
        Self::all().iter().copied().find(|value| value.key() == key)
    }
}

impl Worded for Language {
    const TERMS: &'static [Term] = LANGUAGES;

    fn all() -> &'static [Language] {
        &[Language::Chinese, Language::English]
    }

    fn key(self) -> &'static str {
        self.pick("zh-CN", "en")
    }
}

/// The word of a key, where it is one of the terms.
pub fn word_of(terms: &[Term], key: &str, lang: Language) -> Option<&'static str> {
    terms.iter().find(|term| term.key == key).map(|term| term.word(lang))
}

/// The one term that a text means: its key, its word in either language, another spelling, or the beginning of one that
/// begins no other's. A text that merely contains a word, `未完成` or `not done`, means something else.
pub fn read<'t>(terms: &'t [Term], text: &str) -> Option<&'t Term> {
    let word = squeezed(text);
    if word.is_empty() {
        return None;
    }
    terms.iter().find(|term| term.is_called(text)).or_else(|| {
        let begun = |term: &&Term| term.spellings().any(|spelling| squeezed(spelling).starts_with(&word));
        let mut begun = terms.iter().filter(begun);
        begun.next().filter(|_| begun.next().is_none())
    })
}

/// The keys of all terms that a text is a spelling of, whatever they are terms for.
pub fn keys_called(text: &str) -> impl Iterator<Item = &'static str> {
    ALL.iter().copied().flatten().filter(move |term| term.is_called(text)).map(|term| term.key)
}

/// Every kind of terms.
pub const ALL: &[&[Term]] = &[
    LIGHTS,
    STATES,
    ENTRY_STATES,
    KINDS,
    OWN_KINDS,
    SEVERITIES,
    ESCALATIONS,
    NOTICE_LEVELS,
    NOTICE_PURPOSES,
    NOTICE_STATES,
    CARRIED_VALUES,
    PACES,
    RANKINGS,
    MERITS,
    CLOSINGS,
    COVERAGES,
    REPORTINGS,
    EVERIES,
    DAYS_OFF,
    DIRECTIONS,
    COLOURS,
    YES_NO,
    LANGUAGES,
    ORDERS,
    ROWS,
];

/// The lights.
pub const LIGHTS: &[Term] = &[
    term("blue", "蓝灯", "blue", &["蓝色", "蓝牌"]),
    term("green", "绿灯", "green", &["绿色", "绿牌"]),
    term("yellow", "黄灯", "yellow", &["黄色", "黄牌"]),
    term("red", "红灯", "red", &["红色", "红牌"]),
    term("grey", "灰灯", "grey", &["灰色", "gray"]),
];

/// How tasks stand.
pub const STATES: &[Term] = &[
    term("not_started", "未启动", "not started", &["未开始", "尚未启动", "未开工"]),
    term("in_progress", "推进中", "in progress", IN_PROGRESS),
    term("blocked", "受阻", "blocked", BLOCKED),
    term("done", "已完成", "done", DONE),
    term("closed", "已销号", "closed", &["销号", "已销项"]),
    term("returned", "已退回", "returned", &["退回"]),
    term("cancelled", "已撤销", "cancelled", &["撤销", "已取消", "取消", "终止", "canceled", "cancel"]),
];

/// What an entry says of the state.
pub const ENTRY_STATES: &[Term] = &[
    term("in_progress", "推进中", "in progress", IN_PROGRESS),
    term("blocked", "受阻", "blocked", BLOCKED),
    term("done", "已完成", "done", DONE),
    term("closed", "销号", "closed", &["已销号", "已销项"]),
    term("returned", "退回", "returned", &["已退回"]),
    term("reopened", "重新启动", "reopened", &["重启", "恢复"]),
    term("cancelled", "撤销", "cancelled", &["已撤销", "已取消", "取消", "终止", "canceled", "cancel"]),
];

const IN_PROGRESS: &[&str] =
    &["进行中", "正在推进", "正在实施", "实施中", "序时推进", "有序推进", "正常推进", "持续推进", "推进"];
const BLOCKED: &[&str] = &["停滞", "卡住", "遇阻"];
const DONE: &[&str] = &["完成", "提前完成", "全面完成", "办结", "已办结"];

/// How tasks are judged.
pub const KINDS: &[Term] = &[
    term("milestone", "节点类", "milestone", &["节点", "里程碑"]),
    term("measured", "量化类", "measured", &["量化"]),
    term("continuous", "常态类", "continuous", &["常态", "常态化", "持续", "持续类", "持续推进", "长期"]),
];

/// What a field of the office's own holds.
pub const OWN_KINDS: &[Term] = &[
    term("text", "文字", "text", &["文本", "words"]),
    term("number", "数字", "number", &["数值", "数"]),
    term("date", "日期", "date", &["日", "day"]),
];

/// How bad alerts are.
pub const SEVERITIES: &[Term] = &[
    term("critical", "严重", "critical", &[]),
    term("warning", "警示", "warning", &["警告"]),
    term("info", "提示", "info", &[]),
];

/// How loudly alerts are said.
pub const ESCALATIONS: &[Term] = &[
    term("remind", "提醒", "remind", &["提醒函"]),
    term("urge", "催办", "urge", &["催办通知", "催办单"]),
    term("supervise", "督办", "supervise", &["督办单", "督办通知"]),
    term("circulate", "通报", "circulate", &[]),
];

/// What notices are called.
pub const NOTICE_LEVELS: &[Term] = &[
    term("remind", "提醒函", "remind", &["提醒"]),
    term("urge", "催办通知", "urge", &["催办", "催办单"]),
    term("supervise", "督办单", "supervise", &["督办", "督办通知"]),
    term("circulate", "通报", "circulate", &[]),
];

/// What a notice asks for.
pub const NOTICE_PURPOSES: &[Term] =
    &[term("work", "催促办理", "work", &["办理"]), term("report", "催促报送", "report", &["催报", "报送"])];

/// How far notices have come, worst first.
pub const NOTICE_STATES: &[Term] = &[
    term("overdue", "逾期未反馈", "overdue", &["逾期"]),
    term("issued", "待签收", "issued", &["已发出", "未签收"]),
    term("received", "待反馈", "received", &["已签收"]),
    term("answered", "已反馈", "answered", &["已回复"]),
    term("settled", "已办结", "settled", &["办结"]),
    term("void", "已作废", "void", &["作废"]),
];

/// How the passed share of a span is reckoned.
pub const PACES: &[Term] = &[
    term("working_days", "按工作日", "working days", &["工作日"]),
    term("months", "按月", "months", &["月"]),
    term("days", "按日历天", "calendar days", &["日历天", "自然日", "天", "日", "按天"]),
];

/// By what those who are judged are ranked.
pub const RANKINGS: &[Term] = &[
    term("rate", "得分率", "share of the points", &["比例", "按得分率"]),
    term("points", "得分", "points", &["总分", "按得分", "按总分"]),
];

/// What gives points in a score, or costs some.
pub const MERITS: &[Term] = &[
    term("finished_in_time", "按时办结", "finished in time", &["按时完成"]),
    term("on_pace", "达序时进度", "on pace", &["达进度"]),
    term("reported_in_time", "按时报送", "reported in time", &[]),
    term("urged", "催办", "urged", &["被催办"]),
    term("supervised", "督办", "supervised", &["被督办"]),
    term("circulated", "通报", "circulated", &["被通报"]),
    term("extended_late", "逾期延期", "extended late", &["过期延期"]),
];

/// What becomes of a value so far when its task is carried over into the next plan.
pub const CARRIED_VALUES: &[Term] = &[
    term("baseline", "作基数", "as the baseline", &["基数", "作为基数", "结转基数", "剩余"]),
    term("whole", "整项重计", "the whole again", &["重计", "重新计", "整项", "全量"]),
];

/// Whether a finished task must be reviewed.
pub const CLOSINGS: &[Term] = &[
    term("direct", "办结即销号", "direct", &["单位自报即可", "直接"]),
    term("reviewed", "审核后销号", "reviewed", &["须经审核销号", "销号", "审核", "复核", "需审核"]),
];

/// How much of the source the tasks must cover.
pub const COVERAGES: &[Term] = &[
    term("full", "逐句覆盖", "full", &["逐句分解", "全部", "全", "完整"]),
    term("partial", "部分覆盖", "partial", &["部分分解", "部分"]),
];

/// How often a task must be heard of.
pub const REPORTINGS: &[Term] = &[
    term("weekly", "每周", "weekly", &["周", "周报"]),
    term("monthly", "每月", "monthly", &["月", "月报"]),
    term("quarterly", "每季度", "quarterly", &["每季", "季", "季报"]),
];

/// The periods for which reports are due.
pub const EVERIES: &[Term] = &[
    term("week", "每周", "week", &["周", "weekly", "每星期"]),
    term("month", "每月", "month", &["月", "monthly", "每个月"]),
    term("quarter", "每季度", "quarter", &["季度", "每季", "季", "quarterly"]),
];

/// What a day means by which something is due, where it is a day off.
pub const DAYS_OFF: &[Term] = &[
    term("as_is", "不变", "as is", &["按原日期", "不顺延", "原日期"]),
    term("next_working_day", "顺延至下一工作日", "next working day", &["顺延", "下一工作日", "next"]),
    term("previous_working_day", "提前至上一工作日", "previous working day", &["提前", "上一工作日", "previous"]),
];

/// On which side of its target a metric must be.
pub const DIRECTIONS: &[Term] = &[
    term("at_least", "不低于", "at least", &["至少", "至少达到", "不少于"]),
    term("at_most", "不高于", "at most", &["至多", "不超过", "不得超过"]),
    term("hold", "保持不低于", "never below", &["保持", "保持在", "始终不低于", "不跌破"]),
];

/// The colours that every terminal has.
pub const COLOURS: &[Term] = &[
    term("blue", "蓝色", "blue", &["蓝"]),
    term("green", "绿色", "green", &["绿"]),
    term("yellow", "黄色", "yellow", &["黄"]),
    term("red", "红色", "red", &["红"]),
    term("grey", "灰色", "grey", &["灰", "gray"]),
    term("magenta", "紫色", "magenta", &["紫", "品红"]),
    term("cyan", "青色", "cyan", &["青"]),
];

/// Yes and no.
pub const YES_NO: &[Term] =
    &[term("true", "是", "yes", &["有", "对", "on", "y"]), term("false", "否", "no", &["无", "不是", "off", "n"])];

/// The languages.
pub const LANGUAGES: &[Term] =
    &[term("zh-CN", "中文", "Chinese", &["zh", "汉语"]), term("en", "英文", "English", &["en-US", "英语"])];

/// Of what there are rows for other programs.
pub const ROWS: &[Term] = &[
    term("tasks", "任务", "tasks", &["task"]),
    term("entries", "报送", "entries", &["报送记录", "台账", "entry"]),
    term("alerts", "预警", "alerts", &["alert"]),
    term("notices", "督办文书", "notices", &["文书", "notice"]),
];

/// The orders of tasks that are no field's.
pub const ORDERS: &[Term] = &[term("plan", "计划顺序", "plan", &["计划"])];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_means_its_term_and_no_other() {
        for terms in ALL {
            for term in *terms {
                for spelling in term.spellings() {
                    assert_eq!(read(terms, spelling), Some(term), "{spelling}");
                }
            }
        }
    }

    #[test]
    fn a_beginning_that_begins_one_term_means_it() {
        for (terms, text, key) in [
            (LIGHTS, "红", Some("red")),
            (LIGHTS, "ＲＥＤ", Some("red")),
            (LIGHTS, "g", None),
            (KINDS, "常", Some("continuous")),
            (STATES, "not-started", Some("not_started")),
            (STATES, "未", Some("not_started")),
            (STATES, "已", None),
            (STATES, "", None),
            (DIRECTIONS, "不", None),
        ] {
            assert_eq!(read(terms, text).map(|term| term.key), key, "{text}");
        }
    }

    #[test]
    fn what_denies_or_only_contains_a_word_is_not_that_word() {
        for text in ["未完成", "not done", "非常态", "无督办", "不合格", "未达标", "基本完成", "undone", "未受阻"]
        {
            assert!(ALL.iter().all(|terms| read(terms, text).is_none()), "{text}");
            assert_eq!(keys_called(text).count(), 0, "{text}");
        }
    }
}
