//! A chaser to one unit or person, to be sent as it is: what it is about, what is asked, task by task.

use super::common::{add_end, as_of, due, marked, named};
use crate::paper::{Block, Line, Page};
use crate::plan::{Escalation, Language};
use crate::report::chasing::{Ask, ChasedTask, Chaser};
use crate::report::header::Header;
use crate::report::whom::Whom;
use crate::say;
use crate::words;
use crate::words::Worded;

/// Lays out a chaser.
pub fn chaser(header: &Header<'_>, whom: Whom, chaser: &Chaser<'_>, lang: Language) -> Page {
    let mut page = Page::default();
    let unit = marked(chaser.unit.lead.unwrap_or_default(), chaser.unit.assumed);
    page.say(say!(lang, "{unit}：", "To {unit}:"));
    page.say(opening(header, whom, chaser.tasks(), lang));
    for (ask, tasks) in &chaser.asks {
        page.heading(asked(*ask, tasks.len(), lang));
        page.add(Block::Items(tasks.iter().map(|task| task_line(task, whom, lang)).collect()));
    }
    if header.plan.sample {
        page.heading(say!(
            lang,
            "【示例数据】以上进展均为虚构，仅供演示，请勿据此办理",
            "[sample data] all of this is fictional: do not act on it"
        ));
    }
    add_end(&mut page, header, lang);
    page
}

fn opening(header: &Header<'_>, whom: Whom, tasks: usize, lang: Language) -> String {
    let (day, title) = (as_of(lang, header.as_of), header.plan.title);
    let sample = if header.plan.sample { words::sample_tag(lang) } else { "" };
    let own = match whom {
        Whom::Lead => lang.pick("由你单位牵头", "that you lead"),
        Whom::Leader => lang.pick("由你分管", "under your direction"),
        Whom::Person => lang.pick("由你负责", "that you are in charge of"),
    };
    say!(
        lang,
        "{day}，《{title}》{sample}{own}的任务中，有 {tasks} 项需要办理或报送进展：",
        "{day}, tasks of 《{title}》{sample} {own} and that need your attention: {tasks}"
    )
}

/// `【督办】1 项，请立即办理，……：`.
fn asked(ask: Ask, tasks: usize, lang: Language) -> String {
    let (tag, request) = match ask {
        Ask::Act(escalation) => (escalation.word(lang), request(escalation, lang)),
        Ask::Report => (lang.pick("未报送", "unreported"), lang.pick("请及时报送进展", "please report how they stand")),
    };
    say!(lang, "【{tag}】{tasks} 项，{request}：", "[{tag}] {tasks}: {request}")
}

fn request(escalation: Escalation, lang: Language) -> &'static str {
    match escalation {
        Escalation::Circulate => lang.pick(
            "逾期已久，列入通报，请立即办理，并说明逾期原因和预计办结时间",
            "long overdue and told to all units: act at once, say why, and by when it will be done",
        ),
        Escalation::Supervise => lang.pick(
            "已列入督办，请立即办理，并说明原因和预计办结时间",
            "supervised until closed: act at once, say why, and by when it will be done",
        ),
        Escalation::Urge => lang.pick(
            "请抓紧办理，并报送进展和预计办结时间",
            "please act now, and report how far you are and by when it will be done",
        ),
        Escalation::Remind => {
            lang.pick("请按时限推进，如有困难请及时反馈", "please keep to the plan, and say if something hinders you")
        }
    }
}

/// `22-07 龚都村92户…（时限 2020-12-31）：完成 66.3%，……`.
fn task_line(task: &ChasedTask<'_>, whom: Whom, lang: Language) -> Line {
    let (name, why) = (named(&task.name), task.messages.join(&say!(lang, "；", "; ")));
    let deadline = task.deadline.map(|(day, basis)| {
        let day = due(lang, Some(day), basis);
        say!(lang, "（时限 {day}）", " (due {day})")
    });
    let deadline = deadline.unwrap_or_default();
    // A unit knows what it leads; a person is told whose task it is.
    let unit = task.name.unit.short.or(task.name.unit.lead).filter(|_| whom != Whom::Lead);
    let unit = unit.map(|unit| {
        let unit = marked(unit, task.name.unit.assumed);
        say!(lang, "〔{unit}〕", " [{unit}]")
    });
    let name = name + &unit.unwrap_or_default();
    Line::plain(say!(lang, "{name}{deadline}：{why}", "{name}{deadline}: {why}"))
}
