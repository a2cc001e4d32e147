/// A text in quotation marks, without the full stop at its end; quotation marks inside become „“, so that none stand
/// twice: «Мастер-класс „Цифровые инструменты“».
#[must_use]
pub fn quoted(text: &str) -> String {
    let bare = text.trim().trim_end_matches('.');
    let mut said = String::with_capacity(bare.len() + 4);
    said.push('«');
    let mut opened = false;
    for letter in bare.chars() {
        match letter {
            '«' => said.push('„'),
            '»' => said.push('“'),
            '"' => {
                said.push(if opened { '“' } else { '„' });
                opened = !opened;
            }
            _ => said.push(letter),
        }
    }
    said.push('»');
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Мастер-класс «Цифровые инструменты»", "«Мастер-класс „Цифровые инструменты“»")]
    #[case("Мастер-класс «Цифровые инструменты».", "«Мастер-класс „Цифровые инструменты“»")]
    #[case("Семинар \"Урок\" и \"Дом\"", "«Семинар „Урок“ и „Дом“»")]
    #[case(" Посещение уроков. ", "«Посещение уроков»")]
    fn no_quotation_mark_stands_twice(#[case] text: &str, #[case] said: &str) {
        assert_eq!(quoted(text), said);
    }
}
