//! Output that is written part by part, so that it is never held whole: the standard output, or the file of `--out`.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

use crate::desk::Desk;
use crate::desk::output::{unwritten, unwritten_stdout};
use crate::plan::Language;
use crate::store::FileBeside;
use crate::words;

/// Whoever read the output has gone away: there is nothing left to do, and nothing wrong.
#[derive(Debug, thiserror::Error)]
#[error("nobody reads")]
struct NobodyReads;

/// What came of writing: that nobody reads any more is no fault.
pub(crate) fn unless_unread<T: Default>(outcome: anyhow::Result<T>) -> anyhow::Result<T> {
    outcome.or_else(|error| if error.is::<NobodyReads>() { Ok(T::default()) } else { Err(error) })
}

/// Where the parts go.
pub(crate) struct Flow {
    lang: Language,
    to: To,
}

enum To {
    Stdout,
    /// A pipe or a device is written to as it is.
    Device(PathBuf, File),
    /// A file is beside its place until it is whole.
    Beside(PathBuf, FileBeside),
}

impl Flow {
    /// Begins with nothing written yet.
    pub(crate) fn new(desk: &Desk) -> anyhow::Result<Flow> {
        let to = match &desk.out {
            None => To::Stdout,
            Some(path) => To::file(path.clone()).map_err(|error| unwritten(desk.lang, path, &error))?,
        };
        Ok(Flow { lang: desk.lang, to })
    }

    /// Writes a part of JSON, harmless to look at.
    ///
    /// # Errors
    /// When it cannot be written; [`NobodyReads`] when whoever read it has gone away.
    pub(crate) fn json(&mut self, text: &str) -> anyhow::Result<()> {
        let shown = words::visible_json(text);
        let bytes = shown.as_bytes();
        match &mut self.to {
            To::Stdout => match io::stdout().lock().write_all(bytes) {
                Err(error) if words::is_closed_pipe(&error) => Err(NobodyReads.into()),
                written => written.map_err(|error| unwritten_stdout(self.lang, &error)),
            },
            To::Device(path, file) => file.write_all(bytes).map_err(|error| unwritten(self.lang, path, &error)),
            To::Beside(path, beside) => beside.write(bytes).map_err(|error| unwritten(self.lang, path, &error)),
        }
    }

    /// The whole is there.
    pub(crate) fn end(self) -> anyhow::Result<()> {
        match self.to {
            To::Stdout | To::Device(..) => Ok(()),
            To::Beside(path, beside) => beside.put(&[], &path).map_err(|error| unwritten(self.lang, &path, &error)),
        }
    }
}

impl To {
    fn file(path: PathBuf) -> io::Result<To> {
        let path = dunce::canonicalize(&path).unwrap_or(path);
        let is_device = std::fs::metadata(&path).is_ok_and(|about| !about.is_file() && !about.is_dir());
        if is_device {
            let file = OpenOptions::new().write(true).open(&path)?;
            return Ok(To::Device(path, file));
        }
        let beside = FileBeside::new(&path)?;
        Ok(To::Beside(path, beside))
    }
}
