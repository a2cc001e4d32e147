//! What may be typed.

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use pps_app::domain::NaiveDate;

/// Clap's own headings are English.
const HELP: &str = "{about}\n\nКак набирать: {usage}\n\n{all-args}";

/// Рабочее место руководителя ППС без окна.
#[derive(Debug, Parser)]
#[command(
    name = "pps-cli",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    help_template = HELP,
    override_usage = "pps-cli --db ФАЙЛ КОМАНДА [ПАРАМЕТРЫ]",
    subcommand_help_heading = "Команды",
    next_help_heading = "Параметры"
)]
pub(crate) struct Arguments {
    /// Файл данных
    #[arg(long, global = true, value_name = "ФАЙЛ")]
    pub(crate) db: Option<PathBuf>,
    /// Сообщество, если их в файле несколько
    #[arg(long, global = true, value_name = "НАЗВАНИЕ")]
    pub(crate) community: Option<String>,
    /// Показать, что можно набрать
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Показать номер версии
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
    /// Что сделать
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Создать новый пустой файл данных
    Init,
    /// Создать файл данных с учебным примером
    Example,
    /// Выгрузить всё в открытом виде (JSON и папка с файлами)
    Dump {
        /// Куда записать
        #[arg(long, value_name = "Y.json")]
        out: PathBuf,
    },
    /// Создать файл данных из выгрузки
    Load {
        /// Выгрузка
        #[arg(value_name = "Y.json")]
        dump: PathBuf,
    },
    /// Показать замечания на день
    Check {
        /// День, например 2025-09-16
        #[arg(long, value_name = "ДАТА")]
        on: Option<NaiveDate>,
        /// В виде JSON
        #[arg(long)]
        json: bool,
    },
    /// Напечатать документ: PDF; протокол, выписка, план и отчёт также DOCX, план также XLSX и ICS
    Paper {
        /// Какой
        #[arg(value_enum, value_name = "ВИД")]
        kind: PaperName,
        /// Учебный год по его началу: 2025 — это 2025/2026; справке, ходатайству и заявке довольно дня
        #[arg(
            long,
            value_name = "ГОД",
            value_parser = clap::value_parser!(i32).range(1900..=2200),
            required_unless_present_any = ["from", "to", "on"]
        )]
        year: Option<i32>,
        /// Справка: с какого дня; без него — с начала учебного года
        #[arg(long, value_name = "ДАТА")]
        from: Option<NaiveDate>,
        /// Справка: по какой день; без него — по конец учебного года
        #[arg(long, value_name = "ДАТА")]
        to: Option<NaiveDate>,
        /// План: по направлениям или по месяцам
        #[arg(long, value_enum, value_name = "ПОРЯДОК")]
        by: Option<PlanBy>,
        /// Номер протокола; для извещения, рабочего листа и листа регистрации — и номер будущего
        #[arg(
            long,
            value_name = "№",
            required_if_eq_any([
                ("kind", "protocol"),
                ("kind", "extract"),
                ("kind", "notice"),
                ("kind", "worksheet"),
                ("kind", "attendance"),
            ])
        )]
        number: Option<u32>,
        /// Выписка: какой вопрос
        #[arg(long, value_name = "№")]
        item: Option<u32>,
        /// Выписка: о какой организации
        #[arg(long, value_name = "НАЗВАНИЕ", conflicts_with = "item")]
        organisation: Option<String>,
        /// Полный отчёт
        #[arg(long)]
        full: bool,
        /// На какой день
        #[arg(long, value_name = "ДАТА")]
        on: Option<NaiveDate>,
        /// Куда записать; вид файла — по окончанию имени: .pdf .docx .xlsx .ics
        #[arg(long, value_name = "P.pdf")]
        out: PathBuf,
    },
    /// Приложить к протоколу фотографии или сканы подписанных листов
    Scan {
        /// Учебный год по его началу
        #[arg(long, value_name = "ГОД", value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: i32,
        /// Номер протокола
        #[arg(long, value_name = "№")]
        number: u32,
        /// Снимки JPEG или PNG по порядку листов, или готовый PDF
        #[arg(required = true, value_name = "СНИМОК")]
        pictures: Vec<PathBuf>,
    },
    /// Взять мероприятия плана или состав из таблицы
    Import {
        /// Что в таблице
        #[arg(value_enum, value_name = "ЧТО")]
        what: Imported,
        /// Таблица: .xlsx, .csv или .tsv
        #[arg(value_name = "ФАЙЛ")]
        file: PathBuf,
        /// Учебный год по его началу
        #[arg(long, value_name = "ГОД", value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: i32,
        /// Направление для строк, где оно не названо, например 3.1.1
        #[arg(long, value_name = "НАПРАВЛЕНИЕ")]
        direction: Option<String>,
        /// Только показать, что понято
        #[arg(long)]
        dry_run: bool,
    },
    /// Записать папку для РИМК
    HandOver {
        /// Учебный год по его началу
        #[arg(long, value_name = "ГОД", value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: i32,
        /// На какой день
        #[arg(long, value_name = "ДАТА")]
        on: Option<NaiveDate>,
        /// В какую папку или на какую флешку
        #[arg(long, value_name = "ПАПКА")]
        to: PathBuf,
        /// Одним файлом ZIP
        #[arg(long)]
        zip: bool,
    },
    /// Проверить папку или ZIP для РИМК
    Verify {
        /// Папка или ZIP
        #[arg(value_name = "ПАКЕТ")]
        package: PathBuf,
    },
    /// Найти записи по словам
    Search {
        /// Слова
        #[arg(required = true, value_name = "СЛОВА")]
        words: Vec<String>,
        /// В виде JSON
        #[arg(long)]
        json: bool,
    },
}

/// Under which headings the rows of the plan stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlanBy {
    /// По направлениям п. 3.1
    #[default]
    Direction,
    /// По месяцам
    Month,
}

/// What a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Imported {
    /// Мероприятия плана
    Activities,
    /// Состав
    Members,
}

/// A paper by the word that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperName {
    /// Протокол
    Protocol,
    /// Выписка из протокола
    Extract,
    /// Извещение о заседании
    Notice,
    /// Рабочий лист секретаря
    Worksheet,
    /// Лист регистрации
    Attendance,
    /// Контроль исполнения решений
    Assignments,
    /// План работы
    Plan,
    /// Аналитический отчёт
    Report,
    /// Состав ППС
    Roster,
    /// Реестр протоколов
    Register,
    /// Опись для РИМК
    Inventory,
    /// Справка о работе руководителя за период
    Certificate,
    /// Ходатайство об изменении состава
    Petition,
    /// Заявка на курсы
    Courses,
}
