//! What a document is made of, whatever file it came in: paragraphs and tables; and the plain text that they are.

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, a heading or an item, with its number. It may have lines.
    Paragraph(String),
    /// A table.
    Table(Table),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell as it is written: those that it covers are not written again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// In which column it begins, counted from 0.
    pub column: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers.
    pub rows: usize,
}

/// The most columns of a table that are looked at.
pub(super) const MAX_COLUMNS: usize = 200;
/// The most rows that a cell may cover.
pub(super) const MAX_SPAN: usize = 2_000;

impl Table {
    /// The texts of the rows, each column in its place: what is merged across stands in the first of its columns, what is
    /// merged down in each of its rows.
    pub fn lines(&self) -> Vec<Vec<String>> {
        let width = self.width();
        let mut lines: Vec<Vec<String>> = Vec::with_capacity(self.rows.len());
        let mut hanging: Vec<Option<(usize, String)>> = vec![None; width];
        for row in &self.rows {
            let mut line = vec![String::new(); width];
            for (left, text) in hanging.iter_mut().zip(line.iter_mut()) {
                if let Some((rows, words)) = left.take_if(|(rows, _)| *rows > 0) {
                    *text = words.clone();
                    *left = Some((rows - 1, words)).filter(|(rows, _)| *rows > 0);
                }
            }
            for cell in row {
                let text = one_line(&cell.text);
                if let Some(place) = line.get_mut(cell.column) {
                    place.clone_from(&text);
                }
                if let Some(left) = hanging.get_mut(cell.column).filter(|_| cell.rows > 1) {
                    *left = Some((cell.rows - 1, text));
                }
            }
            lines.push(line);
        }
        lines
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        let ends = self.rows.iter().flatten().map(|cell| cell.column + cell.columns.max(1));
        ends.max().unwrap_or(0).min(MAX_COLUMNS)
    }
}

/// The plain text: one paragraph a line, one row of a table a line with its cells parted by tabs. A table of one column is
/// a frame around paragraphs.
pub fn text_of(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut put = |line: &str| {
        if !line.trim().is_empty() {
            text.push_str(line.trim_end_matches([' ', '\u{3000}']));
            text.push('\n');
        }
    };
    for block in blocks {
        match block {
            Block::Paragraph(words) => words.lines().for_each(|line| put(&squeezed(line))),
            Block::Table(table) if table.width() < 2 => {
                let cells = table.rows.iter().flatten();
                cells.flat_map(|cell| cell.text.lines()).for_each(|line| put(&squeezed(line)));
            }
            Block::Table(table) => table.lines().iter().for_each(|line| put(&line.join("\t"))),
        }
    }
    text
}

/// A text in one line, without space around it: a line end is a space.
pub(super) fn one_line(text: &str) -> String {
    text.lines().map(squeezed).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A line without space around it; what else is space within it is one space. Wide spaces stay: they part words.
pub(super) fn squeezed(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    for c in line.trim().chars() {
        let c = if c.is_whitespace() && c != '\u{3000}' { ' ' } else { c };
        let is_nothing = matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}') || (c == ' ' && plain.ends_with(' '));
        if !is_nothing {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, column: usize, columns: usize, rows: usize) -> Cell {
        Cell { text: text.to_owned(), column, columns, rows }
    }

    #[test]
    fn a_merged_cell_stands_first_across_and_in_every_row_down() {
        let rows = vec![
            vec![cell("一、公路", 0, 3, 1)],
            vec![cell("类", 0, 1, 2), cell("修路\n十里", 1, 1, 1), cell("交通局", 2, 1, 1)],
            vec![cell("架桥", 1, 1, 1), cell("住建局", 2, 1, 1)],
            vec![cell("栽树", 1, 1, 1)],
        ];
        let blocks = [Block::Paragraph("  题\u{a0}目 \n\n".to_owned()), Block::Table(Table { rows })];
        let text = "题 目\n一、公路\t\t\n类\t修路 十里\t交通局\n类\t架桥\t住建局\n\t栽树\t\n";
        assert_eq!(text_of(&blocks), text);
    }

    #[test]
    fn a_table_of_one_column_is_a_frame() {
        let rows = vec![vec![cell("甲\n乙", 0, 1, 1)], vec![cell("丙", 0, 1, 1)]];
        assert_eq!(text_of(&[Block::Table(Table { rows })]), "甲\n乙\n丙\n");
    }
}
