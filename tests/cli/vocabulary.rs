//! Every word that the program prints for a field or a term is understood when it is typed, in both languages.

use std::collections::BTreeSet;

use workplan::assess::{Light, State};
use workplan::plan::{Kind, Language};
use workplan::report::status::{GroupBy, SortBy};
use workplan::view::Field;
use workplan::words::fields::{self, Place};
use workplan::words::{Term, Worded};

use crate::program::{HEAD, folder, workplan};

const SAMPLE: &str = "status --plan plans/sample --as-of 2020-11-24";
const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// What is printed for a field, each word once.
fn printed(field: &fields::Field, lang: Language) -> BTreeSet<String> {
    BTreeSet::from([field.name(lang).to_owned(), field.heading(lang), field.typed(lang)])
}

/// What is typed in one language is understood by whoever reads the other.
fn understood(typed_in: Language, option: &str, words: &str) {
    let lang = if typed_in == Language::Chinese { "en" } else { "zh" };
    let ran = workplan(&format!("{SAMPLE} --lang {lang} {option}")).arg(words).run();
    assert_eq!(ran.status, 0, "{ran}");
}

#[test]
fn columns_orders_and_groups() {
    for lang in LANGUAGES {
        let columns: Vec<String> =
            Field::ALL.iter().flat_map(|column| printed(column.named().unwrap(), lang)).collect();
        understood(lang, "--columns", &columns.join("、"));
        understood(lang, "--columns", &columns.join("，"));
        for (_, place, key) in GroupBy::ALL {
            printed(fields::field(place, key).unwrap(), lang).iter().for_each(|word| understood(lang, "--by", word));
        }
        for (_, place, key) in SortBy::BY_FIELD {
            printed(fields::field(place, key).unwrap(), lang).iter().for_each(|word| understood(lang, "--sort", word));
        }
    }
}

#[test]
fn filters() {
    let spellings = |terms: &[Term]| terms.iter().flat_map(Term::spellings).collect::<Vec<_>>().join("、");
    for lang in LANGUAGES {
        understood(lang, "--light", &spellings(Light::TERMS));
        understood(lang, "--state", &spellings(State::TERMS));
        understood(lang, "--kind", &spellings(Kind::TERMS));
    }
    let ids = |option: &str| {
        workplan(&format!("{SAMPLE} --format csv --columns id {option}")).run().text().lines().skip(1).count()
    };
    assert_eq!(ids("--light 红，黄"), ids("--light red --light yellow"));
    assert_eq!(ids("--kind 常态"), ids("--kind continuous"));
    for (option, word) in
        [("--state", "未完成"), ("--state", "'not done'"), ("--kind", "非常态"), ("--light", "无红灯")]
    {
        assert_eq!(workplan(&format!("{SAMPLE} {option} {word}")).run().status, 2, "{option} {word}");
    }
}

#[test]
fn a_plans_own_word_for_a_light() {
    let head = format!("{HEAD}lights: {{ red: {{ word: 亮红牌 }} }}\n");
    let plan = folder(&[("plan.yaml", &head)]);
    for word in ["亮红牌", "红灯", "red"] {
        let ran = workplan(&format!("status --light {word}")).within(plan.path()).run();
        assert_eq!(ran.status, 0, "{ran}");
    }
}

#[test]
fn keys_of_a_task() {
    for lang in LANGUAGES {
        for field in fields::of(Place::Task) {
            for word in printed(field, lang).iter().filter(|word| *word != field.key) {
                let task = format!("- id: 1-01\n  \"{word}\": x\n");
                let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &task)]);
                let ran = workplan("check --format json --lang en").within(plan.path()).run();
                assert!(ran.text().contains(&format!("did you mean `{}`?", field.key)), "{word}: {ran}");
            }
        }
    }
}

#[test]
fn a_key_of_the_head_in_words_and_one_that_stands_elsewhere() {
    let head = HEAD.replace("issued:", "印发日期:");
    let plan = folder(&[
        ("plan.yaml", &head),
        ("tasks/1.yaml", "- id: 1-01\n  title: 甲\n  kind: milestone\n  目标值: 92\n  剩余天数: 3\n  预算: 1\n"),
    ]);
    let ran = workplan("check").within(plan.path()).run();
    for hint in
        ["是否应为“issued”？", "应写在量化指标里，键为“target”", "这一项由程序算出", "否则删去，备注可写在 note 里"]
    {
        assert!(ran.text().contains(hint) || ran.stderr.contains(hint), "{hint}: {ran}");
    }
}

#[test]
fn fields_that_are_amended() {
    for lang in LANGUAGES {
        for field in fields::amended() {
            for word in printed(field, lang) {
                let line = "amend 22-07 --plan plans/sample --reason x --approved-by x --lang zh --dry-run";
                let ran = workplan(line).arg(&word).run();
                assert!(ran.stderr.contains("改成什么"), "{word}: {ran}");
            }
        }
    }
}

#[test]
fn fields_that_are_set() {
    use workplan::words::fields::Changes;
    for lang in LANGUAGES {
        for field in fields::of(Place::Task) {
            for word in printed(field, lang) {
                let line = "set 22-07 --plan plans/sample --lang zh --dry-run";
                let ran = workplan(line).arg(&format!("{word}=")).run();
                let told = match field.changes {
                    Changes::Amended => {
                        ran.stderr.contains("workplan amend") || ran.stderr.contains("workplan confirm")
                    }
                    Changes::Never => ran.stderr.contains("不能改动"),
                    Changes::Freely => {
                        !ran.stderr.contains("没有字段") || field.key == "assumed" || field.key == "confirmed"
                    }
                };
                assert!(told, "{word}: {ran}");
            }
        }
    }
}

#[test]
fn headers_of_a_batch() {
    for lang in LANGUAGES {
        for field in fields::of(Place::Entry).iter().filter(|field| field.key != "amendment" && field.key != "task") {
            for word in printed(field, lang) {
                let form = format!("task,{word}\n22-07,\n");
                let ran = workplan("record --plan plans/sample --from - --dry-run --lang zh").typed(&form).run();
                assert!(!ran.stderr.contains("没有采用") && !ran.stderr.contains("表头"), "{word}: {ran}");
            }
        }
    }
}
