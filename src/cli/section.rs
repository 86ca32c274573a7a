//! `workplan section`: the document's numbered parts, and the themes in them.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::declared::{ListArgs, refuse_empty, show};
use super::filters::no_such;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{answered, chosen};
use crate::desk::session::Session;
use crate::desk::writing::{Extent, change, not_edited};
use crate::intake::new_part::{ids, section_id, theme_id};
use crate::plan::{Language, Plan, Section, TaskId, Theme};
use crate::report::declared::{SECTIONS, sections};
use crate::report::filter::{section_named, theme_named};
use crate::say;
use crate::store::Whereto;
use crate::view;
use crate::words;

/// The arguments of `workplan section`.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = both!(
        "示例：\n  workplan section add 安全工作                 新增板块，编号自动取\n  workplan section add 消防安全 --under 安全     在板块下新增专题\n  workplan section rename 2 教育教学工作         改标题，编号不变\n  workplan section move 3 --before 1             调整次序\n  workplan section list                          板块、专题及任务数",
        "Examples:\n  workplan section add Safety                    a new section; its id is the next free one\n  workplan section add Fire --under Safety       a theme in it\n  workplan section rename 2 Teaching             another title; the id stays\n  workplan section move 3 --before 1             another order\n  workplan section list                          sections and themes, with their tasks",
    ),
)]
pub(super) struct SectionArgs {
    #[command(subcommand)]
    command: SectionCommand,
}

#[derive(Debug, Subcommand)]
enum SectionCommand {
    #[command(about = both!("新增板块，或板块下的专题", "Add a section, or a theme in one"))]
    Add(AddArgs),
    #[command(about = both!("改标题：编号不变，旧标题仍能看懂", "Another title: the id stays, and the old title is understood"))]
    Rename(RenameArgs),
    #[command(about = both!("调整次序，或把专题移到另一板块", "Another order, or a theme into another section"))]
    Move(MoveArgs),
    #[command(about = both!("板块和专题列表", "The sections and themes"))]
    List(ListArgs),
}

#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan section add 教育教学 安全工作\n  workplan section add 消防安全 --under 2\n  workplan section add 安全工作 --id 9",
    "Examples:\n  workplan section add Teaching Safety\n  workplan section add Fire --under 2\n  workplan section add Safety --id 9",
))]
struct AddArgs {
    #[arg(value_name = both!("标题", "TITLE"), help = both!("标题，不带序号；可写多个", "Titles without their numbers, one or several"))]
    titles: Vec<String>,
    #[arg(long, value_name = both!("板块", "SECTION"), help = both!("作为该板块的专题；写编号或标题中的字", "As a theme of that section: its id or a part of its title"))]
    under: Option<String>,
    #[arg(long, value_name = both!("编号", "ID"), help = both!("编号；默认取下一个空号", "Its id; the next free one by default"))]
    id: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
#[command(after_help = both!("示例：\n  workplan section rename 2 教育教学工作", "Example:\n  workplan section rename 2 Teaching"))]
struct RenameArgs {
    #[arg(value_name = both!("板块或专题", "PART"), help = both!("编号或标题中的字", "Its id or a part of its title"))]
    part: Option<String>,
    #[arg(value_name = both!("新标题", "TITLE"), help = both!("新的标题", "Its new title"))]
    title: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan section move 3 --before 1      板块3移到板块1之前\n  workplan section move 3 --last          移到最后\n  workplan section move 22 --under 3      专题22移到板块3，任务编号不变",
    "Examples:\n  workplan section move 3 --before 1      section 3 before section 1\n  workplan section move 3 --last          behind all others\n  workplan section move 22 --under 3      theme 22 into section 3; the tasks keep their ids",
))]
struct MoveArgs {
    #[arg(value_name = both!("板块或专题", "PART"), help = both!("编号或标题中的字", "Its id or a part of its title"))]
    part: String,
    #[arg(long, value_name = both!("板块或专题", "PART"), conflicts_with_all = ["under", "last"], required_unless_present_any = ["under", "last"],
          help = both!("移到它之前", "Before that one"))]
    before: Option<String>,
    #[arg(long, value_name = both!("板块", "SECTION"), conflicts_with = "last", help = both!("专题移到该板块的最后", "Of a theme: behind those of that section"))]
    under: Option<String>,
    #[arg(long, help = both!("移到最后", "Behind all of its kind"))]
    last: bool,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &SectionArgs) -> anyhow::Result<ExitCode> {
    match &args.command {
        SectionCommand::Add(args) => add(desk, args),
        SectionCommand::Rename(args) => rename(desk, args),
        SectionCommand::Move(args) => relocate(desk, args),
        SectionCommand::List(args) => show(
            desk,
            args,
            |session, assessment| sections(&session.plan, assessment, session.header(SECTIONS, assessment)),
            view::sections,
        ),
    }
}

fn add(desk: &Desk, args: &AddArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let titles = match args.titles.as_slice() {
        [] => vec![answered(
            lang,
            lang.pick("标题", "The title"),
            lang.pick("请写明标题：workplan section add 标题", "say its title: workplan section add TITLE"),
        )?],
        titles => titles.iter().map(|title| title.trim().to_owned()).collect(),
    };
    if titles.len() > 1 && args.id.is_some() {
        anyhow::bail!(lang.pick("--id 只用于一个标题", "--id is for a single title"));
    }
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let mut new = Vec::new();
        for title in &titles {
            refuse_empty(title, lang)?;
            let plan = draft.plan(lang)?;
            let under = args.under.as_deref().map(|text| section_in(plan, text, lang)).transpose()?;
            let id = new_id(plan, args.id.as_deref(), under, lang)?;
            refuse_title(plan, under, title, lang)?;
            let under = under.map(|section| section.id.clone());
            let declared = match &under {
                Some(section) => draft.rewrite.declare_theme(section, Theme::new(&id, title)),
                None => draft.rewrite.declare_section(Section::new(&id, title)),
            };
            declared.map_err(|error| not_edited(lang, &error))?;
            new.push(format!("{id} {title}"));
        }
        let lang = draft.lang;
        let new = words::list(lang, new);
        Ok(match &args.under {
            Some(_) => say!(lang, "新增专题 {new}", "new theme {new}"),
            None => say!(lang, "新增板块 {new}", "new section {new}"),
        })
    })
}

/// The id of a new section or theme: the one that was given, else the next free one.
fn new_id(plan: &Plan, given: Option<&str>, under: Option<&Section>, lang: Language) -> anyhow::Result<String> {
    let sections = &plan.head.sections;
    if let Some(section) = under {
        refuse_undivided(plan, section, lang)?;
    }
    let Some(id) = given.map(str::trim) else {
        return Ok(under.map_or_else(|| section_id(sections), |section| theme_id(sections, section)));
    };
    if TaskId::new(&format!("{id}-01")).is_none() {
        anyhow::bail!(say!(
            lang,
            "编号“{id}”不能用：只用数字、字母和点，如 2、21、2.10",
            "`{id}` is no id: digits, letters and points only, as 2, 21, 2.10"
        ));
    }
    if ids(sections).contains(id) {
        anyhow::bail!(say!(lang, "编号 {id} 已有板块或专题在用", "the id {id} is taken already"));
    }
    Ok(id.to_owned())
}

/// A section that holds tasks itself cannot have themes as well: the ids of its tasks begin with its own.
fn refuse_undivided(plan: &Plan, section: &Section, lang: Language) -> anyhow::Result<()> {
    let (own, id) = (plan.tasks.iter().filter(|task| task.theme() == section.id).count(), &section.id);
    if own == 0 || !section.themes.is_empty() {
        return Ok(());
    }
    anyhow::bail!(say!(
        lang,
        "板块 {id} 下直接有 {own} 项任务，其编号以 {id}- 开头，不能再分专题；请另设板块",
        "section {id} holds {own} tasks itself, whose ids begin with {id}-, so it cannot be divided; add another section"
    ))
}

fn refuse_title(plan: &Plan, under: Option<&Section>, title: &str, lang: Language) -> anyhow::Result<()> {
    let known = match under {
        Some(section) => section.themes.iter().find(|theme| theme.title == title).map(|theme| &theme.id),
        None => plan.head.sections.iter().find(|section| section.title == title).map(|section| &section.id),
    };
    match known {
        Some(id) => Err(anyhow::anyhow!(say!(lang, "已有“{title}”，编号 {id}", "there is `{title}` already: {id}"))),
        None => Ok(()),
    }
}

fn rename(desk: &Desk, args: &RenameArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let missing = lang.pick(
        "请写明编号和新标题：workplan section rename 编号 新标题",
        "say its id and the new title: workplan section rename ID TITLE",
    );
    let part = match &args.part {
        Some(part) => part.clone(),
        None => {
            chosen(lang, lang.pick("给哪个板块或专题改标题", "Which section or theme"), missing, || {
                Ok(parts(&Session::open(desk)?.plan))
            })?
        }
    };
    let title = match &args.title {
        Some(title) => title.trim().to_owned(),
        None => answered(lang, lang.pick("新的标题", "Its new title"), missing)?,
    };
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let plan = draft.plan(lang)?;
        let (id, old) = part_named(plan, &part, lang)?;
        refuse_empty(&title, lang)?;
        if old == title {
            anyhow::bail!(say!(lang, "{id} 的标题已经是“{old}”", "{id} is called `{old}` already"));
        }
        let within = plan.head.sections.iter().find(|section| section.themes.iter().any(|theme| theme.id == id));
        refuse_title(plan, within, &title, lang)?;
        draft.rewrite.rename_part(&id, &title).map_err(|error| not_edited(lang, &error))?;
        Ok(say!(draft.lang, "{id} “{old}”改为“{title}”", "{id} `{old}` is called `{title}` now"))
    })
}

fn relocate(desk: &Desk, args: &MoveArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let plan = draft.plan(lang)?;
        let (id, title) = part_named(plan, &args.part, lang)?;
        let is_theme = plan.head.sections.iter().any(|section| section.themes.iter().any(|theme| theme.id == id));
        let before = args.before.as_deref().map(|text| part_named(plan, text, lang)).transpose()?;
        let under = args.under.as_deref().map(|text| section_in(plan, text, lang)).transpose()?;
        let is_other_theme =
            |other: &str| plan.head.sections.iter().any(|section| section.themes.iter().any(|theme| theme.id == other));
        let other_kind = before.as_ref().is_some_and(|(other, _)| is_other_theme(other) != is_theme);
        if other_kind || (under.is_some() && !is_theme) {
            anyhow::bail!(lang.pick(
                "板块只能移到板块之前，专题只能移到专题之前或另一板块之下（--under）",
                "a section goes before a section, a theme before a theme or into another section (--under)"
            ));
        }
        if let Some(section) = under {
            refuse_undivided(plan, section, lang)?;
        }
        let under = under.map(|section| section.id.clone());
        let to = match (&before, &under) {
            (Some((other, _)), _) => Whereto::Before(other),
            (None, Some(section)) => Whereto::EndOf(section),
            (None, None) => Whereto::End,
        };
        draft.rewrite.move_part(&id, &to).map_err(|error| not_edited(lang, &error))?;
        let lang = draft.lang;
        Ok(match to {
            Whereto::Before(other) => {
                say!(lang, "{id} {title} 移到 {other} 之前", "{id} {title} stands before {other}")
            }
            Whereto::EndOf(section) => {
                say!(lang, "{id} {title} 移到板块 {section}", "{id} {title} stands in section {section}")
            }
            Whereto::End => say!(lang, "{id} {title} 移到最后", "{id} {title} stands last"),
        })
    })
}

/// Every section and theme, in the plan's order.
fn parts(plan: &Plan) -> Vec<String> {
    let sections = plan.head.sections.iter();
    let parts = sections.flat_map(|section| {
        let themes = section.themes.iter().map(|theme| format!("{} {}", theme.id, theme.title));
        std::iter::once(format!("{} {}", section.id, section.title)).chain(themes)
    });
    parts.collect()
}

fn section_in<'p>(plan: &'p Plan, given: &str, lang: Language) -> anyhow::Result<&'p Section> {
    let what = lang.pick("板块", "section");
    let id = section_named(plan, given).map_err(|error| no_such(lang, what, given, &error))?;
    let found = plan.head.sections.iter().find(|section| section.id == id);
    found.ok_or_else(|| anyhow::anyhow!(say!(lang, "没有板块 {id}", "there is no section {id}")))
}

/// The id and the title of the section or theme that is meant: `22`, a part of a title, or both as they are listed.
fn part_named(plan: &Plan, given: &str, lang: Language) -> anyhow::Result<(String, String)> {
    let sections = || plan.head.sections.iter();
    let parts = || {
        let themes = sections().flat_map(|section| &section.themes).map(|theme| (&theme.id, &theme.title));
        sections().map(|section| (&section.id, &section.title)).chain(themes)
    };
    let listed = parts().find(|(id, title)| format!("{id} {title}") == given).map(|(id, _)| id.clone());
    let id = match (listed, section_named(plan, given), theme_named(plan, given)) {
        (Some(id), _, _) | (None, Ok(id), Err(_)) | (None, Err(_), Ok(id)) => id,
        // An id goes before a part of a title.
        (None, Ok(section), Ok(theme)) => match (section == given, theme == given) {
            (_, true) => theme,
            (true, false) => section,
            (false, false) => anyhow::bail!(say!(
                lang,
                "“{given}”可指板块 {section} 或专题 {theme}，请写编号",
                "`{given}` could mean section {section} or theme {theme}: give the id"
            )),
        },
        (None, Err(error), Err(_)) => {
            return Err(no_such(lang, lang.pick("板块或专题", "section or theme"), given, &error));
        }
    };
    let title = parts().find(|(known, _)| **known == id).map(|(_, title)| title.clone());
    Ok((id, title.unwrap_or_default()))
}
