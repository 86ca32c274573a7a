//! Which sheets of the file are ledgers, and what is said of how they were read.

use std::path::Path;

use super::documents;
use super::heads::{Unheaded, headless};
use super::kept::Kept;
use super::terms::Wanted;
use crate::intake::ledger::{Ledger, Naming};
use crate::intake::sheet::{self, Book, MAX_CELLS, Sheet, SheetError, no_text, open_quote};
use crate::plan::Language;
use crate::plan::meant::column::Field;
use crate::say;
use crate::words;

/// The columns that say how the work goes.
pub(super) const PROGRESS: [Field; 8] = [
    Field::Value,
    Field::State,
    Field::Checkpoints,
    Field::Note,
    Field::Issue,
    Field::Next,
    Field::Evidence,
    Field::Percent,
];

/// Reads the file.
///
/// # Errors
/// When it is no table that can be read: why.
pub(crate) fn read(lang: Language, path: &Path, file: &str) -> Result<Book, String> {
    documents::book(lang, path, file).unwrap_or_else(|| sheet::read(path).map_err(|error| unread(lang, file, &error)))
}

fn unread(lang: Language, file: &str, error: &SheetError) -> String {
    match error {
        SheetError::Unreadable(error) => {
            let why = words::io_failure(lang, error);
            say!(lang, "无法读取 {file}：{why}", "cannot read {file}: {why}")
        }
        SheetError::TooLarge(most) => say!(
            lang,
            "{file} 过大（超过 {most} 字节），不像一份台账",
            "{file} is too large for a ledger: more than {most} bytes"
        ),
        SheetError::TooMany => say!(
            lang,
            "{file} 的单元格过多（超过 {MAX_CELLS} 个），不像一份台账",
            "{file} has too many cells for a ledger: more than {MAX_CELLS}"
        ),
        SheetError::OtherKind(kind @ (".doc" | ".docx")) => say!(
            lang,
            "{file} 是 {kind} 文件；请用 WPS 或 Word 另存为 .docx 后再试，其中的表格可以导入",
            "{file} is a {kind} file; save it as .docx with Word, and its tables can be imported"
        ),
        SheetError::OtherKind(kind) => say!(
            lang,
            "{file} 是 {kind} 文件，不能直接导入；请在 WPS 或 Excel 中另存为 .xlsx 后再试",
            "{file} is a {kind} file, which is not read here; save it as .xlsx first"
        ),
        SheetError::OfProject => say!(
            lang,
            "{file} 是 MS Project 的计划文件，不能直接导入；请在 Project 中另存为“CSV（逗号分隔）”或 Excel 工作簿（导出标识号、任务名称、大纲级别、开始时间、完成时间、前置任务、资源名称等列）后再试",
            "{file} is a plan of MS Project, which is not read here; in Project, save it as CSV or as an Excel workbook (with the columns ID, Name, Outline Level, Start, Finish, Predecessors, Resource Names), and import that"
        ),
        SheetError::NotBuilt => say!(
            lang,
            "本程序编译时未包含 Excel 功能，不能读取 {file}；请另存为 CSV 后再试",
            "this build reads no workbooks, so {file} cannot be read; save it as CSV"
        ),
        SheetError::TooOld => say!(
            lang,
            "{file} 是 Excel 95 或更早的格式；请在 WPS 或 Excel 中另存为 .xlsx 后再试",
            "{file} was written by Excel 95 or older; save it as .xlsx first"
        ),
        SheetError::Protected => say!(
            lang,
            "{file} 设有打开密码，读不出内容；请在 WPS 或 Excel 中打开，在“文件”的“文档加密”或“信息 → 保护工作簿”中清除密码（设过“保护工作簿”的也请撤销），保存后再试",
            "{file} is encrypted and cannot be read; open it in Excel or WPS, clear its password under File, Info, Protect Workbook (lift the protection of the workbook too, if it has one), and save it"
        ),
        SheetError::Damaged(why) => {
            say!(lang, "{file} 已损坏，或不是表格，无法读取（{why}）", "{file} is damaged, or no table at all ({why})")
        }
        SheetError::OpenQuote(line) => {
            let why = open_quote(lang);
            say!(lang, "{file}:{line}: {why}", "{file}:{line}: {why}")
        }
        SheetError::NotText => no_text(lang, file),
    }
}

/// The ledgers that are meant: the sheets that were named; else the only one that will do.
///
/// # Errors
/// When a sheet that was named is not there or no ledger, or when none or several will do.
pub(crate) fn ledgers<'b>(
    book: &'b Book,
    sheets: &[String],
    naming: Naming<'_>,
    wanted: Wanted,
    (file, lang): (&str, Language),
) -> Result<Vec<Ledger<'b>>, Unheaded> {
    if sheets.is_empty() {
        return Ok(vec![only_one(book, naming, wanted, (file, lang))?]);
    }
    let named = sheets.iter().map(|name| {
        let sheet = named(book, name, lang).map_err(Unheaded::plain)?;
        Ledger::on(sheet, naming).ok_or_else(|| headless((name, &[sheet]), naming, wanted, lang))
    });
    let named = named.collect::<Result<Vec<_>, Unheaded>>()?;
    Ok(named.into_iter().enumerate().map(|(number, ledger)| Ledger { number, ..ledger }).collect())
}

/// Of columns that say the same, the first stands; of those that say how the work goes, a person must choose.
pub(crate) fn keep_first(ledgers: &mut [Ledger<'_>], strict: bool) {
    let may_go = |field: Field| !strict && !PROGRESS.contains(&field);
    ledgers.iter_mut().for_each(|ledger| ledger.header.keep_first(may_go));
}

/// Whether the ledgers can be used as they are mapped.
///
/// # Errors
/// When a mapping names no column, or two columns hold the same.
pub(crate) fn usable(ledgers: &[Ledger<'_>], naming: Naming<'_>, (file, lang): (&str, Language)) -> Result<(), String> {
    let found = |header: &String| !ledgers.iter().all(|ledger| ledger.header.unused.contains(header));
    if let Some(mapping) = naming.mappings.iter().take(naming.said).find(|mapping| !found(&mapping.header)) {
        let header = &mapping.header;
        return Err(say!(lang, "--map：表中没有“{header}”这一列", "--map: no column is named `{header}`"));
    }
    ledgers.iter().try_for_each(|ledger| twice(ledger, naming, (file, lang)))
}

fn named<'b>(book: &'b Book, name: &str, lang: Language) -> Result<&'b Sheet, String> {
    let sheet = book.sheets.iter().find(|sheet| sheet.name.as_deref() == Some(name.trim()));
    sheet.ok_or_else(|| {
        let names = words::list(lang, book.sheets.iter().filter_map(|sheet| sheet.name.as_ref()));
        say!(lang, "没有工作表“{name}”；有：{names}", "there is no sheet `{name}`; there are: {names}")
    })
}

fn only_one<'b>(
    book: &'b Book,
    naming: Naming<'_>,
    wanted: Wanted,
    (file, lang): (&str, Language),
) -> Result<Ledger<'b>, Unheaded> {
    let shown = book.sheets.iter().filter(|sheet| !sheet.hidden);
    let mut ledgers: Vec<Ledger<'b>> = shown
        .filter_map(|sheet| Ledger::on(sheet, naming))
        .filter(|ledger| match wanted {
            Wanted::Progress => ledger.header.has_any(&PROGRESS) || ledger.header.has_any(&[Field::FinishedOn]),
            Wanted::Tasks => ledger.header.column(Field::Title).is_some(),
        })
        .collect();
    // Of a workbook of our own, the first sheet holds every task; what else names them only counts or warns.
    if wanted == Wanted::Tasks && Kept::is_in(book) {
        ledgers.truncate(1);
    }
    let names =
        |ledgers: &[Ledger<'_>]| words::list(lang, ledgers.iter().filter_map(|ledger| ledger.sheet.name.as_ref()));
    match (ledgers.len(), ledgers.pop()) {
        (1, Some(ledger)) => Ok(ledger),
        (count, Some(last)) => {
            ledgers.push(last);
            let names = names(&ledgers);
            Err(Unheaded::plain(say!(
                lang,
                "{file} 中有 {count} 张表可以导入，请用 --sheet 指明（可重复）：{names}",
                "{count} sheets of {file} could be imported; name one with --sheet (may be repeated): {names}"
            )))
        }
        (_, None) => {
            let shown: Vec<&Sheet> = book.sheets.iter().filter(|sheet| !sheet.hidden).collect();
            Err(headless((file, &shown), naming, wanted, lang))
        }
    }
}

fn twice(ledger: &Ledger<'_>, naming: Naming<'_>, (file, lang): (&str, Language)) -> Result<(), String> {
    let Some((twice, one, other)) = ledger.header.twice.first() else { return Ok(()) };
    let at = |column: u32| ledger.place(file, ledger.header.last, column);
    let (field, names) =
        (twice.name_with(naming.own, lang), [*one, *other].map(|column| ledger.header.name(column).to_owned()));
    let [first, second] = names;
    let passed = words::shell_word(&format!("{second}="));
    let said = say!(
        lang,
        "“{first}”（{}）和“{second}”（{}）都是“{field}”；请用 --map 略过其中一列，如 --map {passed}",
        "`{first}` ({}) and `{second}` ({}) are both {field}; pass one of them over with --map, as --map {passed}",
        at(*one),
        at(*other)
    );
    // 完成情况 beside 进展情况 is a state as often as not.
    let may_be_state = !ledger.header.has_any(&[Field::State]) && *twice == Field::Note;
    let as_state = words::shell_word(&format!("{second}={}", Field::State.name(lang)));
    Err(match may_be_state {
        true => say!(
            lang,
            "{said}；“{second}”填的是状态的，用 --map {as_state}",
            "{said}; where `{second}` holds states, --map {as_state}"
        ),
        false => said,
    })
}
