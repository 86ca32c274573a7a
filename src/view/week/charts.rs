//! How things stand, drawn: the lights, the sections by their lights, and how far the sections have come.

use super::lines::change_head;
use crate::assess::{Light, Share};
use crate::paper::{Bar, BarPiece, Bars, Block, Page, Tone};
use crate::plan::Language;
use crate::report::week::{SectionTotals, Week};
use crate::say;
use crate::view::common::{change, light_name, light_tone, light_word, percent};
use crate::view::totals::share_of;
use crate::words;

/// The tasks by light.
pub(super) fn lights(report: &Week<'_>, lang: Language) -> Block {
    let than = change_head(report, lang);
    let most = Light::WORST_FIRST.into_iter().map(|light| report.now.count(light)).max().unwrap_or(0);
    let bar = |light: Light| {
        let (count, before) = (report.now.count(light), report.before.count(light));
        let (share, change) = (share_of(count, report.now.tasks), change(count, before));
        Bar {
            label: format!("{} {}", light_word(report.head, lang, Some(light)), light.meaning(lang)),
            pieces: vec![piece(count, most, light_tone(report.head, Some(light)), String::new())],
            mark: None,
            values: vec![count.to_string(), share, change],
        }
    };
    Block::Bars(Bars {
        title: say!(lang, "各类亮灯任务数", "Tasks by light"),
        behind: vec![say!(lang, "项数", "Tasks"), say!(lang, "占比", "Share"), than],
        bars: Light::WORST_FIRST.into_iter().map(bar).collect(),
    })
}

/// The sections by light, and how far they have come, where that is known of anything.
pub(super) fn sections(page: &mut Page, report: &Week<'_>, lang: Language) {
    if report.sections.len() > 1 {
        page.add(Block::Bars(lights_by_section(report, lang)));
    }
    if report.now.progress.is_some() {
        page.add(Block::Bars(progress(report, lang)));
    }
}

fn lights_by_section(report: &Week<'_>, lang: Language) -> Bars {
    let most = report.sections.iter().map(|section| section.now.tasks).max().unwrap_or(0);
    let bar = |section: &SectionTotals<'_>| {
        let pieces = Light::WORST_FIRST.into_iter().filter(|light| section.now.count(*light) > 0).map(|light| {
            let count = section.now.count(light);
            piece(count, most, light_tone(report.head, Some(light)), count.to_string())
        });
        let (tasks, red) = (section.now.tasks, section.now.red);
        let change = change(red, section.before.red);
        Bar {
            label: section.title.to_owned(),
            pieces: pieces.collect(),
            mark: None,
            values: vec![tasks.to_string(), red.to_string(), change],
        }
    };
    Bars {
        title: {
            let lights = words::list(lang, Light::WORST_FIRST.map(|light| light_name(report.head, lang, light)));
            say!(lang, "各板块任务数（自左至右：{lights}）", "Sections (from the left: {lights})")
        },
        behind: vec![say!(lang, "项数", "Tasks"), light_name(report.head, lang, Light::Red), change_head(report, lang)],
        bars: report.sections.iter().map(bar).collect(),
    }
}

fn progress(report: &Week<'_>, lang: Language) -> Bars {
    let passed = report.passed.percent();
    let mark = Some(report.passed.rounded(3));
    let bar = |label: String, progress: Option<Share>, known: usize| {
        let share = progress.map_or(0.0, |progress| progress.rounded(3));
        let pieces = vec![BarPiece { share, tone: Tone::Cyan, text: String::new() }];
        Bar { label, pieces, mark, values: vec![known.to_string(), percent(progress)] }
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
        behind: vec![say!(lang, "有数据", "Known"), say!(lang, "完成率", "Mean")],
        bars: std::iter::once(all).chain(sections).collect(),
    }
}

fn piece(count: usize, most: usize, tone: Tone, text: String) -> BarPiece {
    BarPiece { share: if most == 0 { 0.0 } else { count as f64 / most as f64 }, tone, text }
}
