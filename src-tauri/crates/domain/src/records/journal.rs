use serde::{Deserialize, Serialize};

/// Journals of the methodical work, a line each: what is kept, in which room, for which clause, and what it is good for.
macro_rules! journals {
    ($($(#[$doc:meta])* $name:ident $word:literal $room:literal $title:literal $clause:literal $why:literal;)+) => {
        /// A journal of the methodical work. The leader keeps those that he or she wants.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
        pub enum Journal {
            $($(#[$doc])* #[serde(rename = $word)] $name),+
        }

        /// The journals as words to choose from.
        pub(super) const JOURNALS: &[(&str, &str)] = &[$(($word, $title)),+];

        impl Journal {
            /// All of them, in the order of the regulation's work.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word by which it is kept in the settings.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// The room of the window where it is kept.
            #[must_use]
            pub fn room(self) -> &'static str {
                match self { $(Self::$name => $room),+ }
            }

            /// What it is called.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),+ }
            }

            /// The clauses of the regulation that it serves, with commas between them: «3.1.5, 3.1.6».
            #[must_use]
            pub fn clauses(self) -> &'static str {
                match self { $(Self::$name => $clause),+ }
            }

            /// What it is good for, in one sentence.
            #[must_use]
            pub fn why(self) -> &'static str {
                match self { $(Self::$name => $why),+ }
            }
        }
    };
}

journals! {
    /// Questionnaires and surveys of difficulties.
    Surveys "surveys" "surveys" "Затруднения" "3.1.1, 4.3"
        "Анкеты и замеры: видно, что учителям труднее всего, и это входит в план и отчёт.";
    /// Consultations.
    Consultations "consultations" "consultations" "Консультации" "3.1.4"
        "Кого и о чём консультировали: складывается журнал и число для отчёта.";
    /// Individual routes (ИОМ).
    Routes "routes" "routes" "ИОМ" "3.1.4"
        "Индивидуальный образовательный маршрут участника: дефициты, шаги, отметки, печатный лист.";
    /// Expertise of products and projects.
    Expertise "expertise" "expertise" "Экспертиза" "3.1.5, 3.1.6"
        "Экспертное заключение с показателями и суммой баллов, вопрос в повестку и решение по нему.";
    /// Road maps.
    RoadMaps "road_maps" "road-maps" "Дорожные карты" "3.1.6"
        "Помощь школе с низкими результатами по шагам: отчёт сам покажет, что сделано и что изменилось.";
    /// Supervision of all terms in one view.
    Control "control" "control" "Контроль" "3.1.6"
        "Поручения, строки плана и шаги дорожных карт в одном списке, просроченные сверху.";
    /// Courses of further training.
    Courses "courses" "courses" "Курсы" "3.1.7, 4.3"
        "Кто и когда учился, кому пора, заявка на курсы с темами из затруднений.";
    /// Seminars, master classes, contests, conferences.
    Events "events" "events" "События" "3.1.3, 3.1.7"
        "Семинары, мастер-классы, вебинары, открытые уроки, конкурсы и конференции с участниками и итогами.";
    /// Visited lessons.
    Lessons "lessons" "lessons" "Посещение уроков" "3.1.1, 3.1.3"
        "Лист анализа каждого посещённого урока; отчёт посчитает уроки и школы.";
    /// Materials, also for the site.
    Materials "materials" "materials" "Материалы" "2.2, 3.1.2"
        "Реестр методических материалов с файлами; отсюда же готовятся страницы для сайта.";
    /// Practices recommended to others.
    Practices "practices" "practices" "Банк практик" "2.2"
        "Описания удачных практик с согласием автора, заключением и протоколом рекомендации.";
    /// Normative documents.
    Acts "acts" "acts" "Нормативные документы" "1.5, 4.3"
        "Полка законов, приказов и писем, лист ознакомления и что изучить на заседании.";
}
