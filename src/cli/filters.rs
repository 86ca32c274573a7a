//! The filters, the same on every command that lists tasks.

use std::collections::HashMap;

use clap::Args;

use super::typed::{Offering, each_of, one_of};
use crate::assess::{Light, State};
use crate::both;
use crate::desk::days::day;
use crate::desk::session::Session;
use crate::intake::own::{no_own_field, own_value};
use crate::plan::{Date, Head, Kind, Language, Plan};
use crate::report::filter::{
    Filter, leader_named, origin_named, person_named, place_named, section_named, theme_named, unit_named,
};
use crate::report::names::NameError;
use crate::say;
use crate::view::light_name;
use crate::words::{listed, squeezed};

/// Which tasks are meant. Every option may be given several times, and means any of its values.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = both!("筛选（均可重复）", "Filters (each may be repeated)"))]
pub(super) struct FilterArgs {
    #[arg(long, value_name = both!("单位", "UNIT"), help = both!("牵头单位，可用简称", "The unit that answers, or a short form"))]
    lead: Vec<String>,
    #[arg(long, value_name = both!("人员", "PERSON"), help = both!("责任人", "The person in charge"))]
    person: Vec<String>,
    #[arg(long, value_name = both!("人员", "PERSON"), help = both!("分管领导", "The leader over it"))]
    leader: Vec<String>,
    #[arg(long, value_name = both!("来源", "ORIGIN"), help = both!("交办来源：会议、批示、来文等，写其中的字即可", "What else tasks come from (a meeting, an instruction, a letter), or a part of it"))]
    origin: Vec<String>,
    #[arg(long, value_name = both!("板块", "SECTION"), help = both!("板块的编号或标题中的字", "A section's id or a part of its title"))]
    section: Vec<String>,
    #[arg(long, value_name = both!("专题", "THEME"), help = both!("专题的编号或标题中的字", "A theme's id or a part of its title"))]
    theme: Vec<String>,
    #[arg(long, value_name = both!("地点", "PLACE"), help = both!("村居或点位，如 陈东村", "A village or site"))]
    place: Vec<String>,
    #[arg(long, value_name = both!("类型", "KIND"), hide_possible_values = true, value_parser = Offering::terms::<Kind>(),
          help = both!("类型：milestone、measured、continuous，或 节点类 等", "How tasks are judged: milestone, measured, continuous"))]
    kind: Vec<String>,
    #[arg(long, value_name = both!("亮灯", "LIGHT"), hide_possible_values = true, value_parser = Offering::terms::<Light>(),
          help = both!("亮灯：blue、green、yellow、red、grey，或 蓝灯 等", "The light: blue, green, yellow, red, grey"))]
    light: Vec<String>,
    #[arg(long, value_name = both!("状态", "STATE"), hide_possible_values = true, value_parser = Offering::terms::<State>(),
          help = both!("状态：not_started、in_progress、blocked、done、closed、\nreturned、cancelled，或 推进中 等", "The state: not_started, in_progress, blocked, done, closed, returned, cancelled"))]
    state: Vec<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("完成时限不晚于该日", "Due on that day or before"))]
    due_by: Option<String>,
    #[arg(long, value_name = both!("标签", "TAG"), help = both!("标签", "A tag"))]
    tag: Vec<String>,
    #[arg(long = "field", value_name = both!("项=值", "NAME=TEXT"), help = both!("自定义字段的内容，如 资金=120；等号后不写为尚未填写的", "What a field of the plan's own holds, as 资金=120; nothing behind the sign: tasks that say nothing there"))]
    own: Vec<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("编号、任务、原文或备注中含有的文字", "Words in the id, title, source or remark"))]
    grep: Vec<String>,
}

impl FilterArgs {
    /// Whether nothing is said of which tasks are meant.
    pub(super) fn is_empty(&self) -> bool {
        let lists = [
            &self.lead,
            &self.origin,
            &self.person,
            &self.leader,
            &self.section,
            &self.theme,
            &self.place,
            &self.kind,
            &self.light,
            &self.state,
            &self.tag,
            &self.own,
            &self.grep,
        ];
        lists.iter().all(|list| list.is_empty()) && self.due_by.is_none()
    }

    /// Whether states are asked for by name.
    pub(super) fn names_states(&self) -> bool {
        !self.state.is_empty()
    }

    /// The filter that is meant; names are looked up in the plan.
    pub(super) fn filter(&self, session: &Session, as_of: Date) -> anyhow::Result<Filter> {
        self.filter_in(&session.plan, as_of, session.lang)
    }

    /// The filter that is meant in a plan.
    pub(super) fn filter_in(&self, plan: &Plan, as_of: Date, lang: Language) -> anyhow::Result<Filter> {
        let looked_up = |option: &str, given: &[String], find: &dyn Fn(&str) -> Result<String, NameError>| {
            let each = given.iter().flat_map(|text| one_or_several(text, |name| find(name).is_ok()));
            let named = each.map(|name| find(name).map_err(|error| no_such(lang, option, name, &error)));
            named.collect::<anyhow::Result<Vec<_>>>()
        };
        let is_tag = |name: &str| plan.tasks.iter().any(|task| task.tags.iter().any(|tag| tag == name));
        let tags = self.tag.iter().flat_map(|text| one_or_several(text, is_tag));
        Ok(Filter {
            leads: looked_up("--lead", &self.lead, &|name| unit_named(plan, name))?,
            persons: looked_up("--person", &self.person, &|name| person_named(plan, name))?,
            leaders: looked_up("--leader", &self.leader, &|name| leader_named(plan, name))?,
            origins: looked_up("--origin", &self.origin, &|name| origin_named(plan, name))?,
            sections: looked_up("--section", &self.section, &|name| section_named(plan, name))?,
            themes: looked_up("--theme", &self.theme, &|name| theme_named(plan, name))?,
            places: looked_up("--place", &self.place, &|name| place_named(plan, name))?,
            kinds: each_of("--kind", &self.kind, lang)?,
            lights: lights(&plan.head, &self.light, lang)?,
            states: each_of("--state", &self.state, lang)?,
            due_by: self.due_by.as_deref().map(|text| day(&plan.head, text, as_of, lang)).transpose()?,
            tags: tags.map(str::to_owned).collect(),
            fields: own_values(&self.own, &plan.head, as_of, lang)?,
            words: self.grep.clone(),
        })
    }
}

/// What filters come to in one of many plans.
pub(super) struct InPlan {
    /// Which tasks pass; `None` where the plan knows nothing of what an option asks for.
    pub(super) filter: Option<Filter>,
    /// The names that the plan does not know, each with what there is to say of it.
    unknown: Vec<(String, String)>,
}

impl FilterArgs {
    /// The filter that is meant in one of many plans. A name that the plan does not know passes nothing; one that could mean
    /// several things there means all of them.
    pub(super) fn where_known(&self, plan: &Plan, as_of: Date, lang: Language) -> anyhow::Result<InPlan> {
        let mut args = self.clone();
        let mut unknown = Vec::new();
        let mut nothing = false;
        type Find<'f> = &'f dyn Fn(&str) -> Result<String, NameError>;
        let names: [(&str, &mut Vec<String>, Find<'_>); 7] = [
            ("--lead", &mut args.lead, &|name| unit_named(plan, name)),
            ("--person", &mut args.person, &|name| person_named(plan, name)),
            ("--leader", &mut args.leader, &|name| leader_named(plan, name)),
            ("--origin", &mut args.origin, &|name| origin_named(plan, name)),
            ("--section", &mut args.section, &|name| section_named(plan, name)),
            ("--theme", &mut args.theme, &|name| theme_named(plan, name)),
            ("--place", &mut args.place, &|name| place_named(plan, name)),
        ];
        for (option, given, find) in names {
            let mut known = Vec::new();
            for name in given.iter().flat_map(|text| one_or_several(text, |name| find(name).is_ok())) {
                match find(name) {
                    Ok(name) => known.push(name),
                    Err(NameError::Ambiguous(several)) => known.extend(several),
                    Err(error) => unknown.push((format!("{option} {name}"), error.said(lang, option, name))),
                }
            }
            nothing |= known.is_empty() && !given.is_empty();
            *given = known;
        }
        type Try<'t> = &'t dyn Fn(&[String]) -> anyhow::Result<()>;
        let head = &plan.head;
        let texts: [(&str, &mut Vec<String>, Try<'_>); 2] = [
            ("--light", &mut args.light, &|text| lights(head, text, lang).map(drop)),
            ("--field", &mut args.own, &|text| own_values(text, head, as_of, lang).map(drop)),
        ];
        for (option, given, understood) in texts {
            let before = given.len();
            given.retain(|text| match understood(std::slice::from_ref(text)) {
                Ok(()) => true,
                Err(error) => {
                    unknown.push((format!("{option} {text}"), error.to_string()));
                    false
                }
            });
            nothing |= given.is_empty() && before > 0;
        }
        let is_tag = |name: &str| plan.tasks.iter().any(|task| task.tags.iter().any(|tag| tag == name));
        for tag in self.tag.iter().flat_map(|text| one_or_several(text, is_tag)).filter(|tag| !is_tag(tag)) {
            unknown
                .push((format!("--tag {tag}"), say!(lang, "--tag：没有标签“{tag}”", "--tag: there is no tag `{tag}`")));
        }
        let filter = args.filter_in(plan, as_of, lang)?;
        Ok(InPlan { filter: (!nothing).then_some(filter), unknown })
    }
}

/// Names that plans did not know: one that no plan knows is refused.
#[derive(Default)]
pub(super) struct Unknown {
    plans: usize,
    names: HashMap<String, (usize, String)>,
}

impl Unknown {
    /// Takes what one of the plans did not know.
    pub(super) fn add(&mut self, of: InPlan) {
        self.plans += 1;
        for (name, said) in of.unknown {
            self.names.entry(name).or_insert((0, said)).0 += 1;
        }
    }

    /// Refuses a name that no plan knows.
    pub(super) fn refuse(self, lang: Language) -> anyhow::Result<()> {
        self.nowhere(lang).map_or(Ok(()), |said| Err(anyhow::anyhow!(said)))
    }

    /// What there is to say of a name that no plan knows.
    pub(super) fn nowhere(self, lang: Language) -> Option<String> {
        let nowhere = self.names.into_iter().filter(|(_, (plans, _))| *plans == self.plans);
        let (_, (_, said)) = nowhere.min()?;
        Some(match self.plans {
            ..=1 => said,
            _ => say!(lang, "{said}（各计划都没有）", "{said} (nor in any other plan)"),
        })
    }
}

/// The whole text where it is a name; else the names that it lists.
fn one_or_several(text: &str, is_name: impl Fn(&str) -> bool) -> Vec<&str> {
    let parts: Vec<&str> = listed(text).collect();
    if parts.len() < 2 || is_name(text) { vec![text] } else { parts }
}

/// What is wanted of the plan's own fields, as `资金=120`.
fn own_values(given: &[String], head: &Head, as_of: Date, lang: Language) -> anyhow::Result<Vec<(String, String)>> {
    let each = given.iter().map(|text| {
        let (name, value) = text
            .split_once(['=', '＝'])
            .ok_or_else(|| say!(lang, "--field：“{text}”请写成“名称=内容”", "--field: write `{text}` as NAME=VALUE"))?;
        let field = head.own_field(name).ok_or_else(|| no_own_field(head, name.trim(), lang))?;
        let value = own_value(field, value, (head, Some(as_of)), lang)?;
        Ok((field.key.clone(), value.unwrap_or_default()))
    });
    each.collect::<Result<_, String>>().map_err(anyhow::Error::msg)
}

/// The lights that are named: in the plan's own words for them, or in everybody's.
fn lights(head: &Head, given: &[String], lang: Language) -> anyhow::Result<Vec<Light>> {
    let own =
        |text: &str| Light::ALL.into_iter().find(|light| squeezed(&light_name(head, lang, *light)) == squeezed(text));
    let named = |text: &str| own(text).map_or_else(|| one_of("--light", text, lang), Ok);
    given.iter().flat_map(|text| listed(text)).map(named).collect()
}

/// Says that a short form means nothing, or too much, and what could be meant.
pub(super) fn no_such(lang: Language, option: &str, given: &str, error: &NameError) -> anyhow::Error {
    anyhow::anyhow!(error.said(lang, option, given))
}
