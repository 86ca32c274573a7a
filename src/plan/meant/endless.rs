//! What a deadline says of work that has no finish: 持续推进, 长期坚持, 常态化.

use super::half_width;

const ENDLESS: &[&str] = &[
    "ongoing",
    "持续",
    "持续推进",
    "持续开展",
    "持续实施",
    "长期",
    "长期坚持",
    "长期推进",
    "长期任务",
    "常态",
    "常态化",
    "常态化推进",
    "常态化开展",
    "全年",
    "全年推进",
    "全年开展",
    "贯穿全年",
    "常年",
];

/// Whether a deadline says that the work has no finish.
pub(crate) fn is_endless(deadline: &str) -> bool {
    ENDLESS.contains(&half_width(deadline).trim_matches(['。', ';', '.']))
}
