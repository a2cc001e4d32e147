//! What can be said of a password in plain words before it is set. Nothing is forbidden: the person decides.

/// Shorter ones are found by trying.
const FEW: usize = 8;

/// What others try first: words of keyboards and schools.
const KNOWN: [&str; 13] = [
    "пароль",
    "учитель",
    "школа",
    "директор",
    "завуч",
    "привет",
    "йцукен",
    "россия",
    "password",
    "qwerty",
    "admin",
    "teacher",
    "school",
];

/// What to mend in a password; none where it is good.
#[must_use]
pub fn advice(password: &str) -> Option<&'static str> {
    let letters: Vec<char> = password.trim().to_lowercase().chars().collect();
    if letters.len() < FEW {
        return Some("Короткий: такой можно подобрать. Добавьте слово или два.");
    }
    if letters.windows(2).all(|pair| matches!(pair, [one, next] if one == next)) {
        return Some("Один и тот же знак угадают сразу. Возьмите несколько слов.");
    }
    if letters.iter().all(|sign| sign.is_ascii_digit() || ".-/ ".contains(*sign)) {
        return Some("Одни цифры: дату и телефон попробуют первыми. Добавьте слово.");
    }
    let words: String = letters.iter().filter(|sign| sign.is_alphabetic()).collect();
    if KNOWN.contains(&words.as_str()) {
        return Some("Такое слово пробуют одним из первых. Добавьте к нему ещё два-три.");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::advice;

    #[test]
    fn weak_passwords_are_told_in_words_and_good_ones_are_not() {
        for (password, said) in [
            ("", "Короткий"),
            ("Рыбное7", "Короткий"),
            ("ааааааааааа", "Один и тот же"),
            ("12.05.1971", "Одни цифры"),
            ("8 910 123-45-67", "Одни цифры"),
            ("Учитель2026", "Такое слово"),
            ("qwerty12345", "Такое слово"),
        ] {
            let told = advice(password).unwrap_or_default();
            assert!(told.starts_with(said), "«{password}»: {told}");
        }
        for password in ["синий чайник на окне", "Рыбное-учитель-истории", "тридцать3коровы"]
        {
            assert_eq!(advice(password), None, "{password}");
        }
    }
}
