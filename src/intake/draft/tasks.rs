//! The tasks that a sentence, or the row of a table, orders.

use std::ops::Range;

use crate::plan::{Direction, Kind};

use super::agents::agents;
use super::amounts::Amount;
use super::around::Around;
use super::clauses::clauses;
use super::days::{Times, of_field, says_when, times};
use super::duties::duties;
use super::fields::Fields;
use super::frames::{lead, stage};
use super::headings::{BULLETS, Form, number};
use super::labels::{label, without_label};
use super::letter::is_published;
use super::listed::{begins, words};
use super::numbers::is_digit;
use super::parts::{Row, is_row, is_rule};
use super::pending::{Pending, assign, date, keeps_its_days};
use super::period::declared;
use super::plan::{DraftDeadline, DraftMetric, DraftTask, unlike};
use super::problems::states_problem;
use super::reckoned::{is_festival, with_issue};
use super::sentences::{Sentence, one_line};
use super::tells::{announces, depends, may_or_must, only_tells, orders_work};
use super::verbs::{Opening, contains_order, kind, opening};
use super::{groups, indicators, metrics, shorter, titles};

/// Whether a sentence orders work. Behind a sentence with a note, what may or must be done is ordered too.
pub(super) fn ordered(sentence: &Sentence<'_>, noted: bool) -> bool {
    let words = one_line(sentence.text);
    // 第一阶段（3月—5月）制定方案: the days stand before what is ordered.
    let words = stage(&words).or_else(|| lead(&words)).map_or(words.as_str(), |(_, rest)| rest);
    let rules = noted && may_or_must(words) && !depends(words) && !only_tells(words);
    let declares = declared(words).is_some() && metrics::targets(words).count() == 0;
    let tells = is_published(words) || declares || states_problem(words);
    !tells && (orders_work(words) || indicators::sets_target(words) || rules)
}

/// A sentence of which a note says whose work it is, whatever its words.
pub(super) fn forced(sentence: &Sentence<'_>, around: &Around<'_>) -> Vec<Pending> {
    let words = one_line(sentence.text);
    let bare = number(&words).map_or(words.as_str(), |(_, rest)| rest);
    let says = bare.contains(|c: char| c.is_alphabetic());
    if !says || is_published(&words) || depends(&words) || only_tells(&words) || states_problem(&words) {
        return Vec::new();
    }
    vec![task(sentence, 0..sentence.text.len(), around)]
}

/// A sentence as one task, whatever it says.
pub(super) fn whole(sentence: &Sentence<'_>, around: &Around<'_>) -> Pending {
    task(sentence, 0..sentence.text.len(), around)
}

/// The tasks of a sentence. Where the sentence is broken over lines, each line must stand in a quote or hold one.
pub(super) fn tasks(sentence: &Sentence<'_>, around: &Around<'_>) -> Vec<Pending> {
    let Some(part) = cell(sentence.text) else { return Vec::new() };
    // 整改措施：6月底前，…: the label is no work.
    let words = sentence.text.get(part.clone()).unwrap_or("");
    let labelled = label(words).map_or(0, |(_, rest)| if rest.is_empty() { 0 } else { words.len() - rest.len() });
    let part = part.start + labelled..part.end;
    let within = sentence.text.get(part.clone()).unwrap_or("");
    let groups: Vec<_> =
        groups::groups(within).into_iter().map(|group| part.start + group.start..part.start + group.end).collect();
    let spans: Vec<_> =
        groups.iter().map(|group| sentence.span.start + group.start..sentence.span.start + group.end).collect();
    let accounted = sentence.parts.iter().all(|line| {
        let core = super::sentences::core(line, around.text);
        spans.iter().any(|span| {
            (line.start <= span.start && span.end <= line.end) || (span.start <= core.start && core.end <= span.end)
        })
    });
    let quotes = if accounted {
        groups
    } else {
        groups.first().zip(groups.last()).map(|(first, last)| first.start..last.end).into_iter().collect()
    };
    let mut tasks: Vec<Pending> = Vec::new();
    let mut waiting: Option<usize> = None;
    let many = quotes.len() > 1;
    for (at, group) in quotes.iter().enumerate() {
        // A group that orders nothing goes with the next one that does.
        let words = sentence.text.get(group.clone()).unwrap_or("");
        let last = at + 1 == quotes.len();
        if !last && number(words).is_none() && !orders_something(words) {
            waiting.get_or_insert(group.start);
            continue;
        }
        // 重点做好以下工作： orders what follows it.
        if many && last && accounted && announces(sentence.text.get(group.start..).unwrap_or(words)) {
            continue;
        }
        tasks.push(task(sentence, waiting.take().unwrap_or(group.start)..group.end, around));
    }
    let whole = duties(sentence.text);
    // Who is named goes on to do what follows, until somebody else is named.
    let mut going_on: Option<Fields> = None;
    for pending in &mut tasks {
        going_on = agents(&pending.task.source).or(going_on);
        pending.prose = whole.clone().or_else(|| going_on.clone());
    }
    dated_from_first(&mut tasks, sentence, around);
    dated_from_last(&mut tasks, around);
    tasks
}

/// 新建管网86公里，改造42公里，10月底前全部完工: the last day is that of all before it, which is assumed.
fn dated_from_last(tasks: &mut [Pending], around: &Around<'_>) {
    let Some((last, others)) = tasks.split_last_mut() else { return };
    let Some(deadline) = last.task.deadline.clone().filter(|_| !last.task.source.contains(['；', ';'])) else {
        return;
    };
    let Some(says) = deadline.says else { return };
    let behind = last.task.source.split_once(says.as_str()).map_or("", |(_, behind)| behind);
    let clause = behind.split(['，', ',', '；']).next().unwrap_or("").trim_start_matches('前');
    if !begins(clause, words!("全部 均 全面完 一并 统一完 都")) {
        return;
    }
    let first = others.iter().rposition(|pending| pending.task.source.contains(['；', ';'])).map_or(0, |at| at + 1);
    for Pending { task, .. } in others.iter_mut().skip(first) {
        if says_nothing_of_time(task) && around.period.contains(deadline.date) {
            let all = Some(DraftDeadline { date: deadline.date, says: None, sure: false });
            date(task, &says, Times { deadline: all, ..Times::default() });
        }
    }
}

/// Whether the words of a task say neither when it is due nor how often.
fn says_nothing_of_time(task: &DraftTask) -> bool {
    task.deadline.is_none() && task.recurs.is_none() && task.unsettled.is_empty()
}

/// 3月底前，制定方案，召开动员会: a first clause that says nothing but when is about all up to a semicolon.
fn dated_from_first(tasks: &mut [Pending], sentence: &Sentence<'_>, around: &Around<'_>) {
    let Some((first, others)) = tasks.split_first_mut() else { return };
    let words = without_label(without_number(sentence.text));
    // 到2026年，…: by which year all of it is to be.
    let year = |when: &str| {
        let digits = when.trim_end_matches(['底', '末']).strip_suffix('年');
        digits.is_some_and(|digits| digits.chars().count() == 4 && digits.chars().all(is_digit))
    };
    let by = |when: &str| when.strip_prefix(['到', '至']).is_some_and(|when| says_when(when) || year(when));
    let only_when = |when: &str| says_when(when) || by(when);
    let Some((when, _)) = words.split_once(['，', ',']).filter(|(when, _)| only_when(when)) else { return };
    let Some((day, sure)) = first.task.deadline.as_ref().map(|one| (one.date, one.sure)) else { return };
    let end = sentence.text.find(['；', ';']).map_or(sentence.span.end, |at| sentence.span.start + at);
    for Pending { task, .. } in others.iter_mut().filter(|pending| pending.start < end) {
        if says_nothing_of_time(task) && first.task.source.contains(when) && around.period.contains(day) {
            let deadline = Some(DraftDeadline { date: day, says: None, sure });
            date(task, when, Times { deadline, start: first.task.start, ..Times::default() });
        }
    }
}

/// The part of a sentence that may hold tasks: all of it; of a row of a table, the longest cell that orders work.
fn cell(text: &str) -> Option<Range<usize>> {
    if !is_row(text) {
        return Some(0..text.len());
    }
    let mut at = 0;
    let cells = text.split_inclusive(is_rule).map(|cell| {
        at += cell.len();
        at - cell.len()..at
    });
    let cells: Vec<Range<usize>> = cells.collect();
    let words = |cell: &Range<usize>| {
        text.get(cell.clone()).unwrap_or("").trim_matches(|c: char| is_rule(c) || c.is_whitespace())
    };
    let orders = |cell: &Range<usize>| words(cell).chars().count() >= SHORTEST_CELL && contains_order(words(cell));
    let best = cells.into_iter().filter(orders).max_by_key(|cell| words(cell).len())?;
    let whole = text.get(best.clone())?;
    let front = whole.len() - whole.trim_start_matches(|c: char| is_rule(c) || c.is_whitespace()).len();
    let start = best.start + front;
    Some(start..start + words(&best).len())
}

/// A shorter cell is a heading of its column.
const SHORTEST_CELL: usize = 6;

fn orders_something(words: &str) -> bool {
    let clauses = clauses(words);
    clauses.iter().any(|clause| opening(clause.words(words)) != Opening::Other) || contains_order(words)
}

/// The number of an item, or the sign in front of it, is no part of what it orders; 一是 is left to stand.
fn without_number(quote: &str) -> &str {
    let quote = quote.trim_start_matches(|c: char| c.is_whitespace() || c == '·' || BULLETS.contains(c));
    match number(quote) {
        Some((Form::Ordinal | Form::Plain | Form::Lead, _)) | None => quote,
        Some((
            Form::Chapter
            | Form::Han
            | Form::HanBracket
            | Form::Named
            | Form::Digit
            | Form::DigitBracket
            | Form::Circle
            | Form::Bullet,
            rest,
        )) => rest,
    }
}

/// The task of a piece of a sentence.
fn task(sentence: &Sentence<'_>, span: Range<usize>, around: &Around<'_>) -> Pending {
    let words = sentence.text.get(span.clone()).unwrap_or("");
    let marks = |c: char| c.is_whitespace() || "；;。，,".contains(c);
    let quote = without_number(words.trim_start_matches(marks).trim_end());
    // （一）第一阶段（3月）：… has two numbers.
    let quote = without_label(if stage(quote).is_some() { without_number(quote) } else { quote });
    let quote = lead(quote).map_or(quote, |(_, rest)| rest);
    let quote = if quote.trim_matches(marks).is_empty() { words.trim() } else { quote };
    let start = sentence.span.start + span.start + words.rfind(quote).unwrap_or(0);
    let mut task = read(quote, quote, titles::title(quote), around);
    titled_by_last(&mut task);
    dated_from_above(&mut task, around);
    Pending { noted: false, task, start, prose: None }
}

/// 4月底前完成招标，11月底前竣工: a title with the first day alone would say another than the last.
fn titled_by_last(task: &mut DraftTask) {
    let told =
        |clause: &str| task.unsettled.iter().any(|words| !words.starts_with('每') && clause.contains(words.as_str()));
    let Some(says) = task.deadline.as_ref().and_then(|deadline| deadline.says.as_deref()) else {
        // 新增100部，上半年开工50部: what is done in part is no title of the whole.
        let first = task.source.split(['，', ',']).next().filter(|first| !told(first) && told(&task.title));
        task.title = first.map_or_else(|| task.title.clone(), shorter::shortened);
        return;
    };
    if task.title.contains(says) || !task.unsettled.iter().any(|words| task.title.contains(words.as_str())) {
        return;
    }
    let whole = one_line(task.source.trim_end_matches(['。', '；', '，']));
    let last = || whole.split(['，', ',', '；']).find(|clause| clause.contains(says)).map(shorter::shortened);
    let whole_fits = whole.chars().count() <= LONGEST_TITLE;
    task.title = if whole_fits { whole } else { last().unwrap_or(whole) };
}

/// A title that is made of a whole sentence is not longer, in characters.
const LONGEST_TITLE: usize = 36;

/// The task of a table's row.
pub(super) fn of_row(row: &Row, around: &Around<'_>) -> Option<Pending> {
    let quote = around.text.get(row.quote.clone()).filter(|quote| quote.chars().any(char::is_alphanumeric))?;
    let words = words_of(row, around.text).unwrap_or_else(|| quote.to_owned());
    // What the task is called stands in a cell of its own; the cell behind it may be broken over lines.
    let (name, rest) = row
        .title
        .as_deref()
        .filter(|name| words.starts_with(name))
        .and_then(|name| words.split_at_checked(name.len()))
        .unwrap_or(("", &words));
    let words = &format!("{name}{}{}", if name.is_empty() { "" } else { "\n" }, one_line(rest));
    let title = row.title.as_deref().map_or_else(|| titles::title(words), shorter::shortened);
    let task = read(quote, words, title, around);
    let mut pending = Pending { task, start: row.quote.start, prose: None, noted: false };
    let own = row.shared && keeps_its_days(&pending.task) || names_a_day_of_it(&pending.task, row, around);
    let fields = Fields { deadline: row.fields.deadline.clone().filter(|_| !own), ..row.fields.clone() };
    assign(vec![&mut pending], &fields, 0, around);
    pending.task.inherited = row.inherited;
    pending.task.steps.clone_from(&row.steps);
    count(&mut pending.task, row, around);
    dated_from_above(&mut pending.task, around);
    Some(pending)
}

/// 2月24日前上交计划 in the row of 二月: the words name a day of the month that a column says.
fn names_a_day_of_it(task: &DraftTask, row: &Row, around: &Around<'_>) -> bool {
    let Some(words) = row.fields.deadline.as_deref().filter(|words| !words.contains(['日', '号'])) else {
        return false;
    };
    let said = of_field(words, around.period).deadline.map(|deadline| deadline.date);
    let own = task.deadline.as_ref().map(|deadline| deadline.date);
    said.zip(own).is_some_and(|(said, own)| own <= said && own.month_start() == said.month_start())
}

/// Gives a task the numbers of its row that have columns of their own, and the last day of the last year among them, or of the year for
/// which the table sets its targets.
fn count(task: &mut DraftTask, row: &Row, around: &Around<'_>) {
    let within = |amount: &Amount| amount.last_day().is_none_or(|day| around.period.contains(day));
    for amount in &row.amounts {
        if !within(amount) {
            task.steps.push(amount.says.clone());
            continue;
        }
        let Some(metric) = amount.metric.clone() else {
            task.guesses.push(amount.says.clone());
            continue;
        };
        let name = unlike(metric.name.clone(), &task.metrics);
        if !metric.direction.is_bound() {
            task.kind = Kind::Measured;
        }
        task.metrics.push(DraftMetric { name, ..metric });
    }
    let open = task.deadline.is_none() && task.recurs.is_none();
    let by = row.amounts.iter().filter(|amount| within(amount)).filter_map(Amount::last_day).max();
    let year = row.yearly.then(|| around.period.year_end()).flatten();
    if let Some(date) = by.or(year).filter(|_| open) {
        task.dated_by = Some(if by.is_some() { format!("{}年", date.year()) } else { "年度目标".to_owned() });
        task.deadline = Some(DraftDeadline { date, says: None, sure: false });
    }
}

/// The words of a row from which numbers and days are to be read.
fn words_of(row: &Row, text: &str) -> Option<String> {
    let mut words = String::new();
    let mut start = row.words.start;
    for cell in row.apart.iter().filter(|cell| row.words.start < cell.start && cell.end <= row.words.end) {
        words.push_str(text.get(start..cell.start)?);
        start = cell.end;
    }
    words.push_str(text.get(start..row.words.end)?);
    Some(words)
}

/// What the words of a quote say of a task.
fn read(quote: &str, words: &str, title: String, around: &Around<'_>) -> DraftTask {
    let metrics::Targets { mut metrics, mut guesses } = metrics::targets(words);
    // A number that a cell's line end breaks does not stand in the quote as it was read.
    let broken = metrics.extract_if(.., |metric| !quote.contains(&metric.says));
    guesses.extend(broken.map(|metric| metric.says));
    let times = with_issue(times(words, around.period), words, around.issued, around.period);
    let Times { deadline, start, recurs, endless: _, mut unsettled } = times;
    // 3日内 is how long it may take each time.
    unsettled.retain(|words| !metrics.iter().any(|metric| words.trim_end_matches(['之', '以', '内']) == metric.says));
    let counts = metrics.iter().any(|metric| !metric.direction.is_bound());
    let kind = kind(&title, counts, deadline.is_some());
    // What goes on has nothing to reach: its least is held.
    if kind == Kind::Continuous {
        let reached = metrics.iter_mut().filter(|metric| !metric.direction.is_bound());
        reached.for_each(|metric| metric.direction = Direction::Hold);
    }
    DraftTask {
        id: String::new(),
        title,
        source: quote.to_owned(),
        kind,
        lead: None,
        support: Vec::new(),
        person: None,
        leader: None,
        metrics,
        start,
        deadline,
        recurs,
        inherited: false,
        guesses,
        unsettled,
        steps: Vec::new(),
        headed: Vec::new(),
        dated_by: None,
    }
}

/// The days of the line or the heading above, where the task names none.
fn dated_from_above(task: &mut DraftTask, around: &Around<'_>) {
    // 教师节 below 九月 is in it.
    let within = task.unsettled.iter().all(|words| is_festival(words));
    let open = task.deadline.is_none() && task.recurs.is_none() && within;
    let Some(frame) = around.frames.last().filter(|_| open) else {
        return;
    };
    let Some((start, end)) = frame.days else {
        task.unsettled.push(frame.words.clone());
        return;
    };
    let deadline = Some(DraftDeadline { date: end, says: None, sure: true });
    date(task, &frame.words, Times { deadline, start, ..Times::default() });
}
