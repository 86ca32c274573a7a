"""What openpyxl sees of a workbook: what a person sets in Excel, and how each cell of the first rows is shown."""

import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
about = book.properties
print(f"title {about.title!r}, created {about.created}, modified {about.modified}, by {about.creator!r}")
for sheet in book:
    page = sheet.page_setup
    print(f"── {sheet.title} ({sheet.sheet_state}) ──")
    print(f"paper {page.paperSize} {page.orientation}, fit {sheet.sheet_properties.pageSetUpPr.fitToPage}"
          f" {page.fitToWidth or 1} wide {page.fitToHeight} high")
    print(f"frozen at {sheet.freeze_panes}, repeated {sheet.print_title_rows}, filter {sheet.auto_filter.ref}")
    print(f"merged {' '.join(str(cells) for cells in sheet.merged_cells.ranges)}")
    print(f"footer {sheet.oddFooter.left.text!r} {sheet.oddFooter.center.text!r} {sheet.oddFooter.right.text!r}")
    for choice in sheet.data_validations.dataValidation:
        print(f"choice {choice.sqref} {choice.formula1}")
    print(f"charts {len(sheet._charts)}, hidden {[key for key, row in sheet.row_dimensions.items() if row.hidden]}")
    formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    quoted = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.quotePrefix]
    print(f"formulas {formulas}, quoted {quoted}")
    first = int(sheet.print_title_rows.split("$")[1].rstrip(":")) + 1 if sheet.print_title_rows else 0
    if sheet is book.worksheets[0]:
        for row in sheet.iter_rows(min_row=first):
            shown = [f"{cell.column_letter}:{cell.data_type}:{cell.number_format}" for cell in row
                     if cell.number_format != "General" and (cell.value is not None or cell.column_letter in "EF")]
            print(f"{row[0].value} height {sheet.row_dimensions[row[0].row].height:g}: {' '.join(shown)}")
