//! `workplan init`: a new plan, empty or drafted from a document.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::typed::{Offering, one_of};
use super::usage::ValueFault;
use crate::both;
use crate::desk::Desk;
use crate::desk::asking::on_terminal;
use crate::desk::beginning;
use crate::desk::carrying::{Carrying, carry_over};
use crate::desk::days::today;
use crate::desk::input;
use crate::desk::making::{make_plan, refuse_occupied};
use crate::desk::output::{emit, lines, note, write_bytes};
use crate::desk::reading::refuse_revision;
use crate::intake::carry::CarryValues;
use crate::intake::document::DocumentKind;
use crate::intake::draft::{Given, NewFile, NewPlan};
use crate::intake::new_part::{section_id, theme_id};
use crate::plan::{Date, DateFault, Language, Period, Section, Theme, Unit, UtcOffset};
use crate::say;
use crate::view;
use crate::words;

/// The arguments of `workplan init`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan init plans/2021h1 --title 示例镇2021年上半年工作安排   新建空计划\n  workplan init 2021h1 --title 示例学校2021年工作要点 --unit 教务处=教务 --section 教学\n  workplan init plans/2021h1 --from 工作安排.docx                 由文件起草（.docx、.html、.pdf、.md、.txt）\n  workplan init plans/2021h1 --from 工作安排.docx --review 核对.html   另写一页，原文与任务左右对照\n  curl -s 网址 | workplan init plans/2021h1 --from - --as html   由网页起草\n  workplan init plans/2021h1 --from 工作安排.docx --dry-run       只看内容，不写入\n  workplan init plans/2021h1 --carry plans/2020h2                 结转上期未完成的任务\n  workplan init plans/2021h1 --carry 2020h2 --as-of 2020-12-31 --carry-values 作基数\n\n起草时逐句分解原文：部署工作的句子成为任务草案，其余列入 context，一句不漏。任务名称、类型、指标、时限均为推定，须逐条核对。\n结转时任务编号不变，单位、地点、板块、规则和注释照旧；已有新文件的，先结转，再用 workplan add 或 import --as tasks 补充新任务。\n目录须不存在、为空，或只有 .git。在终端上，没有写明的逐项询问",
    "Examples:\n  workplan init plans/2021h1 --title 示例镇2021年上半年工作安排   a new, empty plan\n  workplan init 2021h1 --title School --issuer School --unit Teaching=TE --section Lessons\n  workplan init plans/2021h1 --from document.docx                 draft it from a document (.docx, .html, .pdf, .md, .txt)\n  workplan init plans/2021h1 --from document.docx --review draft.html   and a page of the document beside the tasks\n  curl -s URL | workplan init plans/2021h1 --from - --as html     draft it from a web page\n  workplan init plans/2021h1 --from document.docx --dry-run       show it, write nothing\n  workplan init plans/2021h1 --carry plans/2020h2                 carry over what is unfinished\n  workplan init plans/2021h1 --carry 2020h2 --as-of 2020-12-31 --carry-values baseline\n\nA draft takes the document sentence by sentence: what orders work becomes a drafted task, the rest is context, and nothing is lost. Titles, kinds, metrics and deadlines are guesses to be settled one by one.\nWhat is carried over keeps its id; units, places, sections, rules and remarks come along. Where there is a new document too, carry over first, then add its tasks with `workplan add` or `import --as tasks`.\nThe folder must not exist, or be empty but for .git. On a terminal, what is not said is asked",
))]
pub(super) struct InitArgs {
    #[arg(value_name = both!("目录", "DIR"), help = both!("新计划的目录", "The new plan's folder"))]
    folder: PathBuf,
    #[arg(long, value_name = both!("文件", "DOCUMENT"),
          help = both!("由这份文件起草：.docx、.html、.pdf、.md 或纯文本（UTF-8、GBK、UTF-16）；“-”为标准输入", "Draft the plan from this document: .docx, .html, .pdf, .md or plain text (UTF-8, GBK, UTF-16); - is the standard input"))]
    from: Option<PathBuf>,
    #[arg(long = "as", value_name = "docx|html|pdf|md|txt", value_parser = kind, requires = "from",
          help = both!("文件的类型；默认按内容和文件名判断", "What kind of document it is; by default as its content and its name tell"))]
    kind: Option<DocumentKind>,
    #[arg(long, value_name = both!("标题", "TITLE"), help = both!("标题；默认取自文件", "The title; the document's by default"))]
    title: Option<String>,
    #[arg(long, value_name = both!("单位", "ISSUER"), help = both!("发文单位；默认取自文件", "Who issued it; as the document says by default"))]
    issuer: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), value_parser = day,
          help = both!("印发日期，如 2020-07-17；默认取自文件", "The day of issue, as 2020-07-17; the document's by default"))]
    issued: Option<Date>,
    #[arg(long, value_name = both!("日期", "DATE"), value_parser = day, requires = "end",
          help = both!("计划期第一天，与 --end 同用；默认取自标题，如 2020年下半年", "The first day of the period, with --end; by default as the title says: 2020年下半年"))]
    start: Option<Date>,
    #[arg(long, value_name = both!("日期", "DATE"), value_parser = day, requires = "start",
          help = both!("计划期最后一天", "The last day of the period"))]
    end: Option<Date>,
    #[arg(long, value_name = both!("网页", "FILE.html"), requires = "from",
          help = both!("另写一个网页，原文与起草的任务左右对照，推定和拿不准的都标出；与 --dry-run 同用，只写网页", "Write a page that shows the document beside the tasks, with what was guessed and what was not sure; with --dry-run the page alone"))]
    review: Option<PathBuf>,
    #[arg(long, help = both!("只显示将写入的内容，不写入", "Show what would be written, and write nothing"))]
    dry_run: bool,
    #[arg(long, value_name = both!("名称=简称", "NAME=SHORT"), help = both!("单位全称，可在等号后写简称；可重复", "A unit, with a short form behind an equals sign if wanted; may be repeated"))]
    unit: Vec<String>,
    #[arg(long, value_name = both!("标题", "TITLE"), conflicts_with = "from", help = both!("板块标题；可重复，编号依次为 1、2、3", "A section's title; may be repeated, and they are 1, 2, 3"))]
    section: Vec<String>,
    #[arg(long, value_name = both!("板块=专题", "SECTION=THEME"), requires = "section", help = both!("板块下的专题，板块写编号或标题；只有一个板块时只写专题；可重复", "A theme of a section, which goes by its number or title; of a single section the theme alone; may be repeated"))]
    theme: Vec<String>,
    #[command(flatten)]
    carrying: CarryArgs,
}

/// The arguments that make the next plan out of the one before.
#[derive(Debug, Args)]
#[command(next_help_heading = both!("结转", "Carrying over"))]
struct CarryArgs {
    #[arg(long, value_name = both!("计划", "PLAN"), conflicts_with_all = ["from", "unit", "section", "theme"],
          help = both!("结转此计划（目录或代号）的未完成任务和规则", "Carry over what is unfinished of this plan (its folder or id), with its units, places, sections and rules"))]
    carry: Option<PathBuf>,
    #[arg(long, value_name = both!("日期", "DATE"), requires = "carry", help = both!("按原计划截至此日的情况结转；默认今天", "The day on which the old plan is judged; today by default"))]
    as_of: Option<String>,
    #[arg(long, value_name = both!("方式", "HOW"), requires = "carry", value_parser = Offering::terms::<CarryValues>(),
          help = both!("累计值怎样结转：作基数（只算余下部分）、整项重计", "Values reported so far: baseline (only the rest counts now) or whole (the baseline stays as it was); asked for on a terminal"))]
    carry_values: Option<String>,
}

/// Reads an argument that is a kind of document.
fn kind(text: &str) -> Result<DocumentKind, ValueFault> {
    const FORM: &str = both!("请写 docx、html、pdf、md 或 txt", "write docx, html, pdf, md or txt");
    DocumentKind::named(text).ok_or_else(|| ValueFault::new(FORM))
}

/// Reads an argument that is a day.
fn day(text: &str) -> Result<Date, ValueFault> {
    text.parse().map_err(|fault| {
        ValueFault::new(match fault {
            DateFault::Form => both!("请按 2020-11-30 的形式写", "write it as 2020-11-30"),
            DateFault::NoSuchDay => both!("没有这一天", "there is no such day"),
        })
    })
}

pub(super) fn run(desk: &Desk, args: &InitArgs) -> anyhow::Result<ExitCode> {
    refuse_revision(desk)?;
    lines(desk)?;
    let lang = desk.lang;
    refuse_occupied(desk, &args.folder)?;
    let mut given = given(desk.lang, args)?;
    let today = today(UtcOffset::default());
    let mut from = args.from.clone();
    if from.is_none() && args.carrying.carry.is_none() && on_terminal() {
        from = if given.sections.is_empty() { beginning::document(lang)? } else { None };
        if from.is_none() {
            given = beginning::rest(lang, given)?;
        }
    }
    let plan = named(&args.folder);
    let (NewPlan { files, said, review }, then) = match (&from, &args.carrying.carry) {
        (_, Some(old)) => carried(desk, args, old, &given)?,
        (Some(path), None) => {
            let document = input::document_of(lang, path, args.kind)?;
            let reviewed = args.review.is_some();
            (NewPlan::drafted(path, document, &given, reviewed, today, lang), String::new())
        }
        (None, None) => (NewPlan::empty(&given, today, lang), wanting(lang, &given, &plan)),
    };
    let review = review.map(|draft| view::review(&draft, lang));
    if args.dry_run {
        if let (Some(page), Some(path)) = (&review, &args.review) {
            write_bytes(lang, path, page.as_bytes())?;
        }
        said.notes.iter().for_each(|text| note(lang, text));
        emit(desk, &shown(&args.folder, &files))?;
        return Ok(ExitCode::SUCCESS);
    }
    make_plan(desk, &args.folder, &files)?;
    if let (Some(page), Some(path)) = (&review, &args.review) {
        write_bytes(lang, path, page.as_bytes())?;
    }
    said.notes.iter().for_each(|text| note(lang, text));
    let folder = words::shown_path(&args.folder);
    let (folder, told) = (words::visible(&folder), &said.told);
    emit(
        desk,
        &say!(
            lang,
            "已新建 {folder}：{told}\n下一步：workplan check{plan}\n{then}",
            "made {folder}: {told}\nnext: workplan check{plan}\n{then}"
        ),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// How a command names the new plan.
fn named(folder: &Path) -> String {
    match folder == Path::new(".") {
        true => String::new(),
        false => format!(" --plan {}", words::visible(&quoted(folder))),
    }
}

/// The plan that is made out of an old one, and what to type for it next.
fn carried(desk: &Desk, args: &InitArgs, old: &Path, given: &Given) -> anyhow::Result<(NewPlan, String)> {
    let how = args.carrying.carry_values.as_deref();
    let values = how.map(|text| one_of::<CarryValues>("--carry-values", text, desk.lang)).transpose()?;
    let named = named(&args.folder);
    let asked = Carrying { old, as_of: args.carrying.as_of.as_deref(), values, named: &named };
    carry_over(desk, &asked, given.clone())
}

fn given(lang: Language, args: &InitArgs) -> anyhow::Result<Given> {
    let period = args.start.zip(args.end).map(|(start, end)| Period { start, end });
    if period.is_some_and(|period| period.end < period.start) {
        anyhow::bail!(lang.pick("--end 早于 --start", "--end is before --start"));
    }
    for (name, text) in [("--title", &args.title), ("--issuer", &args.issuer)] {
        if text.as_ref().is_some_and(|text| text.trim().is_empty() || text == "~") {
            anyhow::bail!(say!(lang, "{name} 是空的", "{name} is empty"));
        }
    }
    let real = dunce::canonicalize(&args.folder).unwrap_or_else(|_| args.folder.clone());
    let name = real.file_name().map(|name| name.to_string_lossy().into_owned());
    let id = name.filter(|name| !name.trim().is_empty() && name != "~").unwrap_or_else(|| "plan".to_owned());
    let units: Vec<Unit> = args.unit.iter().map(|text| Unit::read(text)).collect();
    let sections = sections(lang, args)?;
    let empty = units.iter().any(|unit| unit.name.as_str().is_empty())
        || sections.iter().any(|section| section.title.is_empty());
    if empty {
        anyhow::bail!(lang.pick("--unit、--section 是空的", "--unit or --section is empty"));
    }
    let (title, issuer) = (args.title.clone(), args.issuer.clone());
    Ok(Given { id, title, issuer, issued: args.issued, period, units, sections })
}

/// The sections that were given, with their themes.
fn sections(lang: Language, args: &InitArgs) -> anyhow::Result<Vec<Section>> {
    let mut sections: Vec<Section> = Vec::new();
    for title in &args.section {
        let id = section_id(&sections);
        sections.push(Section::new(&id, title.trim()));
    }
    for text in &args.theme {
        let (under, title) = match text.split_once(['=', '＝']) {
            Some((under, title)) => (Some(under.trim()), title.trim()),
            None => (None, text.trim()),
        };
        let is_meant = |section: &Section| match under {
            Some(under) => section.id == under || section.title == under,
            None => args.section.len() == 1,
        };
        let Some(at) = sections.iter().position(is_meant).filter(|_| !title.is_empty()) else {
            anyhow::bail!(say!(
                lang,
                "专题“{text}”请写成“板块=专题”，板块须是 --section 中的一个",
                "write the theme `{text}` as SECTION=THEME, the section being one of --section"
            ));
        };
        let id = sections.get(at).map(|section| theme_id(&sections, section)).unwrap_or_default();
        sections.iter_mut().skip(at).take(1).for_each(|section| section.themes.push(Theme::new(&id, title)));
    }
    Ok(sections)
}

/// What the plan still lacks before tasks can be added, as commands.
fn wanting(lang: Language, given: &Given, plan: &str) -> String {
    let units = given.units.is_empty().then(|| {
        say!(
            lang,
            "登记单位：workplan unit add 名称=简称{plan}\n",
            "declare units: workplan unit add NAME=SHORT{plan}\n"
        )
    });
    let sections = given.sections.is_empty().then(|| {
        say!(lang, "新增板块：workplan section add 标题{plan}\n", "add sections: workplan section add TITLE{plan}\n")
    });
    let first = given.sections.first().map(|first| {
        let (option, id) = match first.themes.first() {
            Some(theme) => ("--theme", &theme.id),
            None => ("--section", &first.id),
        };
        say!(
            lang,
            "新增任务：workplan add {option} {id} --title 任务名称{plan}\n",
            "add tasks: workplan add {option} {id} --title TITLE{plan}\n"
        )
    });
    [units, sections, first].into_iter().flatten().collect()
}

/// What would be written: every file with its text. The document's own bytes and long lists are only named.
fn shown(folder: &Path, files: &[NewFile]) -> String {
    let mut shown = String::new();
    for (path, bytes) in files {
        let _ = writeln!(shown, "── {}/{path} ({} B)", words::visible(&words::shown_path(folder)), bytes.len());
        if !path.starts_with("source/") && !path.ends_with(".csv") {
            let text = String::from_utf8_lossy(bytes);
            text.lines().for_each(|line| {
                let _ = writeln!(shown, "{}", words::visible(line));
            });
        }
    }
    shown
}

/// A folder's name as a shell reads it.
fn quoted(folder: &Path) -> String {
    let name = words::shown_path(folder);
    let plain = name.chars().all(|c| c.is_alphanumeric() || "._-/".contains(c)) && !name.starts_with('-');
    if plain { name } else { format!("'{}'", name.replace('\'', "'\\''")) }
}
