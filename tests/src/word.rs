//! Texts of Word made by hand: paragraphs and tables, with nothing that Word itself would add.

use super::workbook::zipped;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A text with these tables, each below its paragraph. Cells are divided by tabs, rows by lines; a row of one cell
/// reaches across the table, and «|» breaks a line within a cell.
#[must_use]
pub fn word_with_tables(tables: &[(&str, &str)]) -> Vec<u8> {
    let body: String =
        tables.iter().map(|(above, rows)| format!("{}{}", paragraph(above), table(rows))).collect();
    let document = format!(r#"<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>"#);
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let parts = [
        ("[Content_Types].xml", types.to_owned()),
        ("_rels/.rels", relations.to_owned()),
        ("word/document.xml", document),
    ];
    zipped(parts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect())
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn table(rows: &str) -> String {
    let width = rows.lines().map(|row| row.split('\t').count()).max().unwrap_or_default();
    let row = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let wide = if cells.len() == 1 && width > 1 {
            format!(r#"<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>"#)
        } else {
            String::new()
        };
        let cell = |text: &&str| {
            let lines: String = text.split('|').map(paragraph).collect();
            format!("<w:tc>{wide}{lines}</w:tc>")
        };
        format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
    };
    format!("<w:tbl>{}</w:tbl>", rows.lines().map(row).collect::<String>())
}
