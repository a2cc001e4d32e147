//! What is to be carried to the site, in words: the list that lies beside the pages.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pps_domain::russian::date_in_table;

/// Files of the site, each with the sum of its bytes.
pub type FileSums = BTreeMap<String, String>;

/// Which files are new or changed since the last time, and which are no longer there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Upload {
    /// To be put on the site.
    pub put: Vec<String>,
    /// To be taken from it.
    pub gone: Vec<String>,
}

impl Upload {
    /// Compares what is written now with what was written before; everything is new where nothing was.
    #[must_use]
    pub fn of(now: &FileSums, before: Option<&FileSums>) -> Self {
        let nothing = FileSums::new();
        let before = before.unwrap_or(&nothing);
        let put = now.iter().filter(|(path, sum)| before.get(*path) != Some(sum));
        let gone = before.keys().filter(|path| !now.contains_key(*path));
        Self { put: put.map(|(path, _)| path.clone()).collect(), gone: gone.cloned().collect() }
    }

    /// The list as a text for any program; `folder` is where the pages lie and `fresh` where those that are to be put on the
    /// site lie once more, `since` is the day of the last time.
    #[must_use]
    pub fn in_words(&self, folder: &str, fresh: &str, on: NaiveDate, since: Option<NaiveDate>) -> String {
        let mut lines =
            vec![format!("Страницы для сайта, сведения на {}.", date_in_table(on)), String::new()];
        match since {
            None => {
                lines.push(format!("Это первая выгрузка: загрузите на сайт всё из папки {folder}."));
                lines.push("Первая страница — index.html.".to_owned());
            }
            Some(_) if self.put.is_empty() && self.gone.is_empty() => {
                lines.push("С прошлого раза ничего не изменилось: загружать нечего.".to_owned());
            }
            Some(since) => {
                lines.push(format!("С прошлого раза ({}) изменилось:", date_in_table(since)));
                if !self.put.is_empty() {
                    lines.push(String::new());
                    lines.push(format!(
                        "Всё новое и изменённое собрано в папке {fresh}: загрузите то, что в ней, поверх прежнего."
                    ));
                }
                for (title, paths) in [("Загрузить на сайт:", &self.put), ("Убрать с сайта:", &self.gone)]
                {
                    if !paths.is_empty() {
                        lines.push(String::new());
                        lines.push(title.to_owned());
                        lines.extend(paths.iter().map(|path| format!("  {path}")));
                    }
                }
            }
        }
        // The Notepad of older systems knows no other ends of lines.
        lines.into_iter().map(|line| format!("{line}\r\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(files: &[(&str, &str)]) -> FileSums {
        files.iter().map(|(path, sum)| ((*path).to_owned(), (*sum).to_owned())).collect()
    }

    #[test]
    fn only_what_changed_is_carried_and_what_is_gone_is_named() {
        let before = sums(&[("site/index.html", "1"), ("site/plan.html", "2"), ("site/files/old.pdf", "3")]);
        let now = sums(&[("site/index.html", "1"), ("site/plan.html", "4"), ("site/files/new.pdf", "5")]);
        let upload = Upload::of(&now, Some(&before));
        assert_eq!(upload.put, ["site/files/new.pdf", "site/plan.html"]);
        assert_eq!(upload.gone, ["site/files/old.pdf"]);
        let on = NaiveDate::from_ymd_opt(2026, 8, 20).unwrap();
        let said = upload.in_words("site", "site-new", on, Some(on));
        assert!(
            said.contains("Загрузить на сайт:\r\n  site/files/new.pdf\r\n  site/plan.html\r\n"),
            "{said}"
        );
        assert!(said.contains("собрано в папке site-new: загрузите"), "{said}");
        assert!(said.contains("Убрать с сайта:\r\n  site/files/old.pdf\r\n"), "{said}");
    }

    #[test]
    fn the_first_time_all_of_it_goes_and_the_second_time_nothing() {
        let now = sums(&[("site/index.html", "1")]);
        assert_eq!(Upload::of(&now, None).put, ["site/index.html"]);
        let again = Upload::of(&now, Some(&now));
        assert_eq!(again, Upload::default());
        let on = NaiveDate::from_ymd_opt(2026, 8, 20).unwrap();
        assert!(again.in_words("site", "site-new", on, Some(on)).contains("загружать нечего"));
        assert!(Upload::of(&now, None).in_words("site", "site-new", on, None).contains("первая выгрузка"));
    }
}
