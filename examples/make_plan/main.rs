//! Writes one made-up plan of any size for `workplan` and, with the same tasks, for the programs that `scripts/bench`
//! times beside it.
//!
//! ```text
//! make_plan --tasks 10000 [--entries 50000] --out DIR
//! make_plan --plans 1000 [--tasks 200] [--broken 3] --out DIR
//! ```
//!
//! With `--entries` the journal is filled up to so many entries with notes, as of a plan reported on week by week. With `--plans` it is
//! a tree of so many plans instead, for `workplan` alone: districts of twenty towns, some of which are diligent, some slow, some
//! silent; `--broken` spoils so many of them.
//! The same numbers always give the same bytes: there is no clock and no outside source of chance in it.

mod others;
mod tree;

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use others::{write_journal, write_taskjuggler, write_taskwarrior};

/// The sections of the plan, each with its three themes.
const SECTIONS: [(&str, [&str; 3]); 9] = [
    ("着力激发一体化发展动能", ["提升空间布局品质", "加快推动转型升级", "优化营商环境建设"]),
    ("着力擦亮一体化生态底色", ["发展生态科技农业", "推进美丽乡村建设", "筑牢生态环境优势"]),
    ("着力强化一体化保障力度", ["聚力增进人民福祉", "均衡发展社会事业", "不断提升公共服务"]),
    ("着力提升一体化城镇品质", ["深化社会治理创新", "加强精细化管理", "提高风险防控能力"]),
    ("着力优化一体化组织保障", ["坚持民生导向", "推进政务公开", "加强队伍建设"]),
    ("着力推进重大工程建设", ["完善道路交通", "推进安置房建设", "保障重点项目用地"]),
    ("着力守牢城市运行安全", ["强化安全生产", "提升应急能力", "保障食品药品安全"]),
    ("着力繁荣古镇文化旅游", ["打响旅游品牌", "传承非遗文化", "广泛开展群众体育"]),
    ("着力加强数字政府建设", ["深化一网通办", "推进一网统管", "建设数字乡村"]),
];

/// The units that lead or support, with their short names.
const UNITS: [(&str, &str); 14] = [
    ("党政办公室", "党政办"),
    ("党建工作办公室", "党建办"),
    ("党群工作办公室", "党群办"),
    ("经济发展办公室", "经发办"),
    ("规划建设和生态环境办公室", "规建办"),
    ("社会事业发展办公室", "社发办"),
    ("平安建设办公室", "平安办"),
    ("社区建设办公室", "社建办"),
    ("城市运行管理中心", "城运中心"),
    ("社区事务受理服务中心", "受理中心"),
    ("农业农村服务中心", "农服中心"),
    ("社区文化活动中心", "文化中心"),
    ("城市建设管理事务中心", "城建中心"),
    ("综合行政执法队", "执法队"),
];

#[rustfmt::skip]
const PLACES: [&str; 35] = [
    "新港村", "莲湖村", "爱国村", "东天村", "钱盛村", "田山庄村", "任屯村", "龚都村", "淀湖村", "岑卜村", "西岑村",
    "三塘村", "育田村", "河祝村", "徐李村", "新池村", "金泽村", "东西村", "杨湾村", "建国村", "金姚村", "蔡浜村",
    "东星村", "淀西村", "王港村", "双祥村", "沙港村", "南新村", "雪米村", "陈东村", "西岑居委会", "莲盛居委会",
    "金溪居委会", "金杨居委会", "商榻居委会",
];

/// Countable work: the most of it one task orders, its unit of counting, what is done, and the name of its metric.
const COUNTED: [(u32, &str, &str, &str); 8] = [
    (120, "户", "农(渔)民相对集中居住", "完成集中居住户数"),
    (12, "公里", "中小河道整治", "完成整治里程"),
    (1500, "个", "一镇一清单点位销项", "完成销项点位数"),
    (60, "处", "历史存量违法建筑拆除", "完成拆除处数"),
    (40, "家", "低效企业腾地换凤", "完成腾退家数"),
    (300, "亩", "建设用地减量化", "完成减量面积"),
    (800, "人次", "重点群体劳动技能培训", "完成培训人次"),
    (15, "座", "薄弱村路桥改建", "完成改建座数"),
];

#[rustfmt::skip]
const PROJECTS: [&str; 12] = [
    "市民中心开工建设", "控制性详细规划编制", "美丽街区项目建设", "生态清洁小流域建设", "公交站点优化",
    "三级卫生室标准化创建", "停车场建设", "垃圾分类精品居住区创建", "游客中心建设并启用", "都市现代农业示范项目",
    "河道水质提升工程", "区级美丽乡村创建申报",
];

#[rustfmt::skip]
const CONTINUOUS_WORK: [&str; 8] = [
    "持续推进长期护理保险试点", "持续开展安全生产专项整治", "持续做好中小河道养护保洁", "持续推进审计整改",
    "持续开展矛盾纠纷排查化解", "持续做好农村公路养护", "持续落实文化资源配送", "持续推进信访积案化解",
];

#[rustfmt::skip]
const NOTES: [&str; 8] = [
    "第二批签约完成,后续按计划推进", "已完成招标,施工单位进场", "方案经镇长办公会审议通过", "完成现场踏勘和工作量核对",
    "本月按序时进度推进", "与村委会完成对接,名单已公示", "区级部门完成中期检查", "资料已收齐并归档",
];

const ISSUES: [&str; 4] = ["3户未达成协议", "土地手续尚未批复", "受汛期影响停工两周", "上级补助资金未到位"];

#[rustfmt::skip]
const NEXT_STEPS: [&str; 6] = [
    "下月上旬完成剩余工作量并组织初验", "继续上门做好群众工作,逐户签约", "月底前召开现场协调会,明确完成节点",
    "督促施工单位增加人手,赶回进度", "对照清单逐项核对,落实整改", "报区级主管部门审批,同步准备开工",
];

#[rustfmt::skip]
const REMARKS: [&str; 4] = [
    "每月25日前报送进展和佐证材料", "涉及动迁,须提前与居民沟通", "资金列入年度预算,按进度拨付", "与区级部门联合推进,注意衔接",
];

const TAGS: [&str; 4] = ["民生实事", "重点工程", "示范区任务", "督查督办"];

/// 2020-12-31 and 2020-11-24 (the day the benchmark asks about), counted from the period's first day, 2020-07-01.
const LAST_DAY: u32 = 183;
const AS_OF: u32 = 146;
/// 2020-07-17, the day of issue; the journal runs from the day after it.
const ISSUED: u32 = 16;
const FIRST_REPORT: u32 = ISSUED + 1;
/// 2020-08-01, the earliest deadline, and the day after it, the earliest on which a task's last entry is dated.
const FIRST_DEADLINE: u32 = 31;
const FIRST_LAST_REPORT: u32 = FIRST_DEADLINE + 1;
/// The lengths of July to December.
const MONTHS: [u32; 6] = [31, 31, 30, 31, 30, 31];

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Outcome {
    let Arguments { tasks, entries, plans, broken, out } = arguments()?;
    if plans > 0 {
        return tree::write_tree(&out, plans, tasks, broken);
    }
    let mut tasks = make_tasks(SEED, tasks);
    add_notes(&mut tasks, entries);
    let about = About {
        id: "bench".into(),
        title: "虚构的半年工作安排(性能测试用)",
        issuer: "某镇人民政府".into(),
        sample: true,
        notices: Vec::new(),
    };
    write_workplan(&out.join("workplan"), &about, &tasks)?;
    write_taskwarrior(&out.join("taskwarrior"), &tasks)?;
    for name in ["ledger.journal", "hledger.journal"] {
        write_file(&out.join(name), |to| write_journal(to, &tasks))?;
    }
    write_file(&out.join("taskjuggler").join("plan.tjp"), |to| write_taskjuggler(to, &tasks))
}

struct Arguments {
    tasks: usize,
    entries: usize,
    plans: usize,
    broken: usize,
    out: PathBuf,
}

fn arguments() -> Outcome<Arguments> {
    let (mut tasks, mut out) = (None, None);
    let (mut entries, mut plans, mut broken) = (0, 0, 0);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
        let number = || value.parse::<usize>().map_err(|error| format!("{word} {value}: {error}"));
        match word.as_str() {
            "--tasks" => tasks = Some(number()?),
            "--entries" => entries = number()?,
            "--plans" => plans = number()?,
            "--broken" => broken = number()?,
            "--out" => out = Some(PathBuf::from(value)),
            _ => return Err(format!("unknown argument {word}").into()),
        }
    }
    let tasks = tasks.or((plans > 0).then_some(TASKS_OF_A_PLAN));
    match (tasks, out) {
        (Some(tasks), Some(out)) => Ok(Arguments { tasks, entries, plans, broken, out }),
        _ => Err("usage: make_plan {--tasks N [--entries N] | --plans N [--tasks N] [--broken N]} --out DIR".into()),
    }
}

/// The tasks of each of many plans, where nothing else is said.
const TASKS_OF_A_PLAN: usize = 200;
/// Where chance begins in a plan that is alone.
const SEED: u64 = 2020;

/// What a plan says of itself.
struct About {
    id: String,
    title: &'static str,
    issuer: String,
    sample: bool,
    notices: Vec<Notice>,
}

/// A notice to a unit about one of its tasks.
struct Notice {
    number: usize,
    day: Day,
    task: String,
    unit: &'static str,
    received: Option<Day>,
}

/// The word of the series of notices.
const SERIES: &str = "镇府督";

/// A day of the period, counted from 2020-07-01 as 0.
type Day = u32;

struct Task {
    /// From 1.
    section: usize,
    theme: String,
    id: String,
    title: String,
    work: Work,
    lead: &'static str,
    support: Option<&'static str>,
    place: &'static str,
    tag: Option<&'static str>,
    remark: Option<&'static str>,
    deadline: Option<Day>,
    /// In the order of their days.
    entries: Vec<Entry>,
}

enum Work {
    Milestone,
    Measured { metric: &'static str, unit: &'static str, target: u32 },
    Continuous,
}

struct Entry {
    day: Day,
    /// The notice that it answers.
    reply_to: Option<usize>,
    /// Cumulative.
    value: Option<u32>,
    state: Option<State>,
    note: &'static str,
    issue: Option<&'static str>,
    next: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    InProgress,
    Blocked,
    Done,
}

impl Task {
    fn due(&self) -> Day {
        self.deadline.unwrap_or(LAST_DAY)
    }

    fn state(&self) -> Option<State> {
        self.entries.iter().rev().find_map(|entry| entry.state)
    }

    /// The unit of counting, what is to be reached, and what is.
    fn amounts(&self) -> (&'static str, u32, u32) {
        match self.work {
            Work::Measured { unit, target, .. } => {
                (unit, target, self.entries.iter().filter_map(|entry| entry.value).max().unwrap_or(0))
            }
            Work::Milestone | Work::Continuous => ("项", 1, u32::from(self.state() == Some(State::Done))),
        }
    }
}

/// The tasks in the plan's order, shared out evenly among the themes.
fn make_tasks(seed: u64, count: usize) -> Vec<Task> {
    let mut chance = Chance(seed);
    let themes: Vec<(usize, String)> = (1..)
        .zip(&SECTIONS)
        .flat_map(|(section, (_, titles))| {
            (1..).zip(titles).map(move |(theme, _)| (section, format!("{section}{theme}")))
        })
        .collect();
    let mut tasks = Vec::new();
    for (nth, (section, theme)) in themes.iter().enumerate() {
        let share = count / themes.len() + usize::from(nth < count % themes.len());
        tasks.extend((1..=share).map(|number| make_task(&mut chance, *section, theme, number)));
    }
    tasks
}

fn make_task(chance: &mut Chance, section: usize, theme: &str, number: usize) -> Task {
    let place = chance.pick(&PLACES);
    let (work, title) = match chance.below(100) {
        0..40 => measured(chance, place, number),
        40..85 => (Work::Milestone, format!("完成{place}{}(第{number}批)", chance.pick(&PROJECTS))),
        _ => (Work::Continuous, format!("{}({place}第{number}组)", chance.pick(&CONTINUOUS_WORK))),
    };
    let finite = !matches!(work, Work::Continuous);
    let deadline = (finite && chance.percent(50)).then(|| FIRST_DEADLINE + chance.below(LAST_DAY - FIRST_DEADLINE + 1));
    let lead = chance.pick(&UNITS).0;
    let support = Some(chance.pick(&UNITS).0).filter(|unit| *unit != lead && chance.percent(60));
    let tag = chance.percent(30).then(|| chance.pick(&TAGS));
    let remark = chance.percent(30).then(|| chance.pick(&REMARKS));
    let entries = make_entries(chance, &work, deadline.is_some_and(|day| day < AS_OF));
    let id = format!("{theme}-{number:04}");
    Task { section, theme: theme.into(), id, title, work, lead, support, place, tag, remark, deadline, entries }
}

/// Notes beside what the tasks report already, spread over the tasks and the days, until there are so many entries.
fn add_notes(tasks: &mut [Task], entries: usize) {
    let mut chance = Chance(1202);
    let held: usize = tasks.iter().map(|task| task.entries.len()).sum();
    let count = tasks.len().max(1);
    for nth in 0..entries.saturating_sub(held) {
        let Some(task) = tasks.get_mut(nth % count) else { return };
        let day = FIRST_REPORT + chance.below(AS_OF - FIRST_REPORT);
        let note =
            Entry { day, reply_to: None, value: None, state: None, note: chance.pick(&NOTES), issue: None, next: None };
        let place = task.entries.partition_point(|entry| entry.day <= day);
        task.entries.insert(place, note);
    }
}

fn measured(chance: &mut Chance, place: &str, number: usize) -> (Work, String) {
    let (most, unit, what, metric) = chance.pick(&COUNTED);
    let target = 2 + chance.below(most - 1);
    (Work::Measured { metric, unit, target }, format!("完成{place}{target}{unit}{what}(第{number}批)"))
}

/// Most tasks whose deadline has passed are finished, as in a plan that is being followed; of the rest one in three was
/// heard of.
fn make_entries(chance: &mut Chance, work: &Work, past: bool) -> Vec<Entry> {
    let (reported, done) = if past { (85, 85) } else { (33, 15) };
    if !chance.percent(reported) {
        return Vec::new();
    }
    let last = FIRST_LAST_REPORT + chance.below(AS_OF - FIRST_LAST_REPORT);
    let state = match (work, chance.percent(done)) {
        (Work::Measured { .. } | Work::Milestone, true) => State::Done,
        _ if chance.percent(15) => State::Blocked,
        _ => State::InProgress,
    };
    let mut entries = Vec::new();
    if chance.percent(15) {
        let day = FIRST_REPORT + chance.below(last - FIRST_REPORT);
        entries.push(make_entry(chance, work, day, State::InProgress, 0));
    }
    let reached = entries.last().and_then(|entry| entry.value).unwrap_or(0);
    entries.push(make_entry(chance, work, last, state, reached));
    entries
}

fn make_entry(chance: &mut Chance, work: &Work, day: Day, state: State, reached: u32) -> Entry {
    let value = match (work, state) {
        (Work::Measured { target, .. }, State::Done) => Some(*target),
        (Work::Measured { target, .. }, _) => Some(reached + chance.below(target - reached)),
        (Work::Milestone | Work::Continuous, _) => None,
    };
    // A value alone already means "in progress".
    let state = Some(state).filter(|state| value.is_none() || *state != State::InProgress);
    let issue = (state == Some(State::Blocked)).then(|| chance.pick(&ISSUES));
    let next = (state != Some(State::Done)).then(|| chance.pick(&NEXT_STEPS));
    Entry { day, reply_to: None, value, state, note: chance.pick(&NOTES), issue, next }
}

/// A linear congruential generator with Knuth's MMIX numbers.
struct Chance(u64);

impl Chance {
    /// A number below `bound`; 0 when there is none.
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 32).unwrap_or(0);
        high.checked_rem(bound).unwrap_or(0)
    }

    fn percent(&mut self, share: u32) -> bool {
        self.below(100) < share
    }

    fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let bound = u32::try_from(from.len()).unwrap_or(u32::MAX);
        let index = usize::try_from(self.below(bound)).unwrap_or(0);
        from.get(index).copied().unwrap_or_default()
    }
}

/// Month and day of the month.
fn month_and_day(day: Day) -> (u32, u32) {
    let mut left = day;
    for (month, length) in (7..).zip(MONTHS) {
        if left < length {
            return (month, left + 1);
        }
        left -= length;
    }
    (12, 31)
}

fn date_of(day: Day) -> String {
    let (month, day) = month_and_day(day);
    format!("2020-{month:02}-{day:02}")
}

fn write_file(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> Outcome {
    let failed = |error: io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut to = BufWriter::new(File::create(path).map_err(failed)?);
    write(&mut to).and_then(|()| to.flush()).map_err(failed)?;
    Ok(())
}

fn write_workplan(folder: &Path, about: &About, tasks: &[Task]) -> Outcome {
    write_file(&folder.join("plan.yaml"), |to| write_plan(to, about))?;
    for (section, (title, _)) in (1..).zip(SECTIONS) {
        let mut of_section = tasks.iter().filter(|task| task.section == section).peekable();
        if of_section.peek().is_some() {
            let path = folder.join("tasks").join(format!("{section}-{title}.yaml"));
            write_file(&path, |to| of_section.try_for_each(|task| write_task(to, task)))?;
        }
    }
    let mut journal: Vec<(&Task, &Entry)> =
        tasks.iter().flat_map(|task| task.entries.iter().map(move |entry| (task, entry))).collect();
    journal.sort_by_key(|(_, entry)| entry.day);
    for month in 7..=11 {
        let mut of_month = journal.iter().filter(|(_, entry)| month_and_day(entry.day).0 == month).peekable();
        if of_month.peek().is_some() {
            let path = folder.join("progress").join(format!("2020-{month:02}.yaml"));
            write_file(&path, |to| of_month.try_for_each(|(task, entry)| write_entry(to, task, entry)))?;
        }
    }
    if about.notices.is_empty() {
        return Ok(());
    }
    write_file(&folder.join("notices").join("2020.yaml"), |to| {
        about.notices.iter().try_for_each(|notice| write_notice(to, notice))
    })
}

fn write_notice(to: &mut impl Write, notice: &Notice) -> io::Result<()> {
    let Notice { number, day, task, unit, received } = notice;
    let (date, reply_by) = (date_of(*day), date_of(day + 5));
    writeln!(to, "- number: {SERIES}〔2020〕{number}号\n  date: {date}\n  level: supervise\n  unit: {unit}")?;
    writeln!(to, "  tasks: [{task}]\n  reply_by: {reply_by}")?;
    received.map_or(Ok(()), |day| writeln!(to, "  received: {}", date_of(day)))
}

fn write_plan(to: &mut BufWriter<File>, about: &About) -> io::Result<()> {
    let About { id, title, issuer, sample, notices } = about;
    writeln!(to, "format: workplan/1\nid: {id}\ntitle: {title}\nissuer: {issuer}")?;
    writeln!(to, "disclosure: 主动公开\nissued: 2020-07-17\nsample: {sample}")?;
    if !notices.is_empty() {
        writeln!(to, "notices: {{ series: {SERIES}, reply_within: 3 }}")?;
    }
    to.write_all(
        "\
period: { start: 2020-07-01, end: 2020-12-31 }
utc_offset: \"+08:00\"
language: zh-CN
calendar: CN
pace: working_days
closing: direct
coverage: partial
reporting: monthly
units:
"
        .as_bytes(),
    )?;
    for (name, short) in UNITS {
        writeln!(to, "  - {{ name: {name}, short: {short} }}")?;
    }
    writeln!(to, "sections:")?;
    for (section, (title, themes)) in (1..).zip(SECTIONS) {
        writeln!(to, "  - id: \"{section}\"\n    title: {title}\n    themes:")?;
        for (theme, title) in (1..).zip(themes) {
            writeln!(to, "      - {{ id: \"{section}{theme}\", title: {title} }}")?;
        }
    }
    Ok(())
}

fn write_task(to: &mut impl Write, task: &Task) -> io::Result<()> {
    let kind = match task.work {
        Work::Milestone => "milestone",
        Work::Measured { .. } => "measured",
        Work::Continuous => "continuous",
    };
    writeln!(to, "- id: {}\n  title: {}\n  kind: {kind}\n  lead: {}", task.id, task.title, task.lead)?;
    if let Some(support) = task.support {
        writeln!(to, "  support: [{support}]")?;
    }
    writeln!(to, "  places: [{}]", task.place)?;
    if let Some(tag) = task.tag {
        writeln!(to, "  tags: [{tag}]")?;
    }
    if let Work::Measured { metric, unit, target } = task.work {
        writeln!(to, "  metrics:\n    - {{ name: {metric}, unit: {unit}, target: {target} }}")?;
    }
    if let Some(deadline) = task.deadline {
        writeln!(to, "  deadline: {}", date_of(deadline))?;
    }
    if let Some(remark) = task.remark {
        writeln!(to, "  note: {remark}")?;
    }
    write_assumed(to, task)
}

/// There is no document that could state a target or a deadline, so all are assumed.
fn write_assumed(to: &mut impl Write, task: &Task) -> io::Result<()> {
    let target = match task.work {
        Work::Measured { metric, .. } => Some(format!("metrics.{metric}")),
        Work::Milestone | Work::Continuous => None,
    };
    let assumed: Vec<String> = task.deadline.map(|_| "deadline".into()).into_iter().chain(target).collect();
    if !assumed.is_empty() {
        writeln!(to, "  assumed: [{}]", assumed.join(", "))?;
    }
    Ok(())
}

fn write_entry(to: &mut impl Write, task: &Task, entry: &Entry) -> io::Result<()> {
    writeln!(to, "- date: {}\n  task: {}\n  by: {}", date_of(entry.day), task.id, task.lead)?;
    if let (Work::Measured { metric, .. }, Some(value)) = (&task.work, entry.value) {
        writeln!(to, "  values: {{ {metric}: {value} }}")?;
    }
    if let Some(state) = entry.state {
        writeln!(to, "  state: {}", state_word(state))?;
    }
    writeln!(to, "  note: {}", entry.note)?;
    if let Some(number) = entry.reply_to {
        writeln!(to, "  reply_to: {SERIES}〔2020〕{number}号")?;
    }
    if let Some(issue) = entry.issue {
        writeln!(to, "  issue: {issue}")?;
    }
    if let Some(next) = entry.next {
        writeln!(to, "  next: {next}")?;
    }
    Ok(())
}

fn state_word(state: State) -> &'static str {
    match state {
        State::InProgress => "in_progress",
        State::Blocked => "blocked",
        State::Done => "done",
    }
}
