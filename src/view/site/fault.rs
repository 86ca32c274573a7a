//! What a server shows while the plan cannot be used.

use maud::{DOCTYPE, html};

use super::drawing::{Kept, tag};
use super::frame::head;
use crate::paper::visible;
use crate::plan::Language;

/// A page that says what is wrong with the plan. It goes away by itself once that is mended.
pub fn fault(why: &str, lang: Language) -> Vec<u8> {
    let title = lang.pick("计划文件有误", "The plan has errors");
    let page = html! {
        (DOCTYPE)
        html lang=(tag(lang)) {
            (head(Kept::Served, "/", title, false))
            body {
                main #main {
                    h1 { (title) }
                    p { (lang.pick("改好并保存后，本页自动恢复。", "Mend and save the files: this page comes back by itself.")) }
                    pre.fault tabindex="0" { @for line in why.lines() { (visible(line)) "\n" } }
                }
            }
        }
    };
    page.into_string().into_bytes()
}
