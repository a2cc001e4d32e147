//! Each command: asks `pps-app` and prints what came of it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use pps_app::checks::Finding;
use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::records::Kind;
use pps_app::exports::{ExportLine, ExportedTo};
use pps_app::open_data::load_into;
use pps_app::package::Delivery;
use pps_app::papers::PaperRequest;
use pps_app::search::{Found, joined};
use pps_app::site::SiteRequest;
use pps_app::{AppError, Clock, SystemClock, Workplace, write_whole};
use serde::Serialize;
use uuid::Uuid;

use crate::anonymising::Chosen;
use crate::answers::Answers;
use crate::arguments::{Arguments, Command};
use crate::importing::Import;
use crate::keeping;
use crate::package::{HandOver, verified};
use crate::paper::form_of;
use crate::site;

/// Why a command ended without doing its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// The use case refused.
    #[error(transparent)]
    Refused(#[from] AppError),
    /// A writing that was cut off left something, and nobody has agreed yet that it goes.
    #[error(
        "Здесь остались следы прерванной записи: {0}; чтобы убрать их и записать, добавьте «--remove-leftovers»."
    )]
    Leftover(String),
    /// The data file was not named.
    #[error("Не указан файл данных: добавьте «--db ФАЙЛ».")]
    NoDatabase,
    /// An option that means nothing for the paper.
    #[error("Параметр «{0}» здесь ни к чему; что можно набрать, покажет «pps-cli --help».")]
    Idle(&'static str),
    /// What the paper cannot be made without.
    #[error("Для документа «{paper}» указано не всё; добавьте «{option}».")]
    Missing {
        /// The paper.
        paper: &'static str,
        /// What is to be typed.
        option: &'static str,
    },
    /// A file of a kind that papers are not written in.
    #[error("Не понятно, в каком виде записать «{}»; дайте имени файла окончание «.pdf» или «.docx», для плана — также «.xlsx» или «.ics», для анкеты — «.xlsx».", .0.display())]
    UnknownForm(PathBuf),
    /// No direction of п. 3.1.
    #[error("Направления «{0}» нет; наберите одно из семи, от 3.1.1 до 3.1.7.")]
    NoSuchDirection(String),
    /// No such table in the file.
    #[error("Таблицы № {number} в файле нет: их там {of}; наберите номер от 1 до {of}.")]
    NoSuchTable {
        /// As typed.
        number: u16,
        /// How many there are.
        of: usize,
    },
    /// No such column, or no such meaning.
    #[error(
        "«{0}» не понять: наберите заголовок столбца или его номер, знак «=» и что в столбце, например «Темы=text» или \
         «3=term». Что бывает в столбце, показывает «import … --dry-run --json» в «taken_as»."
    )]
    NoSuchColumn(String),
    /// No survey of the year has a questionnaire, or none was held then.
    #[error(
        "Такого замера с анкетой за этот год нет; заведите его в «Затруднениях» или проверьте год и дату."
    )]
    NoSurvey,
    /// Several surveys fit.
    #[error("Замеров с анкетой за этот год несколько: {0}; добавьте «--survey ДАТА».")]
    SeveralSurveys(String),
    /// No file held anything new.
    #[error("Ни одной анкеты не взято; почему, сказано у каждого файла.")]
    NoAnswers,
    /// Standard output is closed or full.
    #[error("Не получилось вывести ответ; проверьте, куда он направлен.")]
    Output(#[from] io::Error),
    /// The package is not what was written.
    #[error("Пакет не такой, каким был записан ({0}); не принимайте его и попросите записать заново.")]
    Spoilt(String),
    /// An answer could not be put into JSON.
    #[error("Не получилось подготовить ответ ({0}); сообщите разработчику.")]
    Json(#[from] serde_json::Error),
}

impl Refusal {
    /// The exit code: 2 is wrong usage, 1 is everything else.
    pub(crate) fn exit(&self) -> u8 {
        match self {
            Self::NoDatabase
            | Self::Idle(_)
            | Self::Missing { .. }
            | Self::NoSuchDirection(_)
            | Self::NoSuchTable { .. }
            | Self::NoSuchColumn(_)
            | Self::NoSurvey
            | Self::SeveralSurveys(_) => 2,
            Self::Refused(_)
            | Self::Leftover(_)
            | Self::UnknownForm(_)
            | Self::NoAnswers
            | Self::Output(_)
            | Self::Spoilt(_)
            | Self::Json(_) => 1,
        }
    }
}

/// Does what was typed.
pub(crate) fn run(arguments: Arguments, out: &mut impl Write) -> Result<ExitCode, Refusal> {
    let Arguments { db, community, command, .. } = arguments;
    if let Command::Verify { package, password_from } = &command {
        return verified(package, password_from.as_deref(), out);
    }
    let db = db.ok_or(Refusal::NoDatabase)?;
    let clock = Arc::new(SystemClock);
    let today = clock.today();
    let context = Context { db: &db, community: community.as_deref(), today };
    match command {
        Command::Init => drop(Workplace::create(&db, clock)?),
        Command::Example => drop(Workplace::create_example(&db, clock)?),
        Command::Load { dump } => drop(load_into(&db, &dump, clock.as_ref())?),
        // Taking everything out is also how a file is compared and looked at from outside, so it changes no byte of the data and
        // stands in no journal.
        Command::Dump { out: target } => context.open()?.dump(&target)?,
        Command::Exports => {
            for ExportLine { at, what, place, personal } in context.open()?.exports()? {
                let personal = if personal {
                    "с персональными данными"
                } else {
                    "без персональных данных"
                };
                writeln!(out, "{at}  {what} → {place}, {personal}")?;
            }
        }
        Command::Check { on, json } => context.check(on, json, out)?,
        Command::Paper { asked, out: target } => {
            asked.check()?;
            let form = form_of(&target)?;
            let (workplace, community) = context.open_community()?;
            let person = asked.person.as_deref().map(|name| workplace.person_named(name)).transpose()?;
            let (of_record, called) = (asked.kind.of_record(), asked.record.clone());
            let request = PaperRequest { person, ..asked.request(community, today)? };
            let record = match (of_record, called) {
                (Some(kind), Some(called)) => Some(workplace.record_called(community, kind, &called)?),
                (Some(kind), None) => {
                    let (newest, title) = workplace.newest_record(community, kind, request.year)?;
                    writeln!(out, "Взята последняя запись: «{title}». Другую назовёт --record.")?;
                    Some(newest)
                }
                (None, _) => None,
            };
            let request = PaperRequest { record, ..request };
            let (_, bytes) = workplace.paper_file(&request, form)?;
            write_whole(&target, &bytes)?;
            let personal = !request.without_personal_data;
            workplace.note_export(&file_name(&target), ExportedTo::File(&absolute(&target)), personal);
        }
        Command::Papers { year, on, to, without_personal_data } => {
            let (workplace, community) = context.open_community()?;
            let on = on.unwrap_or(today);
            let year = SchoolYear(year);
            workplace.papers_of_year(community, year, on, without_personal_data, |name, bytes| {
                write_whole(&to.join(&name), &bytes)?;
                writeln!(out, "{name}")?;
                Ok::<_, Refusal>(())
            })?;
            let what = format!("все бумаги за {year} учебный год");
            workplace.note_export(
                &what,
                ExportedTo::File(&absolute(&to.join(&what))),
                !without_personal_data,
            );
        }
        Command::Anonymise { name, texts, files, dry_run } => {
            let chosen = Chosen { texts, files, dry_run };
            chosen.forget(&context.open()?, &name, out)?;
        }
        Command::Scan { year, number, pictures } => {
            let (workplace, community) = context.open_community()?;
            let name = workplace.attach_signed_scan(community, SchoolYear(year), number, &pictures)?;
            writeln!(out, "Приложено: {name}")?;
        }
        Command::Answers { files, year, survey, dry_run } => {
            let (workplace, community) = context.open_community()?;
            let survey = survey.as_deref();
            Answers { files: &files, year, survey, dry_run }.run(&workplace, community, out)?;
        }
        Command::Import { what, file, year, direction, columns, table, hidden, namesakes, dry_run, json } => {
            let (workplace, community) = context.open_community()?;
            let direction = direction.as_deref();
            let (file, columns) = (file.as_path(), columns.as_slice());
            let import =
                Import { what, file, year, direction, columns, table, hidden, namesakes, dry_run, json };
            import.run(&workplace, community, out)?;
        }
        Command::HandOver { year, on, to, zip, seal_with_password_from, remove_leftovers } => {
            let (workplace, community) = context.open_community()?;
            let delivery = Delivery::whole(community, SchoolYear(year), on.unwrap_or(today));
            let asked = HandOver { to, zip, seal_with_password_from, remove_leftovers };
            let written = asked.run(&workplace, &delivery, out)?;
            workplace.note_export("пакет для РИМК", ExportedTo::File(&absolute(&written)), true);
        }
        Command::Site { year, on, to, remove_leftovers } => {
            let (workplace, community) = context.open_community()?;
            let asked = SiteRequest { community, year: SchoolYear(year), on: on.unwrap_or(today) };
            let (written, named) = site::write(&workplace, &asked, &to, remove_leftovers, out)?;
            workplace.note_export("страницы для сайта", ExportedTo::File(&absolute(&written)), named);
        }
        Command::Backup { list: true, json, .. } => keeping::list(&db, json, out)?,
        Command::Backup { to, .. } => {
            let workplace = context.open()?;
            keeping::back_up(&workplace, to.as_deref(), out)?;
            workplace.close()?;
        }
        Command::Restore { copy } => keeping::restore(&db, copy.as_deref(), out)?,
        Command::Rescue => keeping::rescue(&db, out)?,
        Command::Password { what } => keeping::password(&db, what, out)?,
        Command::Search { words, json } => context.search(&words.join(" "), json, out)?,
        Command::Verify { .. } => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// What is typed may be a name in the folder where one stands.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A record that was found, as plain text.
#[derive(Serialize)]
struct Hit {
    kind: Kind,
    id: Uuid,
    title: String,
    date: Option<NaiveDate>,
    snippet: String,
}

impl From<Found> for Hit {
    fn from(found: Found) -> Self {
        let Found { kind, id, title, date, snippet } = found;
        Self { kind, id, title: joined(&title), date, snippet: joined(&snippet) }
    }
}

/// What every command works with.
struct Context<'a> {
    db: &'a Path,
    community: Option<&'a str>,
    today: NaiveDate,
}

impl Context<'_> {
    fn open(&self) -> Result<Workplace, Refusal> {
        Ok(Workplace::open_with(self.db, &keeping::key_of(self.db)?, Arc::new(SystemClock))?)
    }

    fn open_community(&self) -> Result<(Workplace, pps_app::domain::ids::CommunityId), Refusal> {
        let workplace = self.open()?;
        let community = workplace.community(self.community)?;
        Ok((workplace, community))
    }

    fn check(&self, on: Option<NaiveDate>, json: bool, out: &mut impl Write) -> Result<(), Refusal> {
        let (workplace, community) = self.open_community()?;
        let findings = workplace.check(community, on.unwrap_or(self.today))?;
        if json {
            return print_json(out, &findings);
        }
        if findings.is_empty() {
            writeln!(out, "Замечаний нет.")?;
        }
        for finding in &findings {
            print_finding(out, finding)?;
        }
        Ok(())
    }

    fn search(&self, words: &str, json: bool, out: &mut impl Write) -> Result<(), Refusal> {
        let workplace = self.open()?;
        let community = self.community.map(|name| workplace.community(Some(name))).transpose()?;
        let found = workplace.search(words, community)?;
        let found: Vec<Hit> = found.into_iter().map(Hit::from).collect();
        if json {
            return print_json(out, &found);
        }
        if found.is_empty() {
            writeln!(out, "Ничего не найдено.")?;
        }
        for one in &found {
            writeln!(out, "{}", one.title)?;
            if !one.snippet.is_empty() {
                writeln!(out, "    {}", one.snippet)?;
            }
        }
        Ok(())
    }
}

fn print_finding(out: &mut impl Write, finding: &Finding) -> io::Result<()> {
    let rests = match finding.clause {
        Some(clause) => format!("п.\u{a0}{clause}"),
        None => finding.basis.in_words().to_owned(),
    };
    writeln!(out, "[{}, {rests}] {}", finding.severity.in_words(), finding.message)?;
    writeln!(out, "    {}", finding.hint)
}

pub(crate) fn print_json(out: &mut impl Write, value: &impl Serialize) -> Result<(), Refusal> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    Ok(writeln!(out)?)
}
