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
use crate::store::{FolderBeside, folder_of};
use crate::threads;
use crate::view::site::SiteFile;
use crate::words;

/// Names the files that we have written into a folder: a line each, below the name of the form.
const MANIFEST: &str = ".workplan-site";
const FORM: &str = "workplan-site/1";
/// Under such names new files were once gathered in the folder itself; a run that was killed left them there.
const STAGED: &str = ".workplan-site-new-";

/// Refuses to write a site among the plan's files.
pub(crate) fn refuse_plan(desk: &Desk, session: &Session, out: &Path) -> anyhow::Result<()> {
    let plan = session.opened.shelf.folder().map(Path::to_owned).or_else(|| plan_folder(desk).ok());
    plan.map_or(Ok(()), |plan| refuse_within(desk.lang, &plan, out))
}

/// The same of a plan in a folder.
pub(crate) fn refuse_within(lang: Language, plan: &Path, out: &Path) -> anyhow::Result<()> {
    let Ok(plan) = dunce::canonicalize(plan) else { return Ok(()) };
    if whole(out).starts_with(&plan) {
        let shown = words::shown_path(out);
        anyhow::bail!(say!(
            lang,
            "{shown} 在计划目录中，不能写入网页；请另选文件夹",
            "{shown} lies in the plan's folder; write the pages elsewhere"
        ));
    }
    Ok(())
}

/// The path with its links followed, as far as it exists.
pub(super) fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut missing = Vec::new();
    for folder in path.ancestors() {
        if let Ok(known) = dunce::canonicalize(folder) {
            return missing.iter().rev().fold(known, |whole, name| whole.join(name));
        }
        missing.extend(folder.file_name().map(ToOwned::to_owned));
    }
    path
}

/// Writes a site into a folder. One for the public is written only where nothing else is: whatever lies there would be
/// published with it.
pub(crate) fn write(folder: &Path, files: &[SiteFile], public: bool, lang: Language) -> anyhow::Result<()> {
    match free(folder, files, (public, None), lang)? {
        None => create(folder, files),
        Some(before) => replace(folder, files, &before),
    }
    .map_err(unwritable(folder, lang))
}

/// Why a folder could not be written into.
pub(super) fn unwritable(folder: &Path, lang: Language) -> impl Fn(io::Error) -> anyhow::Error + Copy {
    move |error| {
        let (shown, why) = (words::shown_path(folder), words::io_failure(lang, &error));
        anyhow::anyhow!(say!(lang, "无法写入 {shown}：{why}", "cannot write {shown}: {why}"))
    }
}

/// What we have written into a folder before; `None` where there is no such folder. A folder in it that holds sites of their own may be
/// spared: who writes those looks after them.
///
/// # Errors
/// When something is in the way, or would be published with an edition for the public.
pub(super) fn free(
    folder: &Path,
    files: &[SiteFile],
    (public, spared): (bool, Option<&str>),
    lang: Language,
) -> anyhow::Result<Option<HashSet<String>>> {
    let unwritable = unwritable(folder, lang);
    if fs::symlink_metadata(folder).is_err() {
        return Ok(None);
    }
    let before = ours(folder).map_err(unwritable)?;
    if before.is_some() {
        sweep(folder).map_err(unwritable)?;
    }
    if let Some(foreign) = foreign(folder, files, before.as_ref()).map_err(unwritable)? {
        let shown = words::shown_path(&foreign);
        anyhow::bail!(say!(
            lang,
            "{shown} 不是网页文件夹中由本命令写入的文件，没有写入；请换一个空文件夹",
            "{shown} was not written by this command, so nothing was; give it an empty folder"
        ));
    }
    let before = before.unwrap_or_default();
    if public && let Some(stranger) = stranger(folder, &before, spared).map_err(unwritable)? {
        let shown = words::shown_path(&stranger);
        anyhow::bail!(say!(
            lang,
            "{shown} 不是本命令写入的文件，会随公开版一同公开，没有写入；请移走，或换一个空文件夹",
            "{shown} was not written by this command and would be published with the pages, so nothing was written; take it away, or give it an empty folder"
        ));
    }
    Ok(Some(before))
}

/// A folder that was not there: written beside its place, then moved to it.
pub(super) fn create(folder: &Path, files: &[SiteFile]) -> io::Result<()> {
    let parent = folder_of(folder);
    fs::create_dir_all(parent)?;
    let beside = FolderBeside::within(parent)?;
    stage(&beside, files)?;
    fs::write(beside.path().join(MANIFEST), manifest(files.iter().map(|file| file.path.as_str())))?;
    beside.put(folder)
}

/// The files that we have written into a folder; `None` where we have not.
pub(super) fn ours(folder: &Path) -> io::Result<Option<HashSet<String>>> {
    let manifest = folder.join(MANIFEST);
    // A link or a pipe of that name is somebody else's.
    if !fs::symlink_metadata(&manifest).is_ok_and(|about| about.is_file()) {
        return Ok(None);
    }
    let text = fs::read_to_string(manifest)?;
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
        return Ok(in_order(folder)?.first().map(fs::DirEntry::path));
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

/// What lies in a folder, or in one of its folders, and is none of the files that we have written.
fn stranger(folder: &Path, before: &HashSet<String>, spared: Option<&str>) -> io::Result<Option<PathBuf>> {
    for entry in in_order(folder)? {
        let name = entry.file_name().to_string_lossy().into_owned();
        if spared == Some(&name) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            let within = in_order(&entry.path())?;
            let ours = |path: &fs::DirEntry| before.contains(&format!("{name}/{}", path.file_name().to_string_lossy()));
            if let Some(other) = within.iter().find(|path| !ours(path)) {
                return Ok(Some(other.path()));
            }
        } else if name != MANIFEST && !before.contains(&name) {
            return Ok(Some(entry.path()));
        }
    }
    Ok(None)
}

/// What a folder holds, by name: every system lists it in an order of its own.
fn in_order(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}

/// Takes away what runs that were killed have left in a folder of ours.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(STAGED) && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Puts the files in the place of those that were there before, and removes those that are no more. The list of files
/// names both until that is done, so that a run that is cut off leaves nothing that the next one would not know.
/// The new files are gathered beside the folder, never in it: it may be published at any moment.
pub(super) fn replace(folder: &Path, files: &[SiteFile], before: &HashSet<String>) -> io::Result<()> {
    let folder = &dunce::canonicalize(folder)?;
    let staged = FolderBeside::within(folder_of(folder)).or_else(|_| FolderBeside::within(&std::env::temp_dir()))?;
    stage(&staged, files)?;
    let now: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let gone: Vec<&String> = before.iter().filter(|path| !now.contains(path.as_str())).collect();
    put_manifest(folder, staged.path(), now.iter().copied().chain(gone.iter().map(|path| path.as_str())))?;
    for subfolder in files.iter().filter_map(|file| Some(file.path.split_once('/')?.0)).collect::<HashSet<_>>() {
        fs::create_dir_all(folder.join(subfolder))?;
    }
    files.par_iter().try_for_each(|file| put(staged.path(), folder, &file.path))?;
    gone.iter().try_for_each(|path| remove(folder, path))?;
    put_manifest(folder, staged.path(), now.iter().copied())
}

/// Takes away the site that we have written into a folder, and the folders that it leaves empty.
pub(super) fn take_away(folder: &Path, before: &HashSet<String>) -> io::Result<()> {
    before.iter().try_for_each(|path| remove(folder, path))?;
    remove(folder, MANIFEST)?;
    let subfolders: HashSet<&str> = before.iter().filter_map(|path| Some(path.split_once('/')?.0)).collect();
    for path in subfolders.into_iter().map(|name| folder.join(name)).chain([folder.to_owned()]) {
        // What others have put there stays, and its folder with it.
        let _ = fs::remove_dir(path);
    }
    Ok(())
}

/// Moves a file; from one disk to another it is copied.
fn put(from: &Path, to: &Path, path: &str) -> io::Result<()> {
    match fs::rename(from.join(path), to.join(path)) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            fs::copy(from.join(path), to.join(path)).map(drop)
        }
        moved => moved,
    }
}

/// Removes a file that the site no longer has, unless a link has taken the place of its folder.
fn remove(folder: &Path, path: &str) -> io::Result<()> {
    let subfolder = path.split_once('/').map(|(name, _)| folder.join(name));
    if !subfolder.is_none_or(|path| fs::symlink_metadata(path).is_ok_and(|about| about.is_dir())) {
        return Ok(());
    }
    match fs::remove_file(folder.join(path)) {
        // One that is gone already is no loss.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

fn put_manifest<'p>(folder: &Path, staged: &Path, paths: impl Iterator<Item = &'p str>) -> io::Result<()> {
    fs::write(staged.join(MANIFEST), manifest(paths))?;
    put(staged, folder, MANIFEST)
}

fn manifest<'p>(paths: impl Iterator<Item = &'p str>) -> String {
    let mut paths: Vec<&str> = paths.collect();
    paths.sort_unstable();
    format!("{FORM}\n{}\n", paths.join("\n"))
}

fn stage(beside: &FolderBeside, files: &[SiteFile]) -> io::Result<()> {
    threads::ready();
    for subfolder in files.iter().filter_map(|file| Some(file.path.split_once('/')?.0)).collect::<HashSet<_>>() {
        beside.make(Path::new(subfolder))?;
    }
    files.par_iter().try_for_each(|file| fs::write(beside.path().join(&file.path), &file.bytes))
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
        let write = |files: &[SiteFile]| write(&folder, files, false, Language::English);
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
    fn an_edition_for_the_public_goes_where_nothing_else_is() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("site");
        let write = |path: &str, public: bool| write(&folder, &[file(path, "1")], public, Language::English);
        write("task/1-1.html", false).unwrap();
        // A run that was killed has left its pages.
        fs::create_dir_all(folder.join(".workplan-site-new-x/task")).unwrap();
        fs::write(folder.join(".workplan-site-new-x/task/1-1.html"), "internal").unwrap();
        write("index.html", true).unwrap();
        assert!(!folder.join(".workplan-site-new-x").exists() && !folder.join("task/1-1.html").exists());
        write("index.html", true).unwrap();
        for other in ["CNAME", "task/1-2.html", "assets/x/y.html", ".workplan-new-x"] {
            fs::create_dir_all(folder.join(other).parent().unwrap()).unwrap();
            fs::write(folder.join(other), "x").unwrap();
            let error = write("index.html", true).unwrap_err().to_string();
            assert!(error.contains("would be published"), "{error}");
            write("index.html", false).unwrap();
            fs::remove_file(folder.join(other)).unwrap();
            let _ = fs::remove_dir(folder.join("assets/x"));
        }
        write("index.html", true).unwrap();
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_folder_of_somebody_elses_files_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("letter.docx"), "x").unwrap();
        let error = write(dir.path(), &[file("index.html", "1")], false, Language::English).unwrap_err().to_string();
        assert!(error.contains("letter.docx"), "{error}");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_in_the_way_and_a_link_in_the_place_of_a_folder_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("site");
        write(&folder, &[file("index.html", "1")], false, Language::English).unwrap();
        fs::write(folder.join("tasks.html"), "theirs").unwrap();
        let files = [file("index.html", "2"), file("tasks.html", "2")];
        assert!(write(&folder, &files, false, Language::English).is_err());
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "1");
        #[cfg(unix)]
        {
            let outside = dir.path().join("outside");
            fs::create_dir(&outside).unwrap();
            std::os::unix::fs::symlink(&outside, folder.join("task")).unwrap();
            assert!(
                write(&folder, &[file("index.html", "2"), file("task/1-1.html", "2")], false, Language::English)
                    .is_err()
            );
            // A list of files that came with the folder cannot reach through the link either.
            fs::write(outside.join("1-1.html"), "theirs").unwrap();
            fs::write(folder.join(MANIFEST), "workplan-site/1\nindex.html\ntask/1-1.html\n../outside/1-1.html\n")
                .unwrap();
            write(&folder, &[file("index.html", "3")], false, Language::English).unwrap();
            assert_eq!(fs::read_to_string(outside.join("1-1.html")).unwrap(), "theirs");
        }
    }
}
