//! Sites of several plans in one folder, each in a folder of its own, below an index.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::plan::Language;
use crate::report::site::Folders;
use crate::say;
use crate::view::site::SiteFile;
use crate::words;

use super::folder::{create, free, ours, replace, take_away, unwritable, write};

/// The folder as it is being written: a plan's site at a time, then the index.
pub(crate) struct Several<'o> {
    out: &'o Path,
    public: bool,
    lang: Language,
    written: HashSet<PathBuf>,
    files: usize,
    bytes: usize,
}

impl<'o> Several<'o> {
    /// Makes the folder ours.
    ///
    /// # Errors
    /// When it is somebody else's, or holds what would be published.
    pub(crate) fn begin(out: &'o Path, public: bool, lang: Language) -> anyhow::Result<Several<'o>> {
        let several = Several { out, public, lang, written: HashSet::new(), files: 0, bytes: 0 };
        let (before, all) = (free(out, &[], (public, Some(Folders::ALL)), lang)?, out.join(Folders::ALL));
        let strange = several.strange(&all).map_err(unwritable(&all, lang))?;
        if let Some(strange) = strange {
            let shown = words::shown_path(&strange);
            anyhow::bail!(say!(
                lang,
                "{shown} 不是本命令写入的，没有写入；请移走，或换一个空文件夹",
                "{shown} was not written by this command, so nothing was; take it away, or give it an empty folder"
            ));
        }
        match before {
            None => create(out, &[]),
            Some(before) if before.is_empty() => replace(out, &[], &before),
            Some(_) => Ok(()),
        }
        .map_err(unwritable(out, lang))?;
        Ok(several)
    }

    /// What stands in the folder of all sites and is none: anything, where it is no folder; for the public, whatever is no site of ours.
    fn strange(&self, all: &Path) -> std::io::Result<Option<PathBuf>> {
        match fs::symlink_metadata(all) {
            Err(_) => return Ok(None),
            Ok(about) if !about.is_dir() => return Ok(Some(all.to_owned())),
            Ok(_) => {}
        }
        if !self.public {
            return Ok(None);
        }
        for entry in fs::read_dir(all)? {
            let path = entry?.path();
            if !is_folder(&path) || ours(&path)?.is_none() {
                return Ok(Some(path));
            }
        }
        Ok(None)
    }

    /// Writes the site of a plan into its folder.
    pub(crate) fn add(&mut self, folder: &str, files: &[SiteFile]) -> anyhow::Result<()> {
        let place = self.out.join(folder);
        write(&place, files, self.public, self.lang)?;
        self.count(files);
        self.written.insert(place);
        Ok(())
    }

    /// Writes the index, and takes away the sites of plans that are no more. Returns how many files there are, and how many bytes.
    pub(crate) fn end(mut self, files: &[SiteFile]) -> anyhow::Result<(usize, usize)> {
        let (lang, all) = (self.lang, self.out.join(Folders::ALL));
        self.prune(&all).map_err(unwritable(&all, lang))?;
        let strange = self.strange(&all).map_err(unwritable(&all, lang))?;
        if let Some(strange) = strange {
            let shown = words::shown_path(&strange);
            anyhow::bail!(say!(
                lang,
                "{shown} 中有不是本命令写入的文件，会随公开版一同公开；请移走后再写",
                "{shown} holds what was not written by this command and would be published; take it away, then write again"
            ));
        }
        let before = free(self.out, files, (self.public, Some(Folders::ALL)), lang)?.unwrap_or_default();
        replace(self.out, files, &before).map_err(unwritable(self.out, lang))?;
        self.count(files);
        Ok((self.files, self.bytes))
    }

    fn prune(&self, all: &Path) -> std::io::Result<()> {
        if !is_folder(all) {
            return Ok(());
        }
        for entry in fs::read_dir(all)? {
            let path = entry?.path();
            if is_folder(&path)
                && !self.written.contains(&path)
                && let Some(before) = ours(&path)?
            {
                take_away(&path, &before)?;
            }
        }
        Ok(())
    }

    fn count(&mut self, files: &[SiteFile]) {
        self.files += files.len();
        self.bytes += files.iter().map(|file| file.bytes.len()).sum::<usize>();
    }
}

/// Whether a path is a folder, and no link to one.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_dir())
}
