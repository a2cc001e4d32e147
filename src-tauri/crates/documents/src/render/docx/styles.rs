//! The named styles: the layout profile of `templates/gost.typ` as Word says it.
//!
//! Styles that Word has itself carry its English names, which Word and LibreOffice show in the
//! language of the person: «Основной текст», «Заголовок 1». The others are the paper's own.

/// A style of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Running prose.
    Body,
    /// «Ответственный: … Срок: …»: too short and too full of names to be justified.
    Control,
    /// «ПРОТОКОЛ».
    Heading1,
    /// «ПОВЕСТКА ДНЯ».
    Heading2,
    /// A centred line of the title.
    Centred,
    /// «заседания … сообщества «…»».
    Title,
    /// The date at the left, the number at the right.
    DateAndNumber,
    /// A line that is no prose: no indent, not justified.
    Plain,
    /// Such a line at the right.
    Right,
    /// The rule to sign on, a little above the foot of its line.
    Rule,
    /// A word that opens a part and never stays at the foot of a page alone.
    Opening,
    /// A table's text.
    Cell,
    /// The number of a table's row.
    CellNumber,
    /// A table's head.
    CellHead,
    /// A heading between the rows of a table, and a centred total.
    CellGroup,
    /// The words of a line of totals.
    CellTotal,
    /// The head of a table with many columns.
    SmallHead,
    /// What a table or a picture shows.
    Caption,
    /// The key of a picture.
    Key,
    /// «УТВЕРЖДАЮ» and what stands under it.
    Stamp,
    /// «АНАЛИТИЧЕСКИЙ ОТЧЁТ» on a page of its own.
    PageTitle,
    /// Room for the mark of the one who takes the paper.
    Receipt,
    /// A remark beside figures.
    Remark,
    /// The page's number.
    Header,
    /// «УЧЕБНЫЙ ПРИМЕР».
    Footer,
    /// The paragraph that must follow a table at the end.
    Nothing,
}

struct Look {
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    letters: &'static str,
}

const ALL: [Style; 26] = [
    Style::Body,
    Style::Control,
    Style::Heading1,
    Style::Heading2,
    Style::Centred,
    Style::Title,
    Style::DateAndNumber,
    Style::Plain,
    Style::Right,
    Style::Rule,
    Style::Opening,
    Style::Cell,
    Style::CellNumber,
    Style::CellHead,
    Style::CellGroup,
    Style::CellTotal,
    Style::SmallHead,
    Style::Caption,
    Style::Key,
    Style::Stamp,
    Style::PageTitle,
    Style::Receipt,
    Style::Remark,
    Style::Header,
    Style::Footer,
    Style::Nothing,
];

const WHOLE_WORDS: &str = "<w:suppressAutoHyphens/>";

impl Style {
    /// The name by which paragraphs refer to it.
    pub(super) fn id(self) -> &'static str {
        self.look().id
    }

    fn look(self) -> Look {
        let (id, name, paragraph, letters) = match self {
            Self::Body => ("BodyText", "Body Text", "<w:ind w:firstLine=\"709\"/><w:jc w:val=\"both\"/>", ""),
            Self::Control => (
                "Control",
                "Ответственный и срок",
                "<w:keepLines/><w:suppressAutoHyphens/><w:ind w:firstLine=\"709\"/>",
                "",
            ),
            Self::Heading1 => (
                "Heading1",
                "heading 1",
                "<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before=\"274\" w:after=\"106\"/>\
                 <w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
                "<w:b/><w:bCs/>",
            ),
            Self::Heading2 => (
                "Heading2",
                "heading 2",
                "<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before=\"218\" w:after=\"106\"/>\
                 <w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/>",
                "<w:b/><w:bCs/>",
            ),
            Self::Centred => {
                ("CentredLine", "Строка по центру", "<w:suppressAutoHyphens/><w:jc w:val=\"center\"/>", "")
            }
            Self::Title => (
                "PaperTitle",
                "Заголовок к тексту",
                "<w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"140\" w:after=\"78\"/>\
                 <w:jc w:val=\"center\"/>",
                "<w:b/><w:bCs/>",
            ),
            Self::DateAndNumber => (
                "DateAndNumber",
                "Дата и номер",
                "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:suppressAutoHyphens/>\
                 <w:spacing w:after=\"50\"/>",
                "",
            ),
            Self::Plain => ("PlainLine", "Строка без отступа", WHOLE_WORDS, ""),
            Self::Right => {
                ("RightLine", "Строка справа", "<w:suppressAutoHyphens/><w:jc w:val=\"right\"/>", "")
            }
            Self::Rule => (
                "SigningRule",
                "Черта для подписи",
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:pBdr>\
                 <w:spacing w:after=\"90\" w:line=\"240\" w:lineRule=\"exact\"/>",
                "",
            ),
            Self::Opening => (
                "OpeningWord",
                "Слово раздела",
                "<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before=\"162\"/>",
                "<w:b/><w:bCs/>",
            ),
            Self::Cell => (
                "TableText",
                "Текст таблицы",
                "<w:suppressAutoHyphens/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>",
                "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
            ),
            Self::CellNumber => (
                "TableNumber",
                "Номер строки",
                "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
            ),
            Self::CellHead => (
                "TableHead",
                "Заголовок таблицы",
                "<w:suppressAutoHyphens/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
            ),
            Self::CellGroup => (
                "TableGroup",
                "Подзаголовок таблицы",
                "<w:suppressAutoHyphens/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
            ),
            Self::CellTotal => (
                "TableTotal",
                "Итог таблицы",
                "<w:suppressAutoHyphens/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>",
                "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
            ),
            Self::SmallHead => (
                "TableSmallHead",
                "Заголовок широкой таблицы",
                "<w:suppressAutoHyphens/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                "<w:b/><w:bCs/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
            ),
            Self::Caption => (
                "Caption",
                "caption",
                "<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before=\"200\" w:after=\"100\" w:line=\"240\" \
                 w:lineRule=\"auto\"/>",
                "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
            ),
            Self::Key => (
                "FigureKey",
                "Условные обозначения",
                "<w:suppressAutoHyphens/><w:spacing w:before=\"120\" w:after=\"160\" w:line=\"240\" \
                 w:lineRule=\"auto\"/>",
                "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
            ),
            Self::Stamp => ("Stamp", "Гриф", WHOLE_WORDS, "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"),
            Self::PageTitle => (
                "Title",
                "Title",
                "<w:suppressAutoHyphens/><w:spacing w:before=\"2000\" w:after=\"220\"/><w:jc w:val=\"center\"/>",
                "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
            ),
            // The right half of the sheet.
            Self::Receipt => {
                ("Receipt", "Отметка о приёме", "<w:suppressAutoHyphens/><w:ind w:left=\"5102\"/>", "")
            }
            Self::Remark => (
                "Remark",
                "Замечание к таблице",
                "<w:ind w:firstLine=\"709\"/><w:jc w:val=\"both\"/>",
                "<w:i/><w:iCs/>",
            ),
            Self::Header => (
                "Header",
                "header",
                "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
            ),
            Self::Footer => (
                "Footer",
                "footer",
                "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                "<w:color w:val=\"5A5A5A\"/><w:spacing w:val=\"22\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
            ),
            Self::Nothing => (
                "AfterTable",
                "После таблицы",
                "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>",
                "<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>",
            ),
        };
        Look { id, name, paragraph, letters }
    }

    fn definition(self) -> String {
        let Look { id, name, paragraph, letters } = self.look();
        let custom = if name.is_ascii() { "" } else { " w:customStyle=\"1\"" };
        // After a heading or an opening word a person goes on with prose.
        let next = match self {
            Self::Heading1 | Self::Heading2 | Self::Opening => "<w:next w:val=\"BodyText\"/>",
            _ => "",
        };
        format!(
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/>{next}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        )
    }
}

/// The face is named and not embedded. Word has Times New Roman; where LibreOffice has not, it takes
/// Liberation Serif of the same widths by its own table, and the font table says so to others.
const DEFAULTS: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>"#;

const RULED: &str = r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>"#;

/// The part `word/styles.xml`.
pub(super) fn part() -> String {
    let own: String = ALL.into_iter().map(Style::definition).collect();
    format!(
        "{}<w:styles xmlns:w=\"{}\">{DEFAULTS}{own}{RULED}</w:styles>",
        super::text::HEAD,
        super::text::MAIN
    )
}
