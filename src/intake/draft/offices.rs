//! How the names of units are spelled: by their ends, and by what is no unit though it ends so.

use crate::plan::meant::units::units;

use super::listed::{Words, begins, ends, holds, without, without_end, words};

/// The longest name that is taken for a unit's, in characters.
const LONGEST: usize = 28;
/// A shorter word in a sentence is no unit's name, in characters.
const SHORTEST: usize = 3;
/// The shortest of all that is, in characters: 各村, 团委.
pub(super) const SHORTEST_OF_ALL: usize = 2;
/// The ends of names of what does nothing but govern or manage: who reads one thinks of nothing else.
static ORGANS: Words = Words::of(
    "局 厅 署 委 办 科 股 政府 办公室 办事处 委员会 管委会 居委会 村委会 街道 镇街 分局 公司 集团 协会 商会 学会 联合会 总工会 \
    工会 妇联 残联 科协 文联 侨联 作协 社科联 工商联 红十字会 编办 人武部 武装部 宣传部 组织部 统战部 工作部 供销社 联社 指挥部 专班 支队 大队 总队 \
    党校 分行 支行 海关 气象台 防指",
);
/// The ends of names of units that may as well be what is built, held or learned.
static OTHERS: Words = Words::of("部 处 室 联 中心 站 所 院 会 组 队 社 厂 林场 农场 牧场 医共体");
/// The ends of names where units are expected.
static PLACES: Words = Words::of(
    "台 镇 乡 村 区 县 市 州 旗 盟 省 居 单位 部门 大学 学院 学校 小学 中学 一中 二中 三中 幼儿园 医院 园区 团委 机关 企业 银行 人行 商行 书院 馆 \
    院校 机构 检察院 团县委 团市委 村（居） 村(居) 各班 各班级 各年级 班主任",
);
/// Words that end as names of units do, and are none.
static NO_UNITS: Words = Words::of(
    "部署 干部 全部 内部 外部 局部 西部 东部 南部 北部 中部 头部 俱乐部 结局 格局 布局 主办 承办 协办 督办 兴办 举办 创办 开办 申办 联办 领办 代办 交办 转办 催办 \
    帮办 查办 社会 大会 例会 会议 机会 运动会 推介会 对接会 座谈会 招聘会 展销会 博览会 交流会 研讨会 调度会 推进会 现场会 动员会 培训会 家长会 班会 \
    晚会 年会 听证会 到处 此处 深处 高处 好处 学科 专科 本科 百科 厕所 网站 关联 互联 物联 改组 重组 军队 部队 排队 变局 大局 全局 危局 中心组 \
    网办 通办 可办 能办 快办 免办 民营企业 中小企业 小微企业 微企业 规上企业 外贸企业 工业企业 科技企业 龙头企业 高新企业 高新技术企业",
);
/// Names of units of two characters.
static SHORT: Words = Words::of("团委 工会 妇联 残联 党办 院办 校办 政办 厂办 纪委 编办 科协 文联 侨联 专班");
/// Verbs with which no unit's name begins.
static NO_NAME: Words = Words::of(
    "完善 推进 加强 建立 推动 开展 健全 深化 加快 提升 落实 实施 组织 做好 完成 支持 强化 优化 打造 构建 引导 \
    建好 用好 办好 管好 抓好 建成 推行 推广 其中 其余 其它 提请 报请 呈报 提交 报送 上报 移交 移送 呈送 起在 起由 校领导 院领导 局领导 选择 选取 选聘 聘请 委托 邀请 联系 依托 对照 建强 做强 做优 做实 新建 扩建 每个 每名 每村 汛期 主汛期 暑期 期间",
);
/// What names no unit: 各有关单位, 相关部门.
static NOBODY: Words =
    Words::of("同上 同前 牵头单位 所在 属地 当地 辖区 有关 相关 分别 按职责 按照 分工 以下 共同 责任 其他 全体");
/// What names none where nothing says whose they are: 各部门, but 区直各部门 are those of the district.
static ALL: Words = Words::of("各部门 各单位 各地 各级 各成员单位");
/// How brackets begin that say where something is, or what else it is called.
pub(super) static IN_PLACE: Words = Words::of("设在 设于 设立 含 不含 包括 以下 简称 下称 原 即 见 详见 附 如 位于");
/// What is built, rather than what answers.
static ROOMS: Words = Words::of(
    "平台 会议室 活动室 阅览室 图书室 实验室 卫生室 警务室 工作室 教室 服务站 工作站 服务中心 分中心 卫生所 场所 厕所 活动中心 \
    综合体 法院 医院 养老院 幸福院 敬老院 剧院 电影院 车站 水站 泵站 充电站 理事会 委员会 工作组 党支部 服务队",
);
/// What a service does that is a unit of a town or of a county: 农业农村综合服务中心, but 养老服务中心 is built.
static SERVICES: Words = Words::of(
    "综合 农业 农村 农技 党群 便民 政务 行政 退役军人 社会保障 社保 公共事务 社会事务 文化广播 文旅 经济发展 产业 企业 财政 财务 规划 城乡建设 城建 住建 \
    林业 水利 畜牧 水产 应急 就业 人才 交通运输 公路 生态环境 自然资源 市场监管 招商 投资促进 项目 数据 信用 信访 治理 宣传",
);

/// Whether a name ends as an office's does, and is nothing that is built.
pub(super) fn is_office(name: &str) -> bool {
    let name = bare(name);
    is_long(name) && (ends(name, &ORGANS) || ends(name, &OTHERS)) && !is_none(name)
}

/// Whether a name in a sentence is long enough for a unit's: 县财政局, 各村, 团委.
pub(super) fn is_long(names: &str) -> bool {
    names.chars().count() >= SHORTEST || names.starts_with('各') || SHORT.names(names)
}

/// Whether a name ends as only an office's does: 县财政局, but not 县医院.
pub(super) fn is_sure(name: &str) -> bool {
    is_office(name) && ends(bare(name), &ORGANS) && !is_room(name) && name != "办公室"
}

/// Whether a name is rather that of something built.
pub(super) fn is_room(name: &str) -> bool {
    let name = bare(name);
    // 党支部 alone is that of the office.
    if matches!(name, "党支部" | "党总支") {
        return false;
    }
    let Some(front) = without_end(name, words!("服务中心 服务站 服务队 工作站")) else {
        return ends(name, &ROOMS);
    };
    !holds(front, &SERVICES)
}

/// Whether a text is nothing but names of units: a cell of a table.
pub(super) fn are_units(text: &str) -> bool {
    let units = units(text);
    !units.is_empty() && units.iter().all(|(name, _)| is_organ(name) && (unit(name).is_some() || is_nobody(name)))
}

/// Whether the words are those of units that nobody names: 各有关单位.
pub(super) fn is_nobody(name: &str) -> bool {
    holds(name, &NOBODY) || begins(name.trim(), &ALL) && name.trim() != "各地区"
}

/// Whether a name ends as a unit's may where units are expected.
pub(super) fn is_organ(name: &str) -> bool {
    let name = name.trim();
    let fits = |name: &str| ends(name, &ORGANS) || ends(name, &OTHERS) || ends(name, &PLACES);
    let within = bare(name);
    (fits(name) || (within.len() < name.len() && fits(within))) && !is_none(name)
}

/// Whether a name may end in that character.
pub(super) fn may_end_in(last: char) -> bool {
    matches!(last, '等' | '）' | ')') || ORGANS.end_in(last) || OTHERS.end_in(last) || PLACES.end_in(last)
}

/// Whether it is none, though it ends as one: 民营企业, 全流程网办, 经县政府 before 批准.
fn is_none(name: &str) -> bool {
    // 安全部 is no 全部.
    let ended = ends(name, &NO_UNITS) && !ends(name, words!("安全部 保全部"));
    // 消防监督检查每所: how often, or of each.
    let each = name.chars().skip(1).any(|c| c == '每');
    begins(name, &NO_NAME) || ended || is_passed(name) || each || is_counted(name)
}

/// 经县政府批准: who passes it.
fn is_passed(name: &str) -> bool {
    name.starts_with('经') && !begins(name, words!("经济 经信 经发 经贸 经管 经开 经营 经办 经合"))
}

/// 其余7处, 等4所新建学校: so many of them.
fn is_counted(name: &str) -> bool {
    name.char_indices().any(|(at, c)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        "处所家个座户".contains(c) && before.is_some_and(|digit| digit.is_ascii_digit())
    })
}

/// A name without the bracket that closes it: 各镇（街道.
fn bare(name: &str) -> &str {
    name.trim().trim_end_matches(['）', ')', '〕'])
}

/// The name of a unit; nothing where it names nobody.
pub(super) fn unit(words: &str) -> Option<String> {
    let words = words.trim().trim_start_matches(['：', ':']).trim_end_matches('等').trim();
    // 服务专席由甲局: what it is about stands in front.
    let words = words.rsplit_once('由').filter(|(about, _)| !about.ends_with('自')).map_or(words, |(_, name)| name);
    // 10月1日起在甲区
    let words = without(words, words!("起在 起由")).unwrap_or(words);
    let person = ends(words, words!("带队 带头 参加 出席 列席"));
    if person || begins(words, words!("提请 报请 呈报 校领导 院领导 局领导")) {
        return None;
    }
    let words = without(words, words!("甲方 乙方 丙方")).unwrap_or(words);
    let words = without_work(words);
    if begins(words, words!("提交 报送 上报 移交 移送 呈送"))
        || is_passed(words)
        || words.chars().skip(1).any(|c| c == '每')
    {
        return None;
    }
    let fits = (2..=LONGEST).contains(&words.chars().count());
    // 甲局于5月10日前将情况报乙局 is a sentence.
    let told = words.chars().zip(words.chars().skip(1)).any(|(c, next)| c.is_ascii_digit() && "年月日".contains(next));
    let named = fits
        && !told
        && !is_nobody(words)
        && words.contains(char::is_alphabetic)
        && words.matches(['（', '(']).count() == words.matches(['）', ')']).count()
        && words.chars().all(|c| c.is_alphanumeric() || "（）()〔〕·-—、“”".contains(c))
        && !words.starts_with(|c: char| c.is_ascii_digit());
    named.then(|| words.to_owned())
}

/// 党政办做好统计: the office, without what it is to do.
fn without_work(words: &str) -> &str {
    if is_organ(words) {
        return words;
    }
    let parts = words.char_indices().skip(SHORTEST - 1).filter_map(|(at, c)| words.split_at_checked(at + c.len_utf8()));
    let mut offices = parts.filter(|(name, rest)| {
        is_office(name) && (begins(rest, words!("做好 抓好 负责 组织 开展 配合")) && !rest.is_empty())
    });
    offices.next().map_or(words, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_told_from_what_is_built_held_or_said() {
        for name in [
            "县财政局",
            "团县委",
            "县人武部",
            "团委",
            "县妇联",
            "安全部",
            "县科协",
            "农业农村综合服务中心",
            "党群服务中心",
            "退役军人服务站",
            "纪检监察室",
            "门诊部",
            "教务处",
            "各处室",
            "某某公司",
            "县供销社",
            "各镇（街道）",
            "各市〔州〕政府",
            "县农业农村局〔县乡村振兴局〕",
            "县防指",
        ] {
            assert!(is_organ(name) && !is_room(name), "{name}");
        }
        for name in ["县财政局", "县人武部", "县科协", "某某公司", "某镇街道办事处", "县公安局交警大队"]
        {
            assert!(is_sure(name), "{name}");
        }
        assert_eq!(unit("服务专席由县数据局").as_deref(), Some("县数据局"));
        assert_eq!(unit("自由贸易片区管委会").as_deref(), Some("自由贸易片区管委会"));
        assert_eq!(unit("甲方县税务局").as_deref(), Some("县税务局"));
        for name in ["民营企业", "其余7处", "等4所新建学校", "建好用好验证中心", "全流程网办", "经县政府"]
        {
            assert!(!is_organ(name) && !is_office(name), "{name}");
        }
        for name in ["全体干部", "社会", "运动会", "推进会", "承办", "格局"] {
            assert!(!is_office(name) && !is_organ(name), "{name}");
        }
        for name in ["养老服务中心", "充电站", "会议室", "县医院"] {
            assert!(is_room(name) && !is_sure(name), "{name}");
        }
        assert_eq!(unit("人大主席张某带队"), None);
        assert_eq!(unit("党政办做好统计").as_deref(), Some("党政办"));
        assert_eq!(unit("提交管委会"), None);
        assert_eq!(unit("派出所消防监督检查每所"), None);
        assert_eq!(unit("甲局于5月10日前将情况报乙局"), None);
        assert!(are_units("市发展改革委、各区") && are_units("柏树乡、罗坝镇"));
        assert!(!are_units("完善县级政府"), "a verb is no unit");
    }
}
