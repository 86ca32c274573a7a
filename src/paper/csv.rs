//! Tables as CSV, for a spreadsheet.

use super::page::Table;

/// A table as CSV with CRLF line ends; a cell that a spreadsheet would take for a formula stays text.
///
/// # Errors
/// When the writer fails.
pub fn csv(table: &Table) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| column.header.as_str()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| inert(&cell.text)))?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A text that no spreadsheet reads as a formula. A plain negative number is none.
fn inert(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Whether a spreadsheet would read the text as a formula. A plain negative number is none.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::{Cell, Column};

    #[test]
    fn a_formula_stays_text() {
        let cells = ["=1+1", "+x", "-x", "-5", "@x", "a,b", "村\"居\""].map(Cell::plain).to_vec();
        let columns = (0..cells.len()).map(|n| Column::short(n.to_string())).collect();
        let text = csv(&Table { columns, rows: vec![cells] }).unwrap();
        assert_eq!(text, "0,1,2,3,4,5,6\r\n'=1+1,'+x,'-x,-5,'@x,\"a,b\",\"村\"\"居\"\"\"\r\n");
    }
}
