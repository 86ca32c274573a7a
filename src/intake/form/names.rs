//! Units, states, checkpoints and files, as a person names them.

use std::path::{Path, PathBuf};

use crate::plan::meant::notice::notice_number;
use crate::plan::meant::turned::is_turned;
use crate::plan::{EntryState, Language, NoticeNumber, Plan, Task};
use crate::report::filter::unit_named;
use crate::report::names::{NameError, Named, pick};
use crate::say;
use crate::store::{Opened, Whereabouts};
use crate::words;
use crate::words::Worded;

/// The states that a report may name; the others have commands of their own.
pub(crate) const STATES: [EntryState; 4] =
    [EntryState::InProgress, EntryState::Blocked, EntryState::Done, EntryState::Reopened];

/// The unit that a short form means; any other name as it is, for reviewers need be no units: but one that is a slip of
/// the keyboard away from a unit's is questioned.
pub(crate) fn unit_or_person(plan: &Plan, text: &str, lang: Language) -> Result<String, String> {
    match unit_named(plan, text) {
        Ok(name) => Ok(name),
        Err(NameError::Unknown(_)) => match unit_nearly_named(plan, text) {
            None => Ok(text.to_owned()),
            Some(near) => Err(say!(
                lang,
                "没有单位“{text}”，是否应为“{near}”？",
                "there is no unit `{text}`; did you mean `{near}`?"
            )),
        },
        Err(error @ (NameError::Ambiguous(_) | NameError::Retired(..))) => {
            Err(error.said(lang, lang.pick("单位", "unit"), text))
        }
    }
}

/// The name of a unit, short or whole, of which one character differs.
fn unit_nearly_named<'p>(plan: &'p Plan, text: &str) -> Option<&'p str> {
    const SHORTEST: usize = 3;
    let names = plan.head.units.iter().flat_map(|unit| unit.short.as_deref().into_iter().chain([unit.name.as_str()]));
    let mut long = names.filter(|name| name.chars().count() >= SHORTEST);
    long.find(|name| strsim::damerau_levenshtein(name, text) == 1 && !is_turned(name, text))
}

/// The state that a word names, if a report may name it.
pub(crate) fn state_named(text: &str, lang: Language) -> Result<EntryState, String> {
    match EntryState::read(text) {
        Some(state @ (EntryState::InProgress | EntryState::Blocked | EntryState::Done | EntryState::Reopened)) => {
            Ok(state)
        }
        Some(EntryState::Closed | EntryState::Returned) => Err(say!(
            lang,
            "销号、退回请用 workplan close 编号 --by 审核人",
            "to close a task or send it back, use `workplan close ID --by REVIEWER`"
        )),
        Some(EntryState::Cancelled) => Err(say!(
            lang,
            "撤销任务请用 workplan amend 编号 cancel --reason 原因 --approved-by 批准人",
            "to call a task off, use `workplan amend ID cancel --reason WHY --approved-by NAME`"
        )),
        None => {
            let words = STATES.iter().map(|state| match lang {
                Language::Chinese => state.word(lang),
                Language::English => state.name(),
            });
            let words = words::list(lang, words);
            Err(say!(lang, "没有状态“{text}”，可写：{words}", "there is no state `{text}`; there are: {words}"))
        }
    }
}

/// The id of the checkpoint that a name means.
pub(crate) fn checkpoint_named(task: &Task, text: &str, lang: Language) -> Result<String, String> {
    let named = task.checkpoints.iter().map(|step| Named { name: &step.id, also: Some(&step.title) });
    pick(text, named).map_err(|error| {
        if task.checkpoints.is_empty() {
            say!(lang, "任务 {} 没有节点", "task {} has no checkpoints", task.id)
        } else {
            error.said(lang, lang.pick("节点", "checkpoint"), text)
        }
    })
}

/// The path as the journal writes it: from the plan's folder. One that exists from where the user stands is
/// turned into that. A whole path means nothing to others: it is turned likewise, or refused where it leads out.
pub(crate) fn evidence_path(opened: &Opened, given: &str, lang: Language) -> Result<String, String> {
    let with_slashes = given.replace('\\', "/");
    let is_whole = Path::new(given).is_absolute() || is_of_a_drive(&with_slashes);
    let Some(folder) = opened.shelf.folder() else { return Ok(with_slashes) };
    if given.contains("://") || (!is_whole && folder.join(given).exists()) {
        return Ok(with_slashes);
    }
    let real = if is_whole { real_path(Path::new(given)) } else { dunce::canonicalize(given).ok() };
    let path = real.map_or_else(|| with_slashes.clone(), |real| from_folder(folder, &real));
    let lies_out = is_of_a_drive(&path) || opened.shelf.whereabouts(&path) == Whereabouts::Outside;
    if is_whole && lies_out {
        return Err(say!(
            lang,
            "佐证材料“{given}”在仓库之外，他人无从查看；请复制到 evidence 文件夹，写“evidence/文件名”",
            "the evidence `{given}` lies outside the repository, where nobody else has it: copy it into the folder evidence and write `evidence/FILE`"
        ));
    }
    Ok(path)
}

/// Whether a path begins with a drive or a server, as Windows has them.
fn is_of_a_drive(path: &str) -> bool {
    let drive = |rest: &str| rest.starts_with(":/");
    path.starts_with("//")
        || path
            .split_at_checked(1)
            .is_some_and(|(letter, rest)| letter.starts_with(|c: char| c.is_ascii_alphabetic()) && drive(rest))
}

/// The path with its links followed, as far as it exists.
fn real_path(path: &Path) -> Option<PathBuf> {
    let known = path.ancestors().find_map(|above| Some((above, dunce::canonicalize(above).ok()?)));
    known.map(|(above, real)| path.strip_prefix(above).map_or_else(|_| real.clone(), |rest| real.join(rest)))
}

/// The way from a folder to a path, with `/`.
fn from_folder(folder: &Path, path: &Path) -> String {
    let (mut from, mut to) = (folder.components().peekable(), path.components().peekable());
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let ups = from.map(|_| "..".to_owned());
    let downs = to.map(|part| part.as_os_str().to_string_lossy().into_owned());
    ups.chain(downs).collect::<Vec<_>>().join("/")
}

/// The notice that a text means: its number, however the brackets are typed.
pub(crate) fn notice_named(opened: &Opened, task: &Task, text: &str, lang: Language) -> Result<NoticeNumber, String> {
    let known = &opened.journal.notices;
    if let Some(void) =
        notice_number(text).and_then(|number| known.iter().find(|one| one.number == number && one.voided.is_some()))
    {
        let number = &void.number;
        return Err(say!(lang, "{number} 已作废，不须反馈", "{number} is void, and wants no answer"));
    }
    let meant = notice_number(text).filter(|number| known.iter().any(|notice| notice.number == *number));
    meant.ok_or_else(|| {
        let own = known
            .iter()
            .filter(|notice| notice.voided.is_none() && notice.tasks.contains(&task.id))
            .map(|notice| notice.number.to_string());
        let (own, id) = (words::list(lang, own), &task.id);
        match own.as_str() {
            "" => say!(
                lang,
                "没有文号为“{text}”的督办单，也没有涉及任务 {id} 的；发过的见 workplan notice --list",
                "there is no notice `{text}`, and none about {id}: see `workplan notice --list`"
            ),
            own => say!(
                lang,
                "没有文号为“{text}”的督办单；涉及任务 {id} 的有：{own}",
                "there is no notice `{text}`; those about {id}: {own}"
            ),
        }
    })
}
