//! Who is named: a member, somebody else by words, or one of several namesakes, which is for a person to say.

use super::mentions::mentions;
use super::reading::Reading;
use super::result::ReadSpeaker;
use crate::ids::PersonId;
use crate::import::folded;

/// Words beside a name that say no more than that the person belongs here.
const OWN_WORDS: &[&str] = &[
    "руководитель",
    "руководителя",
    "секретарь",
    "секретаря",
    "председатель",
    "председателя",
    "член",
    "члены",
    "участник",
    "ппс",
    "рмо",
    "гмо",
    "шмо",
    "мо",
    "сообщества",
    "всего",
    "человек",
    "чел",
    "в",
    "том",
    "числе",
    "из",
    "них",
    "по",
    "списку",
    "и",
    "на",
    "заседании",
    "было",
    "состава",
    "оо",
    "оу",
];

impl Reading<'_> {
    /// The member that a name means; none where it is nobody or several, or words beside it are no name.
    pub(super) fn known(&self, name: &str) -> Option<PersonId> {
        let read = self.context.people.read(name);
        match (read.people.as_slice(), read.asked.as_slice()) {
            ([person], []) => Some(*person).filter(|_| !read.words.chars().any(char::is_alphanumeric)),
            // «СЛУШАЛИ: Фомина Д. С.» is Фомин: nobody is heard in the nominative.
            ([], [asked]) if self.oblique && folded(&asked.text) == folded(name) => {
                match asked.candidates.as_slice() {
                    [person] => Some(*person),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The same, and a remark where nobody or several bear the name.
    pub(super) fn person_named(&mut self, name: &str) -> Option<PersonId> {
        let person = self.known(name);
        if person.is_none() {
            let several = !self.context.people.read(name).asked.is_empty();
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            self.remark(if several {
                format!("«{name}» — подходят несколько человек: выберите сами, кто это.")
            } else {
                format!("«{name}» — в составе нет: имя останется словами.")
            });
        }
        person
    }

    /// A speaker by name; a guest is called as among the guests, whatever the case here.
    pub(super) fn speaker(&mut self, name: &str, post: &str) -> ReadSpeaker {
        let post = post.trim_matches(|sign: char| {
            sign.is_whitespace() || matches!(sign, ',' | '(' | ')' | '—' | '–' | '-' | ':' | ';')
        });
        if let Some(guest) = self.guest(name) {
            return ReadSpeaker { person: None, name: guest, post: post.to_owned() };
        }
        let person = self.person_named(name);
        let said = person.is_some_and(|person| self.is_known_of(person, post));
        let post = if said { String::new() } else { post.to_owned() };
        ReadSpeaker { person, name: name.trim().to_owned(), post }
    }

    /// All who are named in a text that holds only names and posts.
    pub(super) fn speakers(&mut self, text: &str) -> Vec<ReadSpeaker> {
        let places = mentions(text);
        if places.is_empty() {
            let pieces: Vec<&str> =
                text.split([',', ';']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
            let persons: Option<Vec<PersonId>> = pieces.iter().map(|piece| self.known(piece)).collect();
            return match persons {
                Some(persons) => {
                    let named = persons.into_iter().zip(&pieces);
                    named
                        .map(|(person, name)| ReadSpeaker {
                            person: Some(person),
                            name: (*name).to_owned(),
                            post: String::new(),
                        })
                        .collect()
                }
                None if text.trim().is_empty() => Vec::new(),
                None => vec![ReadSpeaker {
                    person: None,
                    name: text.trim().trim_end_matches('.').to_owned(),
                    post: String::new(),
                }],
            };
        }
        let first = text[..places[0].start].to_owned();
        let before = first.chars().any(char::is_alphabetic);
        let mut speakers = Vec::new();
        for (at, place) in places.iter().enumerate() {
            let from = if at == 0 { 0 } else { places[at - 1].end };
            let to = places.get(at + 1).map_or(text.len(), |next| next.start);
            let post = if before { &text[from..place.start] } else { &text[place.end..to] };
            let mut post = post.trim_end_matches('.').to_owned();
            if before && at + 1 == places.len() {
                post = format!("{post} {}", &text[place.end..]);
            }
            let post = post.trim().trim_end_matches(" и").to_owned();
            let post = if post == "и" { String::new() } else { post };
            speakers.push(self.speaker(&text[place.clone()], &post));
        }
        speakers
    }

    /// Whether what stands beside a name is known of the person already.
    pub(super) fn is_known_of(&self, person: PersonId, text: &str) -> bool {
        let about = self.context.about.get(&person).map(|about| folded(about)).unwrap_or_default();
        let about: Vec<&str> = about.split(' ').collect();
        folded(text).split(' ').filter(|word| !word.is_empty()).all(|word| {
            let stem: String = word.chars().take(5).collect();
            OWN_WORDS.contains(&word)
                || about
                    .iter()
                    .any(|known| *known == word || (word.chars().count() > 4 && known.starts_with(&stem)))
        })
    }

    fn guest(&self, name: &str) -> Option<String> {
        let words: Vec<String> = folded(name).split(' ').map(str::to_owned).collect();
        self.out.guests.iter().find_map(|guest| {
            let surname = folded(&guest.name.surname);
            let initial = |part: &str| folded(part).chars().next();
            let near = |word: &String| {
                let same = word.chars().zip(surname.chars()).take_while(|(one, other)| one == other).count();
                same >= 3 && same + 2 >= surname.chars().count() && same + 3 >= word.chars().count()
            };
            let given = words.iter().any(|word| word.chars().next() == initial(&guest.name.given));
            (words.iter().any(near) && given).then(|| guest.name.surname_first().replace('\u{a0}', " "))
        })
    }
}
