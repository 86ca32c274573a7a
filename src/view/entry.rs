//! An entry of the journal in a line.

use crate::assess::State;
use crate::paper::{Block, Line, Page};
use crate::plan::{Kind, Language};
use crate::report::show::{AmendmentLine, Earlier, EntryLine};
use crate::say;
use crate::words;
use crate::words::Worded;

/// `2020-11-20 规建办：推进中；完成集中居住户数 61户；第二批签约完成`.
pub(crate) fn entry_line(entry: &EntryLine<'_>, lang: Language) -> Line {
    let (date, said) = (entry.date, entry_said(entry, lang));
    Line::plain(format!("{date} {said}"))
}

/// What the journals of the plans before say, each under its plan's name.
pub(crate) fn add_earlier(page: &mut Page, earlier: &[Earlier<'_>], lang: Language) {
    for before in earlier {
        let (plan, title, id) = (before.plan, before.title, before.task);
        page.heading(say!(lang, "上期台账：{plan} {id}《{title}》", "The plan before: {plan} {id}, {title}"));
        match before.entries.is_empty() {
            true => page.say(say!(lang, "尚无记录", "No entries")),
            false => page.add(Block::Items(before.entries.iter().map(|entry| entry_line(entry, lang)).collect())),
        }
    }
}

/// The same without its day.
pub(crate) fn entry_said(entry: &EntryLine<'_>, lang: Language) -> String {
    said(entry, entry.evidence.iter().map(|path| say!(lang, "佐证：{path}", "evidence: {path}")), lang)
}

/// The same without its evidence, where that is shown beside it.
pub(crate) fn entry_said_alone(entry: &EntryLine<'_>, lang: Language) -> String {
    said(entry, std::iter::empty(), lang)
}

fn said(entry: &EntryLine<'_>, evidence: impl Iterator<Item = String>, lang: Language) -> String {
    let mut parts = progress_parts(entry, lang);
    parts.extend(entry.issue.map(|issue| say!(lang, "问题：{issue}", "issue: {issue}")));
    parts.extend(entry.next.map(|next| say!(lang, "下一步：{next}", "next: {next}")));
    parts.extend(evidence);
    parts.extend(entry.amendment.as_ref().map(|change| amendment(change, lang)));
    parts.extend(entry.withdraws.as_ref().map(|other| {
        let (date, reason) = (other.date, other.reason);
        say!(lang, "作废 {date} 的记录：{reason}", "withdraws the entry of {date}: {reason}")
    }));
    let mut said = parts.join(&say!(lang, "；", "; "));
    if entry.withdrawn {
        said = say!(lang, "【已作废】{said}", "[withdrawn] {said}");
    }
    match entry.by {
        Some(by) if said.is_empty() => by.to_owned(),
        Some(by) => say!(lang, "{by}：{said}", "{by}: {said}"),
        None => said,
    }
}

/// What an entry says of the work: its state, values, checkpoints, what was done, and which notice it answers.
pub(crate) fn progress_parts(entry: &EntryLine<'_>, lang: Language) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(entry.state.map(|state| state.word(lang).to_owned()));
    parts.extend(entry.percent.map(|percent| say!(lang, "自报进度 {percent}%", "{percent} % by estimate")));
    parts.extend(entry.values.iter().map(|value| format!("{} {}{}", value.metric, value.value, value.unit)));
    parts.extend(entry.steps.iter().map(|step| say!(lang, "完成节点“{step}”", "reached “{step}”")));
    parts.extend(entry.note.map(str::to_owned));
    parts.extend(entry.reply_to.map(|number| say!(lang, "回复{number}", "answers {number}")));
    parts
}

/// `调整完成时限：2020-11-30 改为 2020-12-15，评审组改期（镇长办公会批准）`.
pub(crate) fn amendment(change: &AmendmentLine<'_>, lang: Language) -> String {
    let (from, to) = (held(&change.field, &change.from, lang), held(&change.field, &change.to, lang));
    let field = words::field_name(lang, &change.field);
    let (reason, by) = (change.reason, change.approved_by);
    if let Some(same) = change.duplicate_of {
        return say!(
            lang,
            "与 {same} 重复，{reason}（{by}批准）",
            "a duplicate of {same}: {reason} (approved by {by})"
        );
    }
    say!(
        lang,
        "调整{field}：{from} 改为 {to}，{reason}（{by}批准）",
        "{field} amended from {from} to {to}: {reason} (approved by {by})"
    )
}

/// What a field held, in words where the files write a name of the program's own.
fn held<'v>(field: &str, value: &'v str, lang: Language) -> &'v str {
    let state = State::ALL.into_iter().find(|state| field == "state" && state.name() == value);
    let kind = Kind::ALL.into_iter().find(|kind| field == "kind" && kind.name() == value);
    state.map(|state| state.word(lang)).or(kind.map(|kind| kind.word(lang))).unwrap_or(value)
}
