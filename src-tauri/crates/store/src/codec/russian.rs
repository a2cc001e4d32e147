//! What `serde_json` says of a text, for a Russian reader.

/// What `serde_json` says, for a Russian reader: what stands there and what should. Its own words are never
/// told on: whoever mends a file by hand has the place and these words, and no use for names of types.
#[must_use]
pub fn in_russian(fault: &serde_json::Error) -> String {
    let whole = fault.to_string();
    // The line and the column are told apart from what is wrong.
    let text = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(text, _)| text);
    if fault.is_eof() {
        return "файл обрывается, конца записи нет".to_owned();
    }
    mismatch(text)
        .or_else(|| field(text))
        .or_else(|| value(text))
        .or_else(|| syntax(text).map(str::to_owned))
        .or_else(|| ours(text))
        .unwrap_or_else(|| "ошибка в записи JSON".to_owned())
}

/// «здесь null, а нужна запись»
fn mismatch(text: &str) -> Option<String> {
    let (kind, rest) = text.split_once(": ")?;
    let (found, expected) = rest.rsplit_once(", expected ")?;
    match kind {
        "invalid type" => Some(format!("здесь {}, а {}", here(found), needed(expected))),
        "invalid value" => Some(format!("здесь {}, а {}{}", here(found), needed(expected), limits(expected))),
        _ => None,
    }
}

/// What stands there.
fn here(found: &str) -> String {
    let quoted = || found.split('`').nth(1).unwrap_or_default();
    match found.split(' ').next().unwrap_or_default() {
        "null" | "unit" | "Option" => "null".to_owned(),
        "integer" | "floating" | "number" => format!("число {}", quoted()),
        "boolean" => quoted().to_owned(),
        "string" | "character" => "строка".to_owned(),
        "sequence" => "список".to_owned(),
        "map" => "запись".to_owned(),
        _ => "другое значение".to_owned(),
    }
}

/// What should stand there.
fn needed(expected: &str) -> &'static str {
    match expected {
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" => "нужно целое число",
        "f32" | "f64" => "нужно число",
        "a boolean" => "нужно true или false",
        "a sequence" => "нужен список",
        "string or map" => "нужно слово или запись",
        "map with a single key" => "нужна запись с одним полем",
        "unit variant" | "variant identifier" => "нужно слово",
        _ if expected.contains("date") => "нужна дата вида 2026-01-16",
        _ if expected.contains("UUID") => "нужен номер записи",
        _ if expected.contains("string") => "нужна строка",
        _ if ["struct", "map", "enum"].iter().any(|word| expected.contains(word)) => "нужна запись",
        _ if ["tuple", "array", "element"].iter().any(|word| expected.contains(word)) => "нужен список",
        _ => "нужно другое значение",
    }
}

/// The limits of a whole number.
fn limits(expected: &str) -> &'static str {
    match expected {
        "u32" => " от 0 до 4294967295",
        "i32" => " от −2147483648 до 2147483647",
        "u64" | "usize" => " от 0",
        _ => "",
    }
}

/// Fields and words that are not known.
fn field(text: &str) -> Option<String> {
    let named = |begin: &str| {
        let rest = text.strip_prefix(begin)?;
        // What follows lists the words that may stand there, in quotes of their own.
        let end = ["`, expected ", "`, there are no "].iter().filter_map(|mark| rest.find(mark)).min();
        let end = end.or_else(|| rest.rfind('`'))?;
        Some((rest.get(..end)?, rest.get(end..)?))
    };
    if let Some((name, _)) = named("missing field `") {
        return Some(format!("нет поля «{name}»"));
    }
    if let Some((name, _)) = named("unknown field `") {
        return Some(format!("лишнее поле «{name}»"));
    }
    if let Some((name, _)) = named("duplicate field `") {
        return Some(format!("поле «{name}» записано дважды"));
    }
    let (name, rest) = named("unknown variant `")?;
    let allowed: Vec<_> = rest.split('`').skip(2).step_by(2).map(|word| format!("«{word}»")).collect();
    Some(format!("неизвестное значение «{name}»; можно: {}", allowed.join(", ")))
}

/// Texts that are not what they should be. `chrono` and `uuid` say so in a few fixed words.
fn value(text: &str) -> Option<String> {
    const DATES: [&str; 8] = [
        "input is out of range",
        "no possible date",
        "input is not enough",
        "input contains",
        "premature end",
        "trailing input",
        "bad or unsupported",
        "year",
    ];
    if text.starts_with("UUID parsing failed") {
        Some("это не номер записи".to_owned())
    } else if DATES.iter().any(|begin| text.starts_with(begin)) {
        Some("это не дата; нужна дата вида 2026-01-16".to_owned())
    } else if text.starts_with("invalid length") {
        Some("частей больше или меньше, чем нужно".to_owned())
    } else if text.starts_with("data did not match") {
        Some("такое значение здесь не подходит".to_owned())
    } else {
        None
    }
}

/// Faults of JSON itself.
fn syntax(text: &str) -> Option<&'static str> {
    const KNOWN: [(&str, &str); 17] = [
        ("recursion limit", "слишком много вложенных скобок"),
        ("trailing characters", "после конца записи стоит лишний текст"),
        ("trailing comma", "лишняя запятая"),
        ("control character", "в тексте есть служебный знак, записанный без \\u"),
        ("expected `:`", "нужно двоеточие"),
        ("expected `,` or `]`", "нужна запятая или ]"),
        ("expected `,` or `}`", "нужна запятая или }"),
        ("expected `\"`", "нужна кавычка"),
        ("expected ident", "непонятное слово, можно true, false или null"),
        ("expected value", "здесь нет значения"),
        ("key must be a string", "имя поля должно стоять в кавычках"),
        ("invalid escape", "неизвестный знак после \\"),
        ("invalid number", "число записано неверно"),
        ("number out of range", "число слишком велико"),
        ("invalid unicode", "текст не в кодировке UTF-8"),
        ("lone leading surrogate", "знак после \\u записан не до конца"),
        ("unexpected end of hex", "знак после \\u записан не до конца"),
    ];
    KNOWN.iter().find(|(begin, _)| text.starts_with(begin)).map(|(_, told)| *told)
}

/// What our own types say is Russian already; it becomes a part of a longer sentence.
fn ours(text: &str) -> Option<String> {
    let russian = text.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
    russian.then(|| text.trim_end_matches('.').replace(". Напишите", "; напишите"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use pps_domain::calendar::PartialDate;
    use pps_domain::records::{Difficulty, Direction, MarkState, Person, Settings, Speaker};
    use rstest::rstest;
    use serde::de::DeserializeOwned;
    use uuid::Uuid;

    fn told<T: DeserializeOwned>(text: &str) -> String {
        serde_json::from_str::<T>(text).map(drop).map_err(|fault| in_russian(&fault)).unwrap_err()
    }

    fn told_of_value<T: DeserializeOwned>(value: serde_json::Value) -> String {
        serde_json::from_value::<T>(value).map(drop).map_err(|fault| in_russian(&fault)).unwrap_err()
    }

    #[rstest]
    #[case("{\"a\": tru}", "непонятное слово, можно true, false или null")]
    #[case("{\"a\": 1", "файл обрывается, конца записи нет")]
    #[case("{} 1", "после конца записи стоит лишний текст")]
    #[case("\"а\u{1}\"", "в тексте есть служебный знак, записанный без \\u")]
    #[case("{\"a\" 1}", "нужно двоеточие")]
    #[case("[1 2]", "нужна запятая или ]")]
    #[case("{\"a\": 1 2}", "нужна запятая или }")]
    #[case("[1,]", "лишняя запятая")]
    #[case("{a: 1}", "имя поля должно стоять в кавычках")]
    #[case("\"\\x\"", "неизвестный знак после \\")]
    #[case("01", "число записано неверно")]
    #[case("1e999", "число слишком велико")]
    #[case("\"\\ud800\"", "знак после \\u записан не до конца")]
    #[case("?", "здесь нет значения")]
    fn faults_of_json_are_told_in_russian(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(told::<serde_json::Value>(text), expected);
    }

    #[rstest]
    #[case(told::<Difficulty>("null"), "здесь null, а нужна запись")]
    #[case(told::<Difficulty>("5"), "здесь число 5, а нужна запись")]
    #[case(told::<u32>("\"три, expected i32\""), "здесь строка, а нужно целое число")]
    #[case(told::<i32>("1.5"), "здесь число 1.5, а нужно целое число")]
    #[case(told::<u32>("-1"), "здесь число -1, а нужно целое число от 0 до 4294967295")]
    #[case(told::<Vec<u32>>("{}"), "здесь запись, а нужен список")]
    #[case(told::<String>("[]"), "здесь список, а нужна строка")]
    #[case(told::<bool>("\"да\""), "здесь строка, а нужно true или false")]
    #[case(told::<Uuid>("true"), "здесь true, а нужен номер записи")]
    #[case(told::<Uuid>("\"x1\""), "это не номер записи")]
    #[case(told::<NaiveDate>("5"), "здесь число 5, а нужна дата вида 2026-01-16")]
    #[case(told::<NaiveDate>("\"2026-02-31\""), "это не дата; нужна дата вида 2026-01-16")]
    #[case(told::<NaiveDate>("\"вчера\""), "это не дата; нужна дата вида 2026-01-16")]
    #[case(told::<NaiveDate>("\"2026\""), "это не дата; нужна дата вида 2026-01-16")]
    #[case(told::<NaiveDate>("\"2026-01-16T10\""), "это не дата; нужна дата вида 2026-01-16")]
    #[case(told_of_value::<Speaker>(5.into()), "здесь число 5, а нужно слово или запись")]
    #[case(
        told::<MarkState>("\"вы`, expected\""),
        "неизвестное значение «вы`, expected»; можно: «done», «done_in_part», «not_done», «cancelled»"
    )]
    #[case(told::<Settings>("{\"цвет\": 1}"), "лишнее поле «цвет»")]
    #[case(told::<Person>("{}"), "нет поля «id»")]
    #[case(told::<Person>("{\"facts\": [], \"facts\": []}"), "поле «facts» записано дважды")]
    fn faults_of_values_say_what_stands_there_and_what_should(#[case] told: String, #[case] expected: &str) {
        assert_eq!(told, expected);
    }

    #[test]
    fn an_unknown_word_is_told_with_those_that_may_stand_there() {
        let told = told::<Direction>("\"9.9.9\"");
        assert!(told.starts_with("неизвестное значение «9.9.9»; можно: «3.1.1», «3.1.2»"), "{told}");
    }

    #[test]
    fn what_our_types_say_is_kept_as_one_sentence() {
        let told = told::<PartialDate>("\"летом\"");
        assert!(told.starts_with("«летом» — не дата; напишите год") && !told.ends_with('.'), "{told}");
    }
}
