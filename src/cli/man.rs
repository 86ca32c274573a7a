//! `workplan man [COMMAND]`: a manual page.

use std::process::ExitCode;

use clap::Args;

use crate::both;
use crate::desk::Desk;
use crate::desk::output::emit;
use crate::say;

/// The arguments of `workplan man`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan man | man -l -\n  workplan man status --out workplan-status.1",
    "Examples:\n  workplan man | man -l -\n  workplan man status --out workplan-status.1",
))]
pub(super) struct ManArgs {
    #[arg(value_name = both!("命令", "COMMAND"), help = both!("某个命令的手册页；默认为总页", "The page of one command; the main page by default"))]
    command: Option<String>,
}

pub(super) fn run(desk: &Desk, args: &ManArgs, mut whole: clap::Command) -> anyhow::Result<ExitCode> {
    whole.build();
    let page = match &args.command {
        None => whole,
        Some(name) => {
            let found = whole.get_subcommands().find(|sub| sub.get_name() == name).cloned();
            let Some(sub) = found else {
                anyhow::bail!(say!(desk.lang, "没有“{name}”这个命令", "there is no command `{name}`"))
            };
            sub
        }
    };
    let title = args.command.as_ref().map_or_else(|| "workplan".to_owned(), |name| format!("workplan-{name}"));
    let mut roff = Vec::new();
    clap_mangen::Man::new(page).title(title).render(&mut roff)?;
    emit(desk, &String::from_utf8_lossy(&roff))?;
    Ok(ExitCode::SUCCESS)
}
