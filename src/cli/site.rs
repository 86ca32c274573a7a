//! `workplan site`: the plan as a site of linked pages, in a folder or on a server of our own.

use std::process::ExitCode;

use clap::Args;

use crate::both;
use crate::cli::args::EditionArgs;
use crate::desk::Desk;
use crate::desk::output::{done, emit};
use crate::desk::session::Session;
use crate::desk::site::{self, Pages};
use crate::plan::Language;
use crate::say;
use crate::view::site::{Kept, SiteFile};
use crate::words;

/// The arguments of `workplan site`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan site --out 网页                          写入文件夹，双击其中的 index.html 即可查看\n  workplan site --out 网页 --as-of 2020-11-24       截至该日\n  workplan site --out 公开 --public                 公开版，可放上网站\n  workplan site --serve                             在本机查看，文件改动后自动更新\n\n网页中按 / 搜索任务，可输入拼音首字母，如 gdc 找龚都村\n再次写入同一文件夹时，只替换和删除上次写入的文件，不动其他文件",
    "Examples:\n  workplan site --out pages                         into a folder: open its index.html\n  workplan site --out pages --as-of 2020-11-24      as of that day\n  workplan site --out public --public               for the public: ready for a web server\n  workplan site --serve                             on this machine; pages follow the files; Ctrl-C ends it\n\nOn the pages, / finds a task, also by the initials of its pinyin (gdc: 龚都村)\nWriting into the same folder again replaces and removes what was written there before, and touches nothing else",
))]
pub(super) struct SiteArgs {
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("截至日期，如 2020-11-24、2020-11、11月底、上周五；默认今天", "The day to report for: 2020-11-24, 2020-11 (its last day), 上周五; today by default"))]
    as_of: Option<String>,
    #[command(flatten)]
    edition: EditionArgs,
    #[arg(long, help = both!(
        "不写文件，在本机打开一个只有本机能访问的网址",
        "Write nothing; serve the pages to this machine alone",
    ))]
    serve: bool,
    #[arg(long, value_name = both!("端口", "N"), requires = "serve", help = both!(
        "网址的端口；默认 8420，被占用时顺延",
        "The port to serve on; by default 8420, or the next free one",
    ))]
    port: Option<u16>,
}

pub(super) fn run(desk: &Desk, args: &SiteArgs) -> anyhow::Result<ExitCode> {
    let pages = Pages { out: desk.out.clone(), as_of: args.as_of.clone(), public: args.edition.public };
    match (&desk.out, args.serve) {
        (None, true) => site::serve(desk, &pages, args.port),
        (Some(out), false) => {
            let session = Session::open(desk)?;
            site::refuse_plan(desk, session, out)?;
            let files = pages.draw(session, Kept::Folder, true)?;
            site::write(out, &files, pages.public, session.lang)?;
            done(desk, &written(&files, session.lang), true)?;
            emit_path(desk, out)
        }
        (None, false) => anyhow::bail!(desk.lang.pick(
            "请写明写到哪个文件夹，如 --out 网页；只想在本机查看的，用 --serve",
            "say into which folder, as --out pages; or --serve to look at it on this machine"
        )),
        (Some(_), true) => anyhow::bail!(
            desk.lang
                .pick("--serve 不写文件，不能与 --out 同用", "--serve writes nothing: --out makes no sense with it")
        ),
    }
}

/// The first page's path on the standard output: for a program that opens it.
fn emit_path(desk: &Desk, out: &std::path::Path) -> anyhow::Result<ExitCode> {
    let to_stdout = Desk { out: None, ..desk.clone() };
    emit(&to_stdout, &format!("{}\n", words::shown_path(&out.join("index.html"))))?;
    Ok(ExitCode::SUCCESS)
}

fn written(files: &[SiteFile], lang: Language) -> String {
    let (count, bytes) = (files.len(), files.iter().map(|file| file.bytes.len()).sum::<usize>());
    let kilobytes = bytes.div_ceil(1000);
    say!(lang, "已写入 {count} 个文件，共 {kilobytes} KB", "{count} files, {kilobytes} kB")
}
