//! What may be typed.

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use pps_app::domain::NaiveDate;

use crate::paper::AskedPaper;

/// Рабочее место руководителя ППС без окна.
#[derive(Debug, Parser)]
#[command(
    name = "pps-cli",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
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
    #[arg(long, short, global = true, action = ArgAction::HelpLong)]
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
    /// Напечатать документ
    Paper {
        /// Какой
        #[command(flatten)]
        asked: AskedPaper,
        /// Куда записать; вид файла — по окончанию имени: .pdf .docx .xlsx .ics
        #[arg(long, value_name = "P.pdf")]
        out: PathBuf,
    },
    /// Напечатать все документы учебного года во всех видах
    Papers {
        /// Учебный год по его началу
        #[arg(long, value_name = "ГОД", value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: i32,
        /// На какой день
        #[arg(long, value_name = "ДАТА")]
        on: Option<NaiveDate>,
        /// В какую папку
        #[arg(long, value_name = "ПАПКА")]
        to: PathBuf,
        /// Редакция без персональных данных: без фамилий и подписей
        #[arg(long)]
        without_personal_data: bool,
    },
    /// Обезличить участника: имени не остаётся ни в записях, ни в истории; отменить нельзя
    Anonymise {
        /// Кого
        #[arg(value_name = "ФАМИЛИЯ ИМЯ")]
        name: String,
        /// Переписать и тексты других записей, где стоит имя
        #[arg(long)]
        texts: bool,
        /// Удалить насовсем и его файлы: согласие, удостоверения
        #[arg(long)]
        files: bool,
        /// Только показать, где стоит имя
        #[arg(long)]
        dry_run: bool,
    },
    /// Показать журнал выдачи: что, когда и куда сохранено, напечатано, передано
    Exports,
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
    /// Взять ответы из анкет, которые заполнили школы
    Answers {
        /// Заполненные анкеты: .xlsx, .xls или .ods
        #[arg(required = true, value_name = "ФАЙЛ")]
        files: Vec<PathBuf>,
        /// Учебный год по его началу
        #[arg(long, value_name = "ГОД", value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: i32,
        /// Замер: его день или месяц, например 2025-10; без него — единственный за год с анкетой
        #[arg(long, value_name = "ДАТА")]
        survey: Option<String>,
        /// Только показать, что будет взято
        #[arg(long)]
        dry_run: bool,
    },
    /// Взять мероприятия плана или состав из таблицы, готовый протокол из Word
    Import {
        /// Что в таблице
        #[arg(value_enum, value_name = "ЧТО")]
        what: Imported,
        /// Таблица: .xlsx, .xls, .ods, .docx, .csv, .tsv, .txt или .html; протокол: .docx
        #[arg(value_name = "ФАЙЛ")]
        file: PathBuf,
        /// Учебный год по его началу
        #[arg(long, value_name = "ГОД", value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: i32,
        /// Направление для строк, где оно не названо, например 3.1.1
        #[arg(long, value_name = "НАПРАВЛЕНИЕ")]
        direction: Option<String>,
        /// Что в столбце: «Виды деятельности=text»; можно указать несколько раз
        #[arg(long = "column", value_name = "ЗАГОЛОВОК=ЧТО")]
        columns: Vec<String>,
        /// Которую из таблиц файла взять, с единицы
        #[arg(long, value_name = "НОМЕР", value_parser = clap::value_parser!(u16).range(1..))]
        table: Option<u16>,
        /// Взять и то, что в таблице скрыто
        #[arg(long)]
        hidden: bool,
        /// Что делать с тёзками: с теми, чьё имя в составе уже есть, а школа или должность другая
        #[arg(long, value_enum, value_name = "ЧТО")]
        namesakes: Option<Namesakes>,
        /// Только показать, что понято
        #[arg(long)]
        dry_run: bool,
        /// Показать это как JSON
        #[arg(long, requires = "dry_run")]
        json: bool,
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
        /// Закрыть ZIP паролем из первой строки файла
        #[arg(long, value_name = "ФАЙЛ", requires = "zip")]
        seal_with_password_from: Option<PathBuf>,
        /// Убрать следы прерванной записи
        #[arg(long)]
        remove_leftovers: bool,
    },
    /// Записать страницы для сайта: простой HTML с файлами, имена — только тех, кто согласен
    Site {
        /// Учебный год плана и новостей по его началу
        #[arg(long, value_name = "ГОД", value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: i32,
        /// На какой день
        #[arg(long, value_name = "ДАТА")]
        on: Option<NaiveDate>,
        /// В какую папку или на какую флешку
        #[arg(long, value_name = "ПАПКА")]
        to: PathBuf,
        /// Убрать следы прерванной записи
        #[arg(long)]
        remove_leftovers: bool,
    },
    /// Проверить папку или ZIP для РИМК
    Verify {
        /// Папка или ZIP
        #[arg(value_name = "ПАКЕТ")]
        package: PathBuf,
        /// Пароль ZIP — первая строка файла
        #[arg(long, value_name = "ФАЙЛ")]
        password_from: Option<PathBuf>,
    },
    /// Сделать запасную копию или показать те, что есть
    Backup {
        /// В какую папку или на какую флешку; без этого — в папку «Копии» рядом с записями
        #[arg(long, value_name = "ПАПКА")]
        to: Option<PathBuf>,
        /// Показать копии, что есть
        #[arg(long, conflicts_with = "to")]
        list: bool,
        /// В виде JSON
        #[arg(long, requires = "list")]
        json: bool,
    },
    /// Вернуть запасную копию; то, что есть сейчас, сначала сохраняется
    Restore {
        /// Имя копии из списка или путь к её файлу; без имени — последняя
        #[arg(value_name = "КОПИЯ")]
        copy: Option<PathBuf>,
    },
    /// Спасти записи из повреждённого файла
    Rescue,
    /// Поставить, сменить или снять пароль; пароли читаются из PPS_PASSWORD и PPS_NEW_PASSWORD или набираются
    Password {
        /// Что сделать
        #[arg(value_enum, value_name = "ЧТО")]
        what: PasswordAct,
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

/// What a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Imported {
    /// Мероприятия плана
    Activities,
    /// Состав
    Members,
    /// Готовый протокол из Word
    Protocol,
}

/// What becomes of people whose name somebody has already, with another school or post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Namesakes {
    /// Это другие люди: добавить
    Add,
    /// Это те же люди: пропустить
    Skip,
}

/// What to do with the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PasswordAct {
    /// Поставить или сменить
    Set,
    /// Снять
    Remove,
    /// Поставить новый, если старый забыт, по ключу восстановления из PPS_RECOVERY_KEY
    Recover,
}
