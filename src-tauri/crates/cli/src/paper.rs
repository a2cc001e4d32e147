//! `pps-cli paper`: what may be typed about a paper follows from the catalogue of papers.

use std::path::Path;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::records::Kind;
use pps_app::papers::{PaperForm, PaperKind, PaperRequest, Parameter, PlanOrder, WhichMeeting};

use crate::commands::Refusal;

/// What was typed about a paper.
#[derive(Debug, Args)]
pub(crate) struct AskedPaper {
    /// Какой документ
    #[arg(value_name = "ВИД", value_parser = kinds())]
    pub(crate) kind: PaperKind,
    /// Учебный год по его началу: 2025 — это 2025/2026; справке, ходатайству и заявке довольно дня
    #[arg(long, value_name = "ГОД", value_parser = clap::value_parser!(i32).range(1900..=2200))]
    year: Option<i32>,
    /// Справка: с какого дня; без него — с начала учебного года
    #[arg(long, value_name = "ДАТА")]
    from: Option<NaiveDate>,
    /// Справка: по какой день; без него — по конец учебного года
    #[arg(long, value_name = "ДАТА")]
    to: Option<NaiveDate>,
    /// План: по направлениям, по месяцам или по разделам
    #[arg(long, value_name = "ПОРЯДОК", value_parser = orders())]
    by: Option<PlanOrder>,
    /// Номер протокола; для извещения, рабочего листа и листа регистрации — и номер будущего
    #[arg(long, value_name = "№")]
    number: Option<u32>,
    /// Выписка: какой вопрос
    #[arg(long, value_name = "№")]
    item: Option<u32>,
    /// Выписка: о какой организации
    #[arg(long, value_name = "НАЗВАНИЕ", conflicts_with = "item")]
    organisation: Option<String>,
    /// Согласие: чьё; без него — всех участников
    #[arg(long, value_name = "ФАМИЛИЯ ИМЯ")]
    pub(crate) person: Option<String>,
    /// Документ об одной записи: её название или часть названия, как в списке программы; без него — о последней
    #[arg(long, value_name = "НАЗВАНИЕ")]
    pub(crate) record: Option<String>,
    /// Полный отчёт
    #[arg(long)]
    full: bool,
    /// На какой день
    #[arg(long, value_name = "ДАТА")]
    on: Option<NaiveDate>,
    /// Редакция без персональных данных: без фамилий и подписей
    #[arg(long)]
    without_personal_data: bool,
}

/// The papers that can be asked for by what can be typed: not those that were handed over, which have no name.
fn typeable() -> impl Iterator<Item = PaperKind> {
    PaperKind::ALL.iter().copied().filter(|kind| !kind.needs().contains(&Parameter::Submission))
}

fn kinds() -> impl TypedValueParser<Value = PaperKind> {
    let values = typeable().map(|kind| {
        let forms = kind.forms().map(PaperForm::in_words).collect::<Vec<_>>().join(", ");
        PossibleValue::new(kind.id()).help(format!("{} ({forms})", kind.title()))
    });
    PossibleValuesParser::new(values.collect::<Vec<_>>())
        .try_map(|word| typeable().find(|kind| kind.id() == word).ok_or("нет такого документа"))
}

fn orders() -> impl TypedValueParser<Value = PlanOrder> {
    let values = [
        PossibleValue::new("direction").help("По направлениям п. 3.1"),
        PossibleValue::new("month").help("По месяцам"),
        PossibleValue::new("section").help("По разделам самого плана"),
    ];
    PossibleValuesParser::new(values).map(|word| match word.as_str() {
        "month" => PlanOrder::ByMonth,
        "section" => PlanOrder::BySection,
        _ => PlanOrder::ByDirection,
    })
}

impl AskedPaper {
    /// The request.
    pub(crate) fn request(self, community: CommunityId, today: NaiveDate) -> Result<PaperRequest, Refusal> {
        let (year, on) = self.when(today)?;
        let Self { kind, from, to, by, number, item, organisation, full, without_personal_data, .. } = self;
        Ok(PaperRequest {
            meeting: number.map(WhichMeeting::Number),
            by: by.unwrap_or_default(),
            from,
            to,
            item,
            organisation,
            full,
            without_personal_data,
            ..PaperRequest::new(community, kind, year, on)
        })
    }

    /// Whether the parameter was typed, and how it is typed.
    fn typed(&self, parameter: Parameter) -> (bool, &'static str) {
        match parameter {
            Parameter::Year => (self.year.is_some(), "--year ГОД"),
            Parameter::Meeting => (self.number.is_some(), "--number №"),
            Parameter::Part => {
                (self.item.is_some() || self.organisation.is_some(), "--item № или --organisation НАЗВАНИЕ")
            }
            Parameter::Order => (self.by.is_some(), "--by ПОРЯДОК"),
            Parameter::Full => (self.full, "--full"),
            Parameter::Period => (self.from.is_some() || self.to.is_some(), "--from ДАТА и --to ДАТА"),
            Parameter::Person => (self.person.is_some(), "--person «ФАМИЛИЯ ИМЯ»"),
            Parameter::Record(_) => (self.record.is_some(), "--record «НАЗВАНИЕ»"),
            Parameter::Submission => (false, ""),
            Parameter::Words => (false, ""),
        }
    }

    /// Whether all that the paper needs was typed, and nothing that means nothing for it.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        // Where no record is named, the newest one is meant.
        let may_be_left_out = |parameter: &Parameter| matches!(parameter, Parameter::Record(_));
        let mut needs = self.kind.needs().iter().filter(|parameter| !may_be_left_out(parameter));
        let missing = needs.find(|parameter| !self.typed(**parameter).0);
        if let Some(parameter) = missing {
            return Err(Refusal::Missing { paper: self.kind.title(), option: self.typed(*parameter).1 });
        }
        const ALL: [Parameter; 7] = [
            Parameter::Year,
            Parameter::Meeting,
            Parameter::Part,
            Parameter::Order,
            Parameter::Full,
            Parameter::Period,
            Parameter::Person,
        ];
        let idle = ALL.into_iter().find(|parameter| self.typed(*parameter).0 && !self.kind.knows(*parameter));
        let idle_record = self.record.is_some() && self.kind.of_record().is_none();
        let idle = idle.or(idle_record.then_some(Parameter::Record(Kind::Meeting)));
        match idle {
            Some(parameter) => Err(Refusal::Idle(self.typed(parameter).1)),
            None => Ok(()),
        }
    }

    /// The school year and the day. A paper that goes by its day may do without a year; that of a year that is over
    /// goes by the year's last day.
    fn when(&self, today: NaiveDate) -> Result<(SchoolYear, NaiveDate), Refusal> {
        let by_day = !self.kind.needs().contains(&Parameter::Year);
        let has_period = self.kind.knows(Parameter::Period);
        match (self.year.map(SchoolYear), self.on) {
            (Some(year), Some(on)) => Ok((year, on)),
            (Some(year), None) if by_day && !has_period => Ok((year, today.clamp(year.start(), year.end()))),
            (Some(year), None) => Ok((year, today)),
            (None, on) => {
                let of_year = self.from.or(self.to).or(on).ok_or(Refusal::Missing {
                    paper: self.kind.title(),
                    option: if has_period {
                        "--year ГОД, --from ДАТА или --on ДАТА"
                    } else {
                        "--on ДАТА или --year ГОД"
                    },
                })?;
                Ok((SchoolYear::containing(of_year), on.unwrap_or(today)))
            }
        }
    }
}

/// The form of a file, which its name tells.
pub(crate) fn form_of(target: &Path) -> Result<PaperForm, Refusal> {
    let ending = target.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let known = PaperForm::ALL.into_iter().find(|form| form.ending() == ending);
    known.ok_or_else(|| Refusal::UnknownForm(target.to_owned()))
}
