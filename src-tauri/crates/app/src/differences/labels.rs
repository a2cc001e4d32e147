//! What fields are called on the screen, and words that stand for values.

use pps_domain::records::Kind;

/// Fields that tell a person nothing, or that follow from another one.
const UNSAID: [&str; 9] =
    ["id", "community", "sha256", "size", "media_type", "belongs_to", "example_day", "pages", "texts"];

/// What a field is called; none where it is not told.
pub(super) fn label(kind: Kind, key: &str) -> Option<&'static str> {
    if UNSAID.contains(&key) {
        return None;
    }
    Some(of_kind(kind, key).or_else(|| of_any(key)).unwrap_or("Другие сведения"))
}

/// Words that mean one thing here and another there.
fn of_kind(kind: Kind, key: &str) -> Option<&'static str> {
    Some(match (kind, key) {
        (Kind::Community, "name") => "Полное название",
        (Kind::Community, "place") => "Город или посёлок",
        (Kind::Community, "from") => "В должности с",
        (Kind::Community, "to") => "В должности по",
        (Kind::Community, "post") => "Должность",
        (Kind::Organisation, "kind") => "Что это",
        (Kind::Organisation, "name") => "Полное название",
        (Kind::Person, "from") => "С какого дня",
        (Kind::Person, "title") => "Программа",
        (Kind::Order, "kind") => "О чём",
        (Kind::Order, "school_year") => "Учебный год, которого касается",
        (Kind::Membership, "from") => "В составе с",
        (Kind::Membership, "to") => "По какой день",
        (Kind::Membership, "place") => "Место в списке",
        (Kind::Difficulty, "title") => "Затруднение",
        (Kind::Plan, "topic") => "Методическая тема",
        (Kind::Plan, "meetings") => "Заседания по плану",
        (Kind::Activity, "text") => "Что будет сделано",
        (Kind::Activity, "place") => "Место в плане",
        (Kind::Activity, "task") => "Задача",
        (Kind::Activity, "decisions") => "Подтверждено решениями",
        (Kind::Activity, "meetings") => "Рассмотрено на заседаниях",
        (Kind::Activity, "to") => "На срок",
        (Kind::Activity, "date") => "Дата",
        (Kind::Attachment, "name") => "Название файла",
        _ => return None,
    })
}

fn of_any(key: &str) -> Option<&'static str> {
    Some(match key {
        "added" => "Добавлено",
        "adopted" => "Принят на заседании",
        "anonymised" => "Обезличен",
        "approved" => "Утверждён РИМК",
        "asked" => "Сколько анкет вернулось",
        "base" => "На базе какой организации",
        "basis" => "Основание",
        "category" => "Категория",
        "chair_word" => "Как назван председатель",
        "consent" => "Согласие на обработку данных",
        "contact" => "Рабочий телефон или почта",
        "count" => "Сколько опрошенных испытывают затруднение",
        "course_is_old_after" => "Через сколько лет напомнить о курсах",
        "courses" => "Курсы",
        "date" => "Дата",
        "difficulties" => "Затруднения",
        "difficulty" => "Затруднение",
        "direction" => "Направление",
        "district" => "Район",
        "expected" => "Ожидаемый результат",
        "facts" => "Сведения",
        "finished" => "Когда закончены",
        "form" => "Форма",
        "from" => "С",
        "goal" => "Цель",
        "heads_methodical_body" => "Руководит методическим объединением",
        "heads_organisation" => "Руководит организацией",
        "held" => "Когда прошёл",
        "higher_body" => "Вышестоящий орган",
        "hours" => "Часов",
        "in_specialty_since" => "Год начала работы по специальности",
        "incoming" => "Входящий номер РИМК",
        "issued_by" => "Чей приказ",
        "joined_by" => "Приказ о включении",
        "kept_since" => "С какого дня ведётся здесь",
        "last_year" => "Коротко об итогах прошлого года",
        "left_by" => "Приказ о выходе",
        "low_results" => "Низкие результаты",
        "mark" => "Отметка о выполнении",
        "meeting" => "Заседание",
        "meetings" => "Заседания",
        "moves" => "Перенос срока",
        "name" => "Фамилия, имя, отчество",
        "note" => "Заметка",
        "number" => "Номер",
        "officials" => "Должностные лица",
        "organisation" => "Организация",
        "organisations" => "Организации",
        "papers" => "Что сдано",
        "participants" => "Участники",
        "person" => "Кто",
        "phrases" => "Свои фразы",
        "plan" => "План",
        "plan_approved_by" => "Срок утверждения плана",
        "post" => "Должность и предмет",
        "preliminary" => "Предварительный",
        "problem_zones" => "Проблемные зоны",
        "prose" => "Разделы отчёта",
        "protocol_signed_within" => "За сколько рабочих дней подписывают протокол",
        "provider" => "Где проходили",
        "questions" => "Вопросы",
        "reason" => "Почему",
        "recommendations_apart" => "Рекомендации отдельно от решений",
        "remarks" => "Замечания",
        "reopened" => "Составляется новая редакция отчёта",
        "report_handed_over_by" => "Срок сдачи отчёта",
        "responsible" => "Ответственные",
        "result" => "Что получилось",
        "returned" => "Возвращено с замечаниями",
        "role" => "Роль",
        "roles" => "Роли",
        "rows" => "Ответы",
        "school_year" => "Учебный год",
        "second_half_ends" => "Конец второго полугодия",
        "settings" => "Настройки",
        "short_name" => "Краткое название",
        "standing_questions" => "Постоянные вопросы",
        "state" => "Итог",
        "tasks" => "Задачи",
        "term" => "Срок",
        "text" => "Задача",
        "title" => "Должность, как на бумаге",
        "to" => "По",
        "topic" => "Тема",
        "unfavourable_conditions" => "Неблагоприятные условия",
        "venue" => "Место: школа",
        "who" => "Кто отвечал",
        "works_since" => "Год начала работы",
        _ => return None,
    })
}

/// A value that is kept as a word of its own.
pub(super) fn word(key: &str, value: &str) -> Option<&'static str> {
    Some(match (key, value) {
        ("category", "not_applicable") => "не указана",
        ("category", "none") => "без категории",
        ("category", "fits_post") => "соответствие занимаемой должности",
        ("category", "first") => "первая",
        ("category", "highest") => "высшая",
        ("kind", "school") => "школа",
        ("kind", "methodical_body") => "методическая служба",
        ("kind", "other") => "другая организация",
        ("kind", "create") => "о создании",
        ("kind", "change_roster") => "о составе",
        ("kind", "reorganise") => "о реорганизации",
        ("kind", "liquidate") => "о ликвидации",
        ("kind", "approve_list") => "об утверждении перечня",
        ("role", "leader") => "руководитель",
        ("role", "secretary") => "секретарь",
        ("role", "signed_scan") => "подписанный скан",
        ("role", "proof") => "подтверждение",
        ("role", "document") => "документ",
        ("role", "signed_text") => "подписанный или сданный текст",
        ("post", "head_of_rimk") => "заведующий РИМК",
        ("post", "head_of_education") => "начальник управления образования",
        ("form", "by_head") => "подписью заведующего",
        ("form", "by_order") => "приказом",
        ("state", "done") => "выполнено",
        ("state", "done_in_part" | "in_part") => "выполнено не в полном объёме",
        ("state", "not_done") => "не выполнено",
        ("state", "cancelled") => "отменено",
        ("papers", "plan") => "план",
        ("papers", "report") => "отчёт",
        ("papers", "preliminary_plan") => "предварительный план",
        _ => return None,
    })
}

#[cfg(test)]
pub(super) fn is_known(kind: Kind, key: &str) -> bool {
    UNSAID.contains(&key) || of_kind(kind, key).or_else(|| of_any(key)).is_some()
}
