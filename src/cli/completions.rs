//! `workplan completions SHELL`: a completion script.

use std::process::ExitCode;

use clap::Args;
use clap_complete::Shell;

use crate::both;
use crate::desk::Desk;
use crate::desk::output::emit;

/// The arguments of `workplan completions`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan completions bash > ~/.local/share/bash-completion/completions/workplan\n  workplan completions fish > ~/.config/fish/completions/workplan.fish",
    "Examples:\n  workplan completions bash > ~/.local/share/bash-completion/completions/workplan\n  workplan completions fish > ~/.config/fish/completions/workplan.fish",
))]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL", help = both!("bash、zsh、fish、powershell 或 elvish", "bash, zsh, fish, powershell or elvish"))]
    shell: Shell,
}

pub(super) fn run(desk: &Desk, args: &CompletionsArgs, mut whole: clap::Command) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut whole, "workplan", &mut script);
    emit(desk, &String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
