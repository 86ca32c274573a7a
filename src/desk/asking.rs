//! Asking whoever sits at the terminal.

use std::io::{IsTerminal, stderr, stdin};
use std::process::ExitCode;

use inquire::validator::Validation;
use inquire::{Confirm, CustomUserError, InquireError, Select, Text};

use crate::desk::output::{Doubtful, warn};
use crate::plan::Language;

/// Whether somebody can be asked.
pub(crate) fn on_terminal() -> bool {
    stdin().is_terminal() && stderr().is_terminal()
}

/// Does it; where there are doubts, asks whoever sits at the terminal, and does it all the same.
pub(crate) fn insisting(
    lang: Language,
    force: bool,
    act: &dyn Fn(bool) -> anyhow::Result<ExitCode>,
) -> anyhow::Result<ExitCode> {
    let refused = match act(force) {
        Err(error) if on_terminal() => error,
        done => return done,
    };
    let Some(Doubtful(doubts)) = refused.downcast_ref() else { return Err(refused) };
    doubts.iter().for_each(|doubt| warn(lang, doubt));
    if confirm(lang, lang.pick("确认无误，照写？", "Is it right all the same?"), false)? {
        act(true)
    } else {
        Err(refused)
    }
}

/// Asks a question whose answer is yes or no, and says what it is where nothing is answered.
pub(crate) fn confirm(lang: Language, question: &str, default: bool) -> anyhow::Result<bool> {
    let formatter = |yes: bool| if yes { lang.pick("是", "yes") } else { lang.pick("否", "no") }.to_owned();
    let parser = |answer: &str| match answer.trim().to_lowercase().as_str() {
        "y" | "yes" | "是" => Ok(true),
        "n" | "no" | "否" => Ok(false),
        _ => Err(()),
    };
    let confirm = Confirm::new(question)
        .with_default(default)
        .with_parser(&parser)
        .with_formatter(&formatter)
        .with_default_value_formatter(&|yes| if yes { "Y/n" } else { "y/N" }.to_owned())
        .with_error_message(lang.pick("请答 y（是）或 n（否）", "answer y or n"));
    match confirm.prompt() {
        Ok(answer) => Ok(answer),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Asks for a text, which must be given.
pub(crate) fn ask_text(lang: Language, question: &str) -> anyhow::Result<String> {
    text(lang, question, lang.pick("请填写", "it must be given"))
}

fn text(lang: Language, question: &str, empty: &'static str) -> anyhow::Result<String> {
    let is_given = move |text: &str| {
        Ok(if text.trim().is_empty() { Validation::Invalid(empty.into()) } else { Validation::Valid })
    };
    Text::new(question).with_validator(is_given).prompt().map_err(|error| given_up(lang, error))
}

/// Asks for a text that may be left out.
pub(crate) fn ask_if_any(lang: Language, question: &str) -> anyhow::Result<Option<String>> {
    answered_or_not(lang, question, lang.pick("没有就直接回车", "enter to leave it out"))
}

/// Asks for one of several, and says which by its place.
pub(crate) fn ask_one(lang: Language, question: &str, words: impl Iterator<Item = String>) -> anyhow::Result<usize> {
    let help = lang.pick("上下键选择，回车确认", "up and down to choose, enter to go on");
    let chosen = Select::new(question, words.collect()).with_help_message(help).raw_prompt();
    chosen.map(|chosen| chosen.index).map_err(|error| given_up(lang, error))
}

/// What somebody at the terminal answers; where nobody is asked, a refusal that says what is missing.
pub(crate) fn answered(lang: Language, question: &str, missing: &str) -> anyhow::Result<String> {
    if !on_terminal() {
        anyhow::bail!(missing.to_owned());
    }
    let answer = text(lang, question, lang.pick("不能为空", "something must stand here"))?;
    Ok(answer.trim().to_owned())
}

/// Asks for a text that may be left out, with words that help.
pub(crate) fn answered_or_not(lang: Language, question: &str, help: &str) -> anyhow::Result<Option<String>> {
    let answer = Text::new(question).with_help_message(help).prompt().map_err(|error| given_up(lang, error))?;
    Ok(Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty()))
}

/// A validator that lets an answer be left out, and looks at one that is given.
pub(crate) fn blank_or(
    look: impl Fn(&str) -> Result<(), String> + Clone,
) -> impl Fn(&str) -> Result<Validation, CustomUserError> + Clone {
    move |text| {
        Ok(match text.trim() {
            "" => Validation::Valid,
            text => look(text).map_or_else(|why| Validation::Invalid(why.into()), |()| Validation::Valid),
        })
    }
}

/// An answer that is as it must be; `usual` is taken where nothing is typed.
pub(crate) fn answered_so(
    lang: Language,
    question: &str,
    usual: Option<&str>,
    wrong: &'static str,
    fits: impl Fn(&str) -> bool + Clone,
) -> anyhow::Result<String> {
    let is_fit =
        move |text: &str| Ok(if fits(text.trim()) { Validation::Valid } else { Validation::Invalid(wrong.into()) });
    let asked = Text::new(question).with_help_message(wrong);
    let asked = usual.into_iter().fold(asked, Text::with_default);
    asked.with_validator(is_fit).prompt().map_err(|error| given_up(lang, error))
}

/// One of several things, as somebody at the terminal chooses.
pub(crate) fn chosen(
    lang: Language,
    question: &str,
    missing: &str,
    things: impl FnOnce() -> anyhow::Result<Vec<String>>,
) -> anyhow::Result<String> {
    if !on_terminal() {
        anyhow::bail!(missing.to_owned());
    }
    let things = things()?;
    if things.is_empty() {
        anyhow::bail!(lang.pick("计划中还没有登记，没有可选的", "the plan has none yet").to_owned());
    }
    let help = lang.pick("输入可筛选，上下键选择，回车确认", "type to find it, up and down to choose, enter to go on");
    Select::new(question, things).with_help_message(help).prompt().map_err(|error| given_up(lang, error))
}

/// Why there is no answer: nobody wanted to give one.
pub(crate) fn given_up(lang: Language, error: InquireError) -> anyhow::Error {
    match error {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => {
            anyhow::anyhow!(lang.pick("已取消，没有写入", "cancelled; nothing was written"))
        }
        error => error.into(),
    }
}
