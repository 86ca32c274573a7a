//! Running a command line.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::desk::{language, output};
use crate::plan::{Date, Language};
use crate::store::outlive_full_files;

use super::hyphens;
use super::line::{self, Cli, Command};
use super::{
    add, alerts, amend, blame, chart, check, checklist, close, completions, confirm, diff, drop_task, export, field,
    front, git, guide, history, import, init, man, move_task, notice, place, plan, record, schema, score, section, set,
    show, site, status, trace, undo, unit, usage, week, withdraw,
};

/// Runs the program with its arguments, the first of which is its name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    outlive_full_files();
    let args = help_as_option(args.into_iter().collect());
    let lang = language::settle(&args);
    let day = language::day_in_question(&args);
    let known = line::command(lang);
    let args = hyphens::joined(&known, args);
    let matches = match known.try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(lang, &error),
    };
    let outcome = Cli::from_arg_matches(&matches).map_err(anyhow::Error::from).and_then(|cli| dispatch(cli, lang, day));
    match outcome {
        Ok(code) => code,
        Err(error) => output::report_failure(lang, &error),
    }
}

/// `workplan help status` means `workplan status --help`.
fn help_as_option(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|word| word == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

fn dispatch(cli: Cli, lang: Language, day: Date) -> anyhow::Result<ExitCode> {
    let desk = &cli.global.desk(lang, day);
    let Some(command) = &cli.command else { return front::run(desk) };
    match command {
        Command::Status(args) => status::run(desk, args),
        Command::Alerts(args) => alerts::run(desk, args),
        Command::Show(args) => show::run(desk, args),
        Command::Week(args) => week::run(desk, args),
        Command::Score(args) => score::run(desk, args),
        Command::History(args) => history::run(desk, args),
        Command::Diff(args) => diff::run(desk, args),
        Command::Blame(args) => blame::run(desk, args),
        Command::Trace(args) => trace::run(desk, args),
        Command::Chart(args) => chart::run(desk, args),
        Command::Record(args) => record::run(desk, args),
        Command::Import(args) => import::run(desk, args),
        Command::Close(args) => close::run(desk, args),
        Command::Notice(args) => notice::run(desk, args),
        Command::Amend(args) => amend::run(desk, args),
        Command::Set(args) => set::run(desk, args),
        Command::Confirm(args) => confirm::run(desk, args),
        Command::Add(args) => add::run(desk, args),
        Command::Move(args) => move_task::run(desk, args),
        Command::Drop(args) => drop_task::run(desk, args),
        Command::Withdraw(args) => withdraw::run(desk, args),
        Command::Undo(args) => undo::run(desk, args),
        Command::Unit(args) => unit::run(desk, args),
        Command::Field(args) => field::run(desk, args),
        Command::Section(args) => section::run(desk, args),
        Command::Place(args) => place::run(desk, args),
        Command::Plan(args) => plan::run(desk, args),
        Command::Checklist(args) => checklist::run(desk, args),
        Command::Export(args) => export::run(desk, args),
        Command::Site(args) => site::run(desk, args),
        Command::Check(args) => check::run(desk, args),
        Command::Init(args) => init::run(desk, args),
        Command::Git(args) => git::run(desk, args),
        Command::Guide(args) => guide::run(desk, args),
        Command::Schema(args) => schema::run(desk, args),
        Command::Completions(args) => completions::run(desk, args, line::command(lang)),
        Command::Man(args) => man::run(desk, args, line::command(lang)),
    }
}
