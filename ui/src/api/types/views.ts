// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { SiteLeftOut, SitePiece } from "./commands";
import type { AreaPairs, HeatMap, ReportChange, Share, SurveyAnswers } from "./figures";
import type { Basis, ClockDoubt, FindingAct, Severity } from "./findings";
import type { ReadCourse } from "./importing";
import type { BodyKind, Category, CommunityId, Kind, PartialDate, PersonId, Record, SubmissionId, SubmittedPaper, SurveyId } from "./records";

/**
 * A copy in the list.
 */
export type Backup = { 
/**
 * The name of its file, by which it is named.
 */
name: string, 
/**
 * Where it lies.
 */
place: BackupPlace, 
/**
 * «3 мая 2026, 14:03»
 */
at: string, 
/**
 * Its day.
 */
on: string, 
/**
 * «при запуске»
 */
why: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Whether it can be used.
 */
state: BackupState, 
/**
 * What is inside; none where it does not open.
 */
inside: Inside | null, };

/**
 * What is inside a copy, to be looked at before it is restored.
 */
export type BackupContents = { 
/**
 * «3 мая 2026, 14:03»
 */
at: string, 
/**
 * The communities.
 */
communities: Array<CommunityInside>, 
/**
 * The last changes, newest first.
 */
changes: Array<PastChange>, };

/**
 * Where a copy lies.
 */
export type BackupPlace = "computer" | "second";

/**
 * Whether a copy can be used.
 */
export type BackupState = "whole" | "damaged" | "locked";

/**
 * The copies of a data file.
 */
export type Backups = { 
/**
 * The folder where those of this computer lie.
 */
folder: string, 
/**
 * The newest first.
 */
list: Array<Backup>, 
/**
 * When the newest was made: «3 мая 2026, 14:03».
 */
last: string | null, 
/**
 * When the newest was tried by restoring it: «3 мая».
 */
tried: string | null, 
/**
 * The second place.
 */
second: SecondPlace | null, 
/**
 * Why the last copy was not made, in a sentence.
 */
fault: string | null, };

/**
 * A deleted record.
 */
export type Binned = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its name.
 */
title: string, 
/**
 * The day on which it was deleted.
 */
on: string, };

/**
 * That an operation is on the disk, and all that it changed.
 */
export type Changes = { 
/**
 * «Подписан протокол № 2 от 16.01.2026»
 */
name: string, 
/**
 * «14:03»
 */
at: string, 
/**
 * The records that it made or changed, as they are now.
 */
put: Array<SeenRecord>, 
/**
 * The records that it put into the bin, or took away.
 */
gone: Array<string>, 
/**
 * What was taken back or done again, with its place; none of any other operation.
 */
step: Step | null, };

/**
 * A community in a list.
 */
export type CommunityCard = { 
/**
 * Identifier.
 */
id: CommunityId, 
/**
 * Full name.
 */
name: string, 
/**
 * Name for lists.
 */
short_name: string, 
/**
 * District.
 */
district: string, };

/**
 * A community in a copy.
 */
export type CommunityInside = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its school years, the newest first.
 */
years: Array<YearInside>, 
/**
 * Its members by name.
 */
people: Array<string>, };

/**
 * A text that could not be saved.
 */
export type Draft = { 
/**
 * Tells it from the others: the identifier of the record, or the name of a field with its place.
 */
key: string, 
/**
 * «заседание: Протокол № 3»
 */
place: string, 
/**
 * The label of the field; empty for a whole record.
 */
label: string, 
/**
 * What was typed, as plain text.
 */
text: string, 
/**
 * Why it was refused.
 */
why: string, 
/**
 * The address in the window where it was typed.
 */
address: string, 
/**
 * The whole record as it stood in the form, with its kind; none for a field.
 */
record: unknown, 
/**
 * The revision from which the record was changed; none for a new one.
 */
seen: number | null, };

/**
 * A text on the way of a field that was written in several goes.
 */
export type EarlierText = { 
/**
 * The operation; with it the text is shown and brought back.
 */
operation: string, 
/**
 * «16 января, 14:03»
 */
at: string, 
/**
 * What was changed then, a sentence for each field.
 */
differences: Array<string>, };

/**
 * One change of a record, as its history shows it.
 */
export type Edition = { 
/**
 * The operation; with it an earlier text is shown and brought back.
 */
operation: string, 
/**
 * «16 января, 14:03»
 */
at: string, 
/**
 * «Изменено заседание: Протокол № 2 от 16.01.2026»
 */
name: string, 
/**
 * Whether it was taken back.
 */
undone: boolean, 
/**
 * What was changed, a sentence for each field.
 */
differences: Array<string>, 
/**
 * Whether it left a text that can be shown and brought back: a deletion does not.
 */
has_text: boolean, 
/**
 * Whether that text is the one in force.
 */
current: boolean, 
/**
 * Texts of the same field in between, newest first: it was written in several goes, which are told as one change.
 */
earlier: Array<EarlierText>, };

/**
 * The one shape of an error that crosses to the page, which branches on the code only.
 */
export type ErrorView = { 
/**
 * A steady word.
 */
code: string, 
/**
 * A Russian sentence.
 */
message: string, 
/**
 * The fields that it concerns, by name.
 */
fields: Array<string>, };

/**
 * A line of the journal.
 */
export type ExportLine = { 
/**
 * «16.01.2026 14:03»
 */
at: string, 
/**
 * «Протокол № 2 от 16.01.2026.pdf»
 */
what: string, 
/**
 * «флешка KINGSTON»
 */
place: string, 
/**
 * Whether it names people.
 */
personal: boolean, };

/**
 * An attached file that tells of the person.
 */
export type FileOfPerson = { 
/**
 * Which one.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

/**
 * A finding with the record that it concerns.
 */
export type FindingView = { 
/**
 * On what it rests.
 */
basis: Basis, 
/**
 * The clause, bare.
 */
clause: string | null, 
/**
 * How serious it is.
 */
severity: Severity, 
/**
 * What was noticed.
 */
message: string, 
/**
 * What to do.
 */
hint: string, 
/**
 * Kind of the record.
 */
kind: Kind | null, 
/**
 * Identifier of the record.
 */
id: string | null, 
/**
 * All records that it speaks of, where it stands for several.
 */
of: Array<string>, 
/**
 * What can be done about all of them at once.
 */
act: FindingAct | null, };

/**
 * A person typed at the first start.
 */
export type FirstPerson = { 
/**
 * «Фамилия Имя Отчество»
 */
name: string, 
/**
 * Post and subject.
 */
post: string, 
/**
 * The organisation's name.
 */
organisation: string, 
/**
 * Qualification category.
 */
category: Category, 
/**
 * Calendar year when work began, where a pasted list told it.
 */
works_since?: number | null, 
/**
 * Calendar year when work in the specialty began, where a pasted list told it.
 */
in_specialty_since?: number | null, 
/**
 * Courses that a pasted list told.
 */
courses?: Array<ReadCourse>, 
/**
 * A telephone or an address that a pasted list told.
 */
contact?: string, 
/**
 * What else a pasted list told.
 */
more?: StaffTold, 
/**
 * What of a pasted list was not understood, as sentences. Nothing is kept of them.
 */
remarks?: Array<string>, 
/**
 * Leads the community.
 */
leader: boolean, 
/**
 * Writes the protocols.
 */
secretary: boolean, };

/**
 * What was typed at the first start.
 */
export type FirstSteps = { 
/**
 * Full name of the community.
 */
name: string, 
/**
 * Short name.
 */
short_name: string, 
/**
 * What the body calls itself; where nobody has chosen, its name says it.
 */
body: BodyKind | null, 
/**
 * District.
 */
district: string, 
/**
 * Town or village.
 */
place: string, 
/**
 * The head of РИМК, «Фамилия Имя Отчество»; may stay empty.
 */
rimk_head: string, 
/**
 * The school year by its beginning.
 */
school_year: number, 
/**
 * People.
 */
people: Array<FirstPerson>, };

/**
 * That a name was forgotten.
 */
export type Forgotten = { 
/**
 * «участник 3»
 */
label: string, 
/**
 * What still holds the name, because nobody chose it.
 */
left: Array<NamedInText>, };

/**
 * A record that was found.
 */
export type Found = { 
/**
 * Its kind: «meeting».
 */
kind: Kind, 
/**
 * Its identifier.
 */
id: string, 
/**
 * «Протокол № 2 от 16.01.2026»
 */
title: Array<[string, boolean]>, 
/**
 * Its day, where it has one.
 */
date: string | null, 
/**
 * The place in its text.
 */
snippet: Array<[string, boolean]>, };

/**
 * What a copy holds.
 */
export type Inside = { 
/**
 * Short names of the communities.
 */
communities: Array<string>, 
/**
 * Meetings with a protocol.
 */
protocols: number, 
/**
 * Rows of plans.
 */
activities: number, 
/**
 * People.
 */
people: number, 
/**
 * Attached files.
 */
files: number, 
/**
 * «2 мая, 18:40 — Изменён протокол № 2»
 */
last_change: string | null, };

/**
 * One of the most frequent difficulties.
 */
export type LeadingDifficulty = { 
/**
 * What it is called.
 */
title: string, 
/**
 * «8 из 11»; none where it was not asked.
 */
last: Share | null, 
/**
 * In the earlier survey.
 */
before: Share | null, };

/**
 * A record whose texts hold the name.
 */
export type NamedInText = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Which one.
 */
id: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Where the name stands, where that is not the record as it is: «в корзине», «в прежних текстах».
 */
standing: string, 
/**
 * The words around the name.
 */
passages: Array<string>, };

/**
 * The open data file.
 */
export type OpenFile = { 
/**
 * Whether it is the example.
 */
example: boolean, 
/**
 * Whether it lies where nothing can be written, so that it can only be read.
 */
only_read: boolean, 
/**
 * The day on which the program looks at the year; the example has its own.
 */
today: string, 
/**
 * Where the file lies.
 */
path: string, 
/**
 * Its communities.
 */
communities: Array<CommunityCard>, 
/**
 * Why the day of the computer is doubtful; the example never asks.
 */
clock: ClockDoubt | null, };

/**
 * What the page shows first.
 */
export type Opening = { 
/**
 * Today by the program's clock; the page has none of its own.
 */
today: string, 
/**
 * The open file; none before the first start is done.
 */
file: OpenFile | null, 
/**
 * Why the file that is there could not be opened.
 */
fault: ErrorView | null, };

/**
 * A paper that the package of a year can hold.
 */
export type PackagePaper = { 
/**
 * Path in the package.
 */
path: string, 
/**
 * What it is.
 */
title: string, 
/**
 * «от 05.09.2025 № 1»
 */
reference: string, 
/**
 * How many pages, where that is known: papers are set only when their pages are counted or written.
 */
pages: number | null, 
/**
 * What the mark «Сдано» calls it, where РИМК asks for it by the regulation.
 */
submits: SubmittedPaper | null, };

/**
 * A change in the history of a copy.
 */
export type PastChange = { 
/**
 * «2 мая, 18:40»
 */
at: string, 
/**
 * «Изменён протокол № 2 от 16.01.2026»
 */
name: string, };

/**
 * What was saved of a damaged file.
 */
export type Recovered = { 
/**
 * Records that are there again.
 */
saved: number, 
/**
 * Those among them that only the damaged file had in this form.
 */
from_damaged: number, 
/**
 * Those among them that only the copy had.
 */
from_copy: number, 
/**
 * Attached files that are there again.
 */
files: number, 
/**
 * Records whose text does not fit its hash: they are there, and a person should look at them.
 */
doubtful: Array<string>, 
/**
 * What is known to have been there and could not be saved.
 */
lost: Array<string>, 
/**
 * Whether every row of the damaged file could be read.
 */
all_read: boolean, 
/**
 * The folder where the damaged file lies untouched.
 */
set_aside: string, 
/**
 * The copy that was used: «3 мая 2026, 14:03»; none where there was none.
 */
copy: string | null, };

/**
 * What opens the file when the password is forgotten, to be printed once.
 */
export type RecoveryKey = { 
/**
 * Eight groups of six digits.
 */
groups: Array<string>, 
/**
 * What is not under the new password yet, in a sentence; none where everything is.
 */
left: string | null, };

/**
 * The report after it was handed over, beside what the records say now.
 */
export type ReportStanding = { 
/**
 * The handing-over that was the last one and has its text kept.
 */
submission: SubmissionId, 
/**
 * Whether the report is printed from that text; otherwise a new version is drawn up.
 */
in_force: boolean, 
/**
 * What the records say otherwise now.
 */
changes: Array<ReportChange>, };

/**
 * That a change is on the disk.
 */
export type Saved = { 
/**
 * The revision to be seen from now on.
 */
revision: number, 
/**
 * «14:03»
 */
at: string, 
/**
 * Other records that changed with it, because they named a part that it holds no more.
 */
also_changed: Array<SeenRecord>, 
/**
 * The record as it is kept, where that is not what was sent: signs that nobody can see went out of its texts.
 */
cleaned: Record | null, };

/**
 * A sheet, or a PDF of several, as the page shows it.
 */
export type ScanPart = { 
/**
 * Names it when it is turned or moved.
 */
token: number, 
/**
 * The name of the file that was chosen.
 */
name: string, 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * A PDF is kept as it is, so it cannot be turned.
 */
pdf: boolean, 
/**
 * Grows with each turn, so that the picture is asked for again.
 */
turned: number, };

/**
 * A second place for copies.
 */
export type SecondPlace = { 
/**
 * The folder that was chosen.
 */
path: string, 
/**
 * Whether it is there now.
 */
here: boolean, 
/**
 * When it was caught up last: «3 мая 2026».
 */
last: string | null, };

/**
 * A record with the revision under which it was read.
 */
export type SeenRecord = { 
/**
 * The record.
 */
record: Record, 
/**
 * The revision to be given back when it is saved.
 */
revision: number, };

/**
 * What would stand on the pages, to be looked at before they are written.
 */
export type SiteView = { 
/**
 * What stands on the pages.
 */
pieces: Array<SitePiece>, 
/**
 * What stays at home, and why.
 */
left_out: Array<SiteLeftOut>, 
/**
 * Who is named.
 */
named: Array<string>, 
/**
 * How many members are not.
 */
unnamed: number, 
/**
 * The day of what was written into the place before; none where nothing was.
 */
since: string | null, 
/**
 * How many files the site has.
 */
files: number, 
/**
 * Their bytes.
 */
bytes: number, 
/**
 * How many of them are new or changed since then and lie in a folder apart; all where nothing was written before.
 */
fresh: number, 
/**
 * By this it is known whether the records have changed since.
 */
seen: string, };

/**
 * What a list of people may tell beside what the first start asks for.
 */
export type StaffTold = { 
/**
 * Since when the category is held.
 */
category_since: PartialDate | null, 
/**
 * Calendar year when pedagogical work began.
 */
pedagogical_since: number | null, 
/**
 * Works here beside another main place.
 */
part_time: boolean, 
/**
 * The classes that are taught.
 */
classes: string, 
/**
 * Titles and awards, each with its date where that is known.
 */
awards: Array<[string, PartialDate | null]>, 
/**
 * The topic of self-education.
 */
self_education: string, };

/**
 * What taking back or doing again would do, or has done.
 */
export type Step = { 
/**
 * «СЛУШАЛИ, вопрос 1, протокол № 2», «удалено мероприятие: …»
 */
words: string, 
/**
 * Kind of the record that it is about.
 */
kind: Kind, 
/**
 * The record.
 */
id: string, 
/**
 * The question, decision, task or row in the record where something changes.
 */
part: string | null, 
/**
 * Whether it is what became of a decision, which is kept in the protocol and seen apart from it.
 */
marking: boolean, 
/**
 * Whether many records change at once, so that no single one is the place.
 */
many: boolean, };

/**
 * The next steps back and forth; none where there is nothing to take back or to do again.
 */
export type Steps = { 
/**
 * What «Отменить» would do.
 */
undo: Step | null, 
/**
 * What «Вернуть» would do.
 */
redo: Step | null, };

/**
 * A questionnaire that comes with the program, as it is offered.
 */
export type SuppliedCard = { 
/**
 * By this it is taken.
 */
word: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is good for.
 */
about: string, 
/**
 * How many statements it has.
 */
statements: number, };

/**
 * What a survey shows.
 */
export type SurveyResults = { 
/**
 * Which survey.
 */
survey: SurveyId, 
/**
 * How many answered.
 */
asked: number, 
/**
 * By area and statement; none where only totals are known.
 */
answers: SurveyAnswers | null, 
/**
 * The first ten difficulties, beside the earlier survey.
 */
leading: Array<LeadingDifficulty>, 
/**
 * The earlier survey that stands beside it.
 */
before: SurveyId | null, 
/**
 * Difficulties by organisation; none of an anonymous survey.
 */
map: HeatMap | null, 
/**
 * Who asks and who can help; empty of an anonymous survey.
 */
pairs: Array<AreaPairs>, };

/**
 * What forgetting a person's name would come to.
 */
export type ToForget = { 
/**
 * Who it is.
 */
person: PersonId, 
/**
 * «Соколова Марина Викторовна»
 */
name: string, 
/**
 * What will stand in place of the name: «участник 3».
 */
label: string, 
/**
 * Other records whose texts hold the name.
 */
texts: Array<NamedInText>, 
/**
 * Files that belong to the person, or whose names say so.
 */
files: Array<FileOfPerson>, };

/**
 * A school year in a copy.
 */
export type YearInside = { 
/**
 * «2025/2026»
 */
year: string, 
/**
 * Titles of its meetings and protocols.
 */
protocols: Array<string>, 
/**
 * Rows of its plan.
 */
activities: number, };
