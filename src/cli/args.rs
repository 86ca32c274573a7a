//! Arguments that several commands take.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::both;
use crate::desk::ending::{self, Formatted};
use crate::desk::many::Many;
use crate::desk::output::Format;
use crate::desk::writing::Manner;
use crate::desk::{ColorChoice, Desk};
use crate::paper::Ambiguous;
use crate::plan::Language;

/// What the reports take.
#[derive(Debug, Args)]
pub(super) struct Reading {
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("截至日期，如 2020-11-24、2020-11、11月底、上周五；默认今天", "The day to report for: 2020-11-24, 2020-11 (its last day), 上周五; today by default"))]
    pub(super) as_of: Option<String>,
    #[arg(long, value_name = both!("格式", "FORMAT"), help = both!("格式：table（默认）、md、json、text（贴入聊天群）、csv（仅 status、alerts）、docx（仅 week）", "The format: table (default), md, json, text (plain lines for a chat), csv (status and alerts only), docx (week only)"))]
    format: Option<Format>,
}

impl Reading {
    /// The format that is meant, of those that the command has; the first is the usual one.
    ///
    /// # Errors
    /// When the command has no such format, and when the file's ending promises another.
    pub(super) fn format(&self, desk: &Desk, known: &[Format]) -> anyhow::Result<Format> {
        ending::format(desk, self.format, known)
    }

    /// The day that was asked for.
    pub(super) fn day(&self) -> Option<&str> {
        self.as_of.as_deref()
    }
}

/// Many plans in the place of one.
#[derive(Debug, Args)]
pub(super) struct PlansArgs {
    #[arg(long, display_order = 900, value_name = both!("目录", "DIR"),
          help = both!("该目录下的全部计划，各按自己的规则；可重复", "Every plan below that folder, each by its own rules; may be repeated"))]
    plans: Vec<PathBuf>,
}

impl PlansArgs {
    /// The plans that are meant; none where one plan is.
    pub(super) fn many(&self, desk: &Desk) -> anyhow::Result<Option<Many>> {
        if !self.plans.is_empty() {
            refuse_one(desk)?;
        }
        self.beside(desk)
    }

    /// The plans that are looked at beside the one that is meant.
    pub(super) fn beside(&self, desk: &Desk) -> anyhow::Result<Option<Many>> {
        if self.plans.is_empty() { Ok(None) } else { Many::find(desk, &self.plans).map(Some) }
    }
}

/// Refuses one plan that is named where many are meant.
pub(super) fn refuse_one(desk: &Desk) -> anyhow::Result<()> {
    let named = std::env::var_os("WORKPLAN_PLAN").map(PathBuf::from);
    if desk.plan.is_some() && desk.plan != named {
        anyhow::bail!(desk.lang.pick(
            "--plans 与 --plan 不能同用：前者是目录下的全部计划，后者是一个计划",
            "--plans and --plan exclude each other: every plan below a folder, or one plan"
        ));
    }
    Ok(())
}

/// What every writing command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = both!("写入", "Writing"))]
pub(super) struct WriteArgs {
    #[arg(long, help = both!("只显示将要写的内容（改动用统一 diff 格式），不写入", "Show what would be written (changes as a unified diff), and write nothing"))]
    dry_run: bool,
    #[arg(long, value_name = both!("秒", "SECONDS"), default_value_t = 10, hide_default_value = true,
          help = both!("他人正在写入时最多等待的秒数；默认 10", "How long to wait while another process writes; 10 by default"))]
    lock_timeout: u64,
}

impl WriteArgs {
    /// How the change is to be made.
    pub(super) fn manner(&self) -> Manner {
        Manner { trial: self.dry_run, patience: Duration::from_secs(self.lock_timeout) }
    }
}

/// For whom an output is.
#[derive(Debug, Args)]
pub(super) struct EditionArgs {
    #[arg(long, help = both!(
        "公开版：只含板块、任务、原文、完成时限和指标，\n不含单位、人员、进展、问题、佐证等内部内容；\n亮灯只在设置“公开亮灯”为是时才有",
        "An edition for the public: sections, titles, source, deadlines and metrics only (lights where the plan says so: workplan plan set publish_lights true); no names, progress, issues or evidence",
    ))]
    pub(super) public: bool,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Format] {
        &Format::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for ColorChoice {
    fn value_variants<'a>() -> &'a [ColorChoice] {
        &[ColorChoice::Auto, ColorChoice::Always, ColorChoice::Never]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            ColorChoice::Auto => "auto",
            ColorChoice::Always => "always",
            ColorChoice::Never => "never",
        }))
    }
}

impl ValueEnum for Ambiguous {
    fn value_variants<'a>() -> &'a [Ambiguous] {
        &[Ambiguous::Narrow, Ambiguous::Wide]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Ambiguous::Narrow => "narrow",
            Ambiguous::Wide => "wide",
        }))
    }
}

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Language] {
        &[Language::Chinese, Language::English]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Language::Chinese => PossibleValue::new("zh").alias("zh-CN").alias("zh_CN"),
            Language::English => PossibleValue::new("en").alias("en-US").alias("en_US"),
        })
    }
}
