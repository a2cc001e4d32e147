//! Tables of web pages and of the clipboard.

use std::path::Path;

use pps_exchange::spreadsheets::{Sheet, StruckCell, read_pasted, read_table_file};
use rstest::rstest;

fn read(html: &str) -> Sheet {
    let mut sheets = read_pasted("", Some(html)).unwrap();
    assert_eq!(sheets.len(), 1, "{sheets:?}");
    sheets.remove(0)
}

fn cell(html: &str) -> String {
    read(&format!("<table><tr><td>{html}</td></tr></table>")).rows[0][0].clone()
}

#[rstest]
#[case(
    "&laquo;Рост&raquo; &mdash; &frac12; &numero; &rarr; &eacute;&nbsp;&#1046;&#x416;",
    "«Рост» — ½ № → é\u{a0}ЖЖ"
)]
#[case("AT&T и 5 < 6 &unknown; &amp;lt;", "AT&T и 5 < 6 &unknown; &lt;")]
#[case("<span title=\"a > b\">Семинар</span>", "Семинар")]
#[case("<span title='он сказал \"<td>\"'>Семинар</span>", "Семинар")]
#[case("Анализ\n   ВПР<br>и ОГЭ<br/>вместе", "Анализ ВПР\nи ОГЭ\nвместе")]
#[case("<p>Первое<p>второе", "Первое\nвторое")]
#[case("<ol><li>сбор<li>анализ</ol>", "1. сбор\n2. анализ")]
#[case("Формы:<ol start=3><li><p>сбор</p></li><li>анализ</li></ol>", "Формы:\n3. сбор\n4. анализ")]
#[case("<ul><li>сбор</li><li>анализ<ol><li>ВПР</li></ol></li></ul>", "— сбор\n— анализ\n1. ВПР")]
#[case("<o:p></o:p>Семинар<o:p>&nbsp;</o:p>", "Семинар")]
#[case("<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->Семинар", "Семинар")]
#[case(
    "<![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Сбор",
    "1. Сбор"
)]
#[case(
    "<span style='font-family:Symbol'><span style='mso-list:\nIgnore'>·<span> </span></span></span>Сбор",
    "— Сбор"
)]
#[case("видно<span style='display:none;mso-hide:all'>не видно</span>", "видно")]
#[case("до<script>var a = '<td>лишнее</td>';</script> и после", "до и после")]
#[case("<table><tr><td>внутри</td><td>рядом</td></tr></table>", "внутри\nрядом")]
fn a_cell_says_what_is_seen_of_it(#[case] html: &str, #[case] text: &str) {
    assert_eq!(cell(html), text);
}

#[rstest]
#[case("<s>май</s> июнь")]
#[case("<del>май</del> июнь")]
#[case("<strike>май</strike> июнь")]
#[case("<span style='color:red; text-decoration: line-through'>май</span> июнь")]
#[case("<b style=\"text-decoration:underline line-through\"><i>май</i></b> июнь")]
fn struck_out_text_leaves_the_cell_and_is_told(#[case] html: &str) {
    let sheet = read(&format!("<table><tr><td>Срок</td><td>{html}</td></tr></table>"));
    assert_eq!(sheet.rows, [["Срок", "июнь"]]);
    assert_eq!(sheet.struck, [StruckCell { row: 0, column: 1, text: "май".to_owned(), whole: false }]);
}

/// As Excel saves it.
pub(super) const PAGE: &str = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=windows-1251>\
        <style><!--\n.xl65\n\t{mso-style-parent:style0;\n\tcolor:red;\n\ttext-decoration:line-through;}\ntd.xl66, .xl67 {display:none}\n--></style></head>\
        <body><table border=0><col width=64><col width=0 style='display:none'><col width=64 span=2>\
        <tr><td>№</td><td style='display:none'>код</td><td>Мероприятие</td></tr>\
        <tr height=0 style='display:none'><td>1</td><td style='display:none'>а</td><td>Прошлогоднее</td></tr>\
        <tr><td>2</td><td style='display:none'>б</td><td class=xl65>Отменённое</td></tr></table></body></html>";

#[test]
fn the_page_that_excel_saves_tells_hidden_rows_columns_and_struck_cells_by_its_classes() {
    let bytes = encoding_rs::WINDOWS_1251.encode(PAGE).0;
    for name in ["план.html", "план.htm", "план.xls"] {
        let sheet = read_table_file(Path::new(name), &bytes).unwrap().remove(0);
        assert_eq!(sheet.rows[1], ["1", "а", "Прошлогоднее"]);
        assert_eq!((&sheet.hidden_rows[..], &sheet.hidden_columns[..]), (&[1][..], &[1][..]));
        assert_eq!(
            sheet.struck,
            [StruckCell { row: 2, column: 2, text: "Отменённое".to_owned(), whole: true }]
        );
    }
}

#[test]
fn cells_reach_over_columns_and_rows() {
    let sheet = read(
        "<table><tr><th rowspan=2>№</th><th colspan=2>Срок</th></tr><tr><th>план</th><th>факт</th></tr>\
         <tr><td>1</td><td rowspan='3'>май</td><td>июнь</td></tr><tr><td>2</td></tr><tr></tr><tr><td>3</td><td>июль</td></tr></table>",
    );
    assert_eq!(
        sheet.rows,
        [
            vec!["№", "Срок"],
            vec!["№", "план", "факт"],
            vec!["1", "май", "июнь"],
            vec!["2", "май"],
            vec!["3", "июль"]
        ]
    );
    assert_eq!(sheet.row_numbers, [1, 2, 3, 4, 6]);
}

#[test]
fn a_page_that_is_laid_out_by_a_table_gives_the_table_within() {
    let row = |cells: [&str; 2]| format!("<tr><td>{}</td><td>{}</td></tr>", cells[0], cells[1]);
    let inner = [["Срок", "Мероприятие"], ["май", "Смотр"], ["июнь", "Сбор"]].map(row).concat();
    let page =
        format!("<table><tr><td>Меню</td><td><h1>План</h1><table>{inner}</table>Подвал</td></tr></table>");
    let sheets = read_pasted("", Some(&page)).unwrap();
    assert_eq!(sheets[0].rows, [["Срок", "Мероприятие"], ["май", "Смотр"], ["июнь", "Сбор"]]);
    assert_eq!(sheets[1].rows, [["Меню", "План\nПодвал"]]);
    // Not closed, it is read all the same.
    let cut = page.split("<td>Сбор").next().unwrap();
    assert!(read_pasted("", Some(cut)).unwrap()[0].rows[0][1].contains("июнь"));
}

#[test]
fn what_stands_around_a_table_is_told() {
    let html = "<body><p>План работы</p><p>на 2025/2026 учебный год</p><table><caption>I.&nbsp;Анализ</caption>\
        <tr><td>Смотр</td></tr></table><p>между&nbsp;ними<table><tr><td>Сбор</td></tr></table><p>Руководитель <b>Ветрова</b></p></body>";
    let sheets = read_pasted("", Some(html)).unwrap();
    assert_eq!(sheets[0].above, ["План работы", "на 2025/2026 учебный год", "I.\u{a0}Анализ"]);
    assert_eq!(sheets[1].above, ["между\u{a0}ними"]);
    assert_eq!(sheets[1].left_out, ["Текст под таблицей не взят: «Руководитель Ветрова»."]);
}

#[test]
fn several_tables_of_a_page_are_several_tables() {
    let sheets =
        read_pasted("", Some("<table><tr><td>а</td></tr></table>текст<table><tr><td>б</td></tr></table>"))
            .unwrap();
    assert_eq!(sheets.iter().map(|sheet| sheet.rows[0][0].as_str()).collect::<Vec<_>>(), ["а", "б"]);
}
