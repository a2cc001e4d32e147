//! The file as a whole: a ZIP of parts that name each other.

use std::io::{Cursor, Write};

use chrono::Datelike;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::About;
use super::body::Body;
use super::paragraph::Paragraph;
use super::styles::{self, Style};
use super::text::{HEAD, MAIN, escaped};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";

/// The parts that the document refers to: what they are, and the end of their type's name.
const PARTS: [(&str, &str); 8] = [
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("header1", "header"),
    ("header2", "header"),
    ("footer1", "footer"),
    ("footer2", "footer"),
];

/// Writes the file.
pub(super) fn write(about: &About, body: Body) -> ZipResult<Vec<u8>> {
    let number = "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
                  <w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
                  <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>\
                  <w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    let empty = Paragraph::new(Style::Header, "").xml();
    let foot = Paragraph::new(Style::Footer, &about.mark).xml();
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(about)),
        ("docProps/app.xml", app()),
        ("word/document.xml", document(&body)),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/styles.xml", styles::part()),
        ("word/numbering.xml", body.lists.part()),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", font_table()),
        // The first page has no number.
        ("word/header1.xml", around("hdr", if body.unnumbered { &empty } else { number })),
        ("word/header2.xml", around("hdr", &empty)),
        ("word/footer1.xml", around("ftr", &foot)),
        ("word/footer2.xml", around("ftr", &foot)),
    ];
    let options = options(about);
    let mut records = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        records.start_file(name, options)?;
        records.write_all(content.as_bytes())?;
    }
    Ok(records.finish()?.into_inner())
}

/// Every entry carries the paper's day and the same system, so that the bytes are the same everywhere.
fn options(about: &About) -> SimpleFileOptions {
    let (month, day) = (u8::try_from(about.on.month()), u8::try_from(about.on.day()));
    let time = match (u16::try_from(about.on.year()), month, day) {
        (Ok(year), Ok(month), Ok(day)) => DateTime::from_date_and_time(year, month, day, 12, 0, 0).ok(),
        _ => None,
    };
    SimpleFileOptions::DEFAULT
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        // A ZIP knows no days before 1980; such a paper carries the first one.
        .last_modified_time(time.unwrap_or(DateTime::DEFAULT))
        .unix_permissions(0o644)
        .system(System::Unix)
}

fn content_types() -> String {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut xml = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{WORD}.document.main+xml\"/>"
    );
    for (part, kind) in PARTS {
        xml.push_str(&format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>"));
    }
    xml.push_str(
        "<Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>",
    );
    xml
}

fn relation(id: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

fn package_relations() -> String {
    let all = relation(1, &format!("{OFFICE}/relationships/officeDocument"), "word/document.xml")
        + &relation(2, &format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml")
        + &relation(3, &format!("{OFFICE}/relationships/extended-properties"), "docProps/app.xml");
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

fn document_relations() -> String {
    let all: String = PARTS
        .iter()
        .zip(1..)
        .map(|((part, kind), id)| {
            relation(id, &format!("{OFFICE}/relationships/{kind}"), &format!("{part}.xml"))
        })
        .collect();
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

fn core(about: &About) -> String {
    let day = about.on.format("%Y-%m-%dT00:00:00Z");
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:language>ru-RU</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>",
        escaped(&about.title),
        escaped(&about.author)
    )
}

fn app() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"{OFFICE}/extended-properties\"><Application>ППС</Application></Properties>"
    )
}

/// Hyphenation is a matter of the whole file in Word; styles of names and heads take themselves out.
fn settings() -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"{}\"/>\
         <w:autoHyphenation/><w:consecutiveHyphenLimit w:val=\"3\"/><w:doNotHyphenateCaps/>\
         <w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"ru-RU\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>",
        super::units::INDENT
    )
}

fn font_table() -> String {
    format!(
        "{HEAD}<w:fonts xmlns:w=\"{MAIN}\"><w:font w:name=\"Times New Roman\"><w:altName w:val=\"Liberation Serif\"/>\
         <w:panose1 w:val=\"02020603050405020304\"/><w:charset w:val=\"CC\"/><w:family w:val=\"roman\"/>\
         <w:pitch w:val=\"variable\"/></w:font></w:fonts>"
    )
}

fn around(element: &str, content: &str) -> String {
    format!("{HEAD}<w:{element} xmlns:w=\"{MAIN}\">{content}</w:{element}>")
}

/// The text with the sheets on which it stands.
fn document(body: &Body) -> String {
    format!(
        "{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{OFFICE}/relationships\"><w:body>{}</w:body></w:document>",
        body.xml()
    )
}
