//! How the number of a level is written: «3», «III», «в».

/// A number in a form of Word's (`w:numFmt`). Forms of other alphabets are written as figures.
pub(super) fn in_form(number: u32, form: &str) -> String {
    match form {
        "decimalZero" => format!("{number:02}"),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperLetter" => letter(number, &latin()).to_uppercase(),
        "lowerLetter" => letter(number, &latin()),
        "russianUpper" => letter(number, &russian()).to_uppercase(),
        "russianLower" => letter(number, &russian()),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

fn latin() -> Vec<char> {
    ('a'..='z').collect()
}

/// Without «ё», «й», «ъ» and «ь», as Word counts.
fn russian() -> Vec<char> {
    ('а'..='я').filter(|letter| !matches!(letter, 'й' | 'ъ' | 'ь')).collect()
}

/// After the last letter they are doubled: «z», «aa», «bb».
fn letter(number: u32, alphabet: &[char]) -> String {
    let Some(place) = number.checked_sub(1).map(|place| place as usize) else { return String::new() };
    // A list of thousands of letters is nobody's; figures are as good.
    if place / alphabet.len() > 9 {
        return number.to_string();
    }
    std::iter::repeat_n(alphabet[place % alphabet.len()], place / alphabet.len() + 1).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut left, mut text) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(3, "decimal", "3")]
    #[case(3, "decimalZero", "03")]
    #[case(49, "upperRoman", "XLIX")]
    #[case(4, "lowerRoman", "iv")]
    #[case(27, "lowerLetter", "aa")]
    #[case(3, "russianLower", "в")]
    #[case(10, "russianLower", "к")]
    #[case(29, "russianUpper", "Я")]
    #[case(30, "russianLower", "аа")]
    #[case(0, "lowerLetter", "")]
    #[case(5, "none", "")]
    #[case(7, "hindiCounting", "7")]
    fn a_number_in_its_form(#[case] number: u32, #[case] form: &str, #[case] shown: &str) {
        assert_eq!(in_form(number, form), shown);
    }
}
