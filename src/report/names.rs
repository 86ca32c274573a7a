//! Short forms: a name may be given in any form that can only mean one.

use crate::plan::meant::turned::{is_turned, stands_in};
use crate::plan::{Date, Language};
use crate::say;
use crate::words::folded;

/// A name that can be meant.
#[derive(Debug, Clone, Copy)]
pub struct Named<'n> {
    /// The name that stands for it.
    pub name: &'n str,
    /// Another name that people use.
    pub also: Option<&'n str>,
}

/// Why a short form means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameError {
    /// Nothing has that name; the nearest ones, best first.
    Unknown(Vec<String>),
    /// Several could be meant.
    Ambiguous(Vec<String>),
    /// The unit of that name is no more, since that day, and takes no new work.
    Retired(String, Date),
}

/// How many of the names that could be meant are listed.
const LISTED: usize = 5;

impl NameError {
    /// Says of `what` was looked for that the short form means nothing, or too much, and what could be meant.
    pub fn said(&self, lang: Language, what: &str, given: &str) -> String {
        let list = |names: &[String]| names.join(lang.pick("、", ", "));
        match self {
            NameError::Unknown(near) if near.is_empty() => {
                say!(lang, "{what}：没有“{given}”", "{what}: nothing is named `{given}`")
            }
            NameError::Unknown(near) => {
                let near = list(near);
                say!(
                    lang,
                    "{what}：没有“{given}”；相近的有：{near}",
                    "{what}: nothing is named `{given}`; near it: {near}"
                )
            }
            NameError::Retired(name, since) => say!(
                lang,
                "{what}：“{name}”自 {since} 起停用，不能再承担新的工作；单位名单见 workplan unit list",
                "{what}: `{name}` is no more since {since}, and takes no new work; see `workplan unit list`"
            ),
            NameError::Ambiguous(several) => {
                let (count, mut shown) = (several.len(), list(several.get(..LISTED).unwrap_or(several)));
                if count > LISTED {
                    shown += &say!(lang, " 等 {count} 个", ", … {count} in all");
                }
                say!(
                    lang,
                    "{what}：“{given}”可指多个，请写全：{shown}",
                    "{what}: `{given}` could mean several; write one out: {shown}"
                )
            }
        }
    }
}

/// How many names an error suggests.
const SUGGESTED: usize = 5;

/// The one name that is meant: the whole name, else the whole other name, else the only one that begins
/// with the text, else the only one that contains it, but not behind a negation or a degree: 合格 is no short form of 不合格数.
/// Full-width and half-width signs, brackets and capitals make no difference, unless a name is spelled just so.
///
/// # Errors
/// When no name, or more than one, could be meant.
pub fn pick<'n>(given: &str, names: impl Iterator<Item = Named<'n>> + Clone) -> Result<String, NameError> {
    let ways: [fn(&str, &str) -> bool; 4] = [
        |name, given| name == given,
        |name, given| folded(name) == folded(given),
        |name, given| folded(name).starts_with(&folded(given)),
        |name, given| stands_in(&folded(name), &folded(given)),
    ];
    let given = given.trim();
    for way in ways.into_iter().filter(|_| !folded(given).is_empty()) {
        // An exact name wins over an equal other name: "1" is section 1, whatever titles say.
        let by_name: Vec<&str> = names.clone().map(|named| named.name).filter(|name| way(name, given)).collect();
        let by_other =
            || names.clone().filter(|named| named.also.is_some_and(|also| way(also, given))).map(|named| named.name);
        let mut meant = by_name;
        if meant.len() != 1 || !meant.contains(&given) {
            meant.extend(by_other());
        }
        meant.sort_unstable();
        meant.dedup();
        match meant.as_slice() {
            [] => {}
            [one] => return Ok((*one).to_owned()),
            several => {
                return Err(NameError::Ambiguous(several.iter().map(|name| (*name).to_owned()).collect()));
            }
        }
    }
    Err(NameError::Unknown(nearest(given, names)))
}

/// The same, where things have changed their names. A name of now goes before one of before, but one that was spelled out
/// goes before what a part of a name of now could mean.
///
/// # Errors
/// When no name, or more than one, could be meant.
pub fn pick_now_or_before<'n>(
    given: &str,
    now: impl Iterator<Item = Named<'n>> + Clone,
    before: impl Iterator<Item = Named<'n>> + Clone,
) -> Result<String, NameError> {
    let text = folded(given.trim());
    let is_whole = |name: Option<&str>| name.is_some_and(|name| folded(name) == text);
    let is_name_of_now = now.clone().any(|named| is_whole(Some(named.name)) || is_whole(named.also));
    let old = before.clone().find(|named| is_whole(named.also)).filter(|_| !is_name_of_now);
    if let Some(old) = old {
        return Ok(old.name.to_owned());
    }
    pick(given, now).or_else(|error| match error {
        NameError::Unknown(near) => pick(given, before).map_err(|_| NameError::Unknown(near)),
        NameError::Ambiguous(_) | NameError::Retired(..) => Err(error),
    })
}

fn nearest<'n>(given: &str, names: impl Iterator<Item = Named<'n>>) -> Vec<String> {
    let likeness = |known: &str| match is_turned(given, known) {
        true => 0.0,
        false => strsim::normalized_damerau_levenshtein(given, known),
    };
    let mut likely: Vec<(f64, &str)> = names
        .map(|named| (named.also.map_or(0.0, likeness).max(likeness(named.name)), named.name))
        .filter(|(likeness, _)| *likeness > 0.3)
        .collect();
    likely.sort_by(|one, other| other.0.total_cmp(&one.0));
    likely.into_iter().take(SUGGESTED).map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_means_one_name_or_is_refused() {
        let units = [
            ("规划建设和生态环境办公室", Some("规建办")),
            ("党建工作办公室", Some("党建办")),
            ("党群工作办公室", Some("党群办")),
        ];
        let pick = |given: &str| pick(given, units.iter().map(|(name, also)| Named { name, also: *also }));
        for given in ["规划建设和生态环境办公室", "规建办", "规建", "规划", "生态环境", " 规 建 办"]
        {
            assert_eq!(pick(given), Ok("规划建设和生态环境办公室".to_owned()), "{given}");
        }
        assert_eq!(pick("党"), Err(NameError::Ambiguous(vec!["党建工作办公室".into(), "党群工作办公室".into()])));
        assert!(matches!(pick("党团办"), Err(NameError::Unknown(near)) if near.contains(&"党群工作办公室".to_owned())));
        assert_eq!(pick(""), Err(NameError::Unknown(vec![])));
    }

    #[test]
    fn brackets_and_letters_of_either_width_are_one_unless_a_name_is_spelled_just_so() {
        let titles = ["龙王庙路（一期）", "龙王庙路（二期）", "A 路", "a 路"];
        let pick = |given: &str| pick(given, titles.iter().map(|name| Named { name, also: None }));
        for given in ["龙王庙路(一期)", "(一期)", "龙王庙路（一期", "（ 一期 ）"] {
            assert_eq!(pick(given), Ok("龙王庙路（一期）".to_owned()), "{given}");
        }
        assert_eq!(pick("a 路"), Ok("a 路".to_owned()));
        assert!(matches!(pick("Ａ路"), Err(NameError::Ambiguous(_))));
    }

    #[test]
    fn a_negation_is_no_short_form() {
        let metrics = ["不合格数", "未达标点位", "抽检数"].map(|name| Named { name, also: None });
        let pick = |given: &str| pick(given, metrics.into_iter());
        for given in ["合格", "合格数", "达标", "达标点位"] {
            let Err(NameError::Unknown(near)) = pick(given) else { panic!("{given}") };
            assert!(near.iter().all(|name| name == "抽检数"), "{given}: {near:?}");
        }
        assert_eq!(pick("不合格"), Ok("不合格数".to_owned()));
        assert_eq!(pick("点位"), Ok("未达标点位".to_owned()));
    }
}
