//! clap's own words, in the reader's language.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::both;
use crate::desk::FAILED;
use crate::plan::Language;
use crate::say;
use crate::words;

/// What every command has stands below what one has of its own.
const LAST: usize = 1000;

/// Gives every heading of the help in the reader's language.
pub(super) fn in_language(lang: Language, command: clap::Command) -> clap::Command {
    let command = localise(lang, command, "workplan");
    command.disable_version_flag(true).arg(
        clap::Arg::new("version")
            .short('V')
            .long("version")
            .action(clap::ArgAction::Version)
            .display_order(LAST)
            .help_heading(lang.pick("选项", "Options"))
            .help(lang.pick("显示版本", "Print the version")),
    )
}

fn localise(lang: Language, command: clap::Command, path: &str) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(lang.pick("命令", "Commands"))
        .help_template(lang.pick(
            "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}",
            "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
        ))
        .mut_args(|arg| spoken(lang, arg))
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .display_order(LAST)
                .help_heading(lang.pick("选项", "Options"))
                .help(lang.pick("显示帮助", "Print this help")),
        );
    if let Some(about) = command.get_about().map(|text| in_side(lang, text)) {
        command = command.about(about);
    }
    if let Some(examples) = command.get_after_help().map(|text| in_side(lang, text)) {
        command = command.after_help(examples);
    }
    let usage = usage_line(lang, &command, path);
    command = command.override_usage(usage);
    for name in names {
        let sub_path = format!("{path} {name}");
        command = command.mut_subcommand(name, |sub| localise(lang, sub, &sub_path));
    }
    command
}

/// An argument with its words in the reader's language.
fn spoken(lang: Language, mut arg: clap::Arg) -> clap::Arg {
    if let Some(help) = arg.get_help().map(|text| in_side(lang, text)) {
        arg = arg.help(help);
    }
    if let Some(names) = arg.get_value_names() {
        let names: Vec<String> = names.iter().map(|name| words::side(lang, name).to_owned()).collect();
        arg = arg.value_names(names);
    }
    let usual = if arg.is_positional() { both!("参数", "Arguments") } else { both!("选项", "Options") };
    let heading = words::side(lang, arg.get_help_heading().unwrap_or(usual)).to_owned();
    let arg = arg.help_heading(heading);
    if arg.get_action().takes_values() { arg.hide_possible_values(true) } else { arg }
}

/// clap's plain rendering drops the sign that parts the languages; the raw one keeps it.
fn in_side(lang: Language, text: &clap::builder::StyledStr) -> String {
    words::side(lang, &text.ansi().to_string()).to_owned()
}

fn usage_line(lang: Language, command: &clap::Command, path: &str) -> String {
    let mut line = path.to_owned();
    if command.has_subcommands() {
        line.push_str(lang.pick(" <命令>", " <COMMAND>"));
    }
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let many = if matches!(arg.get_action(), clap::ArgAction::Append) { "..." } else { "" };
        line.push_str(&if arg.is_required_set() { format!(" <{name}>{many}") } else { format!(" [{name}]{many}") });
    }
    line + lang.pick(" [选项]", " [OPTIONS]")
}

/// Why an argument cannot have that value: clap asks before the reader's language is known to it.
#[derive(Debug, thiserror::Error)]
#[error("{}", words::side(Language::English, .0))]
pub(super) struct ValueFault(String);

impl ValueFault {
    /// The reason in both languages, as `both!` makes it.
    pub(super) fn new(both: impl Into<String>) -> ValueFault {
        ValueFault(both.into())
    }
}

/// Reads an argument that counts something.
pub(super) fn whole_number(text: &str) -> Result<usize, ValueFault> {
    text.parse().map_err(|_| ValueFault::new(both!("请写整数", "write a whole number")))
}

/// Prints the help of the whole program to the standard error: a command is missing.
pub(super) fn without_a_command(mut line: clap::Command) -> ExitCode {
    // A closed pipe ends quietly.
    anstream::eprint!("{}", line.render_help().ansi());
    ExitCode::from(FAILED)
}

/// Prints help to the standard output, and what is wrong with a command line to the standard error.
pub(super) fn explain(lang: Language, error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A closed pipe ends quietly.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return ExitCode::from(FAILED);
    }
    match lang {
        Language::English => drop(error.print()),
        Language::Chinese => anstream::eprintln!("{}", in_chinese(error)),
    }
    ExitCode::from(FAILED)
}

fn in_chinese(error: &clap::Error) -> String {
    let context = |kind: ContextKind| error.get(kind).map(words).unwrap_or_default();
    let arg = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let valid = context(ContextKind::ValidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::UnknownArgument => format!("没有“{arg}”这个选项或参数"),
        ErrorKind::InvalidValue if value.is_empty() => format!("“{arg}”后缺少取值"),
        ErrorKind::InvalidValue if valid.is_empty() => format!("“{arg}”不能取“{value}”"),
        ErrorKind::InvalidValue => format!("“{arg}”不能取“{value}”，可取：{valid}"),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map_or_else(String::new, |why| format!("：{}", reason(why)));
            format!("“{arg}”不能取“{value}”{why}")
        }
        ErrorKind::MissingRequiredArgument => format!("缺少必填项：{arg}"),
        ErrorKind::ArgumentConflict => format!("“{arg}”不能与“{}”同时使用", context(ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("“{arg}”的取值个数不对")
        }
        ErrorKind::NoEquals => format!("“{arg}”的取值应写作 {arg}=值"),
        _ => error.kind().to_string(),
    };
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(context)
        .find(|suggestion| !suggestion.is_empty());
    let hint = suggested.map_or_else(String::new, |suggestion| {
        say!(Language::Chinese, "\n提示：是否应为“{suggestion}”？", "{suggestion}")
    });
    format!("错误：{message}{hint}\n用法见 workplan --help")
}

fn reason(why: &(dyn std::error::Error + 'static)) -> String {
    match why.downcast_ref::<ValueFault>() {
        Some(ValueFault(why)) => words::side(Language::Chinese, why).to_owned(),
        None => why.to_string(),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join("、"),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(_) | ContextValue::None => String::new(),
        _ => String::new(),
    }
}
