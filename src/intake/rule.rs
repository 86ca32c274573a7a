//! A rule of the plan and its value, as a person types them.

use crate::plan::meant::day::day;
use crate::plan::meant::notice::notice_number;
use crate::plan::meant::number::number;
use crate::plan::{Date, Language, NoticeSeries, Plan, Quantity, Rule, ScoringRules, UtcOffset};
use crate::report::filter::unit_named;
use crate::say;
use crate::store::{flow_scalar, quoted};
use crate::words;
use crate::words::fields::{self, Changes, Holds, Place};
use crate::words::terms;

/// A value to be set: as YAML of one line, and as the rule holds it.
pub(crate) struct Value {
    pub(crate) yaml: String,
    pub(crate) text: String,
}

/// The rule that a word means: `alerts.due_soon`, `临期`, `due soon`, `红灯用语`.
///
/// # Errors
/// When it means none that can be set, with what can.
pub(crate) fn rule_named(given: &str, lang: Language) -> Result<Rule, String> {
    let given = given.trim();
    let meant = Rule::all().find(|rule| rule.key() == given).or_else(|| {
        let (part, word) = given.split_once('.').map_or((None, given), |(part, word)| (Some(part), word));
        light_rule(given).or_else(|| in_part(part, word))
    });
    match meant {
        Some(rule) if rule.field.changes == Changes::Never => {
            let name = rule.name(lang);
            Err(say!(lang, "{name}不能改", "{name} never changes"))
        }
        Some(rule) => Ok(rule),
        None => Err(unknown(given, lang)),
    }
}

fn in_part(part: Option<&str>, word: &str) -> Option<Rule> {
    let of_part = |rule: &Rule| {
        part.is_none_or(|part| {
            let own = rule.part.and_then(|own| fields::field(Place::Plan, own));
            own.is_some_and(|own| own.is_called(part))
        })
    };
    let rules: Vec<Rule> = Rule::all().filter(|rule| rule.field.place != Place::Light).filter(of_part).collect();
    let field = fields::meant(rules.iter().map(|rule| rule.field), word)?;
    rules.into_iter().find(|rule| rule.field == field)
}

/// `红灯用语`, `red light's word`, `red.colour`.
fn light_rule(given: &str) -> Option<Rule> {
    let word = words::squeezed(given);
    let is_called = |rule: &Rule| {
        let light = rule.part.and_then(|part| terms::LIGHTS.iter().find(|light| light.key == part));
        let names = light.into_iter().flat_map(|light| {
            let own = |name: &'static str| {
                ["", "的", ".", "light's", "light"]
                    .map(|joint| words::squeezed(&format!("{}{joint}{name}", light.key)))
                    .into_iter()
                    .chain(["", "的"].map(|joint| words::squeezed(&format!("{}{joint}{name}", light.zh))))
            };
            rule.field.spellings().flat_map(own).collect::<Vec<_>>()
        });
        names.into_iter().any(|name| name == word)
    };
    Rule::all().filter(|rule| rule.field.place == Place::Light).find(is_called)
}

fn unknown(given: &str, lang: Language) -> String {
    let other = fields::called(Place::Plan, given).map(|field| field.key);
    match other {
        Some("units") => say!(lang, "单位用 workplan unit 登记、改名", "units are kept by `workplan unit`"),
        Some("sections") => say!(lang, "板块用 workplan section 新增、改名", "sections are kept by `workplan section`"),
        Some("places") => say!(lang, "地点用 workplan place 登记、改名", "places are kept by `workplan place`"),
        Some(_) | None => say!(
            lang,
            "没有“{given}”这一项；可设置的见 workplan plan show",
            "there is no rule `{given}`; see `workplan plan show`"
        ),
    }
}

/// The value that a text means for a rule.
///
/// # Errors
/// When the rule cannot hold it, with what it can.
pub(crate) fn value_of(plan: &Plan, rule: Rule, given: &str, today: Date, lang: Language) -> Result<Value, String> {
    let text = given.trim();
    let name = rule.name(lang);
    let field = rule.field;
    let plain = |text: String| Value { yaml: text.clone(), text };
    match (field.place, field.key, field.holds) {
        (_, _, Holds::OneOf(known)) => one_of(known, text, &name, lang).map(plain),
        (_, _, Holds::Day) => day(&plan.head, text, today, lang).map(|day| plain(day.to_string())),
        (Place::Alerts, "behind" | "far_behind", _) => share(text, &name, lang).map(plain),
        (Place::Alerts, _, _) | (Place::Notices, "reply_within", _) => days(text, &name, lang).map(plain),
        (Place::Scoring, _, _) => points(text, &name, lang).map(plain),
        (_, "utc_offset", _) => UtcOffset::new(text)
            .map(|offset| Value { yaml: format!("\"{text}\""), text: offset.0.to_string() })
            .ok_or_else(|| say!(lang, "{name}写作 +08:00", "write {name} as +08:00")),
        (Place::Notices, "series", _) if NoticeSeries::new(text).is_none() => {
            Err(say!(lang, "{name}不能有空格和〔〕，如 示府督", "{name} has no spaces and no 〔〕, as 示府督"))
        }
        (Place::Notices, "after", _) => {
            let number = notice_number(text);
            let wrong = || say!(lang, "{name}写全，如 示府督〔2020〕3号", "write {name} out, as 示府督〔2020〕3号");
            number.map(|number| plain(number.to_string())).ok_or_else(wrong)
        }
        (Place::Notices, "office", _) => {
            let unit = unit_named(plan, text).map_err(|error| error.said(lang, &name, text))?;
            Ok(Value { yaml: flow_scalar(&unit), text: unit })
        }
        _ => Ok(Value { yaml: one_line(text), text: text.to_owned() }),
    }
}

fn one_line(text: &str) -> String {
    // What looks like something else than a text is quoted wherever it stands.
    let written = flow_scalar(text);
    if written.contains('#') && !written.starts_with(['\'', '"']) { quoted(text) } else { written }
}

fn one_of(known: &[terms::Term], text: &str, name: &str, lang: Language) -> Result<String, String> {
    terms::read(known, text).map(|term| term.key.to_owned()).ok_or_else(|| {
        let known = words::list(lang, known.iter().map(|term| term.typed(lang)));
        say!(lang, "{name}没有“{text}”；可写：{known}", "{name} cannot be `{text}`; there are: {known}")
    })
}

/// A whole number of working days: `5`, `5个工作日`.
fn days(text: &str, name: &str, lang: Language) -> Result<String, String> {
    let wrong = || say!(lang, "{name}应为整数，如 5", "{name} is a whole number of days, as 5");
    let read = number(text).map_err(|_| wrong())?;
    let fits = matches!(read.unit.as_str(), "" | "天" | "日" | "个工作日" | "工作日" | "days" | "working days");
    let whole: u16 = read.value.to_string().parse().map_err(|_| wrong())?;
    if fits { Ok(whole.to_string()) } else { Err(wrong()) }
}

/// Points: `2`, `0.5`, `2分`. What is taken off is written without a sign.
fn points(text: &str, name: &str, lang: Language) -> Result<String, String> {
    let most = ScoringRules::MOST;
    let wrong = || {
        say!(
            lang,
            "{name}应为 0 至 {most} 的分数，如 2、0.5；扣分不写负号，不计分写 0",
            "{name}: from 0 to {most} points, as 2 or 0.5; what is taken off has no sign, and 0 means that it does not count"
        )
    };
    let read = number(text).map_err(|_| wrong())?;
    let fits = matches!(read.unit.as_str(), "" | "分" | "points") && ScoringRules::is_sound(read.value);
    if fits { Ok(read.value.to_string()) } else { Err(wrong()) }
}

/// A share: `0.10`, `10%`, `10个百分点`.
fn share(text: &str, name: &str, lang: Language) -> Result<String, String> {
    let wrong =
        || say!(lang, "{name}应大于 0、不超过 1，如 0.10 或 10%", "{name} lies above 0 and is at most 1: 0.10, or 10%");
    let read = number(text).map_err(|_| wrong())?;
    let value = match read.unit.as_str() {
        "" => read.value,
        "%" | "％" | "个百分点" => read.value.hundredth(),
        _ => return Err(wrong()),
    };
    if value <= Quantity::ZERO || value > Quantity::count(1) {
        return Err(wrong());
    }
    Ok(value.to_string())
}
