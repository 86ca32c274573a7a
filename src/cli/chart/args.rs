//! `workplan chart`: the wall chart, and small charts for documents.

use clap::{Args, ValueEnum};

use crate::both;
use crate::cli::args::EditionArgs;
use crate::cli::filters::FilterArgs;
use crate::cli::typed::{Offering, by_field, choice};
use crate::desk::Desk;
use crate::desk::ending::{self, Formatted};
use crate::plan::Language;
use crate::report::chart::WallBy;
use crate::say;
use crate::view::chart::Paper;

/// The arguments of `workplan chart`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan chart --format pdf --out 挂图.pdf                   挂图作战图，A3横向，可多页，红灯列首\n  workplan chart --paper a0 --by lead --format pdf --out 挂图.pdf  A0，按牵头单位分组\n  workplan chart --out 挂图.svg                                多页时写成 挂图-1.svg、挂图-2.svg…\n  workplan chart --page 2 --out 第二页.svg                     只要第二页\n  workplan chart --section 2 --format html --out 挂图.html     某板块，一个网页，可直接打印\n  workplan chart burnup --out 完成进度.svg                     完成任务数与时间进度，可插入 Word\n  workplan chart lights --out 亮灯.svg                         逐周亮灯情况\n  workplan chart --public --format pdf --out 公开版.pdf        公开版\n\n未写 --format 时按 --out 的扩展名；PDF 需本机装有中文字体（如 fonts-noto-cjk）",
    "Examples:\n  workplan chart --format pdf --out wall.pdf                   the wall chart, A3 landscape, what is red first\n  workplan chart --paper a0 --by lead --format pdf --out wall.pdf  A0, unit by unit\n  workplan chart --out wall.svg                                several pages become wall-1.svg, wall-2.svg, …\n  workplan chart --page 2 --out second.svg                     one page of it\n  workplan chart --section 2 --format html --out wall.html     one section, as a page to be opened and printed\n  workplan chart burnup --out burnup.svg                       tasks finished against the pace, for a document\n  workplan chart lights --out lights.svg                       the lights week by week\n  workplan chart --public --format pdf --out public.pdf        the edition for the public\n\nWithout --format the extension of --out decides; PDF needs a Chinese font on this machine (as fonts-noto-cjk)",
))]
pub(in crate::cli) struct ChartArgs {
    #[arg(default_value = "wall", hide_default_value = true, hide_possible_values = true, value_name = both!("图", "CHART"),
          help = both!("哪种图：wall（挂图作战图，默认）、burnup（完成进度）、\nlights（逐周亮灯）", "Which chart: wall (default), burnup, lights"))]
    pub(super) chart: ChartKind,
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("截至日期，如 2020-11-24、11月底；默认今天", "The day to report for: 2020-11-24, 2020-11 (its last day); today by default"))]
    pub(super) as_of: Option<String>,
    #[arg(long, value_name = both!("格式", "FORMAT"), hide_possible_values = true,
          help = both!("格式：svg（默认）、html、pdf、json", "The format: svg (default), html, pdf, json"))]
    pub(super) format: Option<ChartFormat>,
    #[arg(long, value_name = both!("方式", "WHAT"), hide_possible_values = true,
          value_parser = Offering::words(["section", "lead"]),
          help = both!("挂图分组：section（板块，默认）、lead（牵头单位）", "What the wall chart is grouped by: section (default), lead"))]
    pub(super) by: Option<String>,
    #[arg(long, value_name = both!("纸张", "PAPER"), hide_possible_values = true,
          help = both!("挂图纸张，均为横向：a3（默认）、a0（字近三倍大，两米外可读）", "The wall chart's paper, landscape: a3 (default), a0 (nearly three times as large, to be read from two metres)"))]
    pub(super) paper: Option<PaperName>,
    #[arg(long, value_name = both!("页码", "N"), value_parser = crate::cli::usage::whole_number,
          help = both!("svg 只要挂图的第几页", "Only that page of the wall chart, as svg"))]
    pub(super) page: Option<usize>,
    #[command(flatten)]
    pub(super) edition: EditionArgs,
    #[command(flatten)]
    pub(super) filters: FilterArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ChartKind {
    Wall,
    Burnup,
    Lights,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ChartFormat {
    Svg,
    Html,
    Pdf,
    Json,
}

impl Formatted for ChartFormat {
    fn name(self) -> &'static str {
        match self {
            ChartFormat::Svg => "svg",
            ChartFormat::Html => "html",
            ChartFormat::Pdf => "pdf",
            ChartFormat::Json => "json",
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            ChartFormat::Svg => &["svg"],
            ChartFormat::Html => &["html", "htm"],
            ChartFormat::Pdf => &["pdf"],
            ChartFormat::Json => &["json"],
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PaperName {
    A3,
    A0,
}

impl ChartArgs {
    /// The format asked for; else the one that the file's name tells.
    pub(super) fn format(&self, desk: &Desk) -> anyhow::Result<ChartFormat> {
        let known = [ChartFormat::Svg, ChartFormat::Html, ChartFormat::Pdf, ChartFormat::Json];
        ending::format(desk, self.format, &known)
    }

    pub(super) fn by(&self, lang: Language) -> anyhow::Result<WallBy> {
        let asked = self.by.as_deref().map(|text| by_field("--by", text, &WallBy::ALL, lang)).transpose()?;
        Ok(asked.unwrap_or(WallBy::Section))
    }

    pub(super) fn paper(&self) -> Paper {
        match self.paper {
            Some(PaperName::A0) => Paper::A0,
            Some(PaperName::A3) | None => Paper::A3,
        }
    }

    /// Refuses what makes no sense together, before anything is read.
    pub(super) fn refuse_misfits(&self, desk: &Desk) -> anyhow::Result<()> {
        let (lang, format) = (desk.lang, self.format(desk)?);
        let wall_only =
            [("--by", self.by.is_some()), ("--paper", self.paper.is_some()), ("--page", self.page.is_some())];
        if let Some((option, _)) = wall_only.iter().find(|(_, given)| self.chart != ChartKind::Wall && *given) {
            anyhow::bail!(say!(lang, "{option} 只用于挂图作战图（wall）", "{option} is for the wall chart only"));
        }
        if self.page.is_some() && format != ChartFormat::Svg {
            anyhow::bail!(say!(
                lang,
                "--page 只用于 svg；html 和 pdf 一个文件含全部各页",
                "--page is for svg only: html and pdf hold all pages in one file"
            ));
        }
        if self.edition.public && self.by.as_deref().and_then(|by| choice(by, &WallBy::ALL)) == Some(WallBy::Lead) {
            anyhow::bail!(say!(
                lang,
                "公开版不含牵头单位，不能按单位分组；请去掉 --by lead",
                "an edition for the public names no units, so it cannot be grouped by them: leave --by lead out"
            ));
        }
        Ok(())
    }
}
