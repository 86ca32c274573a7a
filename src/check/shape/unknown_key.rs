//! A key that nothing reads.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::Language;
use crate::say;
use crate::store::FaultKind;
use crate::words::VERSION;
use crate::words::fields::Place;

pub(super) const CHECK: Check = Check {
    code: "E102",
    name: "unknown-key",
    zh: "键不在规定之列",
    en: "a key that nothing reads",
    wrong: "- id: 22-07\n  titel: 龚都村",
    right: "- id: 22-07\n  title: 龚都村",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::UnknownKey { key, near, elsewhere } = fault else { return None };
    let lang = reader.lang;
    if key.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Words {
            message: say!(lang, "“{key}”被逗号断成了另一个键", "a comma makes `{key}` a key of its own"),
            hint: say!(lang, "数字不写千分位逗号，如 1447", "write numbers without commas, like 1447"),
        });
    }
    let hint = match (near, elsewhere) {
        (Some(near), _) => say!(lang, "是否应为“{near}”？", "did you mean `{near}`?"),
        (None, Some((place, key))) => belongs_elsewhere(*place, key, lang),
        (None, None) => say!(
            lang,
            "较新版本的程序可能认识它，如是则请升级（本程序为 {VERSION}）；否则删去，备注可写在 note 里",
            "a newer program may know it: then upgrade (this is {VERSION}); else delete it, a remark may go under `note`"
        ),
    };
    Some(Words { message: say!(lang, "没有“{key}”这个键", "unknown key `{key}`"), hint })
}

/// Where a field that is none of this place's stands.
fn belongs_elsewhere(place: Place, key: &str, lang: Language) -> String {
    if place == Place::Standing {
        return say!(lang, "这一项由程序算出，删去这个键", "the program works that out itself: delete the key");
    }
    let place = place.name(lang);
    say!(lang, "应写在{place}里，键为“{key}”", "it belongs to the {place}, under the key `{key}`")
}
