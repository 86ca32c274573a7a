//! How things stand, drawn: the lights, the sections by their lights, and how far the sections have come.

use super::changed::{WORST_FIRST, change};
use super::lines::than_before;
use crate::assess::{Light, Share};
use crate::paper::{Bar, BarPiece, Bars, Block, Page, Tone};
use crate::plan::Language;
use crate::report::week::{SectionTotals, Week};
use crate::say;
use crate::view::common::{light_tone, light_word, percent};
use crate::view::totals::share_of;

pub(super) fn charts(page: &mut Page, report: &Week<'_>, lang: Language) {
    page.add(Block::Bars(lights(report, lang)));
    if report.sections.len() > 1 {
        page.add(Block::Bars(lights_by_section(report, lang)));
    }
    if report.now.progress.is_some() {
        page.add(Block::Bars(progress(report, lang)));
    }
}

fn lights(report: &Week<'_>, lang: Language) -> Bars {
    let than = than_before(report, lang);
    let most = WORST_FIRST.into_iter().map(|light| report.now.count(light)).max().unwrap_or(0);
    let bar = |light: Light| {
        let (count, before) = (report.now.count(light), report.before.count(light));
        let (share, change) = (share_of(count, report.now.tasks), change(count, before));
        let meaning = light.meaning(lang);
        let word = light_word(report.head, lang, Some(light));
        Bar {
            label: say!(lang, "{word}（{meaning}）", "{word} ({meaning})"),
            pieces: vec![piece(count, most, light_tone(report.head, Some(light)), String::new())],
            mark: None,
            value: say!(lang, "{count}项  {share}  {change}", "{count}  {share}  {change}"),
        }
    };
    Bars {
        title: say!(lang, "各类亮灯任务数", "Tasks by light"),
        behind: say!(lang, "项数  占比  {than}", "Tasks, share, change"),
        bars: WORST_FIRST.into_iter().map(bar).collect(),
    }
}

fn lights_by_section(report: &Week<'_>, lang: Language) -> Bars {
    let most = report.sections.iter().map(|section| section.now.tasks).max().unwrap_or(0);
    let bar = |section: &SectionTotals<'_>| {
        let pieces = WORST_FIRST.into_iter().filter(|light| section.now.count(*light) > 0).map(|light| {
            let count = section.now.count(light);
            piece(count, most, light_tone(report.head, Some(light)), count.to_string())
        });
        let (tasks, red) = (section.now.tasks, section.now.red);
        let change = change(red, section.before.red);
        Bar {
            label: section.title.to_owned(),
            pieces: pieces.collect(),
            mark: None,
            value: say!(lang, "{tasks}项，红{red}（{change}）", "{tasks}, red {red} ({change})"),
        }
    };
    Bars {
        title: say!(lang, "各板块亮灯（红、黄、绿、蓝、灰）", "Sections by light (red, yellow, green, blue, grey)"),
        behind: say!(lang, "项数，红灯（变化）", "Tasks, red (change)"),
        bars: report.sections.iter().map(bar).collect(),
    }
}

fn progress(report: &Week<'_>, lang: Language) -> Bars {
    let passed = report.passed.percent();
    let mark = Some(report.passed.rounded(3));
    let bar = |label: String, progress: Option<Share>, known: usize| {
        let share = progress.map_or(0.0, |progress| progress.rounded(3));
        let pieces = vec![BarPiece { share, tone: Tone::Cyan, text: String::new() }];
        let value = match progress {
            Some(_) => say!(lang, "{}（{known}项）", "{} (of {known})", percent(progress)),
            None => say!(lang, "尚无数据", "unknown"),
        };
        Bar { label, pieces, mark, value }
    };
    let all = bar(say!(lang, "全部任务", "All tasks"), report.now.progress, report.now.progress_known);
    let several = report.sections.iter().filter(|_| report.sections.len() > 1);
    let sections =
        several.map(|section| bar(section.title.to_owned(), section.now.progress, section.now.progress_known));
    Bars {
        title: say!(
            lang,
            "平均完成率（竖线为时间进度 {passed}）",
            "Mean progress (the line: {passed} of the time has passed)"
        ),
        behind: say!(lang, "完成率（有数据的）", "Progress (of the known)"),
        bars: std::iter::once(all).chain(sections).collect(),
    }
}

fn piece(count: usize, most: usize, tone: Tone, text: String) -> BarPiece {
    BarPiece { share: if most == 0 { 0.0 } else { count as f64 / most as f64 }, tone, text }
}
