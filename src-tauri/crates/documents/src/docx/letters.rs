//! Short papers of one table, piece by piece in the order of their templates: the roster, the register of protocols,
//! the petition, the application for courses and the certificate.

use super::body::{Body, Paragraph};
use super::ruled::{Column, Line, ruled};
use super::styles::Style;
use super::table::{Room, cell_of, open, row};
use super::text::{filled, has, joined, lines};
use crate::papers::{
    Addressee, Certificate, CourseRequest, CourseRequestRow, Petition, PetitionRow, Register, Roster,
};

/// How wide the block with the addressee is, in millimetres.
const ADDRESSEE: u32 = 80;

pub(super) fn roster(view: &Roster, of_community: &str) -> Body {
    let mut body = Body::default();
    body.add(Paragraph::new(Style::Heading1, "СОСТАВ"));
    body.title(Style::Centred, of_community, 0);
    body.title(Style::Centred, &format!("на {}", view.on), 280);
    if let Some(order) = filled(view.order.as_ref()) {
        body.add(Paragraph::new(Style::Plain, &format!("Основание: {order}")).after(220));
    }
    let columns = [
        Column::numbers("№", 8.0),
        Column::words("Фамилия, имя, отчество", 40.0),
        Column::words("Должность, предмет", 38.0),
        Column::words("Организация", 44.0),
        Column::words("Категория", 23.0),
        Column::words("Стаж", 17.0),
    ];
    let rows = view.rows.iter().map(|it| {
        let name = joined(&[&it.name, filled(it.role.as_ref()).unwrap_or("")], "\n");
        [name, it.post.clone(), it.organisation.clone(), it.category.clone(), it.experience.clone()]
    });
    table(&mut body, &columns, numbered(rows), true);
    if let Some(total) = filled(view.total.as_ref()) {
        body.add(Paragraph::new(Style::Plain, &format!("Всего: {total}")).before(220));
    }
    body.signed(std::slice::from_ref(&view.signature), None, None);
    body
}

pub(super) fn register(view: &Register, of_community: &str) -> Body {
    let mut body = Body::default();
    body.add(Paragraph::new(Style::Heading1, "РЕЕСТР ПРОТОКОЛОВ"));
    body.title(Style::Centred, of_community, 0);
    body.title(Style::Centred, &format!("за {} учебный год", view.school_year), 280);
    let columns = [
        Column::numbers("№", 10.0),
        Column::numbers("Дата", 25.0),
        Column::words("Рассмотренные вопросы", 55.0),
        Column::numbers("Присутствовали", 35.0),
        Column::numbers("Решений", 22.0),
        Column::numbers("Подписан", 25.0),
    ];
    let row = |it: &crate::papers::RegisterRow| {
        Line::Row(
            [&it.number, &it.date, &it.topic, &it.present, &it.decisions, &it.signed]
                .map(Clone::clone)
                .into(),
        )
    };
    table(&mut body, &columns, view.rows.iter().map(row).collect(), true);
    body.signed(std::slice::from_ref(&view.signature), None, None);
    body
}

pub(super) fn petition(view: &Petition, of_community: &str) -> Body {
    let mut body = Body::default();
    addressed(&mut body, &view.addressee);
    body.add(Paragraph::new(Style::Heading1, "ХОДАТАЙСТВО"));
    body.title(Style::Centred, &format!("об изменении состава {of_community}"), 280);
    if view.included.is_empty() && view.excluded.is_empty() {
        let none = format!(
            "Ходатайствовать не о чем: на\u{A0}{} приказ есть на\u{A0}каждое изменение в\u{A0}составе.",
            view.on
        );
        body.add(Paragraph::new(Style::Body, &none));
        return body;
    }
    let order =
        filled(view.order.as_ref()).map(|order| format!(", утверждённый {order}")).unwrap_or_default();
    let asked = format!(
        "В соответствии с пунктом 1.4 Положения о профессиональном педагогическом сообществе прошу внести \
         приказом изменения в состав{order}:"
    );
    body.add(Paragraph::new(Style::Body, &asked));
    let columns = [
        Column::numbers("№", 9.0),
        Column::words("Фамилия, имя, отчество", 44.0),
        Column::words("Должность, организация", 57.0),
        Column::numbers("С какой даты", 24.0),
        Column::words("Основание", 36.0),
    ];
    let row = |it: &PetitionRow| {
        let post = joined(&[&it.post, &it.organisation], ", ");
        [it.name.clone(), post, it.from.clone(), it.basis.clone()]
    };
    for (title, rows) in [("Включить в состав:", &view.included), ("Исключить из состава:", &view.excluded)]
    {
        if !rows.is_empty() {
            body.add(Paragraph::new(Style::Opening, title));
            table(&mut body, &columns, numbered(rows.iter().map(row)), true);
        }
    }
    body.signed(std::slice::from_ref(&view.signature), None, Some(Paragraph::blank_day()));
    body
}

pub(super) fn course_request(view: &CourseRequest, of_community: &str) -> Body {
    let mut body = Body::default();
    body.flipped = true;
    if has(&view.addressee.post) {
        addressed(&mut body, &view.addressee);
    }
    body.add(Paragraph::new(Style::Heading1, "ЗАЯВКА"));
    body.title(Style::Centred, "на курсы повышения квалификации педагогов", 0);
    body.title(Style::Centred, of_community, 0);
    body.title(Style::Centred, &format!("(по состоянию на\u{A0}{})", view.on), 250);
    let needed = view.due.len() + view.unknown.len() > 0;
    let parts = [
        (Some(format!("С последних курсов прошло {}", view.mark)), &view.due),
        (Some("Сведений о курсах нет".to_owned()), &view.unknown),
        (needed.then(|| "Остальные участники".to_owned()), &view.recent),
    ];
    let mut rows = Vec::new();
    let mut number = 0;
    for (title, people) in parts.into_iter().filter(|(_, people)| !people.is_empty()) {
        rows.extend(title.map(Line::Group));
        for it in people {
            number += 1;
            let old = number <= view.due.len();
            let last = if old { format!("{}\n{}", it.last, view.mark) } else { it.last.clone() };
            rows.push(course_row(number, it, &last));
        }
    }
    if rows.is_empty() {
        body.add(Paragraph::new(Style::Body, "В\u{A0}составе на этот день никого нет."));
    } else {
        let columns = [
            Column::numbers("№", 8.0),
            Column::words("Фамилия, имя, отчество", 34.0),
            Column::words("ОО", 29.0),
            Column::words("Должность, предмет", 31.0),
            Column::words("Категория", 23.0),
            Column::numbers("Год последних курсов", 24.0),
            Column::words("Тема", 35.0),
            Column::words("Форма", 17.0),
            Column::words("Часы", 14.0),
            Column::words("Период", 18.0),
            Column::words("Организация", 26.0),
        ];
        table(&mut body, &columns, rows, true);
    }
    if let Some(total) = filled(view.total.as_ref()) {
        body.add(Paragraph::new(Style::Plain, total).before(160));
    }
    body.signed(std::slice::from_ref(&view.signature), None, Some(Paragraph::blank_day()));
    body
}

fn course_row(number: usize, it: &CourseRequestRow, last: &str) -> Line {
    let texts = [&it.name, &it.organisation, &it.post, &it.category].map(String::as_str);
    let asked = [&it.course, &it.form, &it.hours, &it.term, &it.provider].map(String::as_str);
    let all = texts.into_iter().chain([last]).chain(asked).map(str::to_owned);
    Line::Row(std::iter::once(number.to_string()).chain(all).collect())
}

pub(super) fn certificate(view: &Certificate, of_community: &str) -> Body {
    let mut body = Body::default();
    let corner = [
        Paragraph::new(Style::Plain, "Районный информационно-методический кабинет"),
        Paragraph::blank_day(),
        Paragraph::blanks(Style::Plain, &[("№ ", 26)]),
    ];
    let to = Addressee { post: view.addressee.clone().unwrap_or_default(), name: String::new() };
    cornered(&mut body, &corner, &lines(&to.post).map(plain).collect::<Vec<_>>());
    body.add(Paragraph::new(Style::Heading1, "СПРАВКА"));
    body.title(Style::Centred, "о работе руководителя за период", 0);
    body.title(Style::Centred, &format!("с\u{A0}{} по\u{A0}{}", view.from, view.to), 280);
    let post = if has(&view.post) { format!(", {}", view.post) } else { String::new() };
    let work = if has(&view.workplace) {
        format!(" (основное место работы — {})", view.workplace)
    } else {
        String::new()
    };
    let given = format!(
        "Настоящая справка дана в\u{A0}том, что {}{post}{work}, с\u{A0}{} по\u{A0}{} {} руководителем {of_community}.",
        view.name, view.from, view.to, view.was
    );
    body.add(Paragraph::new(Style::Body, &given));
    if view.duties.is_empty() {
        body.add(Paragraph::new(Style::Body, "Записей о работе за этот период нет."));
    } else {
        body.add(Paragraph::new(Style::Body, "За этот период выполнено:").after(140).kept());
        let columns =
            [Column::words("Обязанность\n(п. 4.3 Положения)", 58.0), Column::words("Выполнено", 112.0)];
        let row = |it: &crate::papers::Duty| Line::Row(vec![it.duty.clone(), it.done.join("\n")]);
        table(&mut body, &columns, view.duties.iter().map(row).collect(), false);
    }
    let why = "Справка дана для решения вопроса о стимулирующих выплатах по основному месту работы (п. 4.4 \
               Положения о профессиональном педагогическом сообществе).";
    body.add(Paragraph::new(Style::Body, why).before(220));
    body.signed(std::slice::from_ref(&view.signature), None, None);
    body
}

fn plain(text: &str) -> Paragraph {
    Paragraph::new(Style::Plain, text)
}

/// To whom a paper goes, at the right; a name that is not known is a rule to fill in.
fn addressed(body: &mut Body, to: &Addressee) {
    let mut right: Vec<Paragraph> = lines(&to.post).map(plain).collect();
    right.push(if has(&to.name) { plain(&to.name) } else { Paragraph::blanks(Style::Plain, &[("", 50)]) });
    cornered(body, &[plain("")], &right);
}

/// What stands in both upper corners.
fn cornered(body: &mut Body, left: &[Paragraph], right: &[Paragraph]) {
    let widths = [body.sheet().saturating_sub(ADDRESSEE), ADDRESSEE];
    let nothing = [plain("")];
    let right = if right.is_empty() { &nothing[..] } else { right };
    let cells = cell_of(widths[0], "", left) + &cell_of(widths[1], "", right);
    body.table(open("TableNormal", &widths, &Room(0.0, 0.0)) + &row("", &cells) + "</w:tbl>");
    body.add(Paragraph::new(Style::Nothing, "").after(240));
}

/// Rows with their numbers before them.
fn numbered<const N: usize>(rows: impl Iterator<Item = [String; N]>) -> Vec<Line> {
    rows.zip(1..)
        .map(|(row, number)| Line::Row(std::iter::once(number.to_string()).chain(row).collect()))
        .collect()
}

fn table(body: &mut Body, columns: &[Column<'_>], rows: Vec<Line>, bound: bool) {
    let xml = ruled(columns, &rows, body.sheet(), bound);
    body.table(xml);
}
