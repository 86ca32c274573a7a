//! A drafted plan as the files of a plan's folder.

use std::fmt::Write as _;

use crate::store::{block_scalar, flow_scalar};

use super::head::{Basis, DraftHead};
use super::plan::{Draft, DraftMetric, DraftSection, DraftTask};
use super::sentences::one_line;

/// The longest part of a title that names a task file, in characters.
const LONGEST_NAME: usize = 10;

/// The files of a plan that holds no task yet: their paths, with `/`, and texts.
pub fn empty_plan(head: &DraftHead) -> Vec<(String, String)> {
    let mut text = head_text(head, None);
    text.push_str(
        "\n# 责任单位：任务里写的牵头、配合单位都先在这里登记，short 是表格中用的简称。\n\
         # units:\n#   - { name: 规划建设和生态环境办公室, short: 规建办 }\n\
         units: []\n\
         \n# 板块和专题：照原文的（一）（二）和其下各段。任务编号以所属专题（没有专题的，以板块）的 id 开头，如 11-01。\n\
         # sections:\n#   - id: \"1\"\n#     title: 全力抓好经济建设\n#     themes:\n#       - { id: \"11\", title: 不断提升空间布局品质 }\n\
         sections: []\n",
    );
    vec![("plan.yaml".to_owned(), text), keep("tasks"), keep("progress")]
}

/// The files of a drafted plan; `source` is the document's path from the plan's folder, `settle` says what the
/// head of the plan leaves open.
pub fn files(draft: &Draft, source: &str) -> Vec<(String, String)> {
    let mut files = vec![("plan.yaml".to_owned(), plan(draft, source))];
    let width = draft.sections.iter().map(|section| section.id.len()).max().unwrap_or(1);
    for section in &draft.sections {
        files.push((format!("tasks/{}.yaml", file_name(section, width)), tasks(section)));
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

fn plan(draft: &Draft, source: &str) -> String {
    let mut text = head_text(&draft.head, Some(source));
    units(&mut text, draft);
    text.push_str("\n# 板块和专题：没有任务的不列。\n");
    text.push_str(if draft.sections.is_empty() { "sections: []\n" } else { "sections:\n" });
    for section in &draft.sections {
        let _ = writeln!(text, "  - id: \"{}\"", section.id);
        let _ = write!(text, "    title: {}", block_scalar(&section.title));
        text.push_str(if section.assumed { " # 草案：原文没有这个标题\n" } else { "\n" });
        if !section.themes.is_empty() {
            text.push_str("    themes:\n");
        }
        for theme in &section.themes {
            let _ = writeln!(text, "      - {{ id: \"{}\", title: {} }}", theme.id, flow_scalar(&theme.title));
        }
    }
    if !draft.context.is_empty() {
        text.push_str(
            "\n# 不部署任务的句子（形势、回顾、要求、标题等）。其中实为任务的，改写到 tasks/ 里。\ncontext:\n",
        );
    }
    for sentence in &draft.context {
        let _ = writeln!(text, "  - {}", block_scalar(sentence));
    }
    text.push_str("\nassumptions: |\n");
    for line in assumptions(draft) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

fn head_text(head: &DraftHead, source: Option<&str>) -> String {
    let mut text = String::new();
    text.push_str(match source {
        Some(_) => "# 工作安排草案：由原文自动分解，任务、类型、指标、时限都须逐条核对。标“待核”“待填”的先定。\n",
        None => "# 工作安排：一个目录就是一份计划。写完后用 workplan check 检查。\n",
    });
    let _ = writeln!(text, "format: workplan/1");
    let _ = writeln!(text, "id: {}", block_scalar(&head.id));
    let _ = writeln!(text, "title: {}{}", block_scalar(&head.title.value), remark(head.title.basis));
    let _ = writeln!(text, "issuer: {}{}", block_scalar(&head.issuer.value), remark(head.issuer.basis));
    if let Some(disclosure) = &head.disclosure {
        let _ = writeln!(text, "disclosure: {}", block_scalar(disclosure));
    }
    let _ = writeln!(text, "issued: {}{}", head.issued.value, remark(head.issued.basis));
    let period = head.period.value;
    let _ = writeln!(text, "period: {{ start: {}, end: {} }}{}", period.start, period.end, remark(head.period.basis));
    text.push_str("utc_offset: \"+08:00\"\nlanguage: zh-CN\ncalendar: CN\n");
    match source {
        Some(source) => {
            let _ = writeln!(text, "source: {}", block_scalar(source));
        }
        None => text.push_str("# source: 原文.txt              # 原文（文本文件），放在本目录或其下\n"),
    }
    text.push_str("pace: working_days              # 序时进度按工作日计；也可写 months、days\n");
    text.push_str("closing: direct                 # 办结即完成；须审核销号的写 reviewed\n");
    text.push_str(match source {
        Some(_) => "coverage: full                  # 原文每一句都须分解到任务，或列入 context\n",
        None => "coverage: partial               # 要求原文每一句都有着落的，写 full\n",
    });
    text.push_str("reporting: monthly              # 报送周期：weekly、monthly、quarterly\n");
    text.push_str("alerts: { due_soon: 10, urge_after: 0, supervise_after: 5, circulate_after: 15, behind: 0.10, far_behind: 0.25 }\n");
    text
}

fn remark(basis: Basis) -> &'static str {
    match basis {
        Basis::Given => "",
        Basis::Read => "",
        Basis::Assumed => " # 待填：原文没有写明",
    }
}

fn units(text: &mut String, draft: &Draft) {
    let units = draft.units();
    if units.is_empty() {
        text.push_str("\n# 责任单位：原文没有列出，任务都没有牵头单位。先在这里登记，再逐项写 lead；自行推定的，列入该任务的 assumed。\nunits: []\n");
        return;
    }
    text.push_str("\n# 责任单位：照原文所列，表格中用的简称写在 short。\nunits:\n");
    for unit in units {
        let _ = writeln!(text, "  - {{ name: {} }}", flow_scalar(unit));
    }
}

/// What was assumed, one line each.
fn assumptions(draft: &Draft) -> Vec<String> {
    let head = &draft.head;
    let mut lines = vec!["本计划为草案，由原文自动分解，尚未核对。任务类型按原文用词推定，写明完成、启动等结果的有终点，推进、加强等按持续推进；指标取自引文中的数字，均为推定。".to_owned()];
    let assumed = |basis: Basis| basis == Basis::Assumed;
    let open: Vec<&str> = [
        (assumed(head.title.basis), "标题"),
        (assumed(head.issuer.basis), "发文单位"),
        (assumed(head.issued.basis), "印发日期"),
        (assumed(head.period.basis), "起止时间"),
    ]
    .into_iter()
    .filter_map(|(open, name)| open.then_some(name))
    .collect();
    if !open.is_empty() {
        lines.push(format!("原文没有写明{}，暂填，待核。", open.join("、")));
    }
    if draft.tasks().any(|task| task.lead.is_none()) {
        lines.push("原文没有写明责任单位的任务，未填牵头单位。".to_owned());
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

fn tasks(section: &DraftSection) -> String {
    let mut text = format!(
        "# 板块{} {}\n# 草案：标题、类型（kind）、指标（metrics）、时限（deadline）待核。\n",
        section.id,
        comment(&section.title)
    );
    section.tasks.iter().for_each(|one| task(&mut text, one));
    for theme in &section.themes {
        let _ = write!(text, "\n# 专题{} {}\n", theme.id, comment(&theme.title));
        theme.tasks.iter().for_each(|one| task(&mut text, one));
    }
    text
}

fn task(text: &mut String, task: &DraftTask) {
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
    if !task.metrics.is_empty() {
        text.push_str("  metrics:\n");
    }
    task.metrics.iter().for_each(|one| metric(text, one));
    if let Some(deadline) = &task.deadline {
        let _ = write!(text, "  deadline: {}\n  deadline_says: {}\n", deadline.date, block_scalar(&deadline.says));
    }
    let _ = writeln!(text, "  assumed: [{}]", assumed(task).join(", "));
    left_open(text, &task.guesses, "是约数，没有作为指标");
    left_open(text, &task.unsettled, "没有据此定时限");
}

/// A comment on words of the quote of which nothing was made.
fn left_open(text: &mut String, words: &[String], why: &str) {
    if !words.is_empty() {
        let words: Vec<String> = words.iter().map(|words| format!("“{}”", comment(words))).collect();
        let _ = writeln!(text, "  # 待核：引文写有{}，{why}", words.join("、"));
    }
}

fn metric(text: &mut String, metric: &DraftMetric) {
    let bound = if metric.bound { ", direction: at_most" } else { "" };
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
    let fields = [(!own_words).then_some("title"), Some("kind"), (!task.metrics.is_empty()).then_some("metrics")];
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
