//! Ключ восстановления: the sheet that opens the records when the password is forgotten.

use pps_domain::NaiveDate;
use pps_domain::russian::date_in_prose;

use crate::Paper;
use crate::model::{Block, Document};

/// The sheet with the key, in two lines of groups as they are typed back. It is no paper of the catalogue: the key is known
/// once, when the password is set.
#[must_use]
pub fn recovery_key(community: &str, groups: &[String], day: NaiveDate) -> Paper {
    let half = groups.len().div_ceil(2).max(1);
    let lines: Vec<String> = groups.chunks(half).map(|line| line.join("   ")).collect();
    let paper = Document::of(community, false, "Ключ восстановления".to_owned())
        .heading("КЛЮЧ ВОССТАНОВЛЕНИЯ")
        .centred(format!("записей программы «ППС: рабочее место руководителя»\n{community}"), 2.0)
        .with(Block::Heading { text: lines.join("\n"), level: 2, number: None, above: None, below: Some(2.0) })
        .text(
            "Этот ключ открывает записи, если пароль забыт. На экране «Записи закрыты паролем» нажмите «Есть ключ \
             восстановления» и наберите цифры по порядку; пробелы ставить не обязательно.",
        )
        .text(
            "Храните лист не у компьютера: в сейфе школы или дома среди документов. Кто прочитает ключ, тот откроет и \
             записи.",
        )
        .text("Когда пароль сменят, этот лист потеряет силу. Его заменит новый.")
        .with(Block::line(format!("Пароль поставлен {}", date_in_prose(day))));
    Paper::Document(paper)
}

#[cfg(test)]
mod tests {
    use super::recovery_key;
    use pps_domain::NaiveDate;

    #[test]
    fn the_sheet_is_one_page_with_every_group() {
        let day = NaiveDate::from_ymd_opt(2026, 5, 3).unwrap_or_default();
        let groups: Vec<String> = (1..=8).map(|at| format!("{}", at * 111_111)).collect();
        let paper = recovery_key("ППС «Грамотность»", &groups, day);
        let composed = paper.compose(day).unwrap();
        assert_eq!(composed.page_count(), 1);
        assert!(composed.pdf().unwrap().starts_with(b"%PDF"));
        let written = format!("{paper:?}");
        assert!(groups.iter().all(|group| written.contains(group)), "{written}");
        assert!(written.contains("мая") && !written.contains("г.."), "{written}");
    }
}
