//! `workplan man [COMMAND]`: a manual page, or a folder of all.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap_mangen::Man;

use crate::both;
use crate::desk::Desk;
use crate::desk::each::write_allowed;
use crate::desk::output::emit;
use crate::say;

/// The arguments of `workplan man`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan man | man -l -\n  workplan man status --out workplan-status.1\n  workplan man --out-dir ~/.local/share/man/zh_CN/man1",
    "Examples:\n  workplan man | man -l -\n  workplan man status --out workplan-status.1\n  workplan man --out-dir ~/.local/share/man/man1",
))]
pub(super) struct ManArgs {
    #[arg(value_name = both!("命令", "COMMAND"), help = both!("某个命令的手册页；默认为总页", "The page of one command; the main page by default"))]
    command: Option<String>,
    #[arg(long, value_name = both!("目录", "DIR"), conflicts_with_all = ["command", "out"],
          help = both!("把全部命令的手册页写入该目录，并列出所写的文件", "Write the pages of all commands into that folder, and print the path of each"))]
    out_dir: Option<PathBuf>,
}

pub(super) fn run(desk: &Desk, args: &ManArgs, whole: clap::Command) -> anyhow::Result<ExitCode> {
    let mut whole = whole.disable_help_subcommand(true);
    whole.build();
    if let Some(folder) = &args.out_dir {
        let pages = with_subcommands(whole).into_iter().map(|command| {
            let man = Man::new(command);
            Ok((man.get_filename(), drawn(&man)?))
        });
        write_allowed(desk, folder, |_| Ok(()), pages)?;
        return Ok(ExitCode::SUCCESS);
    }
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
    emit(desk, &String::from_utf8_lossy(&drawn(&Man::new(page))?))?;
    Ok(ExitCode::SUCCESS)
}

fn drawn(man: &Man) -> anyhow::Result<Vec<u8>> {
    let mut roff = Vec::new();
    man.render(&mut roff)?;
    Ok(roff)
}

/// A command, and all below it that are shown.
fn with_subcommands(command: clap::Command) -> Vec<clap::Command> {
    let below: Vec<_> = command.get_subcommands().filter(|sub| !sub.is_hide_set()).cloned().collect();
    std::iter::once(command).chain(below.into_iter().flat_map(with_subcommands)).collect()
}
