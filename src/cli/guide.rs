//! `workplan guide [TOPIC]`: the manual in short.

use std::process::ExitCode;

use clap::Args;

use super::typed::{Offering, refused};
use crate::both;
use crate::desk::Desk;
use crate::desk::ending;
use crate::desk::output::{Format, emit_page};
use crate::view::{TOPICS, Topic, guide, guide_topics};

/// The arguments of `workplan guide`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan guide              有哪些专题\n  workplan guide 报送         怎样报送进展\n  workplan guide 督办         怎样催办、发督办单\n\n全文见 docs/zh",
    "Examples:\n  workplan guide              which topics there are\n  workplan guide report       how progress is reported\n  workplan guide chase        how units are chased, and written to\n\nThe whole manual: docs",
))]
pub(super) struct GuideArgs {
    #[arg(value_name = both!("专题", "TOPIC"), value_parser = Offering::words(TOPICS.iter().map(|topic| topic.term.key)), hide_possible_values = true,
          help = both!("哪个专题；不写则列出全部", "The topic; without one, all are listed"))]
    topic: Option<String>,
}

pub(super) fn run(desk: &Desk, args: &GuideArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let format = ending::format(desk, None, &[Format::Table, Format::Md])?;
    let page = match &args.topic {
        None => guide_topics(lang),
        Some(word) => {
            let known = TOPICS.iter().map(|topic| topic.term.typed(lang));
            let topic = Topic::read(word).ok_or_else(|| refused("guide", word, known, lang))?;
            guide(topic, lang)
        }
    };
    emit_page(desk, format, &page)?;
    Ok(ExitCode::SUCCESS)
}
