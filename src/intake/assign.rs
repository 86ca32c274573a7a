//! What a person puts into a field of a task that needs no approval: `责任人=张三`, `标签+=重点`.

use crate::plan::meant::day::day;
use crate::plan::{Checkpoint, Date, Kind, Language, OwnField, Plan, Serves, Task, TaskId, Weight};
use crate::report::filter::task_named;
use crate::say;
use crate::words;
use crate::words::fields::{self, Changes, Field, Holds, Place};
use crate::words::listed;

use super::form::checkpoint_named;
use super::new_task::{metric_of, prune_assumed, weight_of};
use super::order::order_of;
use super::own::own_value;
use super::recurs::recurs_of;

/// What is done with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It is to hold this; nothing where this is empty.
    Put,
    /// This is added.
    More,
    /// This is taken out.
    Less,
}

/// Signs of a bound, which may stand before `=`.
const SIGNS: [char; 4] = ['<', '>', '＜', '＞'];

/// A word that puts something into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Assignment {
    name: String,
    turn: Turn,
    value: String,
}

/// Where and when the words are understood.
#[derive(Clone, Copy)]
pub(crate) struct Around<'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) today: Date,
    pub(crate) lang: Language,
    /// Whether the plan is still being drawn up: nothing of it needs an approval yet.
    pub(crate) fresh: bool,
}

/// The fields that may be set, in a reader's order; beside them those that the plan itself declares.
pub(crate) fn settable() -> impl Iterator<Item = &'static Field> + Clone {
    fields::of(Place::Task)
        .iter()
        .filter(|field| field.changes == Changes::Freely && !is_marked(field) && field.holds != Holds::Own)
}

/// Whether the field says how others are known, which `confirm` changes.
fn is_marked(field: &Field) -> bool {
    matches!(field.key, "assumed" | "confirmed")
}

/// Whether the field holds several things, of which one can be added or taken out.
pub(crate) fn holds_several(field: &Field) -> bool {
    matches!(field.key, "person" | "leader" | "tags" | "depends" | "serves" | "checkpoints" | "metrics")
}

impl Assignment {
    /// What a word says, if it says anything of a field; otherwise it is the name of a task.
    pub(crate) fn read(word: &str) -> Option<Assignment> {
        let (name, value) = word.split_once(['=', '＝'])?;
        let (name, turn) = match name.trim_end() {
            name if name.ends_with(['+', '＋']) => (name.trim_end_matches(['+', '＋']), Turn::More),
            name if name.ends_with(['-', '－']) => (name.trim_end_matches(['-', '－']), Turn::Less),
            name => (name, Turn::Put),
        };
        // `步行时间<=15分钟`: the sign is about the value.
        let sign = name.trim_start_matches(|c| !SIGNS.contains(&c));
        let name = name.strip_suffix(sign).unwrap_or(name).trim();
        Some(Assignment { name: name.to_owned(), turn, value: format!("{sign}{}", value.trim()) })
    }

    /// The name of the field, as it was typed.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What it is to hold, lose or get.
    pub(crate) fn value(&self) -> &str {
        &self.value
    }

    /// What is done with the field.
    pub(crate) fn turn(&self) -> Turn {
        self.turn
    }

    /// One that was put together by asking.
    pub(crate) fn of(name: &str, turn: Turn, value: &str) -> Assignment {
        Assignment { name: name.to_owned(), turn, value: value.trim().to_owned() }
    }

    /// Puts it into the task, and says in a few words what that was.
    ///
    /// # Errors
    /// When the field is not one that may be set, or cannot hold the value.
    pub(crate) fn apply(&self, task: &mut Task, around: Around<'_>) -> Result<String, String> {
        if let Some(own) = self.own_field(around.plan) {
            return self.put_own(own, task, around);
        }
        let field = self.field(task, around)?;
        let text = || Some(self.value.clone()).filter(|text| !text.is_empty());
        match field.key {
            "person" => task.person = self.names(task.person.as_deref()),
            "leader" => task.leader = self.names(task.leader.as_deref()),
            "tags" => task.tags = self.several(&task.tags),
            "depends" => task.depends = self.tasks(&task.depends, around)?,
            "serves" => task.serves = self.orders(&task.serves, around.lang)?,
            "checkpoints" => task.checkpoints = self.checkpoints(task, around)?,
            "metrics" => self.metric(task, around)?,
            _ if self.turn != Turn::Put => {
                return Err(no_list(field.name(around.lang), &field.typed(around.lang), around.lang));
            }
            "weight" if self.value.is_empty() => task.weight = Weight::default(),
            "weight" => task.weight = weight_of(&self.value, around.lang)?,
            "note" => task.note = text(),
            "source" => task.source = text(),
            "origin" => task.origin = text(),
            "deadline_says" => task.deadline_says = text(),
            "recurs" => task.recurs = text().map(|text| recurs_of(&text, around.lang)).transpose()?,
            _ => return Err(unknown(&self.name, around.plan, around.lang)),
        }
        if field.key == "deadline_says" {
            // The document states the day now, or no longer.
            task.assumed.retain(|field| field != "deadline");
            if task.deadline_says.is_none() && task.deadline.is_some() && around.plan.has_document() {
                task.assumed.push("deadline".to_owned());
            }
        }
        prune_assumed(task);
        Ok(self.said(field, around.lang))
    }

    /// The field of the plan's own that is meant, where the table of fields has none of that name.
    pub(crate) fn own_field<'p>(&self, plan: &'p Plan) -> Option<&'p OwnField> {
        plan.head.own_field(&self.name).filter(|_| fields::called(Place::Task, &self.name).is_none())
    }

    fn put_own(&self, field: &OwnField, task: &mut Task, around: Around<'_>) -> Result<String, String> {
        let Around { plan, today, lang, .. } = around;
        let name = field.name();
        if self.turn != Turn::Put {
            return Err(no_list(name, name, lang));
        }
        let value = own_value(field, &self.value, (&plan.head, Some(today)), lang)?;
        let said = match &value {
            None => say!(lang, "删去{name}", "{name} removed"),
            Some(value) => {
                let value = field.shown(value);
                say!(lang, "{name}改为 {value}", "{name} set to {value}")
            }
        };
        task.fields.put(&field.key, value);
        Ok(said)
    }

    fn field(&self, task: &Task, Around { plan, lang, .. }: Around<'_>) -> Result<&'static Field, String> {
        let found = fields::called(Place::Task, &self.name);
        let Some(field) = found else {
            let target = fields::meant(fields::amended(), &self.name).map(|field| field.typed(lang));
            let target = target.or_else(|| task.metric(&self.name).map(|metric| metric.name.clone()));
            return Err(target.map_or_else(|| unknown(&self.name, plan, lang), |name| wants_approval(&name, lang)));
        };
        match field.changes {
            Changes::Freely if is_marked(field) => Err(say!(
                lang,
                "推定的内容经核实后，请用 workplan confirm 编号 字段 --by 核定人",
                "what was assumed is settled with workplan confirm ID FIELD --by WHO"
            )),
            Changes::Freely if field.holds == Holds::Own => Err(own_by_name(plan, lang)),
            Changes::Freely => Ok(field),
            Changes::Amended => Err(wants_approval(&field.typed(lang), lang)),
            Changes::Never => {
                let name = field.name(lang);
                Err(say!(lang, "{name}不能改动", "the {name} of a task never changes"))
            }
        }
    }

    /// People, of whom one text names several.
    fn names(&self, held: Option<&str>) -> Option<String> {
        if self.turn == Turn::Put {
            return Some(self.value.clone()).filter(|text| !text.is_empty());
        }
        let held: Vec<String> = held.into_iter().flat_map(listed).map(str::to_owned).collect();
        Some(self.several(&held).join("、")).filter(|text| !text.is_empty())
    }

    fn several(&self, held: &[String]) -> Vec<String> {
        self.turned(held, listed(&self.value).map(str::to_owned).collect())
    }

    /// What is held then; nothing is held twice.
    pub(crate) fn turned<T: Clone + PartialEq>(&self, held: &[T], said: Vec<T>) -> Vec<T> {
        let mut new: Vec<T> = if self.turn == Turn::Put { Vec::new() } else { held.to_vec() };
        for one in said {
            match self.turn {
                Turn::Less => new.retain(|held| *held != one),
                Turn::Put | Turn::More if new.contains(&one) => {}
                Turn::Put | Turn::More => new.push(one),
            }
        }
        new
    }

    fn tasks(&self, held: &[TaskId], Around { plan, lang, .. }: Around<'_>) -> Result<Vec<TaskId>, String> {
        let named = |text: &str| {
            let found = task_named(plan, text).map(|task| task.id.clone());
            found.map_err(|error| error.said(lang, fields::name(lang, Place::Task, "depends"), text))
        };
        let said = match task_named(plan, &self.value) {
            Ok(task) => vec![task.id.clone()],
            Err(_) => listed(&self.value).map(named).collect::<Result<_, _>>()?,
        };
        Ok(self.turned(held, said))
    }

    /// Tasks of plans above, each by the plan's id and its own: `qingpu-2020h2 3-05`. Whether there are such is known only where
    /// those plans are at hand.
    fn orders(&self, held: &[Serves], lang: Language) -> Result<Vec<Serves>, String> {
        Ok(self.turned(held, listed(&self.value).map(|text| order_of(text, lang)).collect::<Result<_, _>>()?))
    }

    fn checkpoints(&self, task: &Task, around: Around<'_>) -> Result<Vec<Checkpoint>, String> {
        let lang = around.lang;
        if self.turn == Turn::Less {
            let gone = listed(&self.value).map(|text| checkpoint_named(task, text, lang));
            let gone = gone.collect::<Result<Vec<String>, String>>()?;
            return Ok(task.checkpoints.iter().filter(|step| !gone.contains(&step.id)).cloned().collect());
        }
        let mut steps = if self.turn == Turn::Put { Vec::new() } else { task.checkpoints.clone() };
        for text in each_step(&self.value) {
            let new = checkpoint_of(text, around)?;
            match steps.iter().find(|step| step.id == new.id) {
                Some(held) if *held == new => {}
                Some(held) => {
                    let (name, due) = (&held.id, held.due);
                    return Err(say!(
                        lang,
                        "{} 已有节点“{name}”（{due}）；改期请写 节点-={name} 节点+={text}",
                        "{}: there is a checkpoint {name} ({due}) already; to move it, write checkpoints-={name} checkpoints+={text}",
                        task.id
                    ));
                }
                None => steps.push(new),
            }
        }
        Ok(steps)
    }

    fn metric(&self, task: &mut Task, around: Around<'_>) -> Result<(), String> {
        let Around { plan, lang, fresh, .. } = around;
        if self.turn == Turn::Less
            && let Some(name) = self.dropped_metric(task, fresh)
        {
            task.metrics.retain(|metric| metric.name != name);
            return Ok(());
        }
        if self.turn == Turn::Put && fresh {
            task.metrics.clear();
            if self.value.is_empty() {
                return Ok(());
            }
        } else if self.turn != Turn::More {
            return Err(say!(
                lang,
                "已有的指标是考核依据，不能在此改动：增加写 指标+=名称=数值单位，推定的可以去掉（指标-=名称），改目标值请用 workplan amend",
                "the metrics that are there are what the task is judged by: add one with metrics+=NAME=TARGET, take out an assumed one with metrics-=NAME, and change a target with workplan amend"
            ));
        }
        let new = metric_of(&self.value, task.source.as_deref(), lang)?;
        let new = if task.kind == Kind::Continuous { new.held() } else { new };
        match task.metric(&new.name) {
            Some(held) if *held == new => return Ok(()),
            Some(_) => return Err(wants_approval(&say!(lang, "{}目标值", "{}.target", new.name), lang)),
            None => {}
        }
        if new.says.is_none() && plan.has_document() {
            task.assumed.push(format!("metrics.{}", new.name));
        }
        task.metrics.push(new);
        Ok(())
    }

    /// The metric that is taken out: an assumed one, or any of a plan that is still being drawn up.
    fn dropped_metric(&self, task: &Task, fresh: bool) -> Option<String> {
        let metric = task.metrics.iter().find(|metric| words::folded(&metric.name) == words::folded(&self.value))?;
        (fresh || task.assumes("metrics") || task.assumes(&format!("metrics.{}", metric.name)))
            .then(|| metric.name.clone())
    }

    fn said(&self, field: &Field, lang: Language) -> String {
        let (name, value) = (field.name(lang), &self.value);
        match self.turn {
            Turn::Put if value.is_empty() => say!(lang, "删去{name}", "{name} removed"),
            Turn::Put => say!(lang, "{name}改为 {value}", "{name} set to {value}"),
            Turn::More => say!(lang, "{name}增加 {value}", "{value} added to {name}"),
            Turn::Less => say!(lang, "{name}去掉 {value}", "{value} taken from {name}"),
        }
    }
}

/// Several checkpoints parted by commas, each with its day.
fn each_step(text: &str) -> Vec<&str> {
    let parts: Vec<&str> =
        text.split(['、', ',', '，', ';', '；']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let all_have_days = parts.iter().all(|part| part.contains(['=', '＝']));
    if all_have_days { parts } else { vec![text] }
}

/// `封顶=2020-11-30`: a step and its last day.
///
/// # Errors
/// When the text is no such thing.
pub(crate) fn checkpoint_of(text: &str, Around { plan, today, lang, .. }: Around<'_>) -> Result<Checkpoint, String> {
    let named = text.rsplit_once(['=', '＝']).map(|(name, due)| (name.trim(), due.trim()));
    let Some((name, due)) = named.filter(|(name, due)| !name.is_empty() && !due.is_empty()) else {
        return Err(say!(
            lang,
            "节点“{text}”请写成“名称=日期”，如 封顶=2020-11-30",
            "write the checkpoint `{text}` as NAME=DATE, like 封顶=2020-11-30"
        ));
    };
    let due = day(&plan.head, due, today, lang)?;
    Ok(Checkpoint { id: name.to_owned(), title: name.to_owned(), due })
}

fn no_list(name: &str, typed: &str, lang: Language) -> String {
    say!(lang, "{name}只有一项内容，请写 {typed}=…", "the {name} holds one thing: write {typed}=…")
}

fn wants_approval(name: &str, lang: Language) -> String {
    say!(
        lang,
        "{name}的调整须经批准并留下依据，请用：workplan amend 编号 {name} 新值 --reason 原因 --approved-by 批准人",
        "{name} changes with an approval on record: workplan amend ID {name} VALUE --reason WHY --approved-by WHO"
    )
}

/// `自定义字段=…` names none of them.
fn own_by_name(plan: &Plan, lang: Language) -> String {
    let known = words::list(lang, plan.head.fields.iter().map(OwnField::name));
    match known.as_str() {
        "" => lang
            .pick(
                "本计划没有自定义字段；登记：workplan field add 名称",
                "the plan has no fields of its own; declare one: workplan field add NAME",
            )
            .to_owned(),
        known => say!(
            lang,
            "自定义字段请按各自的名称写，如 名称=内容；有：{known}",
            "write the plan's own fields by their names, as NAME=VALUE; there are: {known}"
        ),
    }
}

fn unknown(given: &str, plan: &Plan, lang: Language) -> String {
    let own = plan.head.fields.iter().map(|field| field.name().to_owned());
    let known = words::list(lang, settable().map(|field| field.typed(lang)).chain(own));
    say!(lang, "没有字段“{given}”；可写：{known}", "there is no field `{given}`; there are: {known}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_something_of_a_field_or_is_a_task() {
        let read = |word: &str| Assignment::read(word).map(|said| (said.name, said.turn, said.value));
        let said = |name: &str, turn, value: &str| Some((name.to_owned(), turn, value.to_owned()));
        assert_eq!(read("22-07"), None);
        assert_eq!(read("责任人=张三"), said("责任人", Turn::Put, "张三"));
        assert_eq!(read("note="), said("note", Turn::Put, ""));
        assert_eq!(read("标签 += 重点"), said("标签", Turn::More, "重点"));
        assert_eq!(read("标签－＝重点"), said("标签", Turn::Less, "重点"));
        assert_eq!(read("步行时间<=15分钟"), said("步行时间", Turn::Put, "<15分钟"));
        assert_eq!(read("metrics+=步行时间<=15分钟"), said("metrics", Turn::More, "步行时间<=15分钟"));
        assert_eq!(each_step("封顶=11月底、竣工=12月底"), ["封顶=11月底", "竣工=12月底"]);
        assert_eq!(each_step("封顶、竣工=12月底"), ["封顶、竣工=12月底"]);
    }
}
