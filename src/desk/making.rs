//! Making a new plan: in a folder of its own, and only where it has no errors.

use std::path::Path;

use crate::check::{self, Gravity};
use crate::desk::Desk;
use crate::desk::output::{BrokenPlan, error_screen};
use crate::plan::Language;
use crate::say;
use crate::store::{CreateError, create, open, vacant};
use crate::view;
use crate::words;

/// Refuses a folder in which no plan can be made.
pub(crate) fn refuse_occupied(desk: &Desk, folder: &Path) -> anyhow::Result<()> {
    vacant(folder).map_err(|error| refused(desk.lang, folder, &error))
}

/// Makes a plan of these files: each its path from the folder, and its bytes.
pub(crate) fn make_plan(desk: &Desk, folder: &Path, files: &[(String, Vec<u8>)]) -> anyhow::Result<()> {
    create(folder, files, |beside| look(desk, beside)).map_err(|error| match error {
        Fault::Create(error) => refused(desk.lang, folder, &error),
        Fault::Broken(broken) => broken.into(),
    })
}

/// Why a plan was not made.
enum Fault {
    Create(CreateError),
    Broken(BrokenPlan),
}

impl From<CreateError> for Fault {
    fn from(error: CreateError) -> Fault {
        Fault::Create(error)
    }
}

/// Looks over a plan before it is put in its place: one with errors is none.
fn look(desk: &Desk, folder: &Path) -> Result<(), Fault> {
    let lang = desk.lang;
    let opened = open(folder);
    let found = check::run(&opened, lang);
    if opened.plan.is_some() && found.iter().all(|one| one.severity != Gravity::Error) {
        return Ok(());
    }
    let screen = error_screen(desk);
    let drawn = view::diagnostics(&opened, &found, lang, screen.colour, screen.columns);
    let end = say!(lang, "由此起草的计划有误，未写入", "the plan drafted from this has errors, so nothing was written");
    Err(Fault::Broken(BrokenPlan(drawn + &end)))
}

/// Why a plan cannot be made in a folder.
fn refused(lang: Language, folder: &Path, error: &CreateError) -> anyhow::Error {
    let shown = words::shown_path(folder);
    anyhow::anyhow!(match error {
        CreateError::NotEmpty => say!(
            lang,
            "{shown} 中已有文件；请另取目录名，如 {shown}/plan",
            "{shown} holds files already; name another folder, as {shown}/plan"
        ),
        CreateError::HoldsPlan =>
            say!(lang, "{shown} 中已有计划，未作改动", "{shown} holds a plan already; nothing was changed"),
        CreateError::NotAFolder => say!(lang, "{shown} 是文件，不是目录", "{shown} is a file, not a folder"),
        CreateError::Unwritable(error) => {
            let why = words::io_failure(lang, error);
            say!(lang, "无法写入 {shown}：{why}", "cannot write {shown}: {why}")
        }
    })
}
