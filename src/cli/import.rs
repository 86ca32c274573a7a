//! `workplan import`: a ledger that somebody has filled in becomes entries of the journal; an existing one becomes tasks.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::usage::ValueFault;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::asking::{ask_one, insisting, on_terminal};
use crate::desk::output::{Listed, note};
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::desk::{Desk, entering, input};
use crate::intake::import::{self, Kept, Terms, UnknownColumn, Wanted};
use crate::intake::ledger::{Ledger, Mapping, Naming};
use crate::intake::sheet::Book;
use crate::plan::{Language, OwnField, Plan};
use crate::say;
use crate::words;

/// The arguments of `workplan import`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan import 规建办.xlsx --date 2020-11-20             收回填好的任务分解表，记入台账\n  workplan import 规建办.xlsx --by 规建办 --dry-run         先看会记入什么\n  workplan import 汇总.xlsx --sheet 进展 --map 推进说明=进展情况\n  workplan import 现有台账.xlsx --as tasks                  由现有台账建任务\n  workplan import jira.csv --as tasks --map 资金=自定义字段  资金一列登记为自定义字段\n\n按列名找表头，不按行号；标题行、图例行、空行、合计行略过，合并单元格按首格计，隐藏的行、列照读。\n略过、隐藏、有删除线的行逐一说明。\n每行按编号或工作任务对应到任务，只记入与台账不同的内容；没有改动的表、导入过的表再导入，不增加记录。\n目标值、完成时限、单位等计划内容的改动不在此写入，逐格列出，并提示改用 workplan amend",
    "Examples:\n  workplan import 规建办.xlsx --date 2020-11-20             a ledger filled in, into the journal\n  workplan import 规建办.xlsx --by 规建办 --dry-run         see first what would be entered\n  workplan import all.xlsx --sheet 进展 --map 推进说明=进展情况\n  workplan import ledger.xlsx --as tasks                    tasks out of an existing ledger\n  workplan import jira.csv --as tasks --map 'Budget=own fields'\n\nThe header is found by the names of its columns, wherever it stands. Title rows, legends, blank rows and totals are passed over, merged cells hold what the first of them holds, hidden rows and columns are read; rows that are passed over, hidden or struck through are told.\nA row is matched to its task by id or title, and only what differs from the journal is entered: a ledger without edits, or one imported before, adds nothing.\nChanged targets, deadlines, units and the like are not written: each is listed with its cell, and with the `workplan amend` to use.",
))]
pub(super) struct ImportArgs {
    #[arg(value_name = both!("文件", "FILE"), help = both!("表格：.xlsx、.xls、.et、.ods、CSV（UTF-8、GBK、UTF-16），\n或 .docx、.html、.pdf、.md 中的表格；Taskwarrior、GitHub 的 JSON；todo.txt", "The ledger: .xlsx, .xls, .et, .ods, CSV (UTF-8, GBK, UTF-16), the tables of a .docx, .html, .pdf or .md, JSON of Taskwarrior or GitHub, todo.txt"))]
    file: PathBuf,
    #[arg(long = "as", value_name = "journal|tasks", default_value = "journal", hide_default_value = true, hide_possible_values = true,
          help = both!("作为什么：journal 进展，记入台账（默认）；tasks 任务，写入计划", "What it becomes: journal, entries (default); tasks, tasks of the plan"))]
    kind: Kind,
    #[arg(long, value_name = both!("工作表", "SHEET"), help = both!("工作表的名称；可重复；只有一张可用时省略", "The sheet's name; may be repeated; left out where only one will do"))]
    sheet: Vec<String>,
    #[arg(long, value_name = both!("列名=内容", "COLUMN=FIELD"), value_parser = mapping,
          help = both!("列名不同时指明其内容，如 推进说明=进展情况；\n等号后不写，略过该列；写“自定义字段”，新登记一个；tasks 所用的记入 plan.yaml；可重复", "What a column of another name holds, as 推进说明=进展情况; nothing behind the sign passes it over, `own fields` makes a field of the plan's own; with tasks it is kept in plan.yaml; may be repeated"))]
    map: Vec<Mapping>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("情况属实之日，用于没有填报日期的各行；默认今天", "The day that rows without a date of their own are true for; today by default"))]
    date: Option<String>,
    #[arg(long, value_name = both!("单位", "UNIT"), help = both!("填报单位，用于没有填报单位的各行；可用简称", "Who reports, for rows that do not say; a short form will do"))]
    by: Option<String>,
    #[arg(long, value_name = both!("板块", "SECTION"), help = both!("仅 tasks：表中没有写板块的任务归入该板块（编号或标题）；\n不写，归入以工作表命名的板块", "With tasks: the section of tasks whose ledger names none (its id or title); by default one named after the sheet"))]
    section: Option<String>,
    #[arg(long, help = both!("有一格读不懂就不写入；默认把原话记入备注（journal 限于状态，\n记入进展情况）并注明待核", "Refuse the file for a cell that cannot be read; by default its words go into the remark, marked to be checked (of a journal, those of a state into the report)"))]
    strict: bool,
    #[arg(long, help = both!("仅 journal：只取进展，表中对目标值、时限、单位等的改动不取", "With journal: take the progress only, and leave changes of targets, deadlines or units"))]
    progress_only: bool,
    #[arg(long, help = both!("数值回落、超目标、猛增等情况核实无误，照写", "Write it although a value falls back, overshoots or leaps"))]
    force: bool,
    #[command(flatten)]
    write: WriteArgs,
}

/// What a ledger becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Journal,
    Tasks,
}

/// Reads `推进说明=进展情况`.
fn mapping(text: &str) -> Result<Mapping, ValueFault> {
    const FORM: &str =
        both!("请写成“列名=内容”，如 推进说明=进展情况", "write it as COLUMN=FIELD, like 推进说明=进展情况");
    Mapping::read(text).ok_or_else(|| ValueFault::new(FORM))
}

pub(super) fn run(desk: &Desk, args: &ImportArgs) -> anyhow::Result<ExitCode> {
    let file = words::shown_path(&args.file);
    let book = import::read(desk.lang, &args.file, &file).map_err(anyhow::Error::msg)?;
    input::said(desk.lang, &file, book.encoding);
    let mut said = args.map.clone();
    let mut may_ask = on_terminal();
    loop {
        let done = args.imports(desk, (&book, &file), &said, may_ask);
        let unknown = match done {
            Err(error) => error.downcast::<UnknownColumns>()?,
            done => return done,
        };
        if !may_ask || unknown.columns.is_empty() {
            return Err(Listed(unknown.message).into());
        }
        said.extend(asked(desk.lang, &unknown.columns)?);
        may_ask = false;
    }
}

/// Columns that nobody knows, and why they are in the way.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
struct UnknownColumns {
    message: String,
    columns: Vec<UnknownColumn>,
}

/// What somebody at the terminal says of columns.
fn asked(lang: Language, columns: &[UnknownColumn]) -> anyhow::Result<Vec<Mapping>> {
    let one = |UnknownColumn { name, nearest }: &UnknownColumn| {
        let question = say!(lang, "“{name}”这一列是什么？", "what does the column `{name}` hold?");
        let mut choices = import::choices(nearest.as_deref(), lang);
        let at = ask_one(lang, &question, choices.iter().map(|(shown, _)| shown.clone()))?;
        let field = if at < choices.len() { choices.swap_remove(at).1 } else { None };
        Ok(Mapping { header: name.clone(), field })
    };
    columns.iter().map(one).collect()
}

impl Kind {
    fn wanted(self) -> Wanted {
        match self {
            Kind::Journal => Wanted::Progress,
            Kind::Tasks => Wanted::Tasks,
        }
    }
}

impl ImportArgs {
    fn imports(
        &self,
        desk: &Desk,
        (book, file): (&Book, &str),
        said: &[Mapping],
        may_ask: bool,
    ) -> anyhow::Result<ExitCode> {
        insisting(desk.lang, self.force, &|force| {
            change(desk, self.write.manner(), &Extent::Whole, &|draft| {
                let kept = if self.kind == Kind::Tasks { Kept::of(book) } else { None };
                let head = &draft.plan(draft.lang)?.head;
                let mut own = Kept::own_fields(kept.as_ref(), head);
                if self.kind == Kind::Tasks {
                    import::with_number(&mut own, draft.lang);
                }
                let mut mappings = import::with_own(book, said, &mut own, draft.lang).map_err(anyhow::Error::msg)?;
                // What was said last of a column goes first.
                mappings.extend(head.columns.iter().rev().filter_map(|text| Mapping::read(text)));
                let naming = Naming { own: &own, mappings: &mappings, said: said.len() };
                let ledgers = self.ledgers(book, naming, (file, may_ask), draft.lang)?;
                match self.kind {
                    Kind::Journal => self.entries(draft, &ledgers, (file, &own), force),
                    Kind::Tasks => {
                        keep_columns(draft, said)?;
                        self.tasks(draft, (&ledgers, kept), (file, &own))
                    }
                }
            })
        })
    }

    fn ledgers<'b>(
        &self,
        book: &'b Book,
        naming: Naming<'_>,
        (file, may_ask): (&str, bool),
        lang: Language,
    ) -> anyhow::Result<Vec<Ledger<'b>>> {
        let said = naming.mappings.iter().take(naming.said).filter_map(|mapping| mapping.field.as_deref());
        if let Some(unknown) = said.into_iter().find(|word| naming.field(word).is_none()) {
            anyhow::bail!(say!(
                lang,
                "--map：没有“{unknown}”这一列；等号后请写任务分解表的列名，如 进展情况、当前值、完成时限，或自定义字段",
                "--map: there is no column `{unknown}`; name one of the ledger behind the sign, as Report, Value, Deadline, or a field of the plan's own"
            ));
        }
        let wanted = self.kind.wanted();
        let ledgers = import::ledgers(book, &self.sheet, naming, wanted, (file, lang));
        let mut ledgers =
            ledgers.map_err(|unheaded| UnknownColumns { message: unheaded.message, columns: unheaded.unknown })?;
        import::keep_first(&mut ledgers, self.strict);
        let columns = import::unknown(&ledgers, wanted, lang);
        if may_ask && wanted == Wanted::Tasks && !columns.is_empty() {
            return Err(UnknownColumns { message: String::new(), columns }.into());
        }
        let is_own = Kept::is_in(book);
        let notes = ledgers.iter().flat_map(|ledger| import::notes(ledger, is_own, wanted, lang));
        notes.chain(import::unread_sheets(book, &ledgers, lang)).for_each(|text| note(lang, &text));
        import::usable(&ledgers, naming, (file, lang)).map_err(anyhow::Error::msg)?;
        Ok(ledgers)
    }

    fn entries(
        &self,
        draft: &mut Draft,
        ledgers: &[Ledger<'_>],
        said: (&str, &[OwnField]),
        force: bool,
    ) -> anyhow::Result<String> {
        let plan = draft.plan(draft.lang)?;
        if plan.tasks.is_empty() {
            anyhow::bail!(say!(
                draft.lang,
                "计划中还没有任务；由台账建任务，加 --as tasks",
                "the plan has no tasks yet; to make tasks out of a ledger, add --as tasks"
            ));
        }
        let unsaid = (self.date.as_deref(), self.by.as_deref());
        let heard = import::hear(draft.rewrite.opened(), ledgers, self.terms(draft, plan, said), unsaid);
        entering::enter(draft, heard.map_err(anyhow::Error::msg)?, self.progress_only, force)
    }

    fn tasks(
        &self,
        draft: &mut Draft,
        ledgers: (&[Ledger<'_>], Option<Kept>),
        said: (&str, &[OwnField]),
    ) -> anyhow::Result<String> {
        let terms = self.terms(draft, draft.plan(draft.lang)?, said);
        let taken = import::tasks(draft.rewrite.opened(), ledgers, terms, self.section.as_deref());
        let sheets = self.sheet.iter().map(|name| format!(" --sheet {}", words::shell_word(name)));
        let typed = words::shell_word(said.0) + &sheets.collect::<String>();
        entering::add(draft, taken, &typed)
    }

    fn terms<'t>(&self, draft: &Draft, plan: &'t Plan, (file, own): (&'t str, &'t [OwnField])) -> Terms<'t> {
        Terms { plan, own, file, today: draft.today, strict: self.strict, lang: draft.lang }
    }
}

/// Keeps what was said of columns with the plan, so that the ledger comes back as returns without saying it again. A field of
/// the plan's own is known by its name.
fn keep_columns(draft: &mut Draft, said: &[Mapping]) -> anyhow::Result<()> {
    let is_own = |mapping: &&Mapping| mapping.field.as_deref().is_some_and(import::asks_for_own);
    for mapping in said.iter().filter(|mapping| !is_own(mapping)) {
        let written = mapping.written();
        if !draft.plan(draft.lang)?.head.columns.contains(&written) {
            draft.rewrite.declare_column(&written).map_err(|error| not_edited(draft.lang, &error))?;
        }
    }
    Ok(())
}
