//! A program that is carried about on a stick, with its records beside it.

use std::path::Path;

use crate::sticks::on_stick;

/// What has to be known of the place where the records lie: that it is a stick, slower than a disk and easily pulled out
/// too early. None of an ordinary disk. Where the system does not tell what is a stick, records beside the program are
/// taken for what is carried about.
#[must_use]
pub fn word_of_place(folder: &Path, beside_the_program: bool) -> Option<String> {
    word(folder, on_stick(folder), beside_the_program)
}

fn word(folder: &Path, on_stick: bool, beside_the_program: bool) -> Option<String> {
    if !on_stick && !beside_the_program {
        return None;
    }
    let where_ = if on_stick {
        "Записи лежат на флешке"
    } else {
        "Записи лежат рядом с программой"
    };
    Some(format!(
        "{where_}: {}. Флешка медленнее диска и ломается чаще. Прежде чем её вынуть, закройте программу, а вторым местом \
         для запасных копий назовите папку на компьютере.",
        folder.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::word;
    use std::path::Path;

    #[test]
    fn a_stick_is_told_of_and_a_disk_is_not() {
        let stick = Path::new("/media/учитель/KINGSTON/Данные");
        let said = word(stick, true, true).unwrap();
        assert!(said.contains("на флешке: /media/учитель/KINGSTON/Данные."), "{said}");
        assert!(word(Path::new("/opt/pps/Данные"), false, true).unwrap().contains("рядом с программой"));
        assert_eq!(word(Path::new("/home/учитель/.local/share/pps"), false, false), None);
    }
}
