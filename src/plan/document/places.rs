//! Where quotes stand in a document: many quotes in a long one are looked up, not searched for.

use memchr::memmem;

/// A shorter document is searched for each quote.
const LONG: usize = 64 * 1024;
/// So many bytes of a quote are looked up.
const KEY: usize = 12;
/// Where a beginning stands so often, searching is no slower.
const OFTEN: usize = 10_000;

/// A document in which quotes are found.
pub(crate) struct Places<'t> {
    text: &'t str,
    /// The first bytes of what stands at each character, sorted, with its place; nothing for a short document.
    beginnings: Vec<([u8; KEY], usize)>,
}

impl<'t> Places<'t> {
    /// The places of a text.
    pub(crate) fn new(text: &'t str) -> Places<'t> {
        let mut beginnings = Vec::new();
        if text.len() > LONG {
            beginnings.extend(text.char_indices().filter_map(|(at, _)| Some((key(text.as_bytes().get(at..)?)?, at))));
            beginnings.sort_unstable();
        }
        Places { text, beginnings }
    }

    /// Where a quote stands, in the order of the text; no two places overlap.
    pub(crate) fn of(&self, quote: &str) -> Box<dyn Iterator<Item = usize> + '_> {
        let quote = quote.to_owned();
        let same = |key: [u8; KEY]| {
            let from = self.beginnings.partition_point(|(other, _)| *other < key);
            let count = self.beginnings.get(from..)?.partition_point(|(other, _)| *other == key);
            self.beginnings.get(from..from + count).filter(|found| found.len() < OFTEN)
        };
        let looked_up = key(quote.as_bytes()).filter(|_| !self.beginnings.is_empty()).and_then(same);
        match looked_up {
            Some(found) => {
                let mut past = 0;
                Box::new(found.iter().map(|(_, at)| *at).filter(move |at| {
                    let stands = *at >= past && self.text.get(*at..).is_some_and(|rest| rest.starts_with(&quote));
                    past = if stands { *at + quote.len() } else { past };
                    stands
                }))
            }
            None => {
                let found: Vec<usize> = memmem::find_iter(self.text.as_bytes(), &quote).take(OFTEN).collect();
                Box::new(found.into_iter())
            }
        }
    }
}

fn key(bytes: &[u8]) -> Option<[u8; KEY]> {
    bytes.get(..KEY)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_found_in_a_long_text_where_it_is_in_a_short_one() {
        let short = "完成甲项目建设。完成甲项目建设工作。推进乙。".to_owned();
        let long = format!("{short}{}", "长".repeat(LONG));
        for quote in ["完成甲项目建设", "完成甲项目建设工作", "推进乙", "完成甲项目建成", "长长长长长长长长", ""]
        {
            let places =
                |text: &str| Places::new(text).of(quote).take_while(|at| *at < short.len()).collect::<Vec<_>>();
            if !quote.is_empty() {
                assert_eq!(places(&long), places(&short), "{quote}");
            }
        }
        assert_eq!(Places::new(&long).of("长长长长长长长长").count(), LONG / 8);
    }
}
