//! Words typed on the command line for fields and terms: in either language, in any spelling of `crate::words`, several
//! parted by commas. They are read when the plan's language is known, so that a refusal lists that language's words.

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};

use crate::plan::Language;
use crate::say;
use crate::words;
use crate::words::fields::{self, Field, Place};
use crate::words::{Worded, listed};

/// A choice, and the field that names it.
pub(super) type ByField<T> = (T, Place, &'static str);

/// Takes any text, and offers these words to a shell that completes.
#[derive(Clone)]
pub(super) struct Offering(Vec<&'static str>);

impl Offering {
    /// The words of a kind of terms.
    pub(super) fn terms<T: Worded>() -> Offering {
        Offering(T::TERMS.iter().map(|term| term.key).collect())
    }

    /// These words.
    pub(super) fn words(words: impl IntoIterator<Item = &'static str>) -> Offering {
        Offering(words.into_iter().collect())
    }
}

impl TypedValueParser for Offering {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().copied().map(PossibleValue::new)))
    }
}

/// The value that a text names.
pub(super) fn one_of<T: Worded>(option: &str, text: &str, lang: Language) -> anyhow::Result<T> {
    T::read(text).ok_or_else(|| refused(option, text, T::TERMS.iter().map(|term| term.typed(lang)), lang))
}

/// The values that an option names, given once or several times, each time one or several of them.
pub(super) fn each_of<T: Worded>(option: &str, texts: &[String], lang: Language) -> anyhow::Result<Vec<T>> {
    texts.iter().flat_map(|text| listed(text)).map(|text| one_of(option, text, lang)).collect()
}

/// The choice whose field a text names.
pub(super) fn by_field<T: Copy>(option: &str, text: &str, choices: &[ByField<T>], lang: Language) -> anyhow::Result<T> {
    choice(text, choices).ok_or_else(|| refused(option, text, named(choices).map(|(_, field)| field.typed(lang)), lang))
}

/// The choice whose field a text names, if it names any.
pub(super) fn choice<T: Copy>(text: &str, choices: &[ByField<T>]) -> Option<T> {
    let meant = fields::meant(named(choices).map(|(_, field)| field), text)?;
    named(choices).find(|(_, field)| *field == meant).map(|(choice, _)| choice)
}

/// The choices with their fields.
pub(super) fn named<T: Copy>(choices: &[ByField<T>]) -> impl Iterator<Item = (T, &'static Field)> + Clone {
    choices.iter().filter_map(|(choice, place, key)| Some((*choice, fields::field(*place, key)?)))
}

/// Says that an option takes no such word, and which it takes.
pub(super) fn refused(
    option: &str,
    text: &str,
    known: impl Iterator<Item = impl AsRef<str>>,
    lang: Language,
) -> anyhow::Error {
    let known = words::list(lang, known);
    anyhow::anyhow!(say!(
        lang,
        "{option}：没有“{text}”；可写：{known}",
        "{option}: there is no `{text}`; there are: {known}"
    ))
}
