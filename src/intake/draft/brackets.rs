//! Quotes and brackets: what stands within them is not taken apart.

/// How deep in quotes and brackets a text is.
#[derive(Debug, Default, Clone)]
pub(super) struct Depth {
    open: Vec<char>,
}

/// More marks in each other are no text of an office.
const DEEPEST: usize = 64;

/// Marks that stand in pairs.
pub(super) const PAIRS: [(char, char); 11] = [
    ('“', '”'),
    ('‘', '’'),
    ('（', '）'),
    ('(', ')'),
    ('《', '》'),
    ('〈', '〉'),
    ('【', '】'),
    ('「', '」'),
    ('『', '』'),
    ('〔', '〕'),
    ('[', ']'),
];

impl Depth {
    /// Goes on by one character. A mark that closes what was never opened is passed over.
    pub(super) fn pass(&mut self, c: char) {
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == c) {
            if self.open.len() < DEEPEST {
                self.open.push(*close);
            }
        } else if let Some(place) = self.open.iter().rposition(|close| *close == c) {
            self.open.truncate(place);
        }
        // A mark that is never closed must not swallow the document.
        if c == '。' || c == '\n' && self.open.len() > 3 {
            self.open.clear();
        }
    }

    /// The marks that would close what is open.
    pub(super) fn closing(&self) -> String {
        self.open.iter().rev().collect()
    }

    /// Whether something is open.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }
}

/// Whether a cut at that byte would stand outside of every pair of marks.
pub(super) fn may_cut(text: &str, at: usize) -> bool {
    let mut depth = Depth::default();
    text.char_indices().take_while(|(place, _)| *place < at).for_each(|(_, c)| depth.pass(c));
    !depth.is_open()
}

/// Words without the bracket that closes them: 序时进度（一季度/二季度） as 序时进度.
pub(super) fn without_bracket(cell: &str) -> &str {
    let cell = cell.trim();
    let bare =
        cell.strip_suffix(['）', ')']).and_then(|inside| inside.rfind(['（', '('])).and_then(|at| cell.get(..at));
    bare.map(str::trim).filter(|bare| !bare.is_empty()).unwrap_or(cell)
}
