//! `已完成` for `done`: what a clerk writes for the files' own words.

use super::turned::is_turned;
use crate::words::squeezed;
use crate::words::terms::keys_called;

/// The one of the known words that a word stands for: it is the word, another name or spelling of it, or how it alone begins.
/// A word that only holds it, or is like it, is another word: 未完成, `undone`.
pub(crate) fn word<'k>(text: &str, known: &'k [String]) -> Option<&'k str> {
    let wanted = squeezed(text);
    let spelled = known.iter().find(|known| squeezed(known) == wanted).map(String::as_str);
    spelled.or_else(|| named(text, known)).or_else(|| begun(&wanted, known))
}

/// The one of the grades that a word stands for: `IV` or `4` for `Ⅳ`, `Ⅲ类` for `Ⅲ`. The beginning of one may be another, and
/// so may one with a sign more: `A-` is not `A`.
pub(crate) fn grade<'k>(text: &str, grades: &'k [String]) -> Option<&'k str> {
    let wanted = in_letters(text);
    grades.iter().find(|grade| in_letters(grade) == wanted).map(String::as_str).or_else(|| named(text, grades))
}

/// The known word that a text is another name of.
fn named<'k>(text: &str, known: &'k [String]) -> Option<&'k str> {
    known.iter().find(|known| keys_called(text).any(|word| word == known.as_str())).map(String::as_str)
}

/// The only known word that begins so.
fn begun<'k>(wanted: &str, known: &'k [String]) -> Option<&'k str> {
    /// One letter is a slip as likely as a beginning.
    const SHORTEST: usize = 2;
    let mut begun = known.iter().filter(|known| squeezed(known).starts_with(wanted));
    let only = begun.next().filter(|_| wanted.chars().count() >= SHORTEST)?;
    begun.next().is_none().then_some(only.as_str())
}

/// A Roman or Arabic number as capital letters, without its 类 or 级.
fn in_letters(grade: &str) -> String {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let letters = |c: char| {
        let place = match c {
            'Ⅰ'..='Ⅻ' => u32::from(c) - u32::from('Ⅰ'),
            '1'..='9' => u32::from(c) - u32::from('1'),
            c => return c.to_string(),
        };
        let roman = usize::try_from(place).ok().and_then(|place| ROMAN.get(place));
        roman.map_or_else(|| c.to_string(), |roman| (*roman).to_owned())
    };
    super::half_width(grade).to_uppercase().trim_end_matches(['类', '级']).chars().map(letters).collect()
}

/// The known words, the nearest to the text first.
pub(crate) fn by_nearness<'k>(text: &str, known: &'k [String]) -> Vec<&'k str> {
    let plain = super::half_width(text).to_lowercase();
    let mut known: Vec<&str> = known.iter().map(String::as_str).collect();
    known.sort_by(|one, other| {
        likeness(&plain, &other.to_lowercase()).total_cmp(&likeness(&plain, &one.to_lowercase()))
    });
    known
}

/// The known word that a wrong one is likely a slip of: to be asked about, never to be taken. What a negation or a degree makes
/// of a word is no slip of it.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    known
        .filter(|candidate| !is_turned(word, candidate))
        .map(|candidate| (likeness(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

/// Longer words are no slips of one another, and comparing them takes the product of their lengths.
const LONGEST_WORD: usize = 600;

/// How alike two words are, from 0 to 1; a word inside the other is at least a likely slip.
pub(crate) fn likeness(word: &str, candidate: &str) -> f64 {
    if word.len().max(candidate.len()) > LONGEST_WORD {
        return 0.0;
    }
    let alike =
        strsim::normalized_damerau_levenshtein(word, candidate).max(strsim::jaro_winkler(word, candidate) * 0.8);
    let contained = !word.is_empty() && !candidate.is_empty() && (candidate.contains(word) || word.contains(candidate));
    if contained { alike.max(0.6) } else { alike }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clerks_words_are_understood() {
        let known = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let states = known(&["in_progress", "blocked", "done", "closed", "returned", "reopened", "cancelled"]);
        for (text, meant) in [
            ("已完成", Some("done")),
            ("推进中", Some("in_progress")),
            ("已销号", Some("closed")),
            ("Done", Some("done")),
            ("in-progress", Some("in_progress")),
            ("ｄｏｎｅ", Some("done")),
            ("prog", None),
            ("in", Some("in_progress")),
            ("re", None),
            ("c", None),
            ("canceled", Some("cancelled")),
            ("未完成", None),
            ("尚未完成", None),
            ("基本完成", None),
            ("部分完成", None),
            ("已完成一半", None),
            ("not done", None),
            ("undone", None),
            ("done soon", None),
            ("dome", None),
            ("unclosed", None),
            ("甲", None),
        ] {
            assert_eq!(word(text, &states), meant, "{text}");
        }
        let grades = known(&["劣Ⅴ", "Ⅴ", "Ⅳ", "Ⅲ"]);
        for (text, meant) in [("IV", "Ⅳ"), ("iii", "Ⅲ"), ("Ⅴ类", "Ⅴ"), ("劣V", "劣Ⅴ"), ("4", "Ⅳ")] {
            assert_eq!(grade(text, &grades), Some(meant), "{text}");
        }
        assert_eq!(grade("A-", &known(&["B", "A"])), None);
        for text in ["甲", "劣Ⅳ", "劣IV", "劣", "I", "VI", "优于Ⅲ", "Ⅲ以上"] {
            assert_eq!(grade(text, &grades), None, "{text}");
        }
        let verdicts = known(&["不合格", "基本合格", "合格"]);
        for (text, meant) in
            [("合格", Some("合格")), ("不合格", Some("不合格")), ("未合格", None), ("合", None), ("合格品", None)]
        {
            assert_eq!(grade(text, &verdicts), meant, "{text}");
        }
        assert_eq!(word("销号", &known(&["direct", "reviewed"])), Some("reviewed"));
        let kinds = known(&["measured", "milestone", "continuous"]);
        for (text, meant) in
            [("量化类", Some("measured")), ("非量化", None), ("不量化", None), ("mile", Some("milestone"))]
        {
            assert_eq!(word(text, &kinds), meant, "{text}");
        }
        assert_eq!(word("月", &known(&["weekly", "monthly"])), Some("monthly"));
    }

    #[test]
    fn what_is_proposed_is_a_slip_and_no_opposite() {
        let metrics = ["合格数", "未达标点位", "已签约户数"];
        for (text, proposed) in [
            ("合恪数", Some("合格数")),
            ("不合格数", None),
            ("达标点位", None),
            ("签约户数", Some("已签约户数")),
            ("未签约户数", None),
        ] {
            assert_eq!(nearest(text, metrics.into_iter()), proposed, "{text}");
        }
        assert_eq!(nearest("合格", ["不合格品", "良好"].into_iter()), None);
        assert_eq!(nearest("不合格", ["不合格品", "合格"].into_iter()), Some("不合格品"));
    }
}
