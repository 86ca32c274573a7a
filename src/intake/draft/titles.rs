//! A short title out of a quote, in the quote's own words.

use super::clauses::{Clause, clauses};
use super::days::says_when;
use super::headings::number;
use super::listed::{Words, begins, ends};
use super::metrics::targets;
use super::sentences::one_line;
use super::shorter::{LONGEST, LONGEST_UNBROKEN, LONGEST_WHOLE, SHORTEST, finished, shortened};
use super::verbs::{Opening, contains_order, opening};
use super::words::{FRAMES, ORDERS};

/// The title of the task that a quote orders.
pub(super) fn title(quote: &str) -> String {
    let quote = &one_line(quote);
    let told = Told::of(quote);
    let Some(main) = told.main() else { return shortened(quote) };
    if let Some(title) = told.with_what_it_is_about(main).or_else(|| told.with_what_is_done(main)) {
        return title;
    }
    told.with_the_next(main).unwrap_or_else(|| shortened(told.words(main)))
}

/// A quote by its clauses.
struct Told<'t> {
    quote: &'t str,
    clauses: Vec<Clause>,
    openings: Vec<Opening>,
}

impl<'t> Told<'t> {
    fn of(quote: &'t str) -> Told<'t> {
        let clauses = clauses(quote);
        // 6月底前完成 says when, and leads to what is to be done.
        let open = |clause: &Clause| match clause.words(quote) {
            words if says_when(words) => Opening::LeadIn,
            words => opening(words),
        };
        let openings = clauses.iter().map(open).collect();
        Told { quote, clauses, openings }
    }

    fn words(&self, at: usize) -> &'t str {
        self.clauses.get(at).map_or("", |clause| clause.words(self.quote))
    }

    fn is(&self, at: usize, opening: Opening) -> bool {
        self.openings.get(at) == Some(&opening)
    }

    /// The clauses from one to another.
    fn both(&self, from: usize, to: usize) -> Option<&'t str> {
        let both = self.quote.get(self.clauses.get(from)?.span.start..self.clauses.get(to)?.span.end)?;
        Some(number(both).map_or(both, |(_, rest)| rest))
    }

    fn place(&self, fits: impl Fn(Opening, &str) -> bool) -> Option<usize> {
        let mut opened = self.openings.iter().enumerate();
        opened.find(|(at, opening)| fits(**opening, self.words(*at))).map(|(at, _)| at)
    }

    /// The clause that says most of what is to be done.
    fn main(&self) -> Option<usize> {
        let first = self
            .place(|opening, _| opening == Opening::Order)
            .or_else(|| self.place(|opening, _| opening == Opening::Purpose))
            .or_else(|| self.place(|opening, words| opening == Opening::Other && contains_order(words)))
            .or_else(|| self.place(|opening, _| opening != Opening::LeadIn))
            .unwrap_or(0);
        // 未纳入试点的市，可参照推进: what may be done about what the first clause names.
        let next = self.words(first + 1);
        let may = is_about(self.words(first)) && begins(next, &MAY) && contains_order(next);
        let main = if may { first + 1 } else { first };
        // A number says more than a verb does.
        let counts = |opening, words: &str| opening == Opening::Other && targets(words).count() > 0;
        let told = self.place(counts).filter(|told| *told < main && targets(self.words(main)).count() == 0);
        (!self.clauses.is_empty()).then_some(told.unwrap_or(main))
    }

    /// 有关情况，要及时报送: of what, or of whom, stands before it.
    fn with_what_it_is_about(&self, main: usize) -> Option<String> {
        let ordered = self.is(main, Opening::Order);
        let about = main.checked_sub(1).filter(|at| is_about(self.words(*at)) && begins(self.words(main), &MAY))?;
        let whole = self.both(about, main).filter(|_| !ordered || about == 0 && self.is(about, Opening::Other))?;
        let most = if ordered { LONGEST_WHOLE } else { LONGEST_UNBROKEN };
        (whole.chars().count() <= most).then(|| finished(whole))
    }

    /// 医疗机构可根据能力，按规定开展研究: what is done stands behind a clause that says nothing of it.
    fn with_what_is_done(&self, main: usize) -> Option<String> {
        let ordered = self.is(main, Opening::Order) || self.is(main, Opening::Purpose);
        if ordered || contains_order(self.words(main)) || targets(self.words(main)).count() > 0 {
            return None;
        }
        let mut behind = main + 1..self.clauses.len();
        let done = behind.find(|at| says_what(self.words(*at)) && !ends(self.words(*at), &FRAMES))?;
        let whole = self.both(main, done).filter(|whole| whole.chars().count() <= LONGEST_UNBROKEN);
        Some(whole.map_or_else(|| shortened(self.words(done)), finished))
    }

    /// A clause that says little with the next one, where that fits.
    fn with_the_next(&self, main: usize) -> Option<String> {
        let both = self.both(main, main + 1)?;
        let (first, next) = (self.words(main), self.words(main + 1));
        let fits = both.chars().count() <= LONGEST && opening(next) != Opening::LeadIn;
        let little = || first.chars().count() < SHORTEST || targets(first).count() < targets(next).count();
        (fits && little()).then(|| finished(both))
    }
}

/// Words with which a clause goes on to say what may or must be done about what stands before it.
static MAY: Words = Words::of("可 可以 要 应 须 必须 不得 由 及时");

/// Whether a clause says what is done, other than in what describes a thing.
fn says_what(words: &str) -> bool {
    let must = |(at, word): (usize, &str)| {
        words.get(at + word.len()..).is_some_and(|rest| opening(rest) == Opening::Order || begins(rest, &ORDERS))
    };
    contains_order(words.rsplit('的').next().unwrap_or(words))
        || words.match_indices(['可', '要', '应', '须', '将']).any(must)
}

/// 一方面 names nothing, in characters.
const SHORTEST_ABOUT: usize = 5;

/// Whether a clause only names what, or whom, the next is about.
fn is_about(words: &str) -> bool {
    words.chars().count() >= SHORTEST_ABOUT && !says_when(words) && !says_what(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_short_and_whole() {
        for (quote, expected) in [
            ("完成龚都村92户农(渔)民相对集中居住项目", "完成龚都村92户农(渔)民相对集中居住项目"),
            ("依据我镇2035总体规划,完善西岑社区控制性详细规划", "完善西岑社区控制性详细规划"),
            ("一是用好“户长制”", "用好“户长制”"),
            ("加强劳动技能培训,提升高校毕业生、退役士兵、农民工等重点群体就业创业能力", "加强劳动技能培训"),
            (
                "提升高校毕业生、退役士兵、农民工等重点群体就业创业能力和创新能力水平",
                "提升高校毕业生等重点群体就业创业能力和创新能力水平",
            ),
            (
                "全面提升村居、小区、街面、单位等社区要素的全域管理、分类管理和智能管理",
                "全面提升村居等社区要素的全域管理、分类管理和智能管理",
            ),
            ("加快\r\n推进道路建设", "加快推进道路建设"),
            (
                "落实落细《青浦区基层医疗卫生服务机构标准化建设三年行动计划(2019-2021)》",
                "落实落细《青浦区基层医疗卫生服务机构标准化建设三年行动计划》",
            ),
            (
                "加快甲镇机场、乙县铁路、丙县铁路、丁县南（北）城际、戊县高速、己县东站五六线、庚港五期等建设",
                "加快甲镇机场等建设",
            ),
            (
                "为在岗护理员、新入职人员、有意愿从事养老护理的社会人员开展技能培训5000人次",
                "为在岗护理员、新入职人员、有意愿从事养老护理的社会人员开展技能培训5000人次",
            ),
            (
                "支持坚持市场定位、满足监管要求、符合许可条件的银行在依法合规、风险可控的前提下开展外汇业务",
                "支持坚持市场定位、满足监管要求、符合许可条件的银行开展外汇业务",
            ),
            (
                "支持各类职业院校（含技工院校）、普通高等学校、培训机构承担失业人员培训",
                "支持各类职业院校、普通高等学校、培训机构承担失业人员培训",
            ),
            (
                "推动甲县、乙县、丙县在能源供给、碳排放管控、水资源调配等方面协同增效",
                "推动甲县、乙县、丙县在能源供给等方面协同增效",
            ),
            (
                "组织软件技术、电气自动化技术、电子商务、机电一体化技术、电子信息工程技术、计算机网络技术、数字媒体艺术设计专业进一步修改建设方案",
                "组织软件技术等进一步修改建设方案",
            ),
            (
                "各有关省（市）和区（县级市）人民政府办公厅（室）依法管理本行政区域内的安全工作（含消防安全）",
                "各有关省（市）和区（县级市）人民政府办公厅（室）依法管理本行政区域内的安全工作",
            ),
            (
                "集中供养孤儿基本生活保障县定最低标准从每人每月1375元提高到1423元",
                "集中供养孤儿基本生活保障县定最低标准从每人每月1375元提高到1423元",
            ),
            ("到2027年，在全县危险废物经营单位全面推行责任保险", "到2027年，在全县危险废物经营单位全面推行责任保险"),
            (
                "医院可根据自身的技术能力，按照有关规定开展医疗技术研究",
                "医院可根据自身的技术能力，按照有关规定开展医疗技术研究",
            ),
            ("未纳入试点的其他乡镇，可参照本方案推进集约化工作", "未纳入试点的其他乡镇，可参照本方案推进集约化工作"),
            (
                "工作进展的有关情况及发现的重要问题，要及时报送县人社局",
                "工作进展的有关情况及发现的重要问题，要及时报送县人社局",
            ),
            ("需调整有关规定的，要按法定程序办理", "需调整有关规定的，要按法定程序办理"),
            ("并于2026年12月底前报送县政府备案", "于2026年12月底前报送县政府备案"),
        ] {
            assert_eq!(title(quote), expected);
        }
    }
}
