//! `workplan field`: the fields of the plan's own, which tasks may carry.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::declared::{ListArgs, refuse_empty, show};
use super::typed::{Offering, one_of};
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{answered, chosen};
use crate::desk::session::Session;
use crate::desk::writing::{Extent, change, not_edited};
use crate::intake::own::no_own_field;
use crate::plan::{Head, Language, OwnField, OwnKind, Plan};
use crate::report::declared::{FIELDS, own_fields};
use crate::say;
use crate::view;
use crate::words;
use crate::words::Worded;

/// The arguments of `workplan field`.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = both!(
        "示例：\n  workplan field add 资金 --unit 万元          登记字段\n  workplan set 22-07 资金=120                  填写\n  workplan status --columns 编号,工作任务,资金 --by lead   列出并合计\n  workplan field rename 资金 财政资金          改名，任务中已填的照旧\n  workplan field list                          字段及已填任务数",
        "Examples:\n  workplan field add Budget --unit CNY         declare a field\n  workplan set 22-07 Budget=120                fill it in\n  workplan status --columns id,title,Budget --by lead   list it, with its sums\n  workplan field rename Budget Funds           another name; what tasks say stays\n  workplan field list                          the fields, with the tasks that say something there",
    ),
)]
pub(super) struct FieldArgs {
    #[command(subcommand)]
    command: FieldCommand,
}

#[derive(Debug, Subcommand)]
enum FieldCommand {
    #[command(about = both!("登记字段", "Declare a field"))]
    Add(AddArgs),
    #[command(about = both!("字段改名：任务中已填的照旧，旧代号仍能看懂", "Another name: what tasks say stays, and so does the key"))]
    Rename(RenameArgs),
    #[command(about = both!("删去字段；任务中已填的，须先清空", "Remove a field that no task carries"))]
    Remove(RemoveArgs),
    #[command(about = both!("字段列表", "The fields"))]
    List(ListArgs),
}

#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan field add 资金 --unit 万元\n  workplan field add 批复日期 --kind date\n  workplan field add 项目名称 --key project --public\n\n写了计量单位而没有写类型的，按数字登记。不写 --key 的，以名称为代号。",
    "Examples:\n  workplan field add Budget --unit CNY\n  workplan field add \"Approved on\" --kind date\n  workplan field add 项目名称 --key project --public\n\nWith a unit and no kind, it holds numbers. Without --key, the name is the key.",
))]
struct AddArgs {
    #[arg(value_name = both!("名称", "NAME"), help = both!("字段名称，也是列名", "Its name, which heads its column"))]
    name: Option<String>,
    #[arg(long, value_name = both!("类型", "KIND"), hide_possible_values = true, value_parser = Offering::terms::<OwnKind>(),
          help = both!("类型：text（文字，默认）、number（数字）、date（日期）", "What it holds: text (default), number, date"))]
    kind: Option<String>,
    #[arg(long, value_name = both!("单位", "UNIT"), help = both!("计量单位，如 万元；仅用于数字", "What its numbers count, as CNY"))]
    unit: Option<String>,
    #[arg(long, value_name = both!("代号", "KEY"), help = both!("文件和 JSON 中的代号，定后不改；默认即名称", "Its key in the files and in JSON, for good; the name by default"))]
    key: Option<String>,
    #[arg(long, help = both!("公开版也显示；默认只供内部使用", "An edition for the public shows it as well"))]
    public: bool,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
#[command(after_help = both!("示例：\n  workplan field rename 资金 财政资金", "Example:\n  workplan field rename Budget Funds"))]
struct RenameArgs {
    #[arg(value_name = both!("原名", "OLD"), help = both!("现在的名称或代号", "Its name now, or its key"))]
    old: Option<String>,
    #[arg(value_name = both!("新名", "NEW"), help = both!("新的名称", "Its new name"))]
    new: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan field remove 资金\n  workplan set 22-07、22-08 资金=      先清空任务中已填的",
    "Examples:\n  workplan field remove Budget\n  workplan set 22-07,22-08 Budget=     empty it in the tasks first",
))]
struct RemoveArgs {
    #[arg(value_name = both!("字段", "FIELD"), help = both!("名称或代号", "Its name or its key"))]
    name: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &FieldArgs) -> anyhow::Result<ExitCode> {
    match &args.command {
        FieldCommand::Add(args) => add(desk, args),
        FieldCommand::Rename(args) => rename(desk, args),
        FieldCommand::Remove(args) => remove(desk, args),
        FieldCommand::List(args) => show(
            desk,
            args,
            |session, assessment| own_fields(&session.plan, assessment, session.header(FIELDS, assessment)),
            view::own_fields,
        ),
    }
}

fn add(desk: &Desk, args: &AddArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let name = match &args.name {
        Some(name) => name.trim().to_owned(),
        None => answered(
            lang,
            lang.pick("字段名称", "The field"),
            lang.pick("请写明字段名称：workplan field add 名称", "say which field: workplan field add NAME"),
        )?,
    };
    let field = args.field(&name, lang)?;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let head = &draft.plan(lang)?.head;
        for name in [field.key.as_str(), field.name()] {
            refuse_taken(head, name, None, lang)?;
        }
        draft.rewrite.declare_field(&field).map_err(|error| not_edited(lang, &error))?;
        let (lang, heading) = (draft.lang, field.heading(draft.lang));
        let kind = field.kind.word(lang);
        Ok(say!(lang, "登记自定义字段 {heading}，{kind}", "new field {heading}: {kind}"))
    })
}

impl AddArgs {
    /// The field that is wanted.
    fn field(&self, name: &str, lang: Language) -> anyhow::Result<OwnField> {
        refuse_empty(name, lang)?;
        let unit = self.unit.as_deref().map(str::trim).filter(|unit| !unit.is_empty()).map(str::to_owned);
        let kind = match &self.kind {
            Some(kind) => one_of::<OwnKind>("--kind", kind, lang)?,
            None if unit.is_some() => OwnKind::Number,
            None => OwnKind::Text,
        };
        if unit.is_some() && kind != OwnKind::Number {
            anyhow::bail!(lang.pick("--unit 只用于数字", "--unit is for numbers"));
        }
        let key = match self.key.as_deref().map(str::trim) {
            Some(key) if OwnField::is_key(key) => key.to_owned(),
            Some(key) => anyhow::bail!(say!(
                lang,
                "--key：“{key}”只能由文字、字母、数字和 _ - 组成，并以文字、字母或数字开头",
                "--key: `{key}` must be of letters, digits, _ and -, and begin with a letter or a digit"
            )),
            None => OwnField::key_of(name).ok_or_else(|| {
                anyhow::anyhow!(say!(
                    lang,
                    "名称“{name}”不能作代号，请用 --key 另写一个",
                    "`{name}` makes no key: give one with --key"
                ))
            })?,
        };
        let title = (key != name).then(|| name.to_owned());
        Ok(OwnField { key, title, unit, kind, public: self.public })
    }
}

fn rename(desk: &Desk, args: &RenameArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let missing =
        lang.pick("请写明原名和新名：workplan field rename 原名 新名", "say both names: workplan field rename OLD NEW");
    let old = field_or_chosen(desk, args.old.as_deref(), lang.pick("给哪个字段改名", "Which field"), missing)?;
    let new = match &args.new {
        Some(new) => new.trim().to_owned(),
        None => answered(lang, lang.pick("新的名称", "Its new name"), missing)?,
    };
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let plan = draft.plan(lang)?;
        let field = named(plan, &old, lang)?;
        let (key, name) = (field.key.clone(), field.name().to_owned());
        refuse_empty(&new, lang)?;
        if name == new {
            anyhow::bail!(say!(lang, "字段已经叫“{name}”", "the field is called `{name}` already"));
        }
        refuse_taken(&plan.head, &new, Some(&key), lang)?;
        draft.rewrite.rename_field(&key, &new).map_err(|error| not_edited(lang, &error))?;
        Ok(say!(
            draft.lang,
            "字段“{name}”改名为“{new}”，代号仍为 {key}",
            "field `{name}` is called `{new}` now; its key is still {key}"
        ))
    })
}

fn remove(desk: &Desk, args: &RemoveArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let missing = lang.pick("请写明字段：workplan field remove 字段", "say which field: workplan field remove FIELD");
    let given = field_or_chosen(desk, args.name.as_deref(), lang.pick("删去哪个字段", "Which field"), missing)?;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let plan = draft.plan(lang)?;
        let field = named(plan, &given, lang)?;
        let (key, name) = (field.key.clone(), field.name().to_owned());
        let carry = plan.tasks.iter().filter(|task| task.fields.get(&key).is_some());
        let carry: Vec<&str> = carry.map(|task| task.id.as_str()).collect();
        if !carry.is_empty() {
            let (tasks, ids) = (words::list(lang, &carry), carry.join(","));
            anyhow::bail!(say!(
                lang,
                "以下任务填有“{name}”，不能删去：{tasks}；确需删去的，先清空：workplan set {ids} {name}=",
                "these tasks say something under `{name}`, so it stays: {tasks}; to empty it first: workplan set {ids} {name}="
            ));
        }
        draft.rewrite.remove_field(&key).map_err(|error| not_edited(lang, &error))?;
        Ok(say!(draft.lang, "删去自定义字段“{name}”", "field `{name}` is gone"))
    })
}

/// The field that was given, or that somebody at the terminal chooses.
fn field_or_chosen(desk: &Desk, given: Option<&str>, question: &str, missing: &str) -> anyhow::Result<String> {
    match given {
        Some(given) => Ok(given.to_owned()),
        None => chosen(desk.lang, question, missing, || {
            let fields = &Session::open(desk)?.plan.head.fields;
            Ok(fields.iter().map(|field| field.name().to_owned()).collect())
        }),
    }
}

fn named<'p>(plan: &'p Plan, given: &str, lang: Language) -> anyhow::Result<&'p OwnField> {
    plan.head.own_field(given).ok_or_else(|| anyhow::anyhow!(no_own_field(&plan.head, given.trim(), lang)))
}

/// Refuses a name that means another field, be it one that every plan has or one of the plan's own.
fn refuse_taken(head: &Head, name: &str, own: Option<&str>, lang: Language) -> anyhow::Result<()> {
    if let Some(taken) = words::fields::taken(name) {
        let known = taken.name(lang);
        anyhow::bail!(say!(
            lang,
            "“{name}”与已有字段“{known}”重名，请换一个名称",
            "`{name}` means the field `{known}`, which every plan has: take another name"
        ));
    }
    match head.own_field(name).filter(|field| own != Some(field.key.as_str())) {
        Some(known) => {
            let known = known.name();
            Err(anyhow::anyhow!(say!(lang, "已有自定义字段“{known}”", "there is a field `{known}` already")))
        }
        None => Ok(()),
    }
}
