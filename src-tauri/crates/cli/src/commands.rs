//! Each command: asks `pps-app` and prints what came of it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use pps_app::checks::Finding;
use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::records::Kind;
use pps_app::domain::russian::counted;
use pps_app::open_data::load_into;
use pps_app::package::{Delivery, PackageForm, Watch, verify};
use pps_app::papers::{ExtractPart, PaperForm, PaperKind, PlanOrder, TypedWords, WhichMeeting};
use pps_app::search::{Found, joined};
use pps_app::{AppError, Clock, SystemClock, Workplace, write_whole};
use serde::Serialize;
use uuid::Uuid;

use crate::arguments::{Arguments, Command, PaperName, PlanBy};
use crate::importing::Import;

/// Why a command ended without doing its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// The use case refused.
    #[error(transparent)]
    Refused(#[from] AppError),
    /// The data file was not named.
    #[error("Не указан файл данных: добавьте «--db ФАЙЛ».")]
    NoDatabase,
    /// An option that means nothing for the paper.
    #[error("Параметр «{0}» здесь ни к чему; что можно набрать, покажет «pps-cli --help».")]
    Idle(&'static str),
    /// An extract of nothing in particular.
    #[error("Не указано, о чём выписка; добавьте «--item №» или «--organisation НАЗВАНИЕ».")]
    NoPart,
    /// A paper of no school year.
    #[error("Не указан учебный год; добавьте «--year ГОД».")]
    NoYear,
    /// A file of a kind that papers are not written in.
    #[error("Не понятно, в каком виде записать «{}»; дайте имени файла окончание «.pdf» или «.docx», для плана — также «.xlsx» или «.ics».", .0.display())]
    UnknownForm(PathBuf),
    /// No direction of п. 3.1.
    #[error("Направления «{0}» нет; наберите одно из семи, от 3.1.1 до 3.1.7.")]
    NoSuchDirection(String),
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
            Self::NoDatabase | Self::Idle(_) | Self::NoPart | Self::NoYear | Self::NoSuchDirection(_) => 2,
            Self::Refused(_) | Self::UnknownForm(_) | Self::Output(_) | Self::Spoilt(_) | Self::Json(_) => 1,
        }
    }
}

/// Does what was typed.
pub(crate) fn run(arguments: Arguments, out: &mut impl Write) -> Result<ExitCode, Refusal> {
    let Arguments { db, community, command, .. } = arguments;
    if let Command::Verify { package } = &command {
        return verified(package, out);
    }
    let db = db.ok_or(Refusal::NoDatabase)?;
    let clock = Arc::new(SystemClock);
    let today = clock.today();
    let context = Context { db: &db, community: community.as_deref(), today };
    match command {
        Command::Init => drop(Workplace::create(&db, clock)?),
        Command::Example => drop(Workplace::create_example(&db, clock)?),
        Command::Load { dump } => drop(load_into(&db, &dump, clock.as_ref())?),
        Command::Dump { out: target } => context.open()?.dump(&target)?,
        Command::Check { on, json } => context.check(on, json, out)?,
        Command::Paper { kind, year, from, to, by, number, item, organisation, full, on, out: target } => {
            let asked = Asked { kind, year, from, to, by, number, item, organisation, full };
            let (year, on) = asked.when(on, today)?;
            let (kind, form) = (asked.paper(year)?, form_of(&target)?);
            let (workplace, community) = context.open_community()?;
            let (_, bytes) = workplace.paper_file(community, kind, year, on, form)?;
            write_whole(&target, &bytes)?;
        }
        Command::Scan { year, number, pictures } => {
            let (workplace, community) = context.open_community()?;
            let name = workplace.attach_signed_scan(community, SchoolYear(year), number, &pictures)?;
            writeln!(out, "Приложено: {name}")?;
        }
        Command::Import { what, file, year, direction, dry_run } => {
            let (workplace, community) = context.open_community()?;
            let import = Import { what, file: &file, year, direction: direction.as_deref(), dry_run };
            import.run(&workplace, community, out)?;
        }
        Command::HandOver { year, on, to, zip } => {
            let form = if zip { PackageForm::Zip } else { PackageForm::Folder };
            let (workplace, community) = context.open_community()?;
            let on = on.unwrap_or(today);
            let mut watch = Watch::silent();
            let delivery = Delivery::whole(community, SchoolYear(year), on);
            let written = workplace.hand_over(&delivery, &to, form, &mut watch)?;
            writeln!(out, "Записано и проверено.")?;
            writeln!(out, "{}", written.path.display())?;
        }
        Command::Search { words, json } => context.search(&words.join(" "), json, out)?,
        Command::Verify { .. } => {}
    }
    Ok(ExitCode::SUCCESS)
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
        Ok(Workplace::open(self.db, Arc::new(SystemClock))?)
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

/// What was typed about a paper.
struct Asked {
    kind: PaperName,
    year: Option<i32>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    by: Option<PlanBy>,
    number: Option<u32>,
    item: Option<u32>,
    organisation: Option<String>,
    full: bool,
}

impl Asked {
    /// The school year and the day. Papers about people go by their day, so that may stand for the year.
    fn when(&self, on: Option<NaiveDate>, today: NaiveDate) -> Result<(SchoolYear, NaiveDate), Refusal> {
        let by_day = matches!(self.kind, PaperName::Certificate | PaperName::Petition | PaperName::Courses);
        match (self.year.map(SchoolYear), on) {
            (Some(year), Some(on)) => Ok((year, on)),
            (Some(year), None) if matches!(self.kind, PaperName::Petition | PaperName::Courses) => {
                Ok((year, today.clamp(year.start(), year.end())))
            }
            (Some(year), None) => Ok((year, today)),
            (None, _) if by_day => {
                let on = on.unwrap_or(today);
                Ok((SchoolYear::containing(self.from.or(self.to).unwrap_or(on)), on))
            }
            (None, _) => Err(Refusal::NoYear),
        }
    }

    /// The paper, where every option means something for it.
    fn paper(self, year: SchoolYear) -> Result<PaperKind, Refusal> {
        let Self { kind, from, to, by, number, item, organisation, full, .. } = self;
        let protocol = number.unwrap_or_default();
        let numbered = !matches!(
            kind,
            PaperName::Plan
                | PaperName::Report
                | PaperName::Roster
                | PaperName::Register
                | PaperName::Inventory
                | PaperName::Certificate
                | PaperName::Petition
                | PaperName::Courses
        );
        let idle = [
            ("--by", by.is_some() && kind != PaperName::Plan),
            ("--full", full && kind != PaperName::Report),
            ("--number", number.is_some() && !numbered),
            ("--from", from.is_some() && kind != PaperName::Certificate),
            ("--to", to.is_some() && kind != PaperName::Certificate),
            ("--item", item.is_some() && kind != PaperName::Extract),
            ("--organisation", organisation.is_some() && kind != PaperName::Extract),
        ];
        if let Some((option, _)) = idle.into_iter().find(|(_, idle)| *idle) {
            return Err(Refusal::Idle(option));
        }
        // Where a number is needed, it has been asked for before.
        let meeting = WhichMeeting::Number(protocol);
        Ok(match kind {
            PaperName::Protocol => PaperKind::Protocol { number: protocol },
            PaperName::Extract => {
                let question = item.map(ExtractPart::Question);
                let part = question.or(organisation.map(ExtractPart::Organisation)).ok_or(Refusal::NoPart)?;
                PaperKind::Extract { meeting, part }
            }
            PaperName::Notice => PaperKind::Notice { meeting },
            PaperName::Worksheet => PaperKind::Worksheet { meeting },
            PaperName::Attendance => PaperKind::Attendance { meeting },
            PaperName::Assignments => PaperKind::Assignments { meeting: number.map(WhichMeeting::Number) },
            PaperName::Plan => PaperKind::Plan {
                by: match by.unwrap_or_default() {
                    PlanBy::Direction => PlanOrder::ByDirection,
                    PlanBy::Month => PlanOrder::ByMonth,
                },
            },
            PaperName::Report => PaperKind::Report { full },
            PaperName::Roster => PaperKind::Roster,
            PaperName::Register => PaperKind::Register,
            PaperName::Inventory => PaperKind::Inventory,
            PaperName::Certificate => {
                PaperKind::Certificate { from: from.unwrap_or(year.start()), to: to.unwrap_or(year.end()) }
            }
            PaperName::Petition => PaperKind::Petition { words: TypedWords::default() },
            PaperName::Courses => PaperKind::Courses { words: TypedWords::default() },
        })
    }
}

/// The form of a file, which its name tells.
fn form_of(target: &Path) -> Result<PaperForm, Refusal> {
    PaperForm::of_file(target).ok_or_else(|| Refusal::UnknownForm(target.to_owned()))
}

fn print_finding(out: &mut impl Write, finding: &Finding) -> io::Result<()> {
    let rests = match finding.clause {
        Some(clause) => format!("п.\u{a0}{clause}"),
        None => finding.basis.in_words().to_owned(),
    };
    writeln!(out, "[{}, {rests}] {}", finding.severity.in_words(), finding.message)?;
    writeln!(out, "    {}", finding.hint)
}

fn verified(package: &Path, out: &mut impl Write) -> Result<ExitCode, Refusal> {
    let verification = verify(package)?;
    if verification.is_sound() {
        writeln!(out, "Пакет цел: файлов {}, все на месте и не изменены, лишнего нет.", verification.files)?;
        return Ok(ExitCode::SUCCESS);
    }
    // The list is the answer; the one sentence on standard error says what to do with it.
    for problem in &verification.problems {
        writeln!(out, "{problem}")?;
    }
    let count = counted(verification.problems.len(), "неполадка", "неполадки", "неполадок");
    Err(Refusal::Spoilt(count))
}

fn print_json(out: &mut impl Write, value: &impl Serialize) -> Result<(), Refusal> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    Ok(writeln!(out)?)
}
