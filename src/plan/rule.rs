//! The rules of a plan: every single value of `plan.yaml`, by the way to it.

use super::head::{Head, LightStyle};
use super::id::UnitName;
use super::scoring::Merit;
use crate::say;
use crate::words::fields::{self, Field, Place};
use crate::words::{self, Language, Worded, terms};

/// A single value of `plan.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The part in which it stands: `alerts`, `notices`, `period`; of a light, its key.
    pub part: Option<&'static str>,
    /// What is known of it.
    pub field: &'static Field,
}

/// The lights by their keys.
const LIGHTS: [&str; 5] = ["blue", "green", "yellow", "red", "grey"];

impl Rule {
    /// Every rule, in a reader's order.
    pub fn all() -> impl Iterator<Item = Rule> {
        fields::of(Place::Plan).iter().flat_map(|field| -> Vec<Rule> {
            let of = |part: Option<&'static str>, place: Place| {
                let single = fields::of(place).iter().filter(|field| field.key != "assumed");
                single.map(move |field| Rule { part, field })
            };
            match field.holds {
                fields::Holds::Parts(Place::Light) => {
                    LIGHTS.iter().flat_map(|light| of(Some(light), Place::Light)).collect()
                }
                fields::Holds::Parts(place @ (Place::Period | Place::Alerts | Place::Notices | Place::Scoring)) => {
                    of(Some(field.key), place).collect()
                }
                fields::Holds::Parts(_) => Vec::new(),
                _ if matches!(field.key, "context" | "columns") => Vec::new(),
                _ => vec![Rule { part: None, field }],
            }
        })
    }

    /// The keys that lead to it.
    pub fn way(self) -> Vec<&'static str> {
        let light = (self.field.place == Place::Light).then_some("lights");
        light.into_iter().chain(self.part).chain([self.field.key]).collect()
    }

    /// The way in one word: `alerts.due_soon`, `lights.red.word`.
    pub fn key(self) -> String {
        self.way().join(".")
    }

    /// What it is called: of a light, with the light's name.
    pub fn name(self, lang: Language) -> String {
        let name = self.field.name(lang);
        match (self.field.place, self.part) {
            (Place::Light, Some(light)) => {
                let light = terms::word_of(terms::LIGHTS, light, lang).unwrap_or(light);
                say!(lang, "{light}{name}", "{light} light's {name}")
            }
            _ => name.to_owned(),
        }
    }

    /// A value as a reader is shown it.
    pub fn said(self, lang: Language, value: &str) -> String {
        words::held(lang, self.field.place, self.field.key, value)
    }

    /// What holds, whether the file says it or not; nothing where nothing does.
    pub fn of(self, head: &Head) -> Option<String> {
        let some = |text: &str| Some(text.to_owned());
        let style = |light: &str| -> Option<&LightStyle> {
            let styles = &head.lights;
            match light {
                "blue" => styles.blue.as_ref(),
                "green" => styles.green.as_ref(),
                "yellow" => styles.yellow.as_ref(),
                "red" => styles.red.as_ref(),
                _ => styles.grey.as_ref(),
            }
        };
        let notices = head.notices.as_ref();
        let scoring = head.scoring.unwrap_or_default();
        match (self.part, self.field.key) {
            (None, "format") => some("workplan/1"),
            (None, "id") => some(&head.id),
            (None, "title") => some(&head.title),
            (None, "issuer") => some(&head.issuer),
            (None, "number") => head.number.clone(),
            (None, "disclosure") => head.disclosure.clone(),
            (None, "issued") => Some(head.issued.to_string()),
            (Some("period"), "start") => Some(head.period.start.to_string()),
            (Some("period"), "end") => Some(head.period.end.to_string()),
            (None, "utc_offset") => Some(head.utc_offset.0.to_string()),
            (None, "language") => some(head.language.key()),
            (None, "calendar") => some(&head.calendar),
            (None, "on_day_off") => some(head.on_day_off.key()),
            (None, "source") => head.source.clone(),
            (None, "pace") => some(head.pace.key()),
            (None, "closing") => some(head.closing.key()),
            (None, "coverage") => some(head.coverage.key()),
            (None, "reporting") => some(head.reporting.key()),
            (None, "assumptions") => head.assumptions.clone(),
            (None, "sample") => Some(head.sample.to_string()),
            (None, "publish_lights") => Some(head.publish_lights.to_string()),
            (Some("alerts"), "due_soon") => Some(head.alerts.due_soon.to_string()),
            (Some("alerts"), "urge_after") => Some(head.alerts.urge_after.to_string()),
            (Some("alerts"), "supervise_after") => Some(head.alerts.supervise_after.to_string()),
            (Some("alerts"), "circulate_after") => Some(head.alerts.circulate_after.to_string()),
            (Some("alerts"), "behind") => Some(head.alerts.behind.to_string()),
            (Some("alerts"), "far_behind") => Some(head.alerts.far_behind.to_string()),
            (Some("notices"), "series") => notices.map(|rules| rules.series.as_str().to_owned()),
            (Some("notices"), "reply_within") => notices.map(|rules| rules.reply_within.to_string()),
            (Some("notices"), "office") => notices?.office.as_ref().map(UnitName::to_string),
            (Some("notices"), "after") => notices?.after.as_ref().map(ToString::to_string),
            (Some("scoring"), "rank_by") => some(scoring.rank_by.key()),
            (Some("scoring"), key) => {
                let merit = Merit::all().iter().find(|merit| merit.key() == key)?;
                Some(scoring.points(*merit).to_string())
            }
            (Some(light), "word") => style(light)?.word.clone(),
            (Some(light), "colour") => Some(style(light)?.colour?.key().to_owned()),
            (Some(_) | None, _) => None,
        }
    }

    /// Whether two heads differ in nothing but this rule.
    pub fn alone_differs(self, one: &Head, other: &Head) -> bool {
        let lists = |head: &Head| {
            let Head { units, places, sections, context, columns, notices, .. } = head.clone();
            (units, places, sections, (context, columns), notices.map(|rules| rules.assumed).unwrap_or_default())
        };
        // A part that comes into being brings what holds where nothing is said.
        let brought = |rule: Rule| {
            rule.part == self.part && self.part == Some("notices") && one.notices.is_none() != other.notices.is_none()
        };
        let same = |rule: Rule| rule == self || brought(rule) || rule.of(one) == rule.of(other);
        lists(one) == lists(other) && Rule::all().all(same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_value() {
        let head: Head = serde_yaml::from_str(
            "{ format: workplan/1, id: x, title: t, issuer: i, number: 示府发〔2020〕1号, disclosure: 主动公开, issued: 2020-07-01, period: { start: 2020-07-01, end: 2020-12-31 }, source: a.txt, assumptions: 无, sections: [], units: [{ name: 甲 }], notices: { series: 示府督, office: 甲, after: 示府督〔2020〕3号 }, lights: { blue: &s { word: 用语, colour: red }, green: *s, yellow: *s, red: *s, grey: *s } }",
        )
        .unwrap();
        for rule in Rule::all() {
            assert!(rule.of(&head).is_some(), "{}", rule.key());
        }
    }
}
