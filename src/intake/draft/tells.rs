//! What sentences do: they order work, announce it, or only tell what has been done, what is, and in which spirit work is done.

use super::clauses::clauses;
use super::headings::number;
use super::listed::{Words, begins, ends, holds, words};
use super::metrics::targets;
use super::numbers::is_digit;
use super::verbs::{Opening, begins_in_the_past, contains_order, opening};
use super::words::{DONE, ORDERS, SPEAKS, STATES, WILL};

/// Nouns by which a list says what is looked at, rather than what is to be done.
static LOOKED_AT: Words =
    Words::of("情况 时效性 合格率 进展 比例 结果 成效 效果 程度 使用量 方案 制度 名单 数 规划 机制");

/// Whether a sentence only tells: what has been done, what is, or who speaks.
pub(super) fn only_tells(sentence: &str) -> bool {
    let words = sentence.trim();
    let speaks = begins(words, &SPEAKS) && !asks(words);
    let told = speaks
        || rates(words)
        || leads_a_group(words)
        || is_reward(words)
        || is_principle(words)
        || is_guidance(words)
        || is_consequence(words)
        || holds(words, &STATES)
        || begins_in_the_past(words)
        || explains(words);
    // 改造已建成村庄的设施 orders work on what is there.
    let orders = clauses(words).first().is_some_and(|first| opening(first.words(words)) == Opening::Order);
    let least = holds(words, words!("%以上 %以内 ％以上 ％以内"));
    let done = DONE.iter().any(|word| {
        words.contains(word) && !(orders && word.starts_with('已')) && !(least && word.starts_with("同比"))
    });
    told || ((done || has_done(words)) && !holds(words, &WILL))
}

/// 成立领导小组，由县长任组长: but where the group also meets every month, that is ordered.
fn leads_a_group(words: &str) -> bool {
    let words = number(words).map_or(words, |(_, rest)| rest);
    let works = words.contains(is_digit) || words.contains('每');
    let sits = words!("下设办公室 办公室设在 下设创建办 兼任办公室主任 兼任主任");
    (holds(words, words!("任组长 任双组长 任副组长 任总指挥 任指挥长 任召集人")) || holds(words, sits)) && !works
}

/// 以…思想为指导，全面贯彻…，推动…: in which spirit all is done, unless it says how much or by when.
fn is_guidance(words: &str) -> bool {
    let guided = words.contains("思想为指导") || words.contains("理论为指导") || words.contains("思想为引领");
    let reviewed =
        begins(words, words!("党中央、国务院高度重视 党中央高度重视 县委、县政府高度重视 市委、市政府高度重视"));
    reviewed || guided && targets(words).count() == 0
}

/// 对整改不力的，依法依规严肃追责: what comes to those who fail.
fn is_consequence(words: &str) -> bool {
    let bare = number(words).map_or(words, |(_, rest)| rest);
    let whom = bare.split(['，', ',']).any(|clause| clause.starts_with('对') && clause.ends_with(['的', '位', '人']));
    whom && holds(
        bare,
        words!(
            "追责问责 严肃追责 追究责任 严肃问责 予以问责 移交纪检 移送纪检 取消评先 取消评优 扣罚 约谈问责 依规依纪 依纪依规 倒查责任 启动问责"
        ),
    ) && !holds(bare, words!("月底前 日前 年底前 每月 每季度 每周"))
}

/// 完成目标的，奖励10万元；未完成的，扣减5%: what comes of it.
fn is_reward(words: &str) -> bool {
    let first = words.split(['，', ',']).next().unwrap_or(words);
    first.ends_with('的')
        && holds(first, words!("完成 得分 考核 排名"))
        && holds(words, words!("奖励 扣减 扣发 扣罚 不得评"))
}

/// 坚持统一指挥，坚持防抗结合; 以育人为根本，以融合为主线: nothing but in which spirit work is done.
fn is_principle(words: &str) -> bool {
    let bare = number(words).map_or(words, |(_, rest)| rest).trim_end_matches(['。', '；']);
    let clauses: Vec<&str> = bare.split(['，', ',', '；']).map(str::trim).collect();
    let with = words!("为根本 为主线 为重点 为核心 为目标 为导向 为抓手 为统领 为引领 为指导 为中心 为动力 为牵引");
    let spirit = |clause: &&str| begins(clause, words!("坚持 反对")) || clause.starts_with('以') && ends(clause, with);
    clauses.len() >= 2 && clauses.iter().all(spirit) && !words.contains(is_digit)
}

/// 任务完成情况与绩效挂钩, 甲为第一责任人, 本要点所称数据是指…, 会议强调，要统筹好…: how work is looked at.
fn rates(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    let rates =
        |words: &str| holds(words, words!("情况 结果 得分")) && ends(words, words!("挂钩 重要依据 的依据 重要参考"));
    // 每季度开展考评，结果与绩效挂钩 orders the first.
    let front = bare.rsplit_once(['，', '；']).map_or("", |(front, _)| front);
    let works =
        front.contains('每') || clauses(front).iter().any(|clause| opening(clause.words(front)) == Opening::Order);
    let rated = !works && rates(bare);
    let stressed = begins(words, words!("会议强调 会议指出")) && !words.contains(is_digit);
    rated || stressed || ends(bare, words!("第一责任人")) || (words.contains("所称") && words.contains("是指"))
}

/// “某城市”是一种模式; 就业是最大的民生: says what something is.
fn explains(words: &str) -> bool {
    let words = number(words).map_or(words, |(_, rest)| rest);
    let Some((subject, rest)) = words.split_once('是') else { return false };
    let first = |text: &str| !text.contains(['，', '。', '；', '：', ',', ';', ':']);
    let named = first(subject) && subject.chars().count() <= LONGEST_SUBJECT;
    let quoted = subject.starts_with('“') && subject.trim_end_matches("并不").ends_with('”');
    let most = holds(
        rest.split('。').next().unwrap_or(rest),
        words!(
            "生力军 重要产业 重要组成 重要支撑 重要保障 重要基础 重要载体 关键环节 重中之重 最大的 重要举措 具体行动 有力抓手 战略举措 必然要求 重要途径 重要内容 关键所在 应有之义"
        ),
    );
    named && (quoted || most)
}

/// The longest subject of such a sentence, in characters.
const LONGEST_SUBJECT: usize = 24;

/// Whether a sentence says more of the one before it: 上述资金由…列支.
pub(super) fn depends(sentence: &str) -> bool {
    begins(sentence.trim(), words!("上述 所需 其中， 其中, 由此 该 此类 这 以上 不足部分 具体"))
}

/// Whether a sentence says what may or must be done: measures often order so.
pub(super) fn may_or_must(sentence: &str) -> bool {
    holds(sentence, words!("可 应 要 须 不得 不再 给予 允许 授权 实行 予以 免征 纳入 放宽 取消 禁止"))
}

/// Whether a sentence orders work.
pub(super) fn orders_work(sentence: &str) -> bool {
    let words = sentence.trim();
    if only_tells(words) || is_announcement(words) {
        return false;
    }
    let clauses = clauses(words);
    let ordered = clauses.iter().any(|clause| match opening(clause.words(words)) {
        Opening::Order | Opening::Purpose => true,
        Opening::LeadIn | Opening::Other => false,
    });
    let bare = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    let done = holds(words, words!("落实 严格执行 建立 健全 完善 制定"));
    let looked_at = clauses.len() == 1 && ends(bare, &LOOKED_AT) && !(done && words.contains(is_digit));
    ordered || (contains_order(words) && !looked_at) || asks(words) || reports(words)
}

/// 进展情况每月3日前报县政府办公室: what is told again and again is told by somebody.
fn reports(words: &str) -> bool {
    words.split_once('每').is_some_and(|(_, behind)| holds(behind, words!("前报 前将 前向 前上报")))
}

/// 请供电所于4月10日前…: what somebody is asked to do by a day.
fn asks(sentence: &str) -> bool {
    let words = number(sentence).map_or(sentence, |(_, rest)| rest);
    // 会议同意方案，由甲局于7月31日前印发
    begins(words, words!("请 会议原则同意 会议同意 会议议定 会议审议通过"))
        && holds(words, words!("日前 月底前 月前 年底前 日之前"))
}

/// 启动了, 完成了: a verb of work that is over.
fn has_done(words: &str) -> bool {
    words.match_indices('了').filter_map(|(at, _)| words.get(..at)).any(|before| ends(before, &ORDERS))
}

/// 重点做好八方面工作。为此，提出以下意见：
pub(super) fn is_announcement(words: &str) -> bool {
    let bare = words.trim_end_matches(['。', '：', ':']);
    let last = bare.rsplit(['，', ',']).next().unwrap_or(bare);
    if ends(bare, words!("如下"))
        && holds(last, words!("制定 制订 提出 现将 现就 部署 通知 安排"))
        && !bare.contains('；')
    {
        return last.len() == bare.len() || orders_nothing_before(words, bare);
    }
    let many = holds(bare, words!("方面 以下 几项 几点 如下"));
    let short = many && bare.chars().count() <= 24 && ends(bare, words!("工作 任务 方面 几点 如下"));
    short || (announces(words) && orders_nothing_before(words, bare))
}

/// Whether words that announce others are few, or order no work before a last clause that is short.
fn orders_nothing_before(words: &str, bare: &str) -> bool {
    let clauses = clauses(words);
    let last = bare.rsplit(['，', ',']).next().unwrap_or(bare).chars().count();
    let front = clauses.split_last().map_or(&[][..], |(_, front)| front);
    let idle = || front.iter().all(|clause| opening(clause.words(words)) != Opening::Order);
    clauses.len() <= 2 || (last <= LONGEST_ANNOUNCEMENT && idle())
}

/// 重点抓好以下几方面工作, in characters.
const LONGEST_ANNOUNCEMENT: usize = 14;

/// Whether the words only say that something follows: 实施如下重点项目：
pub(super) fn announces(words: &str) -> bool {
    let ends = words.trim_end().ends_with(['：', ':']);
    let last = words.rsplit(['，', ',', '；', '。']).next().unwrap_or(words);
    (ends && holds(last, words!("以下 如下 下列")))
        || (words!("制定 制订 拟定 提出")
            .iter()
            .find_map(|word| words.split_once(word))
            .is_some_and(|(_, made)| holds(made,
                words!(
                    "如下计划 如下安排 如下要点 如下意见 如下办法 计划如下 安排如下 本计划 本要点 本方案 本意见 方案如下 意见如下 以下方案 以下意见 如下方案 如下意见"
                ),
            )))
}
