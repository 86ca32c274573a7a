//! Which numbers set no target: they describe, compare, say where something starts, or what people are given.

use crate::plan::document::is_mark;

use super::figures::in_figures;
use super::headings::number;
use super::listed::{Words, begins, ends, holds, without, without_end, words};
use super::measures::is_time;
use super::numbers::{half_width, is_digit};
use super::offices::is_organ;
use super::standing::stands;
use super::verbs::{Opening, opening};
use super::words::{ADVERBS, ORDERS, UNITS, is_amount};

/// Words right before an amount that describes a thing.
static DESCRIBING: Words = Words::of(
    "占地 总投资 投资额 建筑面积 总面积 占地面积 用地面积 规划面积 全长 总长 长 宽 高 深 年产 日产 产能 容量 约 近 不足 每 注册资本 估值 原 现有 已 已有",
);
/// Words near an amount that make it a target.
pub(super) static REACHING: Words = Words::of(
    "完成 实现 达 达到 突破 力争 确保 超 超过 增长 新增 不少于 不低于 争取 改造 新建 再建 续建 栽植 硬化 拓宽 修建 建成 种植 整治 疏浚 \
    铺设 减量 提高 提升 增加 盘活 腾出 腾退 出让 收储 募集 引进 到位 治理 改建 修复 建设 落实 拆除 发放 形成 投放 偿还 归还 安排",
);
/// Words before a number that is the most.
static AT_MOST: Words = Words::of(
    "不超过 不高于 不得超过 低于 控制在 不大于 小于 少于 降至 降到 下降至 下降到 压减至 压减到 压缩至 压缩到 压降至 压降到 缩短至 缩短到 ≤ ＜ <",
);
/// Words before a number that is the least.
static AT_LEAST: Words = Words::of("不低于 不少于 不得低于 不得少于 至少 ≥ ＞ >");
/// Words that say what people may be given, rather than what is to be reached.
static GIVEN: Words = Words::of(
    "每亩补助 每吨补助 每户补助 每人补助 补助不超过 补贴不超过 奖励不超过 补助比例 奖励 可申请 可返还 可按 可给予 最高 给予 返还 每人 每户 补贴标准 补助标准 奖励标准 保障标准 标准分别 标准从 一次性 年满",
);
/// Words by which what people are given is raised.
static RAISED: Words = Words::of(
    "标准不低于 标准不少于 标准提高到 标准提高至 标准分别提高到 标准分别提高至 标准分别达到 标准达到 提高到每人 提高至每人 提高到每月 提高至每月 提高到每年 提高至每年",
);
/// Words that compare with the year before.
static COMPARED: Words = Words::of("比上年 比去年 较上年 较去年 比上一年 较上一年 去年 上年");
/// Words right before a number that counts what there is.
static COUNTED_BEFORE: Words = Words::of("这 其 上述 以上 前 后 首 同比增长 同比下降 已完成 现有 原有 共有 以来 去年");
/// What 个 counts in a way of talking, or in time.
static TALK: Words = Words::of("月 方面 维护 层面 环节 意识 自信 坚持 确保 小时 工作日 季度 不 一");
/// Verbs of work that goes on: what they are about is there, and no result. 推进31个项目 counts none.
static GOING_ON: Words = Words::of(
    "推进 加快推进 抓好 服务 服务好 保障 统筹 统筹推进 围绕 聚焦 紧盯 跟踪 调度 盯紧 用好 落实 严格落实 执行 严格执行 贯彻",
);
/// What is done with an amount behind 将.
static HANDED: Words = Words::of("拨付 足额拨付 全部拨付 投入 用于 发放 兑付 兑现 支付 划转 归还 缴入");

/// What stands between the numbers of a range.
pub(super) const JOINTS: [char; 8] = ['-', '—', '～', '~', '－', '–', '至', '到'];
/// The longest name of an indicator, in characters.
const LONGEST_NAME: usize = 14;

/// Whether the number is the most that is allowed; nothing where it is neither a bound nor a target.
pub(super) fn is_bound(before: &str, behind: &str, unit: &str) -> Option<bool> {
    let near = tail(before, 6);
    // 至少面对面随访1次
    let least = || tail(before, 12).rsplit(is_mark).next().is_some_and(|words| words.contains("至少"));
    if holds(&near, &AT_LEAST) || least() {
        return Some(false);
    }
    if is_limit(before, behind, unit) {
        return Some(true);
    }
    // How often is a target where it is counted once: 组织演练2次, but not 每月1次.
    if unit == "次" && holds(&near, &AT_MOST) {
        return Some(true);
    }
    if unit == "次" && (tail(before, 16).contains('每') || opening(before) != Opening::Order) {
        return None;
    }
    let circle = unit == "分钟" && behind.chars().take(8).any(|c| c == '圈');
    let most = holds(&near, &AT_MOST) || begins(behind, words!("以内 以下 之内"));
    let measured =
        || holds(&tail(before, 10), words!("天数 时间 时长 时数")) && holds(&near, words!("达到 达 为 超过"));
    if is_time(unit) && !circle && !most && !measured() {
        return None;
    }
    Some((circle || most) && !begins(behind, words!("以上 及以上")))
}

/// 接到报修2小时内到场: how long something may take each time; 印发之日起5个工作日内 is a day.
pub(super) fn is_limit(before: &str, behind: &str, unit: &str) -> bool {
    let within = behind.strip_prefix(['之', '以']).unwrap_or(behind).starts_with('内');
    let once = words!("印发 下发 公布之日 发布之日 本通知 本方案 收到通知 接到通知 会后 即日起 未来 最近 近");
    let since = before.rsplit(['，', '。', '；', '、']).next().unwrap_or(before);
    within && LIMITS.names(unit) && !holds(since, once)
}

/// The units of such a limit.
static LIMITS: Words = Words::of("秒 分钟 小时 个小时 个工作日 工作日 日 天");

/// Whether a number tells where something starts, what people are given, or how it was a year before.
pub(super) fn is_told(before: &str, unit: &str) -> bool {
    let before = without_row(before);
    // 从77%提高到80%, 由77%提高到80%: the first is where it starts.
    let since = |word: char, most: usize| {
        let since = before.rsplit_once(word).map(|(_, since)| since);
        // 从预备费中安排: where it comes from.
        since.is_some_and(|since| {
            !since.contains(['到', '至', '中'])
                && !since.starts_with(['业', '事', '严', '属'])
                && since.chars().count() <= most
        })
    };
    let starts = since('从', 24) || since('由', 4);
    let money = is_amount(unit) || unit == "%" || unit == "个百分点";
    let raised = || holds(&tail(before, 24), &RAISED) || ends(before, words!("提高到 提高至 提标到 提标至"));
    let given = money && holds(&tail(before, 24), &GIVEN) && !raised();
    starts || holds(&tail(before, 12), &COMPARED) || given
}

/// 标准分别提高到217元、 as 标准分别提高到: what is said of the numbers of a row stands before the first.
fn without_row(before: &str) -> &str {
    let mut words = before;
    while let Some(counted) = words.strip_suffix(['、', '和']).and_then(|front| without_end(front, &UNITS)) {
        let front = counted.trim_end_matches(|c: char| is_digit(c) || c == '.');
        if front.len() == counted.len() || front.ends_with(|c: char| c.is_ascii_alphabetic()) {
            break;
        }
        words = front;
    }
    words
}

/// Whether a number sets no target, by what stands before it and behind its unit.
pub(super) fn is_no_target(before: &str, behind: &str, unit: &str, bound: bool) -> bool {
    // 60名到6所学校 is no span.
    let same = |rest: &str| rest.trim_start_matches(|c: char| is_digit(c) || c == '.').starts_with(unit);
    let spanned = behind.strip_prefix(JOINTS).is_some_and(|rest| {
        rest.starts_with(is_digit) && (!behind.starts_with(['至', '到']) || unit.is_empty() || same(rest))
    });
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '第' | '+' | '-' | '×' | '~' | '～' | '—');
    // 1到2个 is a span, 提高到2个 is none.
    let from = before.strip_suffix(['至', '到']).is_some_and(ends_in_number);
    let named = spanned || from || before.ends_with(joined) || behind.starts_with("级");
    let people = (unit == "人" && behind.starts_with(['居', '大', '民']))
        || (matches!(unit, "人" | "名" | "位") && before.ends_with('等'));
    let talked = unit == "个" && begins(behind, &TALK);
    let undone = begins(behind, words!("未 尚未 已 的标准 的补贴 的补助 的奖励 的支持"));
    named
        || people
        || talked
        || undone
        || is_each(before, behind)
        || is_there(before, behind, unit)
        || stands(before, behind, unit)
        || unit == "倍" && !holds(&tail(before, 24), words!("不低于 不少于 达到 提高到 增长到 扩大到 超过"))
        || is_condition(before, behind)
        || is_sized(before, behind, unit)
        || (is_amount(unit) && !bound && describes(before, behind))
}

/// 每人2个, 每个乡镇建设1个: how many for each; the least or the most of it is to be held.
fn is_each(before: &str, behind: &str) -> bool {
    let near = tail(before, 6);
    let bounded = holds(&near, &AT_LEAST) || holds(&near, &AT_MOST) || holds(&tail(before, 24), &RAISED);
    let each =
        tail(before, 5).contains('每') || holds(&tail(before, 14), words!("每个 每村 每镇 每乡 每所 每校 每家 每名"));
    (each && !bounded && !tail(before, 8).contains('达')) || behind.starts_with('/')
}

/// 区商务局加快推进31个项目: no more than who and how stands in front of the verb; 推出主题服务15项 makes what it counts.
fn goes_on_with(before: &str) -> bool {
    let words = before.rsplit(is_mark).next().unwrap_or(before).trim();
    let words = number(words).map_or(words, |(_, rest)| rest);
    let front = without_end(words, &GOING_ON);
    front.is_some_and(|front| front.is_empty() || ADVERBS.names(front) || is_organ(front.trim_end_matches('要')))
}

/// Whether a number counts what is there: 47个行政村的土地, 同比增长5%, 推进31个项目建设.
fn is_there(before: &str, behind: &str, unit: &str) -> bool {
    let clause = behind.split(is_mark).next().unwrap_or(behind);
    let there = unit.chars().count() > 1 && unit.starts_with('个') && behind.starts_with('的');
    // 同比增长6%以上 is to be reached.
    let aimed = holds(before, words!("力争 确保 目标")) || begins(behind, words!("以上 以内"));
    let counted =
        ends(before, &COUNTED_BEFORE) && !is_limit(before, behind, unit) && !(before.contains("同比") && aimed);
    let going_on = matches!(unit, "个" | "项" | "个项目") && goes_on_with(before);
    // 为36所学校更换灯具的教室达到420间: the last is reached.
    let before_last = begins(before, words!("为 对")) && clause.split_once("的").is_some_and(|(_, rest)| reaches(rest));
    let asked = before.contains("关于") && ends(clause, words!("的意见 的方案 的请示 的建议 的报告 的汇报"));
    // 对全县108座水库开展排查, 为全县82所学校更换设备
    let all =
        ends(before, words!("全县 全市 全区 全镇 全乡 全省 全州 全校 全院 全街道 全系统 全县现有 全市现有 全区现有"));
    // 对6个“零申报”行业、9家企业开展指导: about all of them.
    let whole = stretch(behind);
    let about = is_about(before, whole, unit);
    // 改造小区14个，涉及居民1860户
    let involved = before.ends_with("涉及") || before.contains("涉及") && clause.is_empty();
    // 组建20人扑火队1支
    let team = unit == "人" && clause.contains(is_digit) && holds(clause, words!("队 组 团"));
    let involved = team || involved && !holds(clause, words!("逐一 逐项 全部"));
    all || about
        || involved
        || there
        || counted
        || going_on
        || before_last
        || asked
        || begins(behind, words!("多年 来"))
}

/// What stands behind a unit up to where its clause ends: over quotes, and over 、9家.
fn stretch(behind: &str) -> &str {
    let ends = |(at, c): &(usize, char)| {
        let counts = || behind.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(is_digit));
        is_mark(*c) && !matches!(c, '“' | '”') && !(*c == '、' && counts())
    };
    let end = behind.char_indices().find(ends).map_or(behind.len(), |(at, _)| at);
    behind.get(..end).unwrap_or(behind)
}

/// 低于80分的扣减经费, 超过200立方米时开闸: what something depends on.
fn is_condition(before: &str, behind: &str) -> bool {
    let clause = behind.split(is_mark).next().unwrap_or(behind);
    let depends = begins(
        clause,
        words!(
            "的扣减 的予以 的给予 的不予 的一律 的取消 的约谈 的通报 的追究 的责令 的按 的停 的由 的视为 的须 的应 的再 的奖 以上的再 以上的给 以上的奖 以上的予以"
        ),
    );
    let near = tail(before, 6);
    let bound =
        holds(&near, words!("低于 高于 超过 达到 不足 不满 未达")) && !holds(&near, words!("不低于 不高于 不超过"));
    // 厚度低于0.01毫米的地膜
    let sized = bound
        && !near.contains("达到")
        && behind
            .strip_prefix('的')
            .is_some_and(|rest| rest.starts_with(char::is_alphabetic) && !begins(rest, words!("目标 水平 要求")));
    depends
        || sized
        || bound && (clause.ends_with('时') || holds(clause, words!("时须 时应 时要 时立即 时启动 后立即 后应 后须")))
}

/// 对17家养殖场逐一排查, 向7家医院派驻人员: whom or what the work of the clause is about.
fn is_about(before: &str, clause: &str, unit: &str) -> bool {
    let words = number(before).map_or(before, |(_, rest)| rest);
    let object = words.rsplit(['，', ',', '；']).next().unwrap_or(words);
    // 市农业农村局对32家基地开展监测, 6月底前对42家企业开展检查
    let mut toward = object.match_indices(['对', '向']).map(|(at, _)| at).filter(|at| {
        let (front, rest) = object.split_at_checked(*at).unwrap_or((object, ""));
        !front.ends_with(['针', '应', '绝', '面', '核', '校', '方'])
            && !begins(rest, words!("对接 对标 对口 对照 对外 对方 向上 向前"))
    });
    let object = toward.next_back().and_then(|at| object.get(at..)).unwrap_or(object);
    let about = begins(object, words!("对 向 为 针对 围绕 聚焦 督促 指导 组织 在"));
    let whom = begins(object, words!("督促 指导 组织"));
    let done = holds(
        clause,
        words!(
            "逐一 逐项 逐户 逐个 逐家 开展 进行 实行 实施 派驻 派出 落实 建立 推行 制定 更换 更新 安装 加装 办理 完成 配齐 配备 再"
        ),
    );
    let where_done = !object.starts_with('在')
        || unit.starts_with("个") && unit.len() > "个".len()
        || begins(clause, words!("乡镇 街道 镇街 村 社区 县 区 市 学校 试点 园区"));
    let by = clause.starts_with(['于', '在']) || in_figures(clause).is_some();
    let things = !is_amount(unit)
        && unit != "%"
        && !holds(
            object.rsplit('的').next().unwrap_or(object),
            words!("新建 新增 完成 不少于 不低于 至少 每 达 建成 培育 打造"),
        );
    // 在甲、乙、丙3个乡镇新建贮存池60口
    let done = done || object.starts_with('在') && holds(clause, &ORDERS);
    // 为400名残疾儿童提供康复救助: whom work is done for, and no other number says how much there is.
    let served = object.starts_with('为')
        && matches!(unit, "名" | "万名" | "人" | "万人" | "户" | "万户" | "家" | "位")
        && !clause.contains(is_digit)
        && holds(clause, words!("提供 筛查 体检 救助 服务 安装 配备 适配 发放 免费"));
    about && !served && things && where_done && if whom { by || clause.contains("前") } else { done }
}

/// 教室达到420间.
fn reaches(words: &str) -> bool {
    words.split_once('达').is_some_and(|(_, rest)| rest.trim_start_matches('到').starts_with(is_digit))
}

/// 5万立方米以上的取水户, 64家10人以上企业, 10人以上的队伍5支: of which size they are.
fn is_sized(before: &str, behind: &str, unit: &str) -> bool {
    let Some(rest) = without(behind, words!("以上 及以上 以下 及以下")) else { return false };
    let bare = rest.strip_prefix('的').unwrap_or(rest);
    let sized =
        is_amount(unit) && rest.starts_with('的') && !begins(bare, words!("目标 水平 要求 标准 比例 速度 增速"));
    let things =
        sized || begins(bare, words!("投资项目 投资企业 建设项目 建设工程 重点项目 重点企业 经营主体 服务机构"));
    let goes_on = bare.starts_with(char::is_alphanumeric) && (things || !begins(bare, &ORDERS));
    let clause = bare.split(|c| is_mark(c) && c != '“' && c != '”').next().unwrap_or(bare);
    let people = matches!(unit, "人" | "名" | "户" | "张" | "位" | "层" | "斤" | "岁");
    // The number that counts them stands behind.
    let counted = || people && clause.contains(is_digit);
    goes_on && (is_amount(unit) || (unit == "人" && ends_in_count(before)) || counted())
}

/// Whether an amount describes a thing, or stands where nothing makes it a target: 720兆瓦储能电站; 再建27公里道路 is to be done.
fn describes(before: &str, behind: &str) -> bool {
    let handed = before.contains(['将', '把']) && begins(behind, &HANDED);
    let around = handed
        || begins(behind, words!("以上 左右 以内 以下 及以上 用于 建设任务 改造任务 治理任务 整治任务 征收任务"))
        || behind.starts_with(is_mark)
        || behind.starts_with(['和', '与', '及'])
        || behind.is_empty();
    let contract =
        ends(before, words!("签约 合约 履约 增长 提高 升高")) || holds(&tail(before, 8), words!("新增 形成 达到"));
    let measures = ends(before, &DESCRIBING) && !contract;
    // 修缮农村道路15公里: an amount at the end of what a verb orders.
    let ordered = || around && opening(before) == Opening::Order;
    // 利润总额1.2亿元: an indicator is its name and its number.
    let indicates = || around && (is_name(before) || goes_on(before));
    let reaching =
        || handed || holds(&tail(before, 18), &REACHING) || behind.starts_with("以上") || ordered() || indicates();
    measures || !(around || ends(before, &REACHING)) || !reaching()
}

/// 安排防汛经费480万元、抗旱经费: the name of more of what was to be reached before it.
fn goes_on(before: &str) -> bool {
    let listed = before.rsplit_once('、').filter(|(front, name)| ends_in_count(front) && is_name(name));
    listed.is_some_and(|(front, _)| {
        let counted = without_end(front, &UNITS).unwrap_or(front);
        !describes(counted.trim_end_matches(|c: char| is_digit(c) || c == '.'), "、")
    })
}

/// Whether the words of a clause before its number are the name of what is measured, and no more.
fn is_name(before: &str) -> bool {
    let words = number(before).map_or(before, |(_, rest)| rest).trim_end_matches(['：', ':']);
    let words = words.rsplit(['：', ':']).next().unwrap_or(words);
    (2..=LONGEST_NAME).contains(&words.chars().count()) && words.chars().all(|c| c.is_alphabetic() || c == '、')
}

/// 64家: a number and what it counts.
fn ends_in_count(text: &str) -> bool {
    without_end(text, &UNITS).is_some_and(|front| front.ends_with(is_digit))
}

/// Whether a text ends in a number, with its unit or without.
fn ends_in_number(text: &str) -> bool {
    let bare = without_end(text, &UNITS).unwrap_or(text);
    bare.ends_with(is_digit)
}

/// The end of a text, so many characters long.
pub(super) fn ending(text: &str, characters: usize) -> &str {
    let start = text.char_indices().rev().nth(characters - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or(text)
}

/// The end of a text, its signs as half-width ones.
pub(super) fn tail(text: &str, characters: usize) -> String {
    ending(text, characters).chars().map(half_width).collect()
}
