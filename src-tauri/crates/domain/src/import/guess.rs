//! To which of the seven directions a row belongs that names none. A plan made in Word rarely has such a column, so it is
//! guessed, with the reason: from the same row of an earlier plan, from the words of п. 3.1, from the form.

use std::collections::BTreeMap;

use super::folded;
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::records::{ActivityForm, Direction};
use Direction::{Analysis, Consultation, Education, Expertise, Information, Management, Organisation};
use Strength::{Faint, Plain};

/// A direction that nobody has named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuessedDirection {
    /// Which.
    pub direction: Direction,
    /// Why: «по слову «анализ»», «как в плане на 2024/2025».
    pub why: String,
    /// Whether only this one comes into question. Otherwise a person should look.
    pub sure: bool,
}

/// The directions of rows that the community has already had in its plans.
#[derive(Debug, Clone, Default)]
pub struct EarlierDirections(BTreeMap<String, Vec<(SchoolYear, Direction)>>);

impl EarlierDirections {
    /// The rows of all plans up to a year, the newest first.
    #[must_use]
    pub fn of(records: &CommunityRecords, year: SchoolYear) -> Self {
        let mut known: BTreeMap<String, Vec<(SchoolYear, Direction)>> = BTreeMap::new();
        for activity in records.activities.values() {
            let Some(plan) = records.plans.get(&activity.plan).filter(|plan| plan.school_year <= year) else {
                continue;
            };
            let key = without_numbers(&activity.text);
            if !key.is_empty() {
                known.entry(key).or_default().push((plan.school_year, activity.direction));
            }
        }
        for rows in known.values_mut() {
            rows.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
        }
        Self(known)
    }

    fn guess(&self, text: &str) -> Option<GuessedDirection> {
        let rows = self.0.get(&without_numbers(text))?;
        let (year, direction) = *rows.first()?;
        let sure = rows.iter().filter(|(of, _)| *of == year).all(|(_, other)| *other == direction);
        Some(GuessedDirection { direction, why: format!("как в плане на {year}"), sure })
    }
}

/// The same work of another year: «Анализ ВПР 2024 года» and «Анализ ВПР 2025 года».
fn without_numbers(text: &str) -> String {
    let folded = folded(text);
    let words = folded.split(' ').filter(|word| !word.chars().any(|c| c.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}

/// Guesses from what a row says. `form` is what its own column says, or else the form with which the row begins.
#[must_use]
pub fn guess_direction(text: &str, form: &str, earlier: &EarlierDirections) -> Option<GuessedDirection> {
    if let Some(known) = earlier.guess(text) {
        return Some(known);
    }
    let by_words = by_words(text);
    let Some(form) = ActivityForm::of(form) else { return by_words };
    let (by_form, certain) = of_form(form);
    match by_words {
        Some(mut guessed) if guessed.direction == by_form => {
            guessed.sure |= certain;
            Some(guessed)
        }
        // An examination of projects is a thing of management, whatever the form says (п. 3.1.6).
        Some(guessed) if guessed.sure && by_form == Direction::Expertise => Some(guessed),
        other => Some(GuessedDirection {
            direction: by_form,
            why: format!("по форме «{}»", form.in_words()),
            sure: certain && other.is_none(),
        }),
    }
}

/// What a form alone says, and whether it says it for certain.
fn of_form(form: ActivityForm) -> (Direction, bool) {
    use ActivityForm as Form;
    match form {
        Form::Meeting | Form::Contest | Form::Conference => (Direction::Organisation, true),
        Form::OpenLesson | Form::LessonVisits => (Direction::Organisation, false),
        Form::Seminar | Form::Workshop | Form::MasterClass | Form::Webinar => (Direction::Education, true),
        Form::Consultation => (Direction::Consultation, true),
        Form::Expertise => (Direction::Expertise, true),
        Form::Diagnostics => (Direction::Analysis, true),
    }
}

/// Beginnings of words; `=` in front asks for the whole word. Several words follow each other, and between them one
/// other may stand. Narrow ones stand before wide ones, since the first that fits at a place is taken.
struct Sign(&'static str, Direction, Strength);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Strength {
    /// The word of п. 3.1 itself, or the name of such work.
    Plain,
    /// Such words also occur in rows of other directions.
    Faint,
}

const SIGNS: &[Sign] = &[
    // 3.1.6 before 3.1.5: «экспертиза проектов ОО и педагогов».
    Sign("экспертиз проект", Management, Plain),
    Sign("план график", Management, Plain),
    Sign("дорожн карт", Management, Plain),
    Sign("график", Management, Plain),
    Sign("контрол", Management, Plain),
    Sign("=план", Management, Plain),
    Sign("=плана", Management, Plain),
    Sign("=планов", Management, Plain),
    Sign("=планы", Management, Plain),
    Sign("планирован", Management, Faint),
    Sign("отчет", Management, Faint),
    // 3.1.4
    Sign("консультац", Consultation, Plain),
    Sign("консультир", Consultation, Plain),
    Sign("индивидуальн образовательн", Consultation, Plain),
    Sign("=иом", Consultation, Plain),
    Sign("наставни", Consultation, Faint),
    Sign("сопровожд", Consultation, Faint),
    Sign("помощ", Consultation, Faint),
    // 3.1.7
    Sign("повышени квалификац", Education, Plain),
    Sign("курсов подготов", Education, Plain),
    Sign("=курсы", Education, Plain),
    Sign("=курсов", Education, Plain),
    Sign("=курсах", Education, Plain),
    Sign("семинар", Education, Plain),
    Sign("практикум", Education, Plain),
    Sign("мастер класс", Education, Plain),
    Sign("вебинар", Education, Plain),
    Sign("вебконференц", Education, Plain),
    Sign("дистанционн", Education, Plain),
    Sign("тренинг", Education, Plain),
    Sign("стажиров", Education, Plain),
    Sign("педагогическ мастерск", Education, Plain),
    Sign("школ молод", Education, Plain),
    Sign("обучени", Education, Faint),
    // 3.1.1
    Sign("анализ", Analysis, Plain),
    Sign("аналитич", Analysis, Plain),
    Sign("самоанализ", Analysis, Plain),
    Sign("мониторинг", Analysis, Plain),
    Sign("диагностик", Analysis, Plain),
    Sign("диагностич", Analysis, Plain),
    Sign("анкетир", Analysis, Plain),
    Sign("опрос", Analysis, Plain),
    Sign("=срез", Analysis, Plain),
    Sign("=срезы", Analysis, Plain),
    Sign("выявлени", Analysis, Plain),
    Sign("изучени запрос", Analysis, Plain),
    Sign("изучени состоян", Analysis, Plain),
    Sign("изучени затруднен", Analysis, Plain),
    Sign("подведени итог", Analysis, Faint),
    Sign("=итоги", Analysis, Faint),
    // 3.1.2
    Sign("подбор", Information, Plain),
    Sign("систематиз", Information, Plain),
    Sign("распростран", Information, Plain),
    Sign("информац", Information, Plain),
    Sign("информир", Information, Plain),
    Sign("сайт", Information, Plain),
    Sign("рассыл", Information, Plain),
    Sign("размещ", Information, Plain),
    Sign("публикац", Information, Plain),
    Sign("обзор", Information, Plain),
    Sign("=банк", Information, Plain),
    Sign("=банка", Information, Plain),
    Sign("памятк", Information, Plain),
    Sign("буклет", Information, Plain),
    Sign("изучени нормативн", Information, Plain),
    Sign("нормативн", Information, Faint),
    Sign("ознакомлен", Information, Faint),
    Sign("знакомств", Information, Faint),
    Sign("методическ материал", Information, Faint),
    Sign("методическ рекомендац", Information, Faint),
    Sign("сборник", Information, Faint),
    // 3.1.3
    Sign("заседан", Organisation, Plain),
    Sign("сетев", Organisation, Plain),
    Sign("взаимодейств", Organisation, Plain),
    Sign("координ", Organisation, Plain),
    Sign("внеуроч", Organisation, Plain),
    Sign("конкурс", Organisation, Plain),
    Sign("конференц", Organisation, Plain),
    Sign("олимпиад", Organisation, Plain),
    Sign("фестивал", Organisation, Plain),
    Sign("взаимопосещ", Organisation, Plain),
    Sign("взаимн посещ", Organisation, Plain),
    Sign("обмен опыт", Organisation, Plain),
    Sign("кругл стол", Organisation, Faint),
    Sign("открыт урок", Organisation, Faint),
    Sign("посещен урок", Organisation, Faint),
    Sign("методическ день", Organisation, Faint),
    Sign("методическ недел", Organisation, Faint),
    Sign("предметн недел", Organisation, Faint),
    Sign("декад", Organisation, Faint),
    Sign("обобщен опыт", Organisation, Faint),
    // 3.1.5
    Sign("экспертиз", Expertise, Plain),
    Sign("экспертн", Expertise, Plain),
    Sign("рецензи", Expertise, Plain),
];

/// Words with which work of any direction begins; what comes after them says what work it is.
const BEGINNINGS: &str = "организац проведен подготов участи разработ составлен создан осуществлен обеспечен оказан \
                          пополнен обновлен утвержден корректировк реализац выполнен методическ районн муниципальн \
                          областн региональн межшкольн постоянн входн итогов промежуточн повторн онлайн цикл серия";

struct Word {
    folded: String,
    quoted: bool,
}

struct Hit {
    at: usize,
    length: usize,
    direction: Direction,
    strength: Strength,
}

fn by_words(text: &str) -> Option<GuessedDirection> {
    let words = words_of(text);
    let outside: Vec<&Word> = words.iter().filter(|word| !word.quoted).collect();
    let hits = hits(&outside);
    if let Some(first) = hits.first() {
        // «Анализ участия в конкурсе» is an analysis: the first word says what is done.
        let heads = outside[..first.at].iter().all(|word| {
            word.folded.chars().count() < 3
                || BEGINNINGS.split(' ').any(|begin| word.folded.starts_with(begin))
        });
        let agreed = hits.iter().all(|hit| hit.direction == first.direction);
        let sure = first.strength == Plain && (heads || agreed);
        // A plain word further on says more than a faint one at the beginning.
        let plain = hits.iter().find(|hit| hit.strength == Plain).filter(|_| first.strength == Faint);
        let taken = plain.unwrap_or(first);
        return Some(because(taken, &outside, sure));
    }
    // What stands in quotes is a topic: «Школа без неуспешных: контроль и помощь».
    let quoted: Vec<&Word> = words.iter().filter(|word| word.quoted).collect();
    let hits = self::hits(&quoted);
    hits.first().map(|first| because(first, &quoted, false))
}

fn because(hit: &Hit, words: &[&Word], sure: bool) -> GuessedDirection {
    let said: Vec<&str> =
        words[hit.at..hit.at + hit.length].iter().map(|word| word.folded.as_str()).collect();
    let by = if said.len() > 1 { "по словам" } else { "по слову" };
    GuessedDirection { direction: hit.direction, why: format!("{by} «{}»", said.join(" ")), sure }
}

/// All places where a sign stands, in the order of the words.
fn hits(words: &[&Word]) -> Vec<Hit> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let here = SIGNS.iter().find_map(|Sign(sign, direction, strength)| {
            let length = fits(&words[at..], sign)?;
            Some(Hit { at, length, direction: *direction, strength: *strength })
        });
        at += here.as_ref().map_or(1, |hit| hit.length);
        found.extend(here);
    }
    found
}

/// How many words the sign takes where it begins with the first of them.
fn fits(words: &[&Word], sign: &str) -> Option<usize> {
    let mut at = 0;
    for (number, part) in sign.split(' ').enumerate() {
        let is = |word: &Word| match part.strip_prefix('=') {
            Some(whole) => word.folded == whole,
            None => word.folded.starts_with(part),
        };
        // One word may stand between: «экспертиза педагогических проектов».
        let skipped = usize::from(number > 0 && !words.get(at).is_some_and(|word| is(word)));
        if !words.get(at + skipped).is_some_and(|word| is(word)) {
            return None;
        }
        at += skipped + 1;
    }
    Some(at)
}

fn words_of(text: &str) -> Vec<Word> {
    let (mut words, mut depth, mut straight) = (Vec::new(), 0_usize, false);
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c }));
            continue;
        }
        if !word.is_empty() {
            words.push(Word { folded: std::mem::take(&mut word), quoted: depth > 0 || straight });
        }
        match c {
            '«' | '“' | '„' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            '"' => straight = !straight,
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn guessed(text: &str, form: &str) -> Option<GuessedDirection> {
        guess_direction(text, form, &EarlierDirections::default())
    }

    #[rstest]
    #[case("Анализ результатов ВПР и ОГЭ школ-участниц", Analysis)]
    #[case("Диагностика профессиональных затруднений", Analysis)]
    #[case("Повторная диагностика, сравнение", Analysis)]
    #[case("Анализ участия педагогов в конкурсе", Analysis)]
    #[case("Входной срез по математике", Analysis)]
    #[case("Подборка материалов по ФГОС ООО и ФОП", Information)]
    #[case("Пополнение страницы ППС на сайте РИМК", Information)]
    #[case("Систематическое обновление материалов сайта", Information)]
    #[case("Рассылка новинок", Information)]
    #[case("Заседания ППС (три)", Organisation)]
    #[case("Заседание «Анализ затруднений учителей»", Organisation)]
    #[case("Взаимное посещение уроков в Батуринской и Вакинской СШ", Organisation)]
    #[case("Участие в областном конкурсе «Методическая копилка»", Organisation)]
    #[case("Организация сетевого взаимодействия педагогов", Organisation)]
    #[case("Консультации молодых педагогов", Consultation)]
    #[case("Консультация по подготовке к конкурсу", Consultation)]
    #[case("Составление ИОМ (Мещерякова Н. О., Щербакова-Дёмина А. В.)", Consultation)]
    #[case("Составление индивидуальных образовательных маршрутов", Consultation)]
    #[case("Экспертиза рабочих программ Вакинской СШ", Expertise)]
    #[case("Рецензирование уроков", Expertise)]
    #[case("Экспертиза проекта «Школа без неуспешных»", Management)]
    #[case("Экспертиза педагогических проектов", Management)]
    #[case("Дорожная карта поддержки Батуринской СШ", Management)]
    #[case("Контроль исполнения решений", Management)]
    #[case("Составление плана работы на следующий год", Management)]
    #[case("Семинар-практикум «Формирующее оценивание: пять приёмов»", Education)]
    #[case("Вебинар «Читательская грамотность на уроках истории»", Education)]
    #[case("Мастер-класс «Цифровые инструменты обратной связи»", Education)]
    #[case("Обеспечение повышения квалификации в соответствии с планом-графиком", Education)]
    #[case("Районный семинар для учителей математики", Education)]
    fn plain_words_say_the_direction(#[case] text: &str, #[case] direction: Direction) {
        let guessed = guessed(text, "").unwrap();
        assert_eq!((guessed.direction, guessed.sure), (direction, true), "{}", guessed.why);
    }

    #[rstest]
    #[case("Открытые уроки учителей математики", Organisation)]
    #[case("Круглый стол «Трудные темы ЕГЭ»", Organisation)]
    #[case("Помощь учителям Вакинской СШ", Consultation)]
    #[case("Педагогический совет: анализ посещённых семинаров", Analysis)]
    #[case("Встреча «Анализ ошибок ОГЭ»", Analysis)]
    #[case("Итоги работы за год", Analysis)]
    fn faint_words_are_to_be_looked_at(#[case] text: &str, #[case] direction: Direction) {
        let guessed = guessed(text, "").unwrap();
        assert_eq!((guessed.direction, guessed.sure), (direction, false), "{}", guessed.why);
    }

    #[rstest]
    #[case("Встреча с родителями")]
    #[case("Праздник первого звонка")]
    #[case("Планируемые результаты освоения программы")]
    #[case("")]
    fn without_any_ground_nothing_is_guessed(#[case] text: &str) {
        assert_eq!(guessed(text, ""), None);
    }

    #[rstest]
    #[case("Встреча с учителями", "семинар", Education, true, "по форме «семинар»")]
    #[case("Встреча с учителями", "открытый урок", Organisation, false, "по форме «открытый урок»")]
    #[case("Анализ ошибок ВПР", "семинар", Education, false, "по форме «семинар»")]
    #[case("Анализ ошибок ВПР", "диагностика", Analysis, true, "по слову «анализ»")]
    #[case("Экспертиза проектов", "экспертиза", Management, true, "по словам «экспертиза проектов»")]
    fn the_form_has_its_say(
        #[case] text: &str,
        #[case] form: &str,
        #[case] direction: Direction,
        #[case] sure: bool,
        #[case] why: &str,
    ) {
        let wanted = GuessedDirection { direction, why: why.to_owned(), sure };
        assert_eq!(guessed(text, form), Some(wanted));
    }

    #[test]
    fn the_same_row_of_an_earlier_plan_is_the_best_ground() {
        let rows = vec![(SchoolYear(2024), Management), (SchoolYear(2023), Analysis)];
        let earlier = EarlierDirections(BTreeMap::from([(without_numbers("Анализ ВПР 2024 года"), rows)]));
        let guessed = guess_direction("Анализ  ВПР 2025 года.", "", &earlier).unwrap();
        assert_eq!((guessed.direction, guessed.sure), (Management, true));
        assert_eq!(guessed.why, "как в плане на 2024/2025");
    }
}
