//! A file's text apart from how it is put into bytes: its mark, its line ends, its last line.

use crate::store::MAX_FILE_BYTES;

use super::sides::Sides;

const MARK: &str = "\u{feff}";

/// A file.
#[derive(Debug)]
pub(super) struct Whole {
    /// Its text with plain line ends, and one at its end.
    pub(super) text: String,
    form: Form,
}

/// How a text is put into bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    /// With a byte order mark before it.
    marked: bool,
    /// With `\r\n` at the lines' ends; `None` where no line ends.
    windows: Option<bool>,
    /// With a line end at the end.
    ended: bool,
    empty: bool,
}

impl Whole {
    /// A file's text; `None` where it is no text, too long, has line ends of both kinds, or is the outcome of a merge
    /// that nobody has settled.
    pub(super) fn of(bytes: &[u8]) -> Option<Whole> {
        let too_long = u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_FILE_BYTES);
        let text = std::str::from_utf8(bytes).ok().filter(|_| !too_long)?;
        let (marked, text) = text.strip_prefix(MARK).map_or((false, text), |text| (true, text));
        let (all, windows) = (text.matches('\n').count(), text.matches("\r\n").count());
        if windows != 0 && windows != all || text.matches('\r').count() != windows {
            return None;
        }
        let form = Form {
            marked,
            windows: (all > 0).then_some(windows > 0),
            ended: text.ends_with('\n') || text.is_empty(),
            empty: text.is_empty(),
        };
        let mut text = text.replace("\r\n", "\n");
        if !form.ended {
            text.push('\n');
        }
        (!text.lines().any(is_marker)).then_some(Whole { text, form })
    }

    /// How the merged text is put into bytes.
    pub(super) fn merged_form(wholes: &Sides<Whole>) -> Option<Form> {
        let forms = wholes.as_ref().map(|whole| whole.form);
        // A file that was not there has no form of its own.
        let base = if forms.base.empty { forms.ours } else { forms.base };
        let forms = Sides { base, ..forms };
        Some(Form {
            marked: forms.map(|form| form.marked).settled()?,
            windows: forms.map(|form| form.windows.unwrap_or(false)).settled().map(Some)?,
            ended: forms.map(|form| form.ended).settled()?,
            empty: false,
        })
    }
}

impl Form {
    /// A text in this form.
    pub(super) fn written(self, text: &str) -> String {
        let text = if self.ended { text } else { text.strip_suffix('\n').unwrap_or(text) };
        let text = if self.windows == Some(true) { text.replace('\n', "\r\n") } else { text.to_owned() };
        if self.marked { format!("{MARK}{text}") } else { text }
    }
}

fn is_marker(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|marker| line.starts_with(marker))
}
