//! `workplan man [COMMAND]`: a manual page.

use std::process::ExitCode;

use clap::Args;

use super::output::emit;
use super::{Global, command, language, tr};
use crate::say;

/// The arguments of `workplan man`.
#[derive(Debug, Args)]
#[command(after_help = tr(
    "示例：\n  workplan man | man -l -\n  workplan man status --out workplan-status.1",
    "Examples:\n  workplan man | man -l -\n  workplan man status --out workplan-status.1",
))]
pub(super) struct ManArgs {
    #[arg(value_name = tr("命令", "COMMAND"), help = tr("某个命令的手册页；默认为总页", "The page of one command; the main page by default"))]
    command: Option<String>,
}

pub(super) fn run(global: &Global, args: &ManArgs) -> anyhow::Result<ExitCode> {
    let mut whole = command();
    whole.build();
    let page = match &args.command {
        None => whole,
        Some(name) => {
            let found = whole.get_subcommands().find(|sub| sub.get_name() == name).cloned();
            let Some(sub) = found else {
                anyhow::bail!(say!(language::language(), "没有“{name}”这个命令", "there is no command `{name}`"))
            };
            sub
        }
    };
    let title = args.command.as_ref().map_or_else(|| "workplan".to_owned(), |name| format!("workplan-{name}"));
    let mut roff = Vec::new();
    clap_mangen::Man::new(page).title(title).render(&mut roff)?;
    emit(global, &String::from_utf8_lossy(&roff))?;
    Ok(ExitCode::SUCCESS)
}
