//! `workplan init`: a new plan, empty or drafted from a document.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::usage::ValueFault;
use crate::both;
use crate::check::{self, Gravity};
use crate::desk::Desk;
use crate::desk::days::today;
use crate::desk::output::{BrokenPlan, emit, error_screen, note};
use crate::desk::reading::refuse_revision;
use crate::intake::draft::{self, Basis, Draft, DraftHead, Given, Known};
use crate::plan::{Date, DateFault, Language, Period, UtcOffset};
use crate::say;
use crate::store::{CreateError, Document, DocumentError, create, open, read_document, vacant};
use crate::view;
use crate::words;

/// The arguments of `workplan init`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan init plans/2021h1 --title 示例镇2021年上半年工作安排   新建空计划\n  workplan init plans/2021h1 --from 工作安排.txt                  由文件起草\n  workplan init plans/2021h1 --from 工作安排.txt --dry-run        只看内容，不写入\n\n起草时逐句分解原文：部署工作的句子成为任务草案，其余列入 context，一句不漏。任务名称、类型、指标、时限均为推定，须逐条核对。\n目录须不存在或为空",
    "Examples:\n  workplan init plans/2021h1 --title 示例镇2021年上半年工作安排   a new, empty plan\n  workplan init plans/2021h1 --from document.txt                  draft it from a document\n  workplan init plans/2021h1 --from document.txt --dry-run        show it, write nothing\n\nA draft takes the document sentence by sentence: what orders work becomes a drafted task, the rest is context, and nothing is lost. Titles, kinds, metrics and deadlines are guesses to be settled one by one.\nThe folder must not exist, or be empty",
))]
pub(super) struct InitArgs {
    #[arg(value_name = both!("目录", "DIR"), help = both!("新计划的目录", "The new plan's folder"))]
    folder: PathBuf,
    #[arg(long, value_name = both!("文件", "DOCUMENT"),
          help = both!("由这份文本文件起草（UTF-8、GBK、UTF-16）；Word 文档请先另存为纯文本", "Draft the plan from this text file (UTF-8, GBK, UTF-16); save a Word document as plain text first"))]
    from: Option<PathBuf>,
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
    #[arg(long, help = both!("只显示将写入的内容，不写入", "Show what would be written, and write nothing"))]
    dry_run: bool,
}

/// A file to be written: its path from the plan's folder, and its bytes.
type NewFile = (String, Vec<u8>);

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
    let lang = desk.lang;
    vacant(&args.folder).map_err(|error| refused(desk.lang, &args.folder, &error))?;
    let given = given(desk.lang, args)?;
    let today = today(UtcOffset::default());
    let (files, said) = match &args.from {
        Some(path) => drafted(path, &given, today, lang)?,
        None => {
            let head = empty_head(given, today);
            (draft::empty_plan(&head).into_iter().map(as_bytes).collect(), Said::of_empty(&head, lang))
        }
    };
    if args.dry_run {
        said.notes.iter().for_each(|text| note(lang, text));
        emit(desk, &shown(&args.folder, &files))?;
        return Ok(ExitCode::SUCCESS);
    }
    create(&args.folder, &files, |beside| look(desk, beside)).map_err(|error| match error {
        Fault::Create(error) => refused(desk.lang, &args.folder, &error),
        Fault::Broken(broken) => broken.into(),
    })?;
    said.notes.iter().for_each(|text| note(lang, text));
    let folder = args.folder.display().to_string();
    let (folder, told) = (words::visible(&folder), &said.told);
    let next = words::visible(&quoted(&args.folder)).into_owned();
    emit(
        desk,
        &say!(
            lang,
            "已新建 {folder}：{told}\n下一步：workplan check --plan {next}\n",
            "made {folder}: {told}\nnext: workplan check --plan {next}\n"
        ),
    )?;
    Ok(ExitCode::SUCCESS)
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
    let name = args.folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let id = name.filter(|name| !name.trim().is_empty() && name != "~").unwrap_or_else(|| "plan".to_owned());
    Ok(Given { id, title: args.title.clone(), issuer: args.issuer.clone(), issued: args.issued, period })
}

fn empty_head(given: Given, today: Date) -> DraftHead {
    draft::draft(&given.title.clone().unwrap_or_default(), &given, today).head
}

fn as_bytes((path, text): (String, String)) -> NewFile {
    (path, text.into_bytes())
}

/// What a person is told of a new plan.
struct Said {
    /// One line: what was made.
    told: String,
    /// What is to be known beside it.
    notes: Vec<String>,
}

impl Said {
    fn of_empty(head: &DraftHead, lang: Language) -> Said {
        let told = say!(lang, "空计划，尚无任务", "an empty plan, no task yet");
        Said { told, notes: open_parts(head, lang).into_iter().collect() }
    }

    fn of_draft(draft: &Draft, lang: Language) -> Said {
        let (sections, tasks) = (draft.sections.len(), draft.tasks().count());
        let metrics: usize = draft.tasks().map(|task| task.metrics.len()).sum();
        let dated = draft.tasks().filter(|task| task.deadline.is_some()).count();
        let told = say!(
            lang,
            "草案，{sections} 个板块、{tasks} 项任务（指标 {metrics} 个、写明时限 {dated} 项），须逐条核对",
            "a draft (sections {sections}, tasks {tasks}, metrics {metrics}, stated deadlines {dated}), to be settled one by one"
        );
        let mut notes: Vec<String> = open_parts(&draft.head, lang).into_iter().collect();
        if tasks == 0 {
            notes.push(say!(
                lang,
                "没有找到部署工作的句子，全文列入 context",
                "no sentence was found that orders work: all is context"
            ));
        }
        Said { told, notes }
    }
}

/// What the head of the plan leaves open.
fn open_parts(head: &DraftHead, lang: Language) -> Option<String> {
    let open = [
        (is_open(&head.title), lang.pick("标题", "the title")),
        (is_open(&head.issuer), lang.pick("发文单位", "the issuer")),
        (is_open(&head.issued), lang.pick("印发日期", "the day of issue")),
        (is_open(&head.period), lang.pick("起止时间", "the period")),
    ];
    let names: Vec<&str> = open.into_iter().filter_map(|(open, name)| open.then_some(name)).collect();
    let names = (!names.is_empty()).then(|| words::list(lang, names))?;
    Some(say!(
        lang,
        "{names}没有写明，暂填，请在 plan.yaml 中改正",
        "nothing says {names}: a stand-in was written, correct it in plan.yaml"
    ))
}

fn is_open<T>(known: &Known<T>) -> bool {
    known.basis == Basis::Assumed
}

fn drafted(path: &Path, given: &Given, today: Date, lang: Language) -> anyhow::Result<(Vec<NewFile>, Said)> {
    let document = read_document(path).map_err(|error| unread(lang, path, &error))?;
    if document.text.trim().is_empty() {
        anyhow::bail!(
            lang.pick("文件是空的，没有可以起草的内容", "the document is empty: there is nothing to draft from")
        );
    }
    let draft = draft::draft(&document.text, given, today);
    let mut said = Said::of_draft(&draft, lang);
    let (name, mut files) = source_files(path, document, lang, &mut said.notes);
    files.extend(draft::files(&draft, &name).into_iter().map(as_bytes));
    files.sort();
    Ok((files, said))
}

/// The document beside the plan: byte for byte, and, where a plan cannot read it so, as a text that it can.
fn source_files(path: &Path, document: Document, lang: Language, notes: &mut Vec<String>) -> (String, Vec<NewFile>) {
    let name = path.file_name().map_or_else(|| "document.txt".to_owned(), |name| name.to_string_lossy().into_owned());
    // A name that git, YAML or a terminal might trip over is not worth keeping.
    let plain = name.chars().all(|c| c.is_alphanumeric() || "._-()（）《》〔〕、 ".contains(c))
        && !name.starts_with(['.', ' ']);
    let name = if plain { name } else { "document.txt".to_owned() };
    let own = format!("source/{name}");
    if document.readable {
        return (own.clone(), vec![(own, document.bytes)]);
    }
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let fit = format!("source/{stem}.utf8.txt");
    notes.push(match document.encoding {
        Some(encoding) => say!(
            lang,
            "原文是 {encoding} 编码，已照原样存为 {own}，并转为 UTF-8 存为 {fit}，计划以后者为原文",
            "the document is {encoding}: kept as {own}, and as UTF-8 in {fit}, which the plan reads"
        ),
        None => say!(
            lang,
            "原文有不可见的控制字符，已照原样存为 {own}，去掉这些字符后存为 {fit}，计划以后者为原文",
            "the document has control characters: kept as {own}, and without them in {fit}, which the plan reads"
        ),
    });
    (fit.clone(), vec![(own, document.bytes), (fit, document.text.into_bytes())])
}

fn unread(lang: Language, path: &Path, error: &DocumentError) -> anyhow::Error {
    let shown = path.display();
    anyhow::anyhow!(match error {
        DocumentError::Unreadable(error) => {
            let why = words::io_failure(lang, error);
            say!(lang, "无法读取 {shown}：{why}", "cannot read {shown}: {why}")
        }
        DocumentError::NotAFile => say!(lang, "{shown} 不是文件", "{shown} is not a file"),
        DocumentError::TooLarge(most) => say!(
            lang,
            "{shown} 超过 {most} 字节，不像一份工作安排",
            "{shown} has more than {most} bytes: too much for a work plan"
        ),
        DocumentError::NotText => say!(
            lang,
            "{shown} 不是纯文本；Word、WPS、PDF 文件请先另存为“纯文本（.txt）”",
            "{shown} is not plain text: save a Word, WPS or PDF file as plain text (.txt) first"
        ),
    })
}

/// Why a plan was not made.
enum Fault {
    Create(CreateError),
    Broken(BrokenPlan),
}

impl From<CreateError> for Fault {
    fn from(error: CreateError) -> Fault {
        Fault::Create(error)
    }
}

/// Looks over a plan before it is put in its place: one with errors is none.
fn look(desk: &Desk, folder: &Path) -> Result<(), Fault> {
    let lang = desk.lang;
    let opened = open(folder);
    let found = check::run(&opened, lang);
    if opened.plan.is_some() && found.iter().all(|one| one.severity != Gravity::Error) {
        return Ok(());
    }
    let screen = error_screen(desk);
    let drawn = view::diagnostics(&opened, &found, lang, screen.colour, screen.columns);
    let end = say!(lang, "由此起草的计划有误，未写入", "the plan drafted from this has errors, so nothing was written");
    Err(Fault::Broken(BrokenPlan(drawn + &end)))
}

fn refused(lang: Language, folder: &Path, error: &CreateError) -> anyhow::Error {
    let shown = folder.display();
    anyhow::anyhow!(match error {
        CreateError::NotEmpty => say!(
            lang,
            "{shown} 中已有文件；请另取目录名，如 {shown}/plan",
            "{shown} holds files already; name another folder, as {shown}/plan"
        ),
        CreateError::HoldsPlan =>
            say!(lang, "{shown} 中已有计划，未作改动", "{shown} holds a plan already; nothing was changed"),
        CreateError::NotAFolder => say!(lang, "{shown} 是文件，不是目录", "{shown} is a file, not a folder"),
        CreateError::CurrentFolder => say!(
            lang,
            "{shown} 是当前目录；请回到上级目录，写上目录名再试",
            "{shown} is the current folder: go one folder up and name it there"
        ),
        CreateError::Unwritable(error) => {
            let why = words::io_failure(lang, error);
            say!(lang, "无法写入 {shown}：{why}", "cannot write {shown}: {why}")
        }
    })
}

/// What would be written: every file with its text. The document's own bytes are only named.
fn shown(folder: &Path, files: &[NewFile]) -> String {
    let mut shown = String::new();
    for (path, bytes) in files {
        let _ = writeln!(shown, "── {}/{path} ({} B)", words::visible(&folder.display().to_string()), bytes.len());
        if !path.starts_with("source/") {
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
    let name = folder.display().to_string();
    let plain = name.chars().all(|c| c.is_alphanumeric() || "._-/".contains(c)) && !name.starts_with('-');
    if plain { name } else { format!("'{}'", name.replace('\'', "'\\''")) }
}
