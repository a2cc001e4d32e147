//! Rows of a plan that are meetings: a topic, numbered questions, and who speaks to each.

use std::collections::BTreeSet;

use super::activities::{read_term_cells, term_doubt};
use super::cells::Cells;
use super::{ActivityTable, AskedName, Doubt, TableColumn, one_line};
use crate::calendar::Term;
use crate::ids::PersonId;

/// What a row says of a meeting of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadMeeting {
    /// «Организационно-установочное заседание»
    pub topic: String,
    /// Its questions.
    pub questions: Vec<ReadQuestion>,
    /// «круглый стол»
    pub form: String,
    /// When.
    pub term: Option<Term>,
    /// «14.00»
    pub time: String,
    /// Where.
    pub venue: String,
    /// Who answers for it.
    pub responsible: Vec<PersonId>,
    /// Who else, in words.
    pub responsible_in_words: String,
    /// Names that fit several people.
    pub asked: Vec<AskedName>,
    /// What it should bring.
    pub expected: String,
    /// What was not understood.
    pub doubts: Vec<Doubt>,
    /// The filled columns of which nothing is taken, from zero.
    pub left: BTreeSet<usize>,
    /// Why it cannot be added as it is.
    pub refusal: Option<Doubt>,
}

/// A question of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadQuestion {
    /// Without its number.
    pub text: String,
    /// Who speaks.
    pub speakers: Vec<PersonId>,
    /// Who else, in words.
    pub speakers_in_words: String,
}

impl ReadMeeting {
    pub(super) fn of(table: &ActivityTable<'_>, cells: Cells<'_>, above: Option<&Term>) -> Self {
        let said = cells.joined(TableColumn::Text);
        let (topic, within) = topic_and_questions(&said);
        let mut questions = numbered(&cells.joined(TableColumn::Questions))
            .unwrap_or_else(|whole| whole.into_iter().map(|text| (None, text)).collect());
        if questions.is_empty() {
            questions = within;
        }
        let content = cells.text(TableColumn::Content);
        if !content.is_empty() {
            let more = numbered(&content)
                .unwrap_or_else(|whole| whole.into_iter().map(|text| (None, text)).collect());
            questions.extend(more);
        }
        let mut read = Self {
            topic,
            form: cells.line(TableColumn::Form),
            venue: cells.line(TableColumn::Venue),
            time: cells.line(TableColumn::Time),
            expected: cells.text(TableColumn::Expected),
            left: cells.left(),
            ..Self::default()
        };
        let when = read_term_cells(cells, above, table.terms());
        read.term = when.term;
        if read.time.is_empty() {
            read.time = when.time;
        }
        read.doubts.extend(when.doubts);
        read.left.extend(when.lost.into_iter().flat_map(|column| cells.places(column)));
        read.doubts.extend(term_doubt(read.term.as_ref(), table.year));
        for column in [
            TableColumn::Participants,
            TableColumn::Goal,
            TableColumn::Mark,
            TableColumn::Done,
            TableColumn::Task,
            TableColumn::Section,
            TableColumn::Direction,
        ] {
            if let Some(text) = cells.each(column).next() {
                let sentence = format!("«{}» — у заседания плана такого нет, не войдёт.", one_line(text));
                read.doubts.push(Doubt::new(column, sentence));
                read.left.extend(cells.places(column));
            }
        }
        read.speakers(table, cells.row, questions, &cells.joined(TableColumn::Responsible));
        if read.topic.is_empty() && read.questions.is_empty() {
            let sentence = "Не указана тема заседания; впишите её или снимите отметку со строки.";
            read.refusal = Some(Doubt::new(TableColumn::Text, sentence));
        }
        read
    }

    /// Who speaks to which question: by the numbers that both have, or in the same order where there are as many.
    fn speakers(
        &mut self,
        table: &ActivityTable<'_>,
        row: usize,
        questions: Vec<(Option<u32>, String)>,
        cell: &str,
    ) {
        let speakers = numbered(cell);
        let lines: Vec<(Option<u32>, String)> = match speakers {
            Ok(numbered) => numbered,
            Err(lines) if lines.len() == questions.len() => {
                lines.into_iter().map(|line| (None, line)).collect()
            }
            Err(_) => Vec::new(),
        };
        let together = lines.is_empty();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        for (at, (number, text)) in questions.into_iter().enumerate() {
            let own = lines.iter().enumerate().filter(|(place, (speaker, _))| match (number, speaker) {
                (Some(number), Some(speaker)) => number == *speaker,
                _ => *place == at,
            });
            let own: Vec<usize> = own.map(|(place, _)| place).collect();
            let mut question = ReadQuestion { text, ..ReadQuestion::default() };
            for place in own {
                taken.insert(place);
                let people = table.people_in(row, &lines[place].1);
                question.speakers.extend(people.people);
                question.speakers_in_words = joined(&question.speakers_in_words, &people.words);
                self.ask(people.asked, people.doubts);
            }
            self.questions.push(question);
        }
        let rest: Vec<&str> = if together {
            vec![cell]
        } else {
            lines
                .iter()
                .enumerate()
                .filter(|(at, _)| !taken.contains(at))
                .map(|(_, (_, text))| text.as_str())
                .collect()
        };
        let people = table.people_in(row, &rest.join("\n"));
        self.responsible = people.people;
        self.responsible_in_words = people.words;
        self.ask(people.asked, people.doubts);
    }

    fn ask(&mut self, asked: Vec<AskedName>, doubts: Vec<String>) {
        self.asked.extend(asked);
        self.doubts.extend(doubts.into_iter().map(|doubt| Doubt::new(TableColumn::Responsible, doubt)));
    }
}

fn joined(one: &str, other: &str) -> String {
    [one, other].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

/// «Тема» on its own lines, and the numbered questions below it.
fn topic_and_questions(cell: &str) -> (String, Vec<(Option<u32>, String)>) {
    let lines: Vec<&str> = cell.lines().collect();
    let first = lines.iter().position(|line| number_of(line).is_some());
    let (above, below) = match first {
        Some(first) if first > 0 => lines.split_at(first),
        _ => return (one_line(cell), Vec::new()),
    };
    let questions = numbered(&below.join("\n")).unwrap_or_default();
    let topic = one_line(&above.join(" "));
    let topic = topic.trim_end_matches(':').trim_end();
    let topic = ["Повестка дня", "Повестка", "Вопросы"]
        .iter()
        .find_map(|word| topic.strip_suffix(word))
        .map_or(topic, |rest| rest.trim_end_matches(['.', ' ']));
    (topic.to_owned(), questions)
}

/// The lines of a numbered list; a line without a number goes on with the one above. The lines as they stand where
/// nothing is numbered.
fn numbered(cell: &str) -> Result<Vec<(Option<u32>, String)>, Vec<String>> {
    let lines: Vec<String> = cell.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    if !lines.iter().any(|line| number_of(line).is_some()) {
        return if lines.is_empty() { Ok(Vec::new()) } else { Err(lines) };
    }
    let mut items: Vec<(Option<u32>, String)> = Vec::new();
    for line in lines {
        match number_of(&line) {
            Some((number, rest)) => items.push((Some(number), rest.to_owned())),
            None => match items.last_mut() {
                Some((_, text)) => {
                    text.push(' ');
                    text.push_str(&line);
                }
                None => items.push((None, line)),
            },
        }
    }
    Ok(items)
}

/// «2. Выборы секретаря» is 2 and «Выборы секретаря».
fn number_of(line: &str) -> Option<(u32, &str)> {
    let line = line.trim();
    let end = line.find(['.', ')'])?;
    let number = line.get(..end)?.parse().ok().filter(|number| (1..100).contains(number))?;
    let rest = line.get(end + 1..)?;
    // «14.30» and «1.2.» are no numbers of a list.
    let apart =
        rest.starts_with(char::is_whitespace) || rest.starts_with(|c: char| c.is_alphabetic() || c == '«');
    apart.then(|| (number, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn texts(items: Vec<(Option<u32>, String)>) -> Vec<String> {
        items.into_iter().map(|(_, text)| text).collect()
    }

    #[rstest]
    #[case("Тема «Оценивание»\n1. Анализ работы.\n2. Выборы\nсекретаря.", "Тема «Оценивание»", &["Анализ работы.", "Выборы секретаря."])]
    #[case("Заседание № 1. Вопросы:\n1) О плане\n2) Об отчёте", "Заседание № 1", &["О плане", "Об отчёте"])]
    #[case("Круглый стол\n«Опыт»", "Круглый стол «Опыт»", &[])]
    fn a_topic_stands_above_its_questions(
        #[case] cell: &str,
        #[case] topic: &str,
        #[case] questions: &[&str],
    ) {
        let (said, found) = topic_and_questions(cell);
        assert_eq!(
            (said.as_str(), texts(found)),
            (topic, questions.iter().map(|text| (*text).to_owned()).collect())
        );
    }

    #[rstest]
    #[case("2. Выборы", Some((2, "Выборы")))]
    #[case("3)Выборы", Some((3, "Выборы")))]
    #[case("14.30 начало", None)]
    #[case("1.2. Выборы", None)]
    #[case("Выборы", None)]
    fn numbers_of_a_list(#[case] line: &str, #[case] wanted: Option<(u32, &str)>) {
        assert_eq!(number_of(line), wanted);
    }
}
