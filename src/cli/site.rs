//! `workplan site`: the plan as a site of linked pages, in a folder or on a server of our own.

use std::process::ExitCode;

use clap::Args;

use super::filters::FilterArgs;
use super::{INTERRUPTED, NO, rollup};
use crate::assess::Severity;
use crate::both;
use crate::cli::args::{EditionArgs, PlansArgs};
use crate::desk::Desk;
use crate::desk::edition::NotPublic;
use crate::desk::many::{Many, tell_unread, tell_unreadable};
use crate::desk::output::{done, emit, warn};
use crate::desk::session::Session;
use crate::desk::site::{self, Pages, Several};
use crate::plan::Language;
use crate::report::alerts::Wanted;
use crate::report::rollup::{RollupQuery, RollupSort};
use crate::report::site::Folders;
use crate::say;
use crate::store::Heeding;
use crate::view;
use crate::view::site::{Kept, ManyPlans, PlanAmong, SiteFile};
use crate::words;

/// The arguments of `workplan site`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan site --out 网页                          写入文件夹，双击其中的 index.html 即可查看\n  workplan site --out 网页 --as-of 2020-11-24       截至该日\n  workplan site --out 公开 --public                 公开版，可放上网站\n  workplan site --plans 全区 --out 网页             目录下的全部计划：总目录和各自的网页\n  workplan site --serve                             在本机查看，文件改动后自动更新\n\n网页中按 / 搜索任务，可输入拼音首字母，如 gdc 找龚都村\n再次写入同一文件夹时，只替换和删除上次写入的文件，不动其他文件",
    "Examples:\n  workplan site --out pages                         into a folder: open its index.html\n  workplan site --out pages --as-of 2020-11-24      as of that day\n  workplan site --out public --public               for the public: ready for a web server\n  workplan site --plans district --out pages        every plan below a folder: an index, and each plan's own pages\n  workplan site --serve                             on this machine; pages follow the files; Ctrl-C ends it\n\nOn the pages, / finds a task, also by the initials of its pinyin (gdc: 龚都村)\nWriting into the same folder again replaces and removes what was written there before, and touches nothing else",
))]
pub(super) struct SiteArgs {
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("截至日期，如 2020-11-24、2020-11、11月底、上周五；默认今天", "The day to report for: 2020-11-24, 2020-11 (its last day), 上周五; today by default"))]
    as_of: Option<String>,
    #[command(flatten)]
    plans: PlansArgs,
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
    if let Some(many) = args.plans.many(desk)? {
        return of_many(&many, args);
    }
    let pages = Pages { out: desk.out.clone(), as_of: args.as_of.clone(), public: args.edition.public };
    match (&desk.out, args.serve) {
        (None, true) => site::serve(desk, &pages, args.port),
        (Some(out), false) => {
            let session = Session::open(desk)?;
            site::refuse_plan(desk, session, out)?;
            let files = pages.draw(session, Kept::Folder, true)?;
            site::write(out, &files, pages.public, session.lang)?;
            let bytes = files.iter().map(|file| file.bytes.len()).sum();
            done(desk, &written((files.len(), bytes), session.lang), true)?;
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

/// So many of the worst matters of all plans stand on the index.
const WORST: usize = 20;

/// Many plans: an index, and below it the site of each.
fn of_many(many: &Many, args: &SiteArgs) -> anyhow::Result<ExitCode> {
    let (desk, lang) = (many.desk(), many.lang());
    let Some(out) = desk.out.as_deref().filter(|_| !args.serve) else {
        anyhow::bail!(lang.pick(
            "--plans 的网页写入文件夹，请写明 --out 文件夹；--serve 只用于一个计划",
            "the pages of many plans are written into a folder: give --out FOLDER; --serve is for one plan"
        ));
    };
    // Where a plan's pages will be is the same for all of them, seen from their evidence.
    let below = out.join(Folders::ALL).join("plan");
    let pages = Pages { out: Some(below), as_of: args.as_of.clone(), public: args.edition.public };
    many.folders().try_for_each(|folder| site::refuse_within(lang, folder, out))?;
    let mut several = Several::begin(out, pages.public, lang)?;
    let mut plans = ManyPlans::default();
    let draw = |path: &str, session: &Session| match pages.among(session, path) {
        Err(error) if error.is::<NotPublic>() => Ok(Err((path.to_owned(), error.to_string()))),
        drawn => drawn.map(Ok),
    };
    let mut closed = Vec::new();
    let mut take = |drawn: Result<(PlanAmong, Vec<SiteFile>), (String, String)>| match drawn {
        Ok((plan, files)) => several.add(&plans.add(plan), &files),
        Err(other) => {
            closed.push(other);
            Ok(())
        }
    };
    let wanted = Wanted { severity: Some(Severity::Warning), top: Some(WORST), ..Wanted::default() };
    let query = RollupQuery { sort: RollupSort::Light, wanted, one_a_task: true, ..RollupQuery::default() };
    let asked = (args.as_of.as_deref(), &FilterArgs::default(), &query);
    let heeding = Heeding::begin();
    // An edition for the public is drawn from what each plan publishes, and from nothing else.
    let (report, unreadable) = match pages.public {
        true => (None, many.each(draw, &mut take)?),
        false => {
            let report = rollup::gather_with(many, asked, draw, &mut take)?;
            let unreadable = report.unreadable.clone();
            (Some(report), unreadable)
        }
    };
    drop(heeding);
    tell_unreadable(lang, &unreadable);
    if many.unread() > 0 {
        if report.is_none() {
            tell_unread(lang, many.unread());
        }
        warn(lang, &half_done(out, lang));
        return Ok(ExitCode::from(INTERRUPTED));
    }
    for (path, why) in &closed {
        warn(lang, &say!(lang, "{path} 未公开：{why}", "{path} is left out: {why}"));
    }
    let written_in_all = several.end(&view::site::many(&plans, report.as_ref(), desk.day, lang))?;
    done(desk, &written(written_in_all, lang), true)?;
    emit_path(desk, out)?;
    Ok(if unreadable.is_empty() && closed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}

/// What stands in the folder where somebody has stopped the writing.
fn half_done(out: &std::path::Path, lang: Language) -> String {
    let index = words::shown_path(&out.join("index.html"));
    say!(
        lang,
        "总目录 {index} 没有写入；已读计划各自的网页是新的，其余的是以前的；再执行一次即可补齐",
        "the index {index} was not written; the pages of the plans that were read are new, those of the others are not: run it again"
    )
}

/// The first page's path on the standard output: for a program that opens it.
fn emit_path(desk: &Desk, out: &std::path::Path) -> anyhow::Result<ExitCode> {
    let to_stdout = Desk { out: None, ..desk.clone() };
    emit(&to_stdout, &format!("{}\n", words::shown_path(&out.join("index.html"))))?;
    Ok(ExitCode::SUCCESS)
}

fn written((count, bytes): (usize, usize), lang: Language) -> String {
    let kilobytes = bytes.div_ceil(1000);
    say!(lang, "已写入 {count} 个文件，共 {kilobytes} KB", "{count} files, {kilobytes} kB")
}
