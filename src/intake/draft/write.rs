//! A drafted plan as the files of a plan's folder.

use std::fmt::Write as _;

use crate::plan::Language;
use crate::say;
use crate::store::{block_scalar, flow_scalar};
use crate::words::{self, Worded};

use super::head::{Basis, DraftHead};
use super::plan::{Draft, DraftMetric, DraftSection, DraftTask};
use super::sentences::one_line;

/// The longest part of a title that names a task file, in characters.
const LONGEST_NAME: usize = 10;

/// The files of a plan that holds no task yet: their paths, with `/`, and texts.
pub fn empty_plan(head: &DraftHead, lang: Language) -> Vec<(String, String)> {
    let mut text = head_text(head, None, lang);
    text.push_str(lang.pick(
        "\n# 责任单位：任务里写的牵头、配合单位都先在这里登记，short 是表格中用的简称。\n\
         # 登记：workplan unit add 规划建设和生态环境办公室=规建办\n",
        "\n# The units that tasks may name; short is the form that tables use.\n\
         # To declare one: workplan unit add Teaching=TE\n",
    ));
    declared_units(&mut text, head);
    text.push_str(lang.pick(
        "\n# 板块和专题：任务编号以所属专题（没有专题的，以板块）的 id 开头，如 11-01。\n\
         # 新增：workplan section add 安全工作；专题：workplan section add 消防安全 --under 安全\n",
        "\n# Sections and their themes: the id of a task begins with its theme's id (or its section's), as 11-01.\n\
         # To add one: workplan section add Safety; a theme: workplan section add Fire --under Safety\n",
    ));
    text.push_str(if head.sections.is_empty() { "sections: []\n" } else { "sections:\n" });
    for section in &head.sections {
        let _ = writeln!(text, "  - id: \"{}\"\n    title: {}", section.id, block_scalar(&section.title));
        text.push_str(if section.themes.is_empty() { "" } else { "    themes:\n" });
        for theme in &section.themes {
            let _ = writeln!(text, "      - {{ id: \"{}\", title: {} }}", theme.id, flow_scalar(&theme.title));
        }
    }
    if let Some(open) = left_open_in(head, lang) {
        let open =
            say!(lang, "{open}没有写明，暂填，待核。", "Nobody said {open}: a stand-in was written, to be settled.");
        let _ = writeln!(text, "\nassumptions: {}", block_scalar(&open));
    }
    vec![("plan.yaml".to_owned(), text), keep("tasks"), keep("progress")]
}

/// The units that were given, as a list.
fn declared_units(text: &mut String, head: &DraftHead) {
    text.push_str(if head.units.is_empty() { "units: []\n" } else { "units:\n" });
    for unit in &head.units {
        let short = unit.short.as_ref().map_or_else(String::new, |short| format!(", short: {}", flow_scalar(short)));
        let _ = writeln!(text, "  - {{ name: {}{short} }}", flow_scalar(unit.name.as_str()));
    }
}

/// What nothing says of the plan as a whole; none where all is said.
pub(crate) fn left_open_in(head: &DraftHead, lang: Language) -> Option<String> {
    let assumed = |basis: Basis| basis == Basis::Assumed;
    let open = [
        (assumed(head.title.basis), lang.pick("标题", "the title")),
        (assumed(head.issuer.basis), lang.pick("发文单位", "the issuer")),
        (assumed(head.issued.basis), lang.pick("印发日期", "the day of issue")),
        (assumed(head.period.basis), lang.pick("起止时间", "the period")),
    ];
    let names: Vec<&str> = open.into_iter().filter_map(|(open, name)| open.then_some(name)).collect();
    (!names.is_empty()).then(|| words::list(lang, names))
}

/// The files of a drafted plan, with remarks in a language; `source` is the document's path from the plan's folder.
pub fn files(draft: &Draft, source: &str, lang: Language) -> Vec<(String, String)> {
    let mut files = vec![("plan.yaml".to_owned(), plan(draft, source, lang))];
    let width = draft.sections.iter().map(|section| section.id.len()).max().unwrap_or(1);
    for section in &draft.sections {
        files.push((format!("tasks/{}.yaml", file_name(section, width)), tasks(section, lang)));
    }
    if draft.sections.is_empty() {
        files.push(keep("tasks"));
    }
    files.push(keep("progress"));
    files
}

/// git keeps no empty folder.
fn keep(folder: &str) -> (String, String) {
    (format!("{folder}/.gitkeep"), String::new())
}

fn plan(draft: &Draft, source: &str, lang: Language) -> String {
    let mut text = head_text(&draft.head, Some(source), lang);
    units(&mut text, draft, lang);
    text.push_str(lang.pick("\n# 板块和专题：没有任务的不列。\n", "\n# Sections and themes: those that hold tasks.\n"));
    text.push_str(if draft.sections.is_empty() { "sections: []\n" } else { "sections:\n" });
    for section in &draft.sections {
        let _ = writeln!(text, "  - id: \"{}\"", section.id);
        let _ = write!(text, "    title: {}", block_scalar(&section.title));
        let own = lang.pick(" # 草案：原文没有这个标题\n", " # draft: no heading of the document\n");
        text.push_str(if section.assumed { own } else { "\n" });
        if !section.themes.is_empty() {
            text.push_str("    themes:\n");
        }
        for theme in &section.themes {
            let _ = writeln!(text, "      - {{ id: \"{}\", title: {} }}", theme.id, flow_scalar(&theme.title));
        }
    }
    if !draft.context.is_empty() {
        text.push_str(lang.pick(
            "\n# 不部署任务的句子（形势、回顾、要求、标题等）。其中实为任务的，改写到 tasks/ 里。\ncontext:\n",
            "\n# Sentences that order no work. What is work after all belongs into tasks/.\ncontext:\n",
        ));
    }
    for sentence in &draft.context {
        let _ = writeln!(text, "  - {}", block_scalar(sentence));
    }
    text.push_str("\nassumptions: |\n");
    for line in assumptions(draft, lang) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

fn head_text(head: &DraftHead, source: Option<&str>, lang: Language) -> String {
    let mut text = String::new();
    text.push_str(match source {
        Some(_) => lang.pick(
            "# 工作安排草案：由原文自动分解，任务、类型、指标、时限都须逐条核对。标“待核”“待填”的先定。\n",
            "# A draft, made of the document: tasks, kinds, metrics and deadlines are to be settled one by one.\n",
        ),
        None => lang.pick(
            "# 工作安排：一个目录就是一份计划。写完后用 workplan check 检查。\n",
            "# A work plan: one folder is one plan. `workplan check` looks it over.\n",
        ),
    });
    let remark = |basis: Basis| match (basis, source) {
        (Basis::Given | Basis::Read, _) => "",
        (Basis::Assumed, Some(_)) => lang.pick(" # 待填：原文没有写明", " # a stand-in: the document does not say it"),
        (Basis::Assumed, None) => lang.pick(" # 待填：没有写明，暂填", " # a stand-in: nobody said it"),
    };
    let _ = writeln!(text, "format: workplan/1");
    let _ = writeln!(text, "id: {}", block_scalar(&head.id));
    let _ = writeln!(text, "title: {}{}", block_scalar(&head.title.value), remark(head.title.basis));
    let _ = writeln!(text, "issuer: {}{}", block_scalar(&head.issuer.value), remark(head.issuer.basis));
    if let Some(number) = &head.number {
        let _ = writeln!(text, "number: {}", block_scalar(number));
    }
    if let Some(disclosure) = &head.disclosure {
        let _ = writeln!(text, "disclosure: {}", block_scalar(disclosure));
    }
    let _ = writeln!(text, "issued: {}{}", head.issued.value, remark(head.issued.basis));
    let period = head.period.value;
    let _ = writeln!(text, "period: {{ start: {}, end: {} }}{}", period.start, period.end, remark(head.period.basis));
    let _ = write!(text, "utc_offset: \"+08:00\"\nlanguage: {}\ncalendar: CN\n", lang.key());
    rules(&mut text, source, lang);
    text
}

fn rules(text: &mut String, source: Option<&str>, lang: Language) {
    match source {
        Some(source) => {
            let _ = writeln!(text, "source: {}", block_scalar(source));
        }
        None => text.push_str(lang.pick(
            "# source: 原文.txt              # 原文（文本文件），放在本目录或其下\n",
            "# source: document.txt          # the document, a text file in this folder or below\n",
        )),
    }
    text.push_str(lang.pick(
        "pace: working_days              # 序时进度按工作日计；也可写 months、days\n",
        "pace: working_days              # or months, days\n",
    ));
    text.push_str(lang.pick(
        "closing: direct                 # 办结即完成；须审核销号的写 reviewed\n",
        "closing: direct                 # done is finished; reviewed: it waits for a reviewer\n",
    ));
    text.push_str(match source {
        Some(_) => lang.pick(
            "coverage: full                  # 原文每一句都须分解到任务，或列入 context\n",
            "coverage: full                  # every sentence is a task's, or stands under context\n",
        ),
        None => lang.pick(
            "coverage: partial               # 要求原文每一句都有着落的，写 full\n",
            "coverage: partial               # full: every sentence of the document must be somewhere\n",
        ),
    });
    text.push_str(lang.pick(
        "reporting: monthly              # 报送周期：weekly、monthly、quarterly\n",
        "reporting: monthly              # weekly, monthly, quarterly\n",
    ));
    text.push_str("alerts: { due_soon: 10, urge_after: 0, supervise_after: 5, circulate_after: 15, behind: 0.10, far_behind: 0.25 }\n");
}

fn units(text: &mut String, draft: &Draft, lang: Language) {
    let given = &draft.head.units;
    let units = draft.units();
    if units.is_empty() && given.is_empty() {
        text.push_str(lang.pick(
            "\n# 责任单位：原文没有列出，任务都没有牵头单位。先在这里登记，再逐项写 lead；自行推定的，列入该任务的 assumed。\n",
            "\n# Units: the document names none, so no task has a lead. Declare them, then give each task its lead; mark what you assume.\n",
        ));
    } else {
        text.push_str(lang.pick(
            "\n# 责任单位：照原文所列，表格中用的简称写在 short。\n",
            "\n# Units as the document names them; short is the form that tables use.\n",
        ));
    }
    declared_units(text, &draft.head);
    let new = units.iter().filter(|name| !given.iter().any(|unit| unit.is_called(name)));
    let new: String = new.map(|unit| format!("  - {{ name: {} }}\n", flow_scalar(unit))).collect();
    if given.is_empty() && !new.is_empty() {
        *text = text.strip_suffix(" []\n").unwrap_or(text).to_owned() + "\n";
    }
    text.push_str(&new);
}

/// What was assumed, one line each.
fn assumptions(draft: &Draft, lang: Language) -> Vec<String> {
    let mut lines = vec![say!(
        lang,
        "本计划为草案，由原文自动分解，尚未核对。任务类型按原文用词推定，写明完成、启动等结果的有终点，推进、加强等按持续推进；指标取自引文中的数字，均为推定。",
        "This plan is a draft, made of the document and not settled yet. Kinds follow the document's words, metrics the numbers that it quotes: all are assumed."
    )];
    if let Some(open) = left_open_in(&draft.head, lang) {
        lines.push(say!(
            lang,
            "原文没有写明{open}，暂填，待核。",
            "The document does not say {open}: a stand-in was written, to be settled."
        ));
    }
    if draft.tasks().any(|task| task.lead.is_none()) {
        lines.push(say!(
            lang,
            "原文没有写明责任单位的任务，未填牵头单位。",
            "Tasks for which the document names no unit have no lead."
        ));
    }
    lines
}

/// `1-全力抓好经济建设`: the id, padded so that names sort as ids do, and the beginning of the title.
fn file_name(section: &DraftSection, width: usize) -> String {
    let first = section.title.split(|c: char| "，,。；;：:".contains(c)).next().unwrap_or("");
    let words: String = first.chars().filter(|c| c.is_alphanumeric()).take(LONGEST_NAME).collect();
    let id = format!("{:0>width$}", section.id);
    if words.is_empty() { id } else { format!("{id}-{words}") }
}

fn tasks(section: &DraftSection, lang: Language) -> String {
    let mut text = say!(
        lang,
        "# 板块{} {}\n# 草案：标题、类型（kind）、指标（metrics）、时限（deadline）待核。\n",
        "# Section {} {}\n# A draft: title, kind, metrics and deadline of each are to be settled.\n",
        section.id,
        comment(&section.title)
    );
    section.tasks.iter().for_each(|one| task(&mut text, one, lang));
    for theme in &section.themes {
        let (id, title) = (&theme.id, comment(&theme.title));
        text.push_str(&say!(lang, "\n# 专题{id} {title}\n", "\n# Theme {id} {title}\n"));
        theme.tasks.iter().for_each(|one| task(&mut text, one, lang));
    }
    text
}

fn task(text: &mut String, task: &DraftTask, lang: Language) {
    let _ = write!(
        text,
        "\n- id: {}\n  title: {}\n  source: {}\n",
        task.id,
        block_scalar(&task.title),
        block_scalar(&task.source)
    );
    let _ = writeln!(text, "  kind: {}", task.kind.name());
    if let Some(lead) = &task.lead {
        let _ = writeln!(text, "  lead: {}", block_scalar(lead));
    }
    if !task.support.is_empty() {
        let units: Vec<String> = task.support.iter().map(|unit| flow_scalar(unit)).collect();
        let _ = writeln!(text, "  support: [{}]", units.join(", "));
    }
    for (key, who) in [("person", &task.person), ("leader", &task.leader)] {
        if let Some(who) = who {
            let _ = writeln!(text, "  {key}: {}", block_scalar(who));
        }
    }
    if !task.metrics.is_empty() {
        text.push_str("  metrics:\n");
    }
    task.metrics.iter().for_each(|one| metric(text, one));
    days(text, task);
    let _ = writeln!(text, "  assumed: [{}]", assumed(task).join(", "));
    if let Some(words) = &task.dated_by {
        let words = comment(words);
        text.push_str(&say!(lang, "  # 时限依据：{words}\n", "  # the deadline is set by: {words}\n"));
    }
    left_open(text, &task.guesses, lang, lang.pick("是约数或范围，没有作为指标", "is no exact number, and no metric"));
    left_open(text, &task.unsettled, lang, lang.pick("没有据此定时限", "sets no single day"));
    if !task.steps.is_empty() {
        let said = quoted(&task.steps, lang);
        text.push_str(&say!(
            lang,
            "  # 待核：表中分期写有{said}，没有作为时限或指标\n",
            "  # to be settled: the table's {said} is no deadline and no metric\n"
        ));
    }
    if !task.headed.is_empty() {
        let said = quoted(&task.headed, lang);
        text.push_str(&say!(
            lang,
            "  # 待核：上面的标题写有{said}，没有作为指标\n",
            "  # to be settled: {said} in the heading above is no metric\n"
        ));
    }
}

fn days(text: &mut String, task: &DraftTask) {
    if let Some(start) = task.start {
        let _ = writeln!(text, "  start: {start}");
    }
    if let Some(deadline) = &task.deadline {
        let _ = writeln!(text, "  deadline: {}", deadline.date);
        if let Some(says) = &deadline.says {
            let _ = writeln!(text, "  deadline_says: {}", block_scalar(says));
        }
    }
    if let Some(recurs) = task.recurs {
        let _ = writeln!(text, "  recurs: {{ every: {}, by: {} }}", recurs.every.key(), recurs.by);
    }
}

/// A comment on words of the quote of which nothing was made.
fn left_open(text: &mut String, words: &[String], lang: Language, why: &str) {
    if !words.is_empty() {
        let said = quoted(words, lang);
        text.push_str(&say!(
            lang,
            "  # 待核：引文写有{said}，{why}\n",
            "  # to be settled: the quote's {said} {why}\n"
        ));
    }
}

fn quoted(said: &[String], lang: Language) -> String {
    words::list(lang, said.iter().map(|words| format!("“{}”", comment(words))))
}

fn metric(text: &mut String, metric: &DraftMetric) {
    let bound =
        if metric.direction.is_bound() { format!(", direction: {}", metric.direction.name()) } else { String::new() };
    let _ = writeln!(
        text,
        "    - {{ name: {}, unit: {}, target: {}{bound}, says: {} }}",
        flow_scalar(&metric.name),
        flow_scalar(&metric.unit),
        metric.target,
        flow_scalar(&metric.says)
    );
}

fn assumed(task: &DraftTask) -> Vec<&'static str> {
    let own_words = one_line(&task.source).contains(&task.title);
    let unsure = task.deadline.as_ref().is_some_and(|deadline| !deadline.sure || deadline.says.is_none());
    let fields = [
        (!own_words).then_some("title"),
        Some("kind"),
        (task.inherited && task.lead.is_some()).then_some("lead"),
        (task.inherited && !task.support.is_empty()).then_some("support"),
        (!task.metrics.is_empty()).then_some("metrics"),
        unsure.then_some("deadline"),
    ];
    fields.into_iter().flatten().collect()
}

/// A title in a comment: one line of printable characters.
fn comment(title: &str) -> String {
    title
        .chars()
        .map(|c| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') {
                ' '
            } else {
                c
            }
        })
        .collect()
}
