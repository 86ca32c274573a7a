//! `workplan move`: a task stands in another section.

use std::process::ExitCode;

use clap::Args;

use super::chosen::{named, said};
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::asking::{ask_text, on_terminal};
use crate::desk::session::Session;
use crate::desk::writing::{Extent, change, not_edited};
use crate::desk::{Desk, adding};
use crate::intake::wanted::Wanted;
use crate::plan::Task;
use crate::say;
use crate::words;

/// The arguments of `workplan move`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan move 22-07 --theme 31              移到专题31\n  workplan move 5-03、5-04 --section 安全     移到不分专题的板块\n  workplan move 22-07 --theme 22              移回原处\n\n任务连同其上的注释移到该板块的文件，编号不变；报送、督办单照旧",
    "Examples:\n  workplan move 22-07 --theme 31              into theme 31\n  workplan move 5-03 5-04 --section Safety    into a section without themes\n  workplan move 22-07 --theme 22              back to where it was\n\nA task goes to that section's file with the remarks above it. Its id stays, and so do its reports and notices",
))]
pub(super) struct MoveArgs {
    #[arg(value_name = both!("编号…", "ID…"), help = both!("任务编号（可多个），或任务名称中的字", "The task's id, or a part of its title; one or several"))]
    tasks: Vec<String>,
    #[arg(long, value_name = both!("板块", "SECTION"), help = both!("移到哪个板块：编号或标题中的字；有专题的板块须写专题", "Into which section: its id or a part of its title; where it has themes, name one"))]
    section: Option<String>,
    #[arg(long, value_name = both!("专题", "THEME"), help = both!("移到哪个专题：编号或标题中的字", "Into which theme: its id or a part of its title"))]
    theme: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &MoveArgs) -> anyhow::Result<ExitCode> {
    let (names, whereto) = args.whole(desk)?;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let plan = draft.plan(lang)?;
        let tasks = named(draft, plan, &names)?;
        let theme = whereto.theme_in(plan, lang).map_err(anyhow::Error::msg)?;
        let (there, moving): (Vec<&Task>, Vec<&Task>) = tasks.iter().partition(|task| task.theme() == theme);
        let title = plan
            .head
            .section_of(&theme)
            .map(|(section, theme)| theme.map_or_else(|| section.title.clone(), |theme| theme.title.clone()));
        let whereto = format!("{theme} {}", title.unwrap_or_default());
        if moving.is_empty() {
            let ids = words::list(lang, there.iter().map(|task| task.id.as_str()));
            anyhow::bail!(say!(lang, "{ids} 已在“{whereto}”之下", "{ids}: under `{whereto}` already"));
        }
        let what = said(draft, &moving);
        let ids: Vec<_> = moving.iter().map(|task| task.id.clone()).collect();
        for id in &ids {
            draft.rewrite.relocate(id, &theme).map_err(|error| not_edited(lang, &error))?;
        }
        Ok(say!(lang, "{what}，移到“{whereto}”", "{what}: under `{whereto}` now"))
    })
}

impl MoveArgs {
    /// Which tasks, and where to; on a terminal, what was not said is asked about.
    fn whole(&self, desk: &Desk) -> anyhow::Result<(Vec<String>, Wanted)> {
        let lang = desk.lang;
        let names = match self.tasks.as_slice() {
            [] if on_terminal() => {
                vec![ask_text(lang, lang.pick("任务编号或名称中的字", "Task: its id, or a part of its title"))?]
            }
            [] => anyhow::bail!(lang.pick("请写明任务编号", "say which tasks, by their ids")),
            names => names.to_vec(),
        };
        let mut whereto = Wanted { section: self.section.clone(), theme: self.theme.clone(), ..Wanted::default() };
        if self.section.is_none() && self.theme.is_none() {
            if !on_terminal() {
                anyhow::bail!(
                    lang.pick("请用 --section 或 --theme 写明移到哪里", "say where to, with --section or --theme")
                );
            }
            adding::place(Session::open(desk)?, &mut whereto)?;
        }
        Ok((names, whereto))
    }
}
