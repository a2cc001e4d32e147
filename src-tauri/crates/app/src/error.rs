//! Why a use case did not do what it was asked, in the words of a colleague.

use std::path::PathBuf;

use pps_documents::PaperError;
use pps_documents::scans::ScanError;
use pps_domain::calendar::SchoolYear;
use pps_domain::russian::counted;
use pps_exchange::ExchangeError;
use pps_store::{OpenError, StoreError};
use serde::Serialize;
use thiserror::Error;

use crate::anonymising::AnonymisingError;
use crate::attaching::AttachError;
use crate::files::FileTrouble;
use crate::history::HistoryError;
use crate::importing::ImportError;
use crate::importing::protocol::OldProtocolError;
use crate::named_record::NamedRecordError;
use crate::password::PasswordError;
use crate::signing::SigningError;
use crate::submission::SubmittingError;
use crate::surveys::SurveyError;

/// Why a use case did not do what it was asked. Each says in one Russian sentence what happened and what to do.
#[derive(Debug, Error)]
pub enum AppError {
    /// The data file was not opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The paper was not made.
    #[error(transparent)]
    Paper(PaperError),
    /// The photographs were not bound.
    #[error(transparent)]
    Scan(#[from] ScanError),
    /// A file was not attached or not opened.
    #[error(transparent)]
    Attach(#[from] AttachError),
    /// A protocol was not marked as signed, or its text was not found.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// The mark «Сдано» was refused.
    #[error(transparent)]
    Submitting(#[from] SubmittingError),
    /// Nobody was forgotten.
    #[error(transparent)]
    Anonymising(#[from] AnonymisingError),
    /// Nobody knows which record was meant.
    #[error(transparent)]
    NamedRecord(#[from] NamedRecordError),
    /// An earlier text was not shown or brought back.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// A table was not read or its rows were not added.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// An old protocol was not read or not added.
    #[error(transparent)]
    OldProtocol(#[from] OldProtocolError),
    /// A questionnaire, a survey or a sheet was not kept.
    #[error(transparent)]
    Survey(#[from] SurveyError),
    /// The package was not written or verified.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The open data was not loaded.
    #[error(transparent)]
    Load(#[from] pps_store::LoadError),
    /// The community has no name.
    #[error("Не указано название сообщества; напишите его, как в приказе.")]
    NameMissing,
    /// There is no community yet.
    #[error("В файле данных ещё нет ни одного сообщества; создайте его или откройте учебный пример.")]
    NoCommunity,
    /// There are several communities and none was chosen.
    #[error("В файле данных несколько сообществ: {} — укажите, с каким работать.", names.join("; "))]
    SeveralCommunities {
        /// Their names.
        names: Vec<String>,
    },
    /// No community, or more than one, has the name.
    #[error("Сообщества «{wanted}» в файле данных нет; выберите из тех, что есть: {}.", names.join("; "))]
    UnknownCommunity {
        /// What was asked for.
        wanted: String,
        /// What there is.
        names: Vec<String>,
    },
    /// There is nothing to hand over.
    #[error("За {year} учебный год передавать нечего: нет ни плана, ни заседаний; проверьте год.")]
    NothingToHandOver {
        /// The year.
        year: SchoolYear,
    },
    /// Every paper of the package was left out.
    #[error("Не отмечено ни одного документа; отметьте хотя бы один и запишите ещё раз.")]
    NothingChosen,
    /// What was to be left out is not in the package, so that nobody can tell which paper was meant.
    #[error("Документа «{paper}» среди передаваемых уже нет; посмотрите список и запишите ещё раз.")]
    NotInPackage {
        /// Its path in the package.
        paper: String,
    },
    /// The records are not those any more that the package was put together of.
    #[error("Записи изменились, и бумаги собраны заново; посмотрите список и запишите ещё раз.")]
    PackageChanged,
    /// The records are not those any more of which the pages were shown.
    #[error("Записи изменились, и страницы собраны заново; посмотрите, что войдёт, и запишите ещё раз.")]
    SiteChanged,
    /// What the pages show was not noted down beside them.
    #[error("Не получилось записать, что показано на страницах; сообщите об этом разработчикам.")]
    SiteNotNoted(#[source] serde_json::Error),
    /// Every name that the package could have belongs to packages of other communities there.
    #[error(
        "Имя «{name}» и все запасные имена здесь заняты пакетами других сообществ: выберите другую папку или флешку."
    )]
    PackageNamesTaken {
        /// The usual name.
        name: String,
    },
    /// The password of a package for a letter is guessed too easily.
    #[error("Пароль слишком короткий: наберите не меньше восьми знаков, лучше цифры вразнобой.")]
    WeakSeal,
    /// Programs that open archives read other letters in different ways, each by the code page of its computer.
    #[error(
        "Пароль к архиву набирают латинскими буквами и цифрами; русские буквы разные программы читают по-разному."
    )]
    SealLetters,
    /// A file outside the database could not be read.
    #[error("Не получилось прочитать файл «{}»: {trouble}.", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why, and what to do.
        trouble: FileTrouble,
    },
    /// A file outside the database could not be written.
    #[error("Не получилось записать файл «{}»: {trouble}.", path.display())]
    Write {
        /// Which file.
        path: PathBuf,
        /// Why, and what to do.
        trouble: FileTrouble,
    },
    /// Some records are not as they were written.
    #[error("Не читается {}, {rest}; верните записи из запасной копии.", counted(*count, "запись", "записи", "записей"))]
    Unread {
        /// How many.
        count: usize,
        /// What became of the rest.
        rest: &'static str,
    },
    /// A password was not taken.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// There is no such copy.
    #[error("Такой копии уже нет; посмотрите список копий ещё раз.")]
    NoSuchBackup,
    /// The copy does not hold what was copied.
    #[error("Копия от {at} не такая, какой была записана; сделайте новую копию и проверьте диск.")]
    BackupUnlike {
        /// «3 мая 2026, 14:03»
        at: String,
    },
    /// Where a copy was carried to, there is none.
    #[error("В папке «{}» запасной копии нет; укажите папку, в которую её записывали.", folder.display())]
    NoCopyThere {
        /// The folder that was pointed at.
        folder: PathBuf,
    },
    /// A copy was not made.
    #[error("Запасная копия не сделана: {}; сами записи в порядке.", in_copy(.0))]
    NotBackedUp(StoreError),
    /// The example that is built into the program cannot be read.
    #[error("Учебный пример внутри программы повреждён ({0}); установите программу заново.")]
    Example(String),
}

impl From<PaperError> for AppError {
    /// What a paper asked of us and did not get is told as our own refusal.
    fn from(error: PaperError) -> Self {
        match error {
            PaperError::Source(source) => match source.downcast::<Self>() {
                Ok(own) => *own,
                Err(foreign) => Self::Paper(PaperError::Source(foreign)),
            },
            error => Self::Paper(error),
        }
    }
}

/// Why a copy was not made, within a sentence.
fn in_copy(fault: &StoreError) -> String {
    match fault {
        StoreError::DiskFull => "на диске для копий не хватает места, освободите его".to_owned(),
        StoreError::Io(told) => format!("диск для копий не отвечает или защищён от записи ({told})"),
        other => other.to_string().trim_end_matches('.').to_owned(),
    }
}

impl AppError {
    /// A steady word for programs to branch on; sentences may be reworded at any time.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Open(OpenError::InUse) => "in_use",
            Self::Open(OpenError::NeedsKey) => "needs_key",
            Self::Open(OpenError::WrongKey) => "wrong_password",
            Self::Password(PasswordError::Wait { .. }) => "wait",
            Self::Password(PasswordError::Typo(_) | PasswordError::OtherRecoveryKey) => "wrong_recovery_key",
            Self::Password(_) => "password",
            Self::Unread { .. } => "damaged",
            Self::NoSuchBackup
            | Self::NoCopyThere { .. }
            | Self::BackupUnlike { .. }
            | Self::NotBackedUp(_) => "backup",
            Self::Open(OpenError::Newer { .. }) => "newer",
            Self::Open(OpenError::Foreign(_)) => "foreign_file",
            Self::Open(OpenError::Damaged(_)) => "damaged",
            Self::Open(_) => "not_opened",
            Self::Store(StoreError::Stale { .. }) => "stale",
            Self::Store(StoreError::StillNamed { .. }) => "still_named",
            Self::Store(StoreError::Signed(_) | StoreError::HandedOver(_)) => "signed",
            Self::Store(StoreError::DiskFull) => "disk_full",
            Self::Store(StoreError::Damaged(_) | StoreError::Changed { .. }) => "damaged",
            Self::Store(_) => "not_saved",
            Self::Paper(PaperError::NoProtocol { .. }) => "no_protocol",
            Self::Paper(PaperError::SeveralProtocols { .. }) => "several_protocols",
            Self::Paper(PaperError::NoPlan { .. }) => "no_plan",
            Self::Paper(_) => "paper",
            Self::Scan(_) => "scan",
            Self::Attach(_) => "attach",
            Self::Signing(_) => "signing",
            Self::Submitting(_) => "submitting",
            Self::Anonymising(_) => "anonymising",
            Self::NamedRecord(_) => "named_record",
            Self::History(_) => "history",
            Self::Import(_) | Self::OldProtocol(_) => "import",
            Self::Survey(_) => "survey",
            Self::Exchange(error) => error.code(),
            Self::Load(_) => "not_loaded",
            Self::NameMissing => "name_missing",
            Self::NoCommunity => "no_community",
            Self::SeveralCommunities { .. } => "several_communities",
            Self::UnknownCommunity { .. } => "unknown_community",
            Self::NothingToHandOver { .. } => "nothing_to_hand_over",
            Self::NothingChosen => "nothing_chosen",
            Self::NotInPackage { .. } => "not_in_package",
            Self::PackageChanged => "package_changed",
            Self::SiteChanged => "site_changed",
            Self::SiteNotNoted(_) => "site",
            Self::PackageNamesTaken { .. } => "package_names_taken",
            Self::WeakSeal => "weak_seal",
            Self::SealLetters => "seal_letters",
            Self::Read { .. } => "not_read",
            Self::Write { .. } => "not_written",
            Self::Example(_) => "example",
        }
    }

    /// The one shape of an error that crosses to the page.
    #[must_use]
    pub fn view(&self) -> ErrorView {
        let fields = match self {
            Self::NameMissing => vec!["name".to_owned()],
            _ => Vec::new(),
        };
        ErrorView { code: self.code().to_owned(), message: self.to_string(), fields }
    }
}

/// The one shape of an error that crosses to the page, which branches on the code only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export, export_to = "views/")]
pub struct ErrorView {
    /// A steady word.
    pub code: String,
    /// A Russian sentence.
    pub message: String,
    /// The fields that it concerns, by name.
    pub fields: Vec<String>,
}
