//! Markdown: its words, without the signs.

use unicode_width::UnicodeWidthStr;

use crate::plan::meant::column::Field;

use super::block::{Block, Cell, MAX_COLUMNS, Table};
use super::remark::Remark;

/// A line that goes on in the next is not narrower, in columns: lines of Chinese are seldom broken, but at a signature.
const NARROWEST: usize = 40;

/// The parts of a text in Markdown, and what of it is not taken.
pub(super) fn read(text: &str) -> (Vec<Block>, Vec<Remark>) {
    let mut reading = Reading::default();
    let text = without_comments(text);
    // What stands before the text between rules is about the file.
    let is_headed = text.lines().next().is_some_and(|line| line.trim_end() == "---");
    let end = text.lines().skip(1).position(|line| matches!(line.trim_end(), "---" | "..."));
    let head = end.filter(|_| is_headed).map_or(0, |end| end + 2);
    text.lines().skip(head).for_each(|line| reading.line(line));
    reading.end();
    let boxes = (reading.ticked > 0).then_some(Remark::Ticked(reading.ticked));
    (reading.blocks, boxes.into_iter().collect())
}

/// How a line stands among those of its paragraph.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stands {
    /// It may go on in the next.
    #[default]
    Within,
    /// Short and without a mark at its end: two of them are a signature, or a list.
    Alone,
    /// A colon at its end.
    Over,
}

impl Stands {
    fn of(line: &str) -> Stands {
        match line.chars().next_back() {
            Some('：' | ':') => Stands::Over,
            Some(c) if c.is_alphanumeric() && line.width_cjk() < NARROWEST => Stands::Alone,
            Some(_) | None => Stands::Within,
        }
    }
}

/// A text that is being read.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    /// The paragraph that is not at its end.
    paragraph: String,
    /// How its last line stands in it.
    stands: Stands,
    /// Its first line, which is the head of a table if a rule follows.
    rows: Vec<Vec<String>>,
    fence: Option<String>,
    /// How many boxes are ticked.
    ticked: usize,
}

impl Reading {
    fn line(&mut self, line: &str) {
        let bare = line.trim();
        let fence: String = bare.chars().take_while(|c| matches!(c, '`' | '~')).collect();
        match (&self.fence, fence.len() >= 3) {
            (Some(open), true) if bare.starts_with(open.as_str()) => self.fence = None,
            (Some(_), _) => self.blocks.push(Block::Paragraph(bare.to_owned())),
            (None, true) => {
                self.end();
                self.fence = Some(fence);
            }
            (None, false) => self.plain(bare.trim_start_matches(['>', ' '])),
        }
    }

    fn plain(&mut self, line: &str) {
        let is_rule = line.len() >= 3 && ['-', '*', '_', '='].iter().any(|sign| line.chars().all(|c| c == *sign));
        if line.is_empty() || is_rule {
            return self.end();
        }
        if let Some(cells) = cells(line) {
            self.end_paragraph();
            return self.rows.push(cells);
        }
        self.end_table();
        if let Some(heading) = heading(line) {
            self.end();
            return self.blocks.push(Block::Paragraph(inline(heading)));
        }
        if let Some(item) = item(line) {
            self.end();
            self.paragraph = self.without_box(item).to_owned();
            self.stands = Stands::Within;
            return self.broken();
        }
        let stands = Stands::of(line);
        if is_field(line) || self.stands == Stands::Over || (self.stands, stands) == (Stands::Alone, Stands::Alone) {
            self.end();
        }
        self.stands = stands;
        join(&mut self.paragraph, line);
        self.broken();
    }

    /// Two spaces were trimmed; a backslash at the end of a line breaks it.
    fn broken(&mut self) {
        if let Some(line) = self.paragraph.strip_suffix('\\') {
            self.paragraph = line.to_owned();
            self.end();
        }
    }

    fn without_box<'l>(&mut self, item: &'l str) -> &'l str {
        let number = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let rest = item.get(number..).unwrap_or(item).trim_start_matches(['.', ')']).trim_start();
        match (rest.get(..3), rest.get(3..)) {
            (Some("[ ]"), Some(words)) => words.trim_start(),
            (Some("[x]" | "[X]"), Some(words)) => {
                self.ticked += 1;
                words.trim_start()
            }
            _ => item,
        }
    }

    fn end(&mut self) {
        self.end_paragraph();
        self.end_table();
    }

    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        if !words.is_empty() {
            self.blocks.push(Block::Paragraph(inline(&words)));
        }
    }

    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let is_line =
            |row: &[String]| row.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':')));
        let is_table = rows.get(1).is_some_and(|row| is_line(row));
        if !is_table {
            let lines = rows.into_iter().map(|row| Block::Paragraph(inline(&row.join(" | "))));
            return self.blocks.extend(lines);
        }
        let rows = rows.into_iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, row)| {
            let cells = row.into_iter().take(MAX_COLUMNS).enumerate();
            cells.map(|(column, text)| Cell { text: inline(&text), column, columns: 1, rows: 1 }).collect()
        });
        self.blocks.push(Block::Table(Table { rows: rows.collect() }));
    }
}

/// 牵头单位：甲局 in a line of its own is a paragraph, as it was meant.
fn is_field(line: &str) -> bool {
    let label = line.split_once(['：', ':']).map(|(label, _)| label.trim_matches(['*', '_', ' ']));
    label.is_some_and(|label| Field::named(label).is_some())
}

/// Lines of one paragraph: between Chinese words a line end stands for nothing.
fn join(paragraph: &mut String, line: &str) {
    let latin = paragraph.ends_with(|c: char| c.is_ascii()) && line.starts_with(|c: char| c.is_ascii());
    if latin {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let is_one = (1..=6).contains(&level) && (words.is_empty() || words.starts_with([' ', '\t']));
    is_one.then(|| words.trim().trim_end_matches('#').trim_end())
}

/// The words of an item; a number stays with them.
fn item(line: &str) -> Option<&str> {
    let bullet = ["- ", "* ", "+ "].iter().find_map(|sign| line.strip_prefix(sign));
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < line.len() && digits.starts_with(['.', ')', '、', '．']);
    bullet.map(str::trim_start).or_else(|| numbered.then_some(line))
}

/// The cells of a row; none where the line is no row.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?;
    let mut cells = vec![String::new()];
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, cells.last_mut()) {
            ('\\', Some(cell)) if chars.peek() == Some(&'|') => cell.extend(chars.next()),
            ('|', _) => cells.push(String::new()),
            (c, Some(cell)) => cell.push(c),
            (_, None) => {}
        }
    }
    if cells.last().is_some_and(|last| last.trim().is_empty()) && line.ends_with('|') {
        cells.pop();
    }
    Some(cells.iter().map(|cell| cell.trim().to_owned()).collect())
}

/// Words without the signs of emphasis, links and tags.
fn inline(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or("");
        let taken = match c {
            '\\' => {
                after.chars().next().filter(char::is_ascii_punctuation).map(|sign| (sign.to_string(), sign.len_utf8()))
            }
            '!' if after.starts_with('[') => link(after).map(|(_, length)| (String::new(), length)),
            '[' => link(rest).map(|(name, length)| (inline(name), length - 1)),
            '<' => tag(after),
            '`' => Some((String::new(), 0)),
            '*' => Some((String::new(), after.len() - after.trim_start_matches('*').len())),
            '_' if after.starts_with('_') => Some((String::new(), 1)),
            '~' if after.starts_with('~') => Some((String::new(), 1)),
            _ => None,
        };
        match taken {
            // A sign between spaces or digits is one that is meant: 3 * 4.
            Some((text, length)) if !(c == '*' && is_alone(&plain, after)) => {
                plain.push_str(&text);
                rest = after.get(length..).unwrap_or("");
            }
            Some(_) | None => {
                plain.push(c);
                rest = after;
            }
        }
    }
    plain
}

fn is_alone(before: &str, after: &str) -> bool {
    let part = |c: Option<char>| c.is_none_or(|c| c == ' ' || c.is_ascii_digit());
    part(before.chars().next_back()) && part(after.chars().next()) && !before.is_empty()
}

/// The name of `[name](address)`, and how long it is as a whole.
fn link(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('[')?;
    let (name, rest) = inner.split_once("](")?;
    let (address, _) = rest.split_once(')')?;
    let is_short = !name.contains(['[', ']']) && !address.contains([' ', '[']);
    is_short.then(|| (name, 1 + name.len() + 2 + address.len() + 1))
}

/// What a tag stands for, and how long it is behind its `<`.
fn tag(after: &str) -> Option<(String, usize)> {
    let (inner, _) = after.split_once('>')?;
    let name = inner.trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) && inner.is_ascii() && inner.len() < 200;
    let text = if name.starts_with("br") { " " } else { "" };
    is_tag.then(|| (text.to_owned(), inner.len() + 1))
}

fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once("<!--") {
        plain.push_str(before);
        let Some((_, after)) = from.split_once("-->") else { return plain };
        rest = after;
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::super::block::text_of;
    use super::*;

    #[test]
    fn the_words_are_read_without_the_signs() {
        let text = "---\ntitle: 不算\n---\n# 一、**道路**\n\n硬化[南路](http://a.b/c)\n三公里。<!-- 注\n记 -->\n\n- [x] 完成*选址*\n- [ ] 开工`建设`\n1. 甲\n   乙\n   **牵头单位**：丁局\n   责任人：戊\n2. [ ] 丙\n\n| 任务 | 单位 |\n|:--|---|\n| 修<br>桥 | 甲\\|乙 |\n\n3 * 4\n***\n![图](a.png)尾\n";
        let (blocks, remarks) = read(text);
        let plain = "一、道路\n硬化南路三公里。\n完成选址\n开工建设\n1. 甲乙\n牵头单位：丁局\n责任人：戊\n丙\n任务\t单位\n修 桥\t甲|乙\n3 * 4\n尾\n";
        assert_eq!(text_of(&blocks), plain);
        assert_eq!(remarks, [Remark::Ticked(1)]);
    }
}
