//! Writing a site into a folder: what was written there before is replaced or removed, and nothing else is touched.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;

use crate::desk::Desk;
use crate::desk::finding::folder as plan_folder;
use crate::desk::session::Session;
use crate::plan::Language;
use crate::say;
use crate::view::site::SiteFile;
use crate::words;

/// Names the files that we have written into a folder: a line each, below the name of the form.
const MANIFEST: &str = ".workplan-site";
const FORM: &str = "workplan-site/1";
/// New files are gathered under such a name before they go to their places.
const STAGED: &str = ".workplan-site-new-";

/// Refuses to write a site among the plan's files.
pub(crate) fn refuse_plan(desk: &Desk, session: &Session, out: &Path) -> anyhow::Result<()> {
    let plan = session.opened.shelf.folder().map(Path::to_owned).or_else(|| plan_folder(desk).ok());
    let Some(plan) = plan.and_then(|plan| fs::canonicalize(plan).ok()) else { return Ok(()) };
    if whole(out).starts_with(&plan) {
        let shown = out.display();
        anyhow::bail!(say!(
            desk.lang,
            "{shown} 在计划目录中，不能写入网页；请另选文件夹",
            "{shown} lies in the plan's folder; write the pages elsewhere"
        ));
    }
    Ok(())
}

/// The path with its links followed, as far as it exists.
fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut missing = Vec::new();
    for folder in path.ancestors() {
        if let Ok(known) = fs::canonicalize(folder) {
            return missing.iter().rev().fold(known, |whole, name| whole.join(name));
        }
        missing.extend(folder.file_name().map(ToOwned::to_owned));
    }
    path
}

/// Writes a site into a folder.
pub(crate) fn write(folder: &Path, files: &[SiteFile], lang: Language) -> anyhow::Result<()> {
    let unwritable = |error: io::Error| {
        let (shown, why) = (folder.display(), words::io_failure(lang, &error));
        anyhow::anyhow!(say!(lang, "无法写入 {shown}：{why}", "cannot write {shown}: {why}"))
    };
    if fs::symlink_metadata(folder).is_err() {
        return create(folder, files).map_err(unwritable);
    }
    let before = ours(folder).map_err(unwritable)?;
    if let Some(foreign) = foreign(folder, files, before.as_ref()).map_err(unwritable)? {
        let shown = foreign.display();
        anyhow::bail!(say!(
            lang,
            "{shown} 不是网页文件夹中由本命令写入的文件，没有写入；请换一个空文件夹",
            "{shown} was not written by this command, so nothing was; give it an empty folder"
        ));
    }
    replace(folder, files, &before.unwrap_or_default()).map_err(unwritable)
}

/// A folder that was not there: written beside its place, then moved to it.
fn create(folder: &Path, files: &[SiteFile]) -> io::Result<()> {
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let beside = beside().tempdir_in(parent)?;
    stage(beside.path(), files)?;
    fs::write(beside.path().join(MANIFEST), manifest(files.iter().map(|file| file.path.as_str())))?;
    fs::rename(beside.path(), folder)?;
    // What was beside the place is in it now; there is nothing left to delete.
    let _: PathBuf = beside.keep();
    Ok(())
}

/// The files that we have written into a folder; `None` where we have not.
fn ours(folder: &Path) -> io::Result<Option<HashSet<String>>> {
    let text = match fs::read_to_string(folder.join(MANIFEST)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut lines = text.lines();
    let known = lines.next() == Some(FORM);
    Ok(known.then(|| lines.filter(|path| is_site_path(path)).map(str::to_owned).collect()))
}

/// Whether a site may have a file of that path. The list of files may have come with the folder from anybody.
fn is_site_path(path: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '~' | '_'))
    };
    let in_folder = |folder: &str| matches!(folder, "assets" | "task" | "section" | "unit");
    match path.split_once('/') {
        Some((folder, name)) => in_folder(folder) && is_name(name) && name != ".." && name != ".",
        None => is_name(path) && path.ends_with(".html"),
    }
}

/// What is in the way: anything at all in a folder that we have not written into; otherwise a file that is to be
/// written and that somebody else has put there, or a link in the place of a folder.
fn foreign(folder: &Path, files: &[SiteFile], before: Option<&HashSet<String>>) -> io::Result<Option<PathBuf>> {
    let Some(before) = before else {
        return Ok(fs::read_dir(folder)?.next().transpose()?.map(|entry| entry.path()));
    };
    let subfolders: HashSet<&str> = files.iter().filter_map(|file| Some(file.path.split_once('/')?.0)).collect();
    let no_folder = |path: &PathBuf| fs::symlink_metadata(path).is_ok_and(|about| !about.is_dir());
    if let Some(path) = subfolders.into_iter().map(|name| folder.join(name)).find(no_folder) {
        return Ok(Some(path));
    }
    let in_the_way =
        |file: &&SiteFile| !before.contains(&file.path) && fs::symlink_metadata(folder.join(&file.path)).is_ok();
    Ok(files.iter().find(in_the_way).map(|file| folder.join(&file.path)))
}

/// Puts the files in the place of those that were there before, and removes those that are no more. The list of files
/// names both until that is done, so that a run that is cut off leaves nothing that the next one would not know.
fn replace(folder: &Path, files: &[SiteFile], before: &HashSet<String>) -> io::Result<()> {
    let staged = beside().tempdir_in(folder)?;
    stage(staged.path(), files)?;
    let now: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let gone: Vec<&String> = before.iter().filter(|path| !now.contains(path.as_str())).collect();
    put_manifest(folder, staged.path(), now.iter().copied().chain(gone.iter().map(|path| path.as_str())))?;
    for subfolder in files.iter().filter_map(|file| Some(file.path.split_once('/')?.0)).collect::<HashSet<_>>() {
        fs::create_dir_all(folder.join(subfolder))?;
    }
    files.par_iter().try_for_each(|file| fs::rename(staged.path().join(&file.path), folder.join(&file.path)))?;
    gone.iter().for_each(|path| remove(folder, path));
    put_manifest(folder, staged.path(), now.iter().copied())
}

/// Removes a file that the site no longer has, unless a link has taken the place of its folder.
fn remove(folder: &Path, path: &str) {
    let subfolder = path.split_once('/').map(|(name, _)| folder.join(name));
    let is_real = subfolder.is_none_or(|path| fs::symlink_metadata(path).is_ok_and(|about| about.is_dir()));
    if is_real {
        // One that is gone already is no loss.
        let _ = fs::remove_file(folder.join(path));
    }
}

fn put_manifest<'p>(folder: &Path, staged: &Path, paths: impl Iterator<Item = &'p str>) -> io::Result<()> {
    fs::write(staged.join(MANIFEST), manifest(paths))?;
    fs::rename(staged.join(MANIFEST), folder.join(MANIFEST))
}

fn manifest<'p>(paths: impl Iterator<Item = &'p str>) -> String {
    let mut paths: Vec<&str> = paths.collect();
    paths.sort_unstable();
    format!("{FORM}\n{}\n", paths.join("\n"))
}

fn stage(folder: &Path, files: &[SiteFile]) -> io::Result<()> {
    for subfolder in files.iter().filter_map(|file| Some(file.path.split_once('/')?.0)).collect::<HashSet<_>>() {
        fs::create_dir_all(folder.join(subfolder))?;
    }
    files.par_iter().try_for_each(|file| fs::write(folder.join(&file.path), &file.bytes))
}

/// A new folder with the rights that the user's own settings give to new folders.
fn beside() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGED);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_a_site_are_ours() {
        for path in ["index.html", "task/22-07.html", "task/A-1~2.html", "assets/site.css", "unit/0.html"] {
            assert!(is_site_path(path), "{path}");
        }
        for path in [
            "",
            "..",
            "/etc/passwd",
            "../x.html",
            "task/../x",
            "task/..",
            "a/b.html",
            "plan.yaml",
            "task/a/b",
            "C:\\x.html",
        ] {
            assert!(!is_site_path(path), "{path}");
        }
    }

    fn file(path: &str, text: &str) -> SiteFile {
        SiteFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn a_folder_keeps_what_others_have_put_there() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("a/网页");
        let write = |files: &[SiteFile]| write(&folder, files, Language::English);
        write(&[file("index.html", "1"), file("task/1-1.html", "1")]).unwrap();
        fs::write(folder.join("CNAME"), "x").unwrap();
        fs::write(folder.join("task/note.txt"), "x").unwrap();
        write(&[file("index.html", "2"), file("task/1-2.html", "2")]).unwrap();
        let there = |path: &str| fs::read_to_string(folder.join(path)).unwrap_or_default();
        assert_eq!([there("index.html"), there("task/1-1.html"), there("task/1-2.html")], ["2", "", "2"]);
        assert_eq!([there("CNAME"), there("task/note.txt")], ["x", "x"]);
        assert_eq!(there(MANIFEST), "workplan-site/1\nindex.html\ntask/1-2.html\n");
        let left = fs::read_dir(&folder)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(STAGED));
        assert_eq!(left.count(), 0);
    }

    #[test]
    fn a_folder_of_somebody_elses_files_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("letter.docx"), "x").unwrap();
        let error = write(dir.path(), &[file("index.html", "1")], Language::English).unwrap_err().to_string();
        assert!(error.contains("letter.docx"), "{error}");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_in_the_way_and_a_link_in_the_place_of_a_folder_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("site");
        write(&folder, &[file("index.html", "1")], Language::English).unwrap();
        fs::write(folder.join("tasks.html"), "theirs").unwrap();
        let files = [file("index.html", "2"), file("tasks.html", "2")];
        assert!(write(&folder, &files, Language::English).is_err());
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "1");
        #[cfg(unix)]
        {
            let outside = dir.path().join("outside");
            fs::create_dir(&outside).unwrap();
            std::os::unix::fs::symlink(&outside, folder.join("task")).unwrap();
            assert!(write(&folder, &[file("index.html", "2"), file("task/1-1.html", "2")], Language::English).is_err());
            // A list of files that came with the folder cannot reach through the link either.
            fs::write(outside.join("1-1.html"), "theirs").unwrap();
            fs::write(folder.join(MANIFEST), "workplan-site/1\nindex.html\ntask/1-1.html\n../outside/1-1.html\n")
                .unwrap();
            write(&folder, &[file("index.html", "3")], Language::English).unwrap();
            assert_eq!(fs::read_to_string(outside.join("1-1.html")).unwrap(), "theirs");
        }
    }
}
