//! Whose work a sentence orders, as far as its own words say: 由甲局牵头, 甲局要…, 甲局负责、乙局配合。

use crate::plan::meant::units::{Role, units};

use super::fields::{Fields, by_verbs};
use super::figures::in_figures;
use super::headings::number;
use super::listed::{Words, begins, ends, holds, without, without_end, words};
use super::offices::{
    IN_PLACE, SHORTEST_OF_ALL, are_units, is_long, is_office, is_organ, is_room, is_sure, may_end_in,
};
use super::words::{ACTS, ADVERBS, ORDERS, PURPOSES};

/// What a sentence says that only says whose work it is: 本项工作由甲局牵头，乙局配合。
pub(super) fn duty(sentence: &str) -> Option<Fields> {
    let words = sentence.trim().trim_start_matches(['—', '-', '－']).trim_end_matches(['。', '；', ';']);
    let words = without(
        words,
        words!("本项工作 此项工作 该项工作 以上工作 上述工作 上述事项 以上事项 该事项 此事项 本事项 此事 上述任务 以上任务 该项任务 本项任务 本议题"),
    )
    .unwrap_or(words);
    let words = words.trim_start_matches(['，', ',', '由']);
    let clear = words.contains(['责', '头', '合', '办', '与', '助', '统']) && words.chars().count() <= LONGEST_DUTY;
    let mut found = by_verbs(&words.replace("同志", "")).filter(|_| clear)?;
    // 由副县长张三牵头: whoever governs is the leader over it.
    if !found.names_lead() && holds(words, &GOVERNORS) {
        found.leader = found.leader.take().or(found.person.take());
    }
    Some(found)
}

/// The posts of those who govern.
static GOVERNORS: Words = Words::of("省长 州长 市长 县长 区长 镇长 乡长 书记 常委 主席 市领导 县领导 区领导 镇领导");

/// The longest sentence that only says whose work it is, in characters.
const LONGEST_DUTY: usize = 80;

/// 由甲局牵头, 由甲局、乙局分别负责, 由甲局组建: the names of those whom a clause makes answer.
pub(super) fn appointed(clause: &str) -> Vec<&str> {
    let Some((before, behind)) = clause.split_once('由') else { return Vec::new() };
    let named = |words: &'_ str| -> Option<usize> {
        let mut places = words.char_indices().map(|(at, _)| at).skip(SHORTEST_OF_ALL).take(LONGEST_SUBJECT);
        places.find(|at| words.split_at_checked(*at).is_some_and(|(names, rest)| is_appointed(names, rest)))
    };
    let mut found = Vec::new();
    let mut rest = Some(behind);
    // 由甲局负责62户、乙局负责25户
    while let Some(words) = rest
        && let Some((names, does)) = named(words).and_then(|end| words.split_at_checked(end))
    {
        let others = without_end(names, words!("分别 共同 统一 具体")).unwrap_or(names);
        found.push(others);
        rest = does.split_once('、').map(|(_, next)| next).filter(|next| next.contains("负责"));
    }
    // 机制由甲局牵头 names one, 建立由各方组成的甲局牵头机制 is far from it.
    if before.chars().count() > LONGEST_OBJECT { Vec::new() } else { found }
}

/// Whether words are names of units with what they are to do behind them.
fn is_appointed(names: &str, rest: &str) -> bool {
    let person = begins(rest, words!("负责人 负责同志 牵头人 牵头领导"));
    let does = begins(
        rest,
        words!(
            "牵头 负责 承担 承办 主办 作为 按 每 对 向 将 把 会同 联合 定期 统一 统筹 具体 考核 进行 出具 根据 依法 依规 于 及时 尽快"
        ),
    ) || begins(rest, &ORDERS)
        || begins(rest, &ACTS);
    let bare = without_end(names, words!("分别 共同 统一 具体")).unwrap_or(names);
    does && !person && names_doers(bare, rest)
}

/// What somebody is to do something about is not longer, in characters.
const LONGEST_OBJECT: usize = 24;

/// Whether a clause says nothing but whose work it is: 由甲局牵头.
pub(super) fn is_duty(clause: &str) -> bool {
    let helps = ends(clause, words!("牵头 配合 协助 参与 协同")) && by_verbs(clause).is_some();
    helps || is_led(clause)
}

/// 由甲局牵头.
fn is_led(clause: &str) -> bool {
    clause.starts_with('由') && ends(clause, words!("牵头 负责 牵头负责 负责落实")) && !appointed(clause).is_empty()
}

/// What such a clause in a sentence, and those behind it, say of all that the sentence orders: 由甲局牵头，乙站配合.
pub(super) fn duties(sentence: &str) -> Option<Fields> {
    let bare = number(sentence).map_or(sentence, |(_, rest)| rest);
    let mut clauses = bare.split(['，', ',', '；', '。']).map(str::trim);
    let mut found = Fields::default();
    appointed(clauses.find(|clause| is_led(clause))?).iter().for_each(|names| found.name_units(names, Role::Lead));
    for helping in clauses.map_while(by_verbs) {
        found.add(Fields { deadline: None, ..helping });
    }
    found.lead.is_some().then_some(found)
}

/// Who is to do what a clause orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Subject<'t> {
    /// The units that answer.
    pub(super) names: &'t str,
    /// Those that do it with them.
    pub(super) partners: &'t str,
    /// What is to be done.
    pub(super) does: &'t str,
}

/// 甲局、乙局要完成丙, 甲局会同丁局开展戊: who is to do what a clause orders, and what that is.
pub(super) fn subject(clause: &str) -> Option<Subject<'_>> {
    let clause = clause.strip_prefix('请').unwrap_or(clause);
    let clause = without(
        clause,
        words!("汛期内 汛期 主汛期内 主汛期 汛期间 汛前 汛后 暑期 暑假期间 节日期间 节假日期间 整治期间 整治完成前"),
    )
    .unwrap_or(clause)
    .trim_start_matches(['，', ',']);
    if let Some((partners, does)) = partners(clause) {
        return Some(Subject { names: "", partners, does });
    }
    let found = ends_of_names(clause).find_map(|(names, rest)| {
        let does = does(names, rest).filter(|_| names_doers(names, rest))?;
        Some((names, does.trim_start_matches(['要', '，', ','])))
    });
    let (names, does) = found?;
    let (partners, does) = partners(does).unwrap_or(("", does));
    let day = Some(does.trim_start_matches(['于', '在'])).filter(|_| is_dated(does));
    Some(Subject {
        names,
        partners,
        does: without(day.unwrap_or(does), words!("于 负责的")).unwrap_or(day.unwrap_or(does)),
    })
}

/// 由甲局组建丙: what is to be done by those whom a clause makes answer.
pub(super) fn behind_appointed(clause: &str) -> Option<&str> {
    let names = appointed(clause.strip_prefix('由').map(|_| clause)?);
    let rest = clause.get('由'.len_utf8()..)?.strip_prefix(names.first()?)?;
    let does = without(rest, words!("负责 牵头 牵头负责")).unwrap_or(rest);
    (begins(does, &ORDERS) || begins(does, &ACTS)).then_some(does)
}

/// The places of a clause where names of units may end: most are none, and are told by the character before them.
fn ends_of_names(clause: &str) -> impl Iterator<Item = (&str, &str)> {
    let places = clause.char_indices().skip(SHORTEST_OF_ALL - 1).take(LONGEST_SUBJECT);
    let ends = places.filter(|(_, last)| may_end_in(*last)).map(|(at, last)| at + last.len_utf8());
    ends.filter_map(|at| clause.split_at_checked(at))
        .filter(|(names, rest)| !rest.is_empty() && (names.ends_with('等') || is_organ(names)))
}

/// 甲局会同乙局, and nothing else: what they are to do stands in the next clause.
pub(super) fn joined(clause: &str) -> Option<(&str, &str)> {
    let (names, others) = clause.split_once("会同").or_else(|| clause.split_once("联合"))?;
    // 甲办会同派出所组建4支巡查队 says what they do.
    let plain =
        !others.contains(|c: char| c.is_ascii_digit()) && !holds(others, words!("组建 开展 成立 设立 建立 制定"));
    (plain && are_all(names, is_office) && are_units(others)).then_some((names, others))
}

/// 会同甲局、乙局开展丙: who does it too, and what.
fn partners(words: &str) -> Option<(&str, &str)> {
    let behind = without(words, words!("会同 联合 协同"))?;
    ends_of_names(behind).find_map(|(names, rest)| Some((names, verb(rest).filter(|_| names_doers(names, rest))?)))
}

/// What units are to do behind their names; nothing where what stands there is no work of theirs.
fn does<'t>(names: &str, rest: &'t str) -> Option<&'t str> {
    let must = without(rest, words!("要 应 应当 须 必须 将 负责 牵头 负责牵头 牵头负责"));
    let must = must.filter(|_| {
        !begins(rest, words!("要求 要素 要点 要件 应用 应急 应对 应届 应收 应有 将来 须知 负责人 负责同志 负责的"))
    });
    let office = || are_all(names, is_office);
    let acts = begins(
        rest,
        words!(
            "每 新拓 新签 会同 联合 组织 开展 做好 抓好 制定 编制 报送 上报 汇总 通报 督促 督查 举办 选派 起草 印发 发布 核查"
        ),
    ) && !begins(rest, words!("会同意 联合会 联合体 组织部 组织科 组织股 每个 每所 每名"));
    let dated = || is_dated(rest) && (office() || ends(names, words!("镇 乡 乡镇 村 街道 政府 学校 企业 村居 园区")));
    let leads_in = begins(rest, words!("对 把 与 向 围绕 按照 根据 依据 结合 通过 利用 针对 聚焦 依托 对照 从 在"))
        && !begins(rest, words!("在职 在编 在建 在岗 在册 在校 在任 从业 从事 对口 对外 与会 向上"));
    let works = verb(rest).is_some();
    if must.is_some() || !(acts || works || leads_in || is_dated(rest)) {
        return must;
    }
    let clear = |name: &str| is_sure(name) || name.starts_with('各');
    let sure = || are_all(names, clear);
    // 县教育局、柳塘乡做好衔接, 县招商中心全年引进项目
    let with = || units(names).iter().any(|(name, _)| clear(name));
    let own = || {
        let placed = |name: &str| is_office(name) && begins(name, words!("县 市 区 镇 乡 省 州 街道")) || is_town(name);
        are_all(names, placed) && !begins(rest, &DONE_TO_IT)
    };
    let told = (acts && office()) || dated() || (leads_in || works) && sure() || works && (with() || own());
    told.then_some(rest)
}

/// What may as well be done to what is built: 市体育中心完成改造.
static DONE_TO_IT: Words = Words::of(
    "完成 建成 启动 开工 竣工 投入 实现 达到 通过 投用 启用 建设 改造 提升 扩建 迁建 新建 全面 年底 试运行 运行 开放 备案 汇总 审定 审核 审查 存档 批准 同意",
);

/// 柳塘乡, 城东镇: by a name of its own.
fn is_town(name: &str) -> bool {
    ends(name, words!("镇 乡 街道"))
        && (3..=5).contains(&name.chars().count())
        && !name.contains(['我', '全', '本'])
        && !begins(name, words!("目前 当前 各 建制 中心 重点 特色 美丽 试点"))
}

/// A verb of work, words of how passed over.
fn verb(rest: &str) -> Option<&str> {
    let mut words = rest;
    while let Some(bare) = without(words, &ADVERBS).filter(|bare| !bare.is_empty()) {
        words = bare;
    }
    // 甲局建设 is what is built, and 甲局管理 a matter.
    let noun = words!("建设 改革 改造 管理 服务 发展 规划 运行 运营 工作 创建 试点 监管 监督 领导");
    let acts = |words: &str| (begins(words, &ORDERS) || begins(words, &ACTS)) && !begins(words, noun);
    let told = acts(words)
        || acts(rest)
        || is_dated(words)
        || begins(words, words!("对 将 把 每 与 向 按 修改 协同 抓好 抓紧 提请 严控 严防 做到 负责"))
        || begins(rest, words!("确保 力争 抓紧"));
    told.then_some(rest)
}

/// 于8月底前, 9月15日前: a day behind the names of those who are to do something.
fn is_dated(rest: &str) -> bool {
    let bare = rest.trim_start_matches(['于', '在']);
    in_figures(bare).is_some() || (bare.len() < rest.len() && begins(bare, words!("年底 年内 月底")))
}

/// Whether each of the names fits.
fn are_all(names: &str, fits: fn(&str) -> bool) -> bool {
    units(names).iter().all(|(name, _)| fits(name))
}

/// Whether names are those of who does it, rather than of what is done, how, or when.
fn names_doers(names: &str, rest: &str) -> bool {
    let how = begins(names, &ADVERBS)
        || begins(names, &ORDERS)
        || begins(names, &PURPOSES)
        || begins(names, &IN_PLACE)
        || is_room(names);
    // 经甲局, 年底由甲局: how, for whom or when it is done.
    let timed = names.contains('由')
        || (names.starts_with('报') && !names.starts_with("报社"))
        || (names.starts_with('经') && !begins(names, words!("经济 经信 经发 经贸 经开 经营 经管")))
        || begins(
            names,
            words!("向 对 请 与 被 受 在 从 按 依 以 为 把 将 使 让 年底 年初 年末 月底 月初 上半年 下半年 本周 下周"),
        );
    // 甲部对乙公司 is no name.
    let within = |name: &str| {
        name.chars().skip(2).any(|c| "报把将由被".contains(c)) && !holds(name, words!("情报 日报 晚报 报社"))
    };
    let about =
        |name: &str| ends(name.split(['向', '对']).next().unwrap_or(""), words!("事项 结果 情况 信息 数据 意见 问题"));
    if units(names).iter().any(|(name, _)| within(name) || about(name)) {
        return false;
    }
    let apart = ['对', '向', '将'].iter().any(|word| names.split_once(*word).is_some_and(|(front, _)| is_organ(front)));
    if apart {
        return false;
    }
    // 统计站, 应急办 begin with what they do.
    let short = names.chars().count() <= SHORT_NAME
        && names.ends_with(['办', '站', '局', '所', '科', '股', '室', '队', '部', '委']);
    (short || !how) && !timed && is_long(names) && !is_part(rest) && are_units(names)
}

/// 县政府督查室, 县委宣传部: whether the name of the unit goes on with a verb of work.
fn is_part(rest: &str) -> bool {
    let end = rest.char_indices().nth(2).and_then(|(at, _)| rest.get(at..)).unwrap_or("");
    let unit = begins(end, words!("部 室 组 科 股 局 办 处 站 所 院 队 中心"));
    let word = words!(
        "部门 部署 部分 室内 组建 组织 科技 科普 科学 科研 科级 办理 办公 办法 办好 处置 处理 站点 所有 所属 院校 队伍"
    );
    (begins(rest, &ORDERS) || begins(rest, &ACTS)) && unit && !begins(end, word)
}

/// The name of an office of so many characters may begin with a verb.
const SHORT_NAME: usize = 6;

/// The names of those who are to do something are not longer, in characters.
const LONGEST_SUBJECT: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(fields: &Fields) -> String {
        format!("{}|{}", fields.lead.as_deref().unwrap_or("-"), fields.support.join(" "))
    }

    #[test]
    fn a_clause_of_duty_speaks_for_its_sentence() {
        let found = duties("改造管网2公里，由城建办牵头，水务站配合，6月底前完工").as_ref().map(shown);
        assert_eq!(found.as_deref(), Some("城建办|水务站"));
        assert_eq!(duties("推进改造，由城建办负责路面修复").as_ref().map(shown), None);
    }

    #[test]
    fn a_sentence_may_name_its_unit() {
        assert_eq!(appointed("由区政府办公室牵头"), ["区政府办公室"]);
        assert!(appointed("建立由分管负责人牵头的机制").is_empty());
        assert!(appointed("建立由政府负责人牵头的机制").is_empty());
        assert_eq!(appointed("由甲公司、乙集团分别负责3公里和4公里"), ["甲公司、乙集团"]);
    }

    #[test]
    fn who_is_to_do_it_stands_in_front() {
        for (clause, found) in [
            ("县住建局、县应急局要完成排查", Some(("县住建局、县应急局", "完成排查"))),
            ("县财政局负责安排经费", Some(("县财政局", "安排经费"))),
            ("党政办每季度通报一次进展", Some(("党政办", "每季度通报一次进展"))),
            ("统计站要核对数据", Some(("统计站", "核对数据"))),
            ("经济发展办要建立制度", Some(("经济发展办", "建立制度"))),
            ("县教育局进一步修改完善方案", Some(("县教育局", "进一步修改完善方案"))),
            ("县商务局围绕装备制造开展招商", Some(("县商务局", "围绕装备制造开展招商"))),
            ("县招商促进中心全年引进项目9个", Some(("县招商促进中心", "全年引进项目9个"))),
            ("城东镇、柳塘乡做好群众工作", Some(("城东镇、柳塘乡", "做好群众工作"))),
            ("各县（市、区）要开展排查", Some(("各县（市、区）", "开展排查"))),
            ("法务部对各分公司开展检查", None),
            ("市体育中心完成改造", None),
            ("目前我镇丰富的资源尚未利用", None),
            ("县财政局从预备费中安排资金", Some(("县财政局", "从预备费中安排资金"))),
            ("县政府督查室备案一份", None),
            ("积极推进经济社会应用场景培育", None),
            ("老旧小区改造要有序实施", None),
            ("集约化平台应提供支撑", None),
            ("经甲局会同乙局审定", None),
            ("年底由县督查室会同甲局考核", None),
        ] {
            assert_eq!(subject(clause).map(|found| (found.names, found.does)), found, "{clause}");
        }
    }
}
