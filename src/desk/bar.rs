//! How far a long reading has come, on the terminal of the standard error.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::desk::output::is_quiet;
use crate::plan::Language;

/// What is done sooner needs no bar.
const SOON: Duration = Duration::from_millis(500);

/// A bar that is drawn once the reading has taken a while, and wiped out at its end.
pub(crate) struct Bar {
    lang: Language,
    begun: Instant,
    all: usize,
    done: u64,
    wanted: bool,
    drawn: Option<ProgressBar>,
}

impl Bar {
    /// Of so many plans none is read yet. Nothing is drawn where it is not `wanted`, where only faults are told, or on no terminal.
    pub(crate) fn new(lang: Language, all: usize, wanted: bool) -> Bar {
        let wanted = wanted && !is_quiet() && io::stderr().is_terminal();
        Bar { lang, begun: Instant::now(), all, done: 0, wanted, drawn: None }
    }

    /// One more is read.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        if self.wanted && self.drawn.is_none() && self.begun.elapsed() > SOON {
            self.drawn = Some(self.draw());
        }
        if let Some(bar) = &self.drawn {
            bar.set_position(self.done);
        }
    }

    fn draw(&self) -> ProgressBar {
        let template = self.lang.pick(
            "{bar:30} {pos}/{len} 个计划，约需 {eta}（Ctrl-C：只报告已读的）",
            "{bar:30} {pos}/{len} plans, {eta} to go (Ctrl-C: report what has been read)",
        );
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let all = u64::try_from(self.all).unwrap_or(u64::MAX);
        ProgressBar::new(all).with_position(self.done).with_elapsed(self.begun.elapsed()).with_style(style)
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.drawn {
            bar.finish_and_clear();
        }
    }
}
