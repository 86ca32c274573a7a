//! The head of a document, and the letter that passes it on: 各镇人民政府：…现印发给你们，请认真贯彻执行。

use super::headings::{Form, Heading, number};
use super::listed::{Words, begins, ends, holds, words};
use super::parts::is_row;
use super::sentences::{Paragraph, title_of};

/// A letter has at most so many paragraphs.
const LONGEST_LETTER: usize = 14;
/// What a letter says that passes a document on.
static PASSES_ON: Words = Words::of("印发给你们 现印发 转发给你们 现转发 现予印发 予以印发 下发给你们");
/// Whether words pass a document on.
pub(super) fn passes_on(words: &str) -> bool {
    holds(words, &PASSES_ON)
}

/// The ends of the names of whom a letter speaks to.
static HEARERS: Words = Words::of(
    "政府 部门 单位 委员会 管委会 办事处 机构 公司 街道 局 办 委 镇 乡 村居 村（居）委会 学校 院校 学院 处室 科室 团体 企业 各位代表 同志们 \
    同志 各位委员 中心 管理区 开发区",
);

/// How many paragraphs are the head of the document: the lines up to its title, with the letter that passes it on, and those
/// without a full stop or a number that follow.
pub(super) fn front(paragraphs: &[Paragraph<'_>], headings: &[Option<Heading>], title: &str) -> usize {
    let stopped = |paragraph: &Paragraph<'_>| {
        let first = paragraph.first().map_or("", |first| first.text);
        let table = paragraph.first().is_some_and(|first| !first.is_text());
        let row = is_row(first) || first.contains(['。', '；', '，', ',']);
        table || paragraph.len() > 1 || row || number(first).is_some()
    };
    let is_title = |paragraph: &Paragraph<'_>| {
        paragraph
            .first()
            .is_some_and(|first| !title_of(first.text).is_empty() && title_of(title).ends_with(&title_of(first.text)))
    };
    let letter = letter(paragraphs, headings);
    let behind = paragraphs.iter().skip(letter).take(LONGEST_LETTER).position(is_title).map(|at| at + letter);
    // 现将清单印发给你们，有关事项通知如下：一、…: what the letter orders is the document, too.
    let divides = |paragraph: &Paragraph<'_>| {
        let first = paragraph.first().and_then(|first| number(first.text));
        first.is_some_and(|(form, words)| form == Form::Han && words.contains(['。', '；', '，']))
    };
    let divided = |at: usize| paragraphs.get(letter..at).is_some_and(|within| within.iter().any(divides));
    if letter > 0 && behind.is_some_and(divided) {
        return letter;
    }
    let titled = behind.filter(|_| letter > 0).or_else(|| paragraphs.iter().position(is_title));
    let from = titled.map_or(0, |at| at + 1).max(letter);
    let body = paragraphs
        .iter()
        .zip(headings)
        .skip(from)
        .position(|(paragraph, heading)| heading.is_some() || stopped(paragraph));
    // A document without a full stop anywhere is a list: its head is its title and what can be no work.
    body.map_or_else(
        || {
            from + paragraphs
                .iter()
                .skip(from)
                .take_while(|paragraph| {
                    paragraph.first().is_some_and(|first| {
                        first.text.chars().count() < 6 || first.text.starts_with(|c: char| c.is_ascii_digit())
                    })
                })
                .count()
        },
        |body| from + body,
    )
}

/// How many paragraphs the letter has that passes the document on: those up to the first heading; none where there is no such letter.
fn letter(paragraphs: &[Paragraph<'_>], headings: &[Option<Heading>]) -> usize {
    let first = headings.iter().position(Option::is_some).unwrap_or(paragraphs.len());
    let passes = |paragraph: &Paragraph<'_>| paragraph.iter().any(|one| one.is_text() && holds(one.text, &PASSES_ON));
    let Some(at) = paragraphs.iter().take(first).position(passes) else { return 0 };
    let signed = |paragraph: &&Paragraph<'_>| {
        paragraph.first().is_some_and(|one| !number(one.text).is_some_and(|(form, _)| form.divides()))
    };
    // The letter ends with its signature: what then stands before the first heading belongs to the document.
    let rest = paragraphs.get(at + 1..first).unwrap_or_default();
    let signs = |paragraph: &Paragraph<'_>| {
        let one = paragraph.first().filter(|_| paragraph.len() == 1);
        one.is_some_and(|one| is_date(one.text) || ends(one.text.trim(), &HEARERS) || is_disclosed(one.text))
    };
    let letter = rest.iter().take(LONGEST_LETTER).take_while(signed).enumerate();
    let end = letter.filter(|(_, paragraph)| signs(paragraph)).map(|(at, _)| at + 1).last();
    at + 1 + end.unwrap_or(0)
}

fn is_date(text: &str) -> bool {
    let words = text.trim().trim_end_matches(|c: char| !c.is_alphanumeric());
    words.chars().count() <= 16 && words.ends_with('日') && words.contains('月')
}

fn is_disclosed(text: &str) -> bool {
    holds(text, words!("公开发布 主动公开 不予公开 依申请公开"))
}

/// Whether a paragraph only names those to whom the document speaks, or says where it was published.
pub(super) fn addresses(paragraph: &Paragraph<'_>) -> bool {
    let [one] = paragraph.as_slice() else { return false };
    let text = one.text.trim();
    let names = text.strip_suffix(['：', ':']).unwrap_or("");
    let listed = names.split(['、', '，', ',', '；', ';']).filter(|name| !name.trim().is_empty());
    let hears = |name: &str| ends(name.trim(), &HEARERS) || name.trim().starts_with('各');
    let (all, heard) = listed.fold((0, 0), |(all, heard), name| (all + 1, heard + usize::from(hears(name))));
    (all > 0 && heard * 2 > all) || is_published(text)
}

/// Whether a line says where, when and for whom the document was published, wherever it stands.
pub(super) fn is_published(text: &str) -> bool {
    let words = text.trim().trim_start_matches(['（', '(', '【']);
    let said = words!(
        "此件 发布时间 发布日期 发文日期 成文日期 来源： 来源: 信息来源 字体： 字体: 字号 【字号 浏览次数 责任编辑 编辑： 编辑: 打印 索引号 主题分类 \
        发文机关 发文字号 相关报道"
    );
    let short: String = words.split_whitespace().collect();
    let begins_so = words.chars().count() <= 40 && begins(words, said);
    // 甲方（盖章）：某局, 负责人签字：, 签订日期：2026年1月2日
    let signed = words.chars().count() <= 40
        && holds(
            words,
            words!(
                "（盖章） (盖章) （签章） （签字） 签字： 签名： 签订日期 签订时间 签署日期 填报日期 联系电话： 联系人："
            ),
        )
        && !words.contains('。');
    begins_so || signed || short.chars().count() <= 40 && is_printed(&short) || is_of_force(words)
}

/// 某局办公室 2026年2月11日印发: the line that says who printed the document, and when.
fn is_printed(words: &str) -> bool {
    words.strip_suffix("印发").is_some_and(|day| day.ends_with('日') && day.contains('年') && !day.contains('，'))
}

/// 本措施自2026年2月1日起施行，有效期至2027年12月31日; 由某局负责解释: from when on the document holds, and who explains it.
fn is_of_force(words: &str) -> bool {
    let words = number(words).map_or(words, |(_, rest)| rest).trim_end_matches('。');
    let own = words.starts_with('本') && words.chars().count() <= 60;
    let holds_from = holds(words, words!("起施行 起实施 起执行 起生效 起试行 有效期至 有效期为 有效期自"));
    own && holds_from || words.ends_with("负责解释") && words.chars().count() <= 40
}
