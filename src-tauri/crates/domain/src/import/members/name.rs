//! A person's name in a list, with what people write beside it: «1. СОКОЛОВА М.В. (секретарь)».

use super::ReadMember;
use super::line::{is_post, name_and_rest};
use crate::calendar::{SchoolYear, read_date};
use crate::import::people::in_russian_letters;
use crate::import::{Doubt, TableColumn, one_line};
use crate::records::Role;
use crate::russian::FullName;

/// Reads the name, and what stands beside it in brackets.
pub(super) fn read_name(cell: &str, read: &mut ReadMember, year: SchoolYear) {
    // «1. Соколова …»: the number of the row.
    let cell = one_line(cell);
    let cell = cell.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ')' | ' '));
    // «Руководитель РМО: Соколова М. В.»
    let cell = match cell.split_once(':') {
        Some((role, name)) if !name.trim().is_empty() => {
            beside_the_name(role.trim(), read, year);
            name.trim()
        }
        _ => cell,
    };
    let (mut name, mut former) = (cell.to_owned(), None);
    while name.contains('(') {
        let (without, surname, note) = without_brackets(&name);
        former = former.or(surname);
        if let Some(note) = note.filter(|note| !note.is_empty()) {
            beside_the_name(&note, read, year);
        }
        name = without;
    }
    // «Соколова М.В.» are three words.
    let (name, rest) = name_and_rest(&name.replace('.', ". "));
    if let Some(rest) = rest {
        let sentence = format!("«{rest}» стоит после имени и в карточку не войдёт.");
        read.doubts.push(Doubt::new(TableColumn::Name, sentence));
    }
    let name = in_order(&proper(&in_russian_letters(&name)));
    read.name = FullName::parse(&name);
    if let Some(former) = former {
        // «Иванова (Сидорова) Анна Петровна»
        read.name.surname = format!("{} ({})", read.name.surname, proper(&former));
    }
    if !name.chars().any(char::is_alphabetic) {
        let sentence = "Не указаны фамилия, имя и отчество; впишите их или снимите отметку со строки.";
        read.refusal = Some(Doubt::new(TableColumn::Name, sentence));
    } else if read.name.given.chars().filter(|sign| sign.is_alphabetic()).count() < 2 {
        let sentence = format!("«{name}» — имя и отчество не написаны полностью; допишите их в «Составе».");
        read.doubts.push(Doubt::new(TableColumn::Name, sentence));
    }
    if !looks_like_a_name(&name) {
        let sentence = format!("«{name}» не похоже на имя; проверьте или снимите отметку со строки.");
        read.doubts.push(Doubt::new(TableColumn::Name, sentence));
    }
}

/// «Список составил секретарь», «Учителя начальных классов» are no names.
fn looks_like_a_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let begins_small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    let lower = first.to_lowercase();
    let other = ["итого", "всего", "список", "состав", "примечан"].iter().any(|word| lower.starts_with(word));
    let post = is_post(&lower) && (second.is_empty() || begins_small(second));
    !other && !post && (begins_small(first) || !begins_small(second))
}

/// The name without its brackets, a former surname in them, or a note.
fn without_brackets(cell: &str) -> (String, Option<String>, Option<String>) {
    let Some((before, rest)) = cell.split_once('(') else { return (cell.to_owned(), None, None) };
    let (inner, after) = rest.split_once(')').unwrap_or((rest, ""));
    let (inner, after) = (inner.trim(), after.trim());
    let surname = inner.chars().next().is_some_and(char::is_uppercase)
        && inner.chars().all(|sign| sign.is_alphabetic() || sign == '-');
    let name = format!("{} {after}", before.trim());
    if surname && before.split_whitespace().count() == 1 && !after.is_empty() {
        (name, Some(inner.to_owned()), None)
    } else {
        (name, None, Some(inner.to_owned()))
    }
}

/// «(секретарь)», «(до 31.12.2025)», «(совместитель)», «(декрет)»
fn beside_the_name(note: &str, read: &mut ReadMember, year: SchoolYear) {
    let lower = note.to_lowercase();
    if lower.starts_with("совместител") {
        read.part_time = true;
        return;
    }
    let known = ["руководител", "секретар", "участни", "член", "с ", "со ", "до ", "по "];
    if known.iter().any(|word| lower.starts_with(word)) {
        role_and_dates(note, TableColumn::Name, read, year);
    } else {
        let sentence = format!("«{note}» — для этого в карточке места нет.");
        read.doubts.push(Doubt::new(TableColumn::Name, sentence));
    }
}

/// «руководитель ППС», «участник (до 31.12.2025)», «секретарь, с 12.01.2026».
pub(super) fn role_and_dates(cell: &str, column: TableColumn, read: &mut ReadMember, year: SchoolYear) {
    let text = cell.to_lowercase();
    let words: Vec<&str> =
        text.split(|sign: char| sign.is_whitespace() || matches!(sign, '(' | ')' | ',' | ';')).collect();
    for pair in words.windows(2) {
        let date = || read_date(pair[1].trim_end_matches('.'), year).ok();
        match pair[0] {
            "с" | "со" => read.from = date().or(read.from),
            "до" | "по" => read.to = date().or(read.to),
            _ => {}
        }
    }
    if text.contains("заместитель") {
        let sentence = format!("Роль «{}» программе не знакома; человек войдёт участником.", one_line(cell));
        read.doubts.push(Doubt::new(column, sentence));
    } else if text.contains("руководитель") || text.contains("председатель") {
        read.role = Some(Role::Leader);
    } else if text.contains("секретар") {
        read.role = Some(Role::Secretary);
    } else if !(text.is_empty() || text.contains("участни") || text.contains("член"))
        && (read.from, read.to) == (None, None)
    {
        let sentence = format!("Роль «{}» программе не знакома; человек войдёт участником.", one_line(cell));
        read.doubts.push(Doubt::new(column, sentence));
    }
}

/// «СОКОЛОВА-ДЁМИНА МАРИЯ» is «Соколова-Дёмина Мария»; a name that has small letters stays as it is.
fn proper(name: &str) -> String {
    let shouted = name.chars().filter(|sign| sign.is_alphabetic()).count() > 3
        && name
            .split_whitespace()
            .filter(|word| !is_initial(word))
            .all(|word| !word.chars().any(char::is_lowercase));
    if !shouted {
        return name.to_owned();
    }
    let mut begins = true;
    name.chars()
        .flat_map(|sign| {
            let written: Vec<char> = if begins { vec![sign] } else { sign.to_lowercase().collect() };
            begins = !sign.is_alphabetic();
            written
        })
        .collect::<String>()
        .replace(" Оглы", " оглы")
        .replace(" Кызы", " кызы")
}

/// «А. П. Орлова», «Анна Петровна Орлова»: the surname comes first in a card.
fn in_order(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let patronymic = |word: &str| {
        let lower = word.to_lowercase();
        ["вич", "ьич", "вна", "чна", "шна"].iter().any(|ending| lower.ends_with(ending))
    };
    match words.as_slice() {
        [given, second, surname] if is_initial(given) && is_initial(second) && !is_initial(surname) => {
            [*surname, given, second].join(" ")
        }
        [given, surname] if is_initial(given) && !is_initial(surname) => [*surname, given].join(" "),
        [given, second, surname] if patronymic(second) && !patronymic(surname) && !is_initial(surname) => {
            [*surname, given, second].join(" ")
        }
        _ => words.join(" "),
    }
}

fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() == 1
}
