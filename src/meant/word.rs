//! `已完成` for `done`: what a clerk writes for the files' own words.

use crate::words::terms::keys_called;

/// How alike a word and a known one must be for the known one to be what was meant.
const MEANT: f64 = 0.6;

/// The one of the known words that a word stands for.
pub(crate) fn word<'k>(text: &str, known: &'k [String]) -> Option<&'k str> {
    let plain = super::half_width(text).to_lowercase();
    let by_name = known.iter().find(|known| keys_called(text).any(|word| word == known.as_str()));
    by_name.map(String::as_str).or_else(|| {
        let near = by_nearness(text, known).into_iter().next()?;
        (likeness(&plain, &near.to_lowercase()) >= MEANT).then_some(near)
    })
}

/// The one of the grades that a word stands for: `IV` or `4` for `Ⅳ`, `Ⅲ类` for `Ⅲ`.
pub(crate) fn grade<'k>(text: &str, grades: &'k [String]) -> Option<&'k str> {
    let wanted = in_letters(text);
    grades.iter().find(|grade| in_letters(grade) == wanted).map(String::as_str).or_else(|| word(text, grades))
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

/// The known word that is nearest to a wrong one, if it is near enough to be meant: for hints.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    known
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
            ("canceled", Some("cancelled")),
            ("ｄｏｎｅ", Some("done")),
            ("甲", None),
        ] {
            assert_eq!(word(text, &states), meant, "{text}");
        }
        let grades = known(&["劣Ⅴ", "Ⅴ", "Ⅳ", "Ⅲ"]);
        for (text, meant) in [("IV", "Ⅳ"), ("iii", "Ⅲ"), ("Ⅴ类", "Ⅴ"), ("劣V", "劣Ⅴ"), ("4", "Ⅳ")] {
            assert_eq!(grade(text, &grades), Some(meant), "{text}");
        }
        assert_eq!(grade("甲", &grades), None);
        assert_eq!(word("销号", &known(&["direct", "reviewed"])), Some("reviewed"));
        assert_eq!(word("月", &known(&["weekly", "monthly"])), Some("monthly"));
    }
}
