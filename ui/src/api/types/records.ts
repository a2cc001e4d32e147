// Generated from Rust by `cargo xtask bindings`: a change here is lost.

/**
 * Why a member was not there.
 */
export type Absence = { 
/**
 * «болезнь»
 */
reason: string, };

/**
 * That somebody has read a document and signed for it.
 */
export type Acquaintance = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * When.
 */
date: string | null, };

/**
 * How the name of an act («Изменён приказ № 5») names a record.
 */
export type ActName = { "title": Array<[string, Gender]> } | { "named": [string, Gender] } | { "quoted": [string, Gender] };

/**
 * A row of a plan (мероприятие).
 */
export type Activity = { 
/**
 * Identifier.
 */
id: ActivityId, 
/**
 * Whose plan.
 */
community: CommunityId, 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * One of the seven directions of п. 3.1.
 */
direction: Direction, 
/**
 * Place among the rows of the direction; equal places keep the order of entering.
 */
place: number, 
/**
 * What is to be done.
 */
text: string, 
/**
 * The task of its own plan that it serves.
 */
task: TaskId | null, 
/**
 * The section of its own plan under which it stands.
 */
section: SectionId | null, 
/**
 * «семинар», «круглый стол»: [`ActivityForm::of`] knows the usual ones.
 */
form: string, 
/**
 * What it is for.
 */
goal: string, 
/**
 * The approved term.
 */
term: Term | null, 
/**
 * At what time: «14.00–14.10», «после уроков».
 */
time: string, 
/**
 * Where.
 */
venue: string, 
/**
 * Transfers, in order; the last one is in force.
 */
moves: Array<Move>, 
/**
 * Who answers for it.
 */
responsible: Array<PersonId>, 
/**
 * Who else answers for it, in words: «директор ОО», «рабочая группа».
 */
responsible_in_words: string, 
/**
 * Organisations that take part.
 */
organisations: Array<OrganisationId>, 
/**
 * Who takes part, in words.
 */
participants: string, 
/**
 * What it should bring.
 */
expected: string, 
/**
 * Difficulties that it answers.
 */
difficulties: Array<DifficultyId>, 
/**
 * Meetings that it stands for or that prove it.
 */
meetings: Array<MeetingId>, 
/**
 * Decisions of meetings that prove it.
 */
decisions: Array<DecisionId>, 
/**
 * What came of it.
 */
mark: Mark | null, };

/**
 * A row (мероприятие) of a plan.
 */
export type ActivityId = string;

/**
 * Adoption of a plan at a meeting of the community.
 */
export type Adoption = { 
/**
 * The meeting, where it is in the program.
 */
meeting: MeetingId | null, 
/**
 * Date of the protocol.
 */
date: string, 
/**
 * Number of the protocol.
 */
number: string, };

/**
 * A question of the agenda.
 */
export type AgendaItem = { 
/**
 * Identifier.
 */
id: AgendaItemId, 
/**
 * «Об итогах 2024/25 года», with its preposition, as in the agenda.
 */
topic: string, 
/**
 * Who reported: nobody, one or several.
 */
reporters: Array<Reporter>, 
/**
 * The record that it deals with: a material, a normative document, an expertise …
 */
about: string | null, 
/**
 * What was said, or «доклад прилагается».
 */
heard: string, 
/**
 * Tables of the report that was heard, below its words.
 */
tables: Array<TypedTable>, 
/**
 * Who spoke after.
 */
spoke: Array<Speech>, 
/**
 * Decisions, assignments and recommendations in the order entered.
 */
decisions: Array<Decision>, 
/**
 * The vote, where one was taken.
 */
vote: Vote | null, };

/**
 * A question of an agenda.
 */
export type AgendaItemId = string;

/**
 * An annex of a protocol.
 */
export type Annex = { 
/**
 * Its name.
 */
title: string, 
/**
 * How many sheets.
 */
sheets: number | null, };

/**
 * A sheet of a survey that somebody has filled in.
 */
export type AnswerSheet = { 
/**
 * Identifier.
 */
id: AnswerSheetId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * Of which survey.
 */
survey: SurveyId, 
/**
 * Its number within the survey, from 1: the same is written on the paper, so that a sheet is found again.
 */
number: number, 
/**
 * Who answered; only of a survey with names.
 */
person: PersonId | null, 
/**
 * Of which organisation; only of a survey with names.
 */
organisation: OrganisationId | null, 
/**
 * What was answered.
 */
answers: SheetAnswers, 
/**
 * The areas, by number, in which the person is ready to share experience.
 */
ready: Array<number>, 
/**
 * Sheets that came in one file have the same number here, so that the same file is known again.
 */
batch: number | null, };

/**
 * A filled-in sheet of a survey.
 */
export type AnswerSheetId = string;

/**
 * Approval of a plan by РИМК (п. 4.7).
 */
export type Approval = { 
/**
 * When.
 */
date: string, 
/**
 * By whose hand or by which document.
 */
form: ApprovalForm, 
/**
 * «вх. № 14», or the number of the order.
 */
number: string, };

/**
 * How a plan is approved.
 */
export type ApprovalForm = "by_head" | "by_order";

/**
 * An area (область) of difficulties.
 */
export type Area = { 
/**
 * By this sheets name it.
 */
number: number, 
/**
 * «Критерии и отметка»
 */
title: string, 
/**
 * Its statements, in order.
 */
statements: Array<Statement>, };

/**
 * A file attached to a record. The bytes lie apart, addressed by their SHA-256.
 */
export type Attachment = { 
/**
 * Identifier.
 */
id: AttachmentId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * The record it belongs to: a meeting, an activity, an order …
 */
belongs_to: string, 
/**
 * What it is for.
 */
role: AttachmentRole, 
/**
 * A plain Russian name with its ending: «Протокол № 2 (подписан).pdf».
 */
name: string, 
/**
 * SHA-256 of the bytes, 64 lower-case hexadecimal digits.
 */
sha256: string, 
/**
 * Size in bytes.
 */
size: number, 
/**
 * How many sheets it has, where that is known.
 */
pages: number | null, 
/**
 * «application/pdf»
 */
media_type: string, 
/**
 * The day it was added.
 */
added: string | null, };

/**
 * A file attached to a record.
 */
export type AttachmentId = string;

/**
 * What an attached file is for.
 */
export type AttachmentRole = "signed_scan" | "proof" | "document" | "signed_text";

/**
 * Whether a member was there.
 */
export type Attendance = { 
/**
 * The member.
 */
person: PersonId, 
/**
 * Present or absent.
 */
presence: Presence, };

/**
 * An attestation, planned or held. First and highest category have no term any more, so nobody is reminded of one that
 * is not planned.
 */
export type Attestation = { 
/**
 * Identifier.
 */
id: AttestationId, 
/**
 * For which category.
 */
category: Category, 
/**
 * When it is planned.
 */
planned: PartialDate | null, 
/**
 * When it was held.
 */
held: PartialDate | null, 
/**
 * What came of it: «категория присвоена, приказ от 25.02.2026 № 112».
 */
result: string, };

/**
 * An attestation of a person.
 */
export type AttestationId = string;

/**
 * A title or an award (звание, награда).
 */
export type Award = { 
/**
 * Identifier.
 */
id: AwardId, 
/**
 * «Почётная грамота Министерства просвещения РФ»
 */
title: string, 
/**
 * When it was given.
 */
date: PartialDate | null, };

/**
 * An award of a person.
 */
export type AwardId = string;

/**
 * What kind of body it is; its words follow.
 */
export type BodyKind = "pps" | "rmo" | "gmo" | "mmo" | "shmo" | "mo" | "own";

/**
 * The words of a body: those of a ППС where nothing else is said, so that a paper kept before bodies had words says
 * what it said. What is left empty in a record follows from the nominative.
 */
export type BodyWords = { 
/**
 * «РМО»; it has no cases.
 */
short: string, 
/**
 * «районное методическое объединение»
 */
nominative: string, 
/**
 * «районного методического объединения»
 */
genitive: string, 
/**
 * «районному методическому объединению»
 */
dative: string, 
/**
 * «районном методическом объединении», after «о» and «в».
 */
prepositional: string, };

/**
 * Qualification category.
 */
export type Category = "not_applicable" | "none" | "fits_post" | "first" | "highest";

/**
 * A time of day to the minute, as it is agreed upon: written «14:00».
 */
export type ClockTime = string;

/**
 * A professional pedagogical community (ППС), п. 1.1.
 */
export type Community = { 
/**
 * Identifier.
 */
id: CommunityId, 
/**
 * Full name as on papers: «Профессиональное педагогическое сообщество «…»».
 */
name: string, 
/**
 * Short name, used in lists and in the name of the package.
 */
short_name: string, 
/**
 * What the body calls itself; where nobody has chosen, its name says it.
 */
body: BodyKind | null, 
/**
 * The words of a body of its own.
 */
body_words: BodyWords | null, 
/**
 * «Рыбновский муниципальный район Рязанской области».
 */
district: string, 
/**
 * The body above (вышестоящий орган), printed first on a protocol.
 */
higher_body: string, 
/**
 * Town or village, printed beside the date of a protocol.
 */
place: string, 
/**
 * The organisation where the community is based.
 */
base: OrganisationId | null, 
/**
 * Who holds the posts named on stamps, with dates.
 */
officials: Array<Official>, 
/**
 * Since when the community is kept in this program. Nothing is asked about the time before.
 */
kept_since: string | null, 
/**
 * The day on which the example is looked at; an ordinary community has none.
 */
example_day: string | null, 
/**
 * Deadlines and words that a district may have otherwise.
 */
settings: Settings, };

/**
 * A community (ППС).
 */
export type CommunityId = string;

/**
 * What the experts came to.
 */
export type Conclusion = "recommend" | "rework" | "reject";

/**
 * Consent to the handling of personal data.
 */
export type Consent = { 
/**
 * Day of the sheet.
 */
date: string, 
/**
 * On what it rests.
 */
basis: string, 
/**
 * The person has also agreed to be named on the site: the sheet alone does not allow the internet.
 */
site?: boolean, };

/**
 * A consultation that was given (п. 3.1.4): a line of the journal.
 */
export type Consultation = { 
/**
 * Identifier.
 */
id: ConsultationId, 
/**
 * Whose journal.
 */
community: CommunityId, 
/**
 * When.
 */
date: string, 
/**
 * «Критерии оценивания сочинения»
 */
topic: string, 
/**
 * Who was advised, of those who are known here.
 */
people: Array<PersonId>, 
/**
 * Anybody else, in words: «молодые специалисты».
 */
others: string, 
/**
 * How many were advised, where they are not named or not all of them.
 */
count: number | null, 
/**
 * Their organisations; those of the people who are named follow from their cards.
 */
organisations: Array<OrganisationId>, 
/**
 * Who gave it.
 */
consultant: Speaker | null, 
/**
 * What came of it.
 */
result: string, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * A consultation (консультация) that was given.
 */
export type ConsultationId = string;

/**
 * A slip mended on a signed paper: by hand with «Исправленному верить», or by a decision of a later meeting.
 */
export type Correction = { 
/**
 * The day.
 */
date: string, 
/**
 * Where it stands: «пункт 1.2».
 */
place: string, 
/**
 * What was written.
 */
was: string, 
/**
 * What is to be read.
 */
now: string, 
/**
 * The later meeting that decided it; none where it was mended by hand.
 */
meeting: MeetingId | null, };

/**
 * A course of further training, planned or taken.
 */
export type Course = { 
/**
 * Identifier.
 */
id: CourseId, 
/**
 * Program: «Формирование читательской грамотности». Empty where only the year is known.
 */
title: string, 
/**
 * Who held it: «РИРО».
 */
provider: string, 
/**
 * Hours.
 */
hours: number | null, 
/**
 * «очно», «дистанционно»
 */
form: string, 
/**
 * When it began, or is to begin.
 */
begun: PartialDate | null, 
/**
 * When it ended; often only the year is known. Of a planned one, when it is to end.
 */
finished: PartialDate, 
/**
 * Planned, or taken.
 */
state: CourseState, 
/**
 * The number of the certificate.
 */
certificate: string, 
/**
 * The school year in whose report it stands; where it is not given, the one of a whole date.
 */
school_year: SchoolYear | null, };

/**
 * A course that a person took.
 */
export type CourseId = string;

/**
 * Whether a course was taken. A planned one is counted nowhere among those that were.
 */
export type CourseState = "finished" | "planned";

/**
 * A measure by which a work is judged (показатель).
 */
export type Criterion = { 
/**
 * Identifier.
 */
id: CriterionId, 
/**
 * «Планируемые результаты проверяемы»
 */
text: string, 
/**
 * How far it holds; none while nobody has said.
 */
points: Points | null, };

/**
 * A measure (показатель) of an expertise.
 */
export type CriterionId = string;

/**
 * A day and month that come each year.
 */
export type DayOfYear = { 
/**
 * 1–12
 */
month: number, 
/**
 * 1–31
 */
day: number, };

/**
 * A decision; its number (1.1, 1.2 …) follows from its place.
 */
export type Decision = { 
/**
 * Identifier.
 */
id: DecisionId, 
/**
 * Resolution, assignment or recommendation.
 */
kind: DecisionKind, 
/**
 * What was decided.
 */
text: string, 
/**
 * To which organisation a recommendation goes.
 */
addressee: OrganisationId | null, 
/**
 * Who is to do it.
 */
responsible: Array<PersonId>, 
/**
 * Who else is to do it, in words: «директора школ».
 */
responsible_in_words: string, 
/**
 * By when.
 */
term: Term | null, 
/**
 * Transfers, in order.
 */
moves: Array<Move>, 
/**
 * What came of it.
 */
mark: Mark | null, };

/**
 * A decision under a question.
 */
export type DecisionId = string;

/**
 * What a decision is.
 */
export type DecisionKind = "resolution" | "assignment" | "recommendation";

/**
 * A typical difficulty of teachers (п. 4.3), counted by surveys and answered by activities.
 */
export type Difficulty = { 
/**
 * Identifier.
 */
id: DifficultyId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * «Критериальное и формирующее оценивание»
 */
title: string, };

/**
 * A difficulty (затруднение) that surveys count.
 */
export type DifficultyId = string;

/**
 * The seven directions of п. 3.1.
 */
export type Direction = "3.1.1" | "3.1.2" | "3.1.3" | "3.1.4" | "3.1.5" | "3.1.6" | "3.1.7";

/**
 * A level of education (уровень образования).
 */
export type EducationLevel = "preschool" | "primary" | "basic" | "secondary";

/**
 * Something that the community held or took part in (пп. 3.1.3, 3.1.7): a seminar, an open lesson, a contest.
 */
export type Event = { 
/**
 * Identifier.
 */
id: EventId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * The day, or the first of several.
 */
date: string, 
/**
 * The last day, where it took several.
 */
until: string | null, 
/**
 * «семинар», «конкурс»: [`super::EventSort::of`] knows the usual ones.
 */
kind: string, 
/**
 * «Формирующее оценивание: пять приёмов»
 */
title: string, 
/**
 * How far it reached.
 */
level: EventLevel | null, 
/**
 * Where: «Рыбновская СШ № 3, актовый зал», «дистанционно».
 */
place: string, 
/**
 * The organisation where it was held or that held it.
 */
organisation: OrganisationId | null, 
/**
 * Who held it, of those who are known here.
 */
leaders: Array<PersonId>, 
/**
 * Who else held it, in words: «методист РИМК».
 */
leaders_in_words: string, 
/**
 * Who took part with something of their own: a work for a contest, a talk at a conference.
 */
participants: Array<EventParticipant>, 
/**
 * How many took part in all.
 */
count: number | null, 
/**
 * What came of it.
 */
result: string, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * Something held or taken part in (событие).
 */
export type EventId = string;

/**
 * How far an event reached.
 */
export type EventLevel = "school" | "municipal" | "intermunicipal" | "regional" | "national" | "international";

/**
 * Somebody who took part with something of their own.
 */
export type EventParticipant = { 
/**
 * Identifier.
 */
id: EventParticipantId, 
/**
 * Who; none while nobody was picked yet.
 */
who: Speaker | null, 
/**
 * With what: «Чек-лист самооценки на уроке математики».
 */
topic: string, 
/**
 * «лауреат», «сертификат участника»
 */
result: string, };

/**
 * Somebody who took part in an event with something of their own.
 */
export type EventParticipantId = string;

/**
 * The brackets of seniority into which a report counts people. Districts ask for one or the other.
 */
export type ExperienceBands = "from_three" | "from_five";

/**
 * Somebody who signs a conclusion.
 */
export type Expert = { 
/**
 * Who; none where the name is still to be written.
 */
speaker: Speaker | null, 
/**
 * The post of somebody who has no card here: «методист РИМК».
 */
post: string, };

/**
 * An expertise (экспертиза) of what somebody made (п. 3.1.5) or of a project (п. 3.1.6).
 */
export type Expertise = { 
/**
 * Identifier.
 */
id: ExpertiseId, 
/**
 * Whose experts looked.
 */
community: CommunityId, 
/**
 * The day of the conclusion.
 */
date: string, 
/**
 * «Рабочие программы по биологии и химии, 8–9 классы»
 */
title: string, 
/**
 * Whose work it is, by the clauses of the regulation.
 */
object: ExpertiseObject, 
/**
 * «рабочая программа», «методическая разработка»: any words.
 */
form: string, 
/**
 * Who made it, of those who are known here.
 */
authors: Array<PersonId>, 
/**
 * Who else made it, in words: «методическое объединение учителей химии».
 */
authors_in_words: string, 
/**
 * The organisation from which it came.
 */
organisation: OrganisationId | null, 
/**
 * Who looked at it and signs.
 */
experts: Array<Expert>, 
/**
 * By what it was judged, in order.
 */
criteria: Array<Criterion>, 
/**
 * What is good in it.
 */
strengths: string, 
/**
 * What is not.
 */
remarks: string, 
/**
 * What the authors are advised.
 */
recommendations: string, 
/**
 * What the experts came to; none while they are still at it.
 */
conclusion: Conclusion | null, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * An expertise (экспертиза) of a work or a project.
 */
export type ExpertiseId = string;

/**
 * What is judged, by the clauses of the regulation.
 */
export type ExpertiseObject = "product" | "project";

/**
 * A field of a record.
 */
export type Field = { 
/**
 * Its word in open data.
 */
key: string, 
/**
 * What it is called on the screen, in the history and in messages.
 */
label: string, 
/**
 * What stands in it.
 */
form: Form, 
/**
 * How many of the twelve columns of the form it takes.
 */
span: number, 
/**
 * What is said where it is left empty; empty for a field that may be.
 */
required: string, 
/**
 * A word under the field that helps to fill it in; may be empty.
 */
hint: string, 
/**
 * Words that are proposed to whoever fills it in; any other may be written.
 */
proposed: Array<string>, };

/**
 * What stands in a field.
 */
export type Form = { "is": "hidden" } | { "is": "line" } | { "is": "text" } | { "is": "texts" } | { "is": "number" } | { "is": "tick" } | { "is": "day" } | { "is": "time" } | { "is": "partial_date" } | { "is": "day_of_year" } | { "is": "term" } | { "is": "school_year" } | { "is": "choice", "of": Array<[string, string]> } | { "is": "full_name" } | { "is": "speaker" } | { "is": "person" } | { "is": "people" } | { "is": "record", "of": Kind } | { "is": "records", "of": Kind } | { "is": "any_record" } | { "is": "parts", "of": string } | { "is": "sections" } | { "is": "tables" } | { "is": "group", "of": Array<Field> } | { "is": "section", "of": Array<Field> } | { "is": "list", "of": Array<Field> };

/**
 * A person's name. Any part may be empty; a patronymic is often missing.
 */
export type FullName = { 
/**
 * Фамилия, possibly double: «Щербакова-Дёмина».
 */
surname: string, 
/**
 * Имя.
 */
given: string, 
/**
 * Отчество.
 */
patronymic: string, };

/**
 * The gender of a word.
 */
export type Gender = "masculine" | "feminine" | "neuter";

/**
 * An invited person who is not a member.
 */
export type Guest = { 
/**
 * Name.
 */
name: FullName, 
/**
 * «методист»
 */
post: string, 
/**
 * «РИМК»
 */
organisation: string, };

/**
 * A half of a school year: the first to 31 December, the second from 1 January.
 */
export type HalfYear = "first" | "second";

/**
 * By which season holidays are called.
 */
export type HolidaySeason = "autumn" | "winter" | "spring" | "summer";

/**
 * Holidays of a school year, by their first and last day.
 */
export type Holidays = { 
/**
 * Which.
 */
season: HolidaySeason, 
/**
 * First day without lessons.
 */
from: string, 
/**
 * Last one.
 */
to: string, };

/**
 * A measure (показатель) of a road map, in the words in which people write it: «34 %», «8 учеников из 20».
 */
export type Indicator = { 
/**
 * Identifier.
 */
id: IndicatorId, 
/**
 * «Доля учеников, справившихся с ВПР по математике»
 */
text: string, 
/**
 * How it was.
 */
base: string, 
/**
 * How it is to become.
 */
target: string, 
/**
 * How it became.
 */
fact: string, };

/**
 * A measure (показатель) of a road map.
 */
export type IndicatorId = string;

/**
 * A journal of the methodical work. The leader keeps those that he or she wants.
 */
export type Journal = "surveys" | "consultations" | "routes" | "expertise" | "road_maps" | "control" | "courses" | "events" | "lessons" | "materials" | "practices" | "acts";

/**
 * The kind of a record, by the word that names it in open data.
 */
export type Kind = "community" | "organisation" | "person" | "order" | "membership" | "difficulty" | "questionnaire" | "plan" | "meeting" | "activity" | "survey" | "answer_sheet" | "report" | "submission" | "consultation" | "event" | "lesson_visit" | "material" | "expertise" | "practice" | "route" | "legal_act" | "road_map" | "attachment";

/**
 * A normative document by which the community works (пп. 1.5, 4.3): a law, an order, a letter, the regulation itself.
 */
export type LegalAct = { 
/**
 * Identifier.
 */
id: LegalActId, 
/**
 * On whose shelf it lies.
 */
community: CommunityId, 
/**
 * «приказ», «письмо»
 */
kind: string, 
/**
 * «Министерство просвещения Российской Федерации»
 */
issuer: string, 
/**
 * Its number.
 */
number: string, 
/**
 * Its date.
 */
date: string | null, 
/**
 * «Об утверждении федерального государственного образовательного стандарта …»
 */
title: string, 
/**
 * Where it is found, as text: the program opens no addresses.
 */
link: string, 
/**
 * Since when it is in force.
 */
in_force_from: string | null, 
/**
 * The last day on which it is in force.
 */
in_force_until: string | null, 
/**
 * Anything else.
 */
note: string, 
/**
 * Whether it is to be studied at a meeting.
 */
for_study: boolean, 
/**
 * Whether it is the regulation of this very community: its file is opened where a clause is named.
 */
own_regulation: boolean, 
/**
 * Who has read it.
 */
acquainted: Array<Acquaintance>, };

/**
 * A normative document (нормативный документ) on the shelf.
 */
export type LegalActId = string;

/**
 * One thing that is looked at in a lesson.
 */
export type LessonAspect = { 
/**
 * Identifier.
 */
id: LessonAspectId, 
/**
 * «Ученики понимают, чему научатся на уроке»
 */
text: string, 
/**
 * 0 (was not seen), 1 (in part), 2 (was seen); none while it is not judged.
 */
points: number | null, 
/**
 * What was seen, in words.
 */
note: string, };

/**
 * What is looked at in a lesson.
 */
export type LessonAspectId = string;

/**
 * A lesson that colleagues visited (пп. 3.1.3, 3.1.7), with its analysis.
 */
export type LessonVisit = { 
/**
 * Identifier.
 */
id: LessonVisitId, 
/**
 * Whose journal.
 */
community: CommunityId, 
/**
 * When.
 */
date: string, 
/**
 * Who taught.
 */
teacher: Speaker | null, 
/**
 * Where; that of a teacher of the roster follows from the card.
 */
organisation: OrganisationId | null, 
/**
 * «7 А»
 */
class: string, 
/**
 * «история»
 */
subject: string, 
/**
 * What the lesson was about.
 */
topic: string, 
/**
 * What it was visited for.
 */
purpose: string, 
/**
 * Who visited it, of those who are known here.
 */
visitors: Array<PersonId>, 
/**
 * Who else visited it, in words.
 */
visitors_in_words: string, 
/**
 * What was looked at, and how it was seen.
 */
aspects: Array<LessonAspect>, 
/**
 * What is worth taking over.
 */
strengths: string, 
/**
 * What did not come off.
 */
remarks: string, 
/**
 * What the teacher is advised to do.
 */
recommendations: string, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * A lesson that was visited (посещённый урок).
 */
export type LessonVisitId = string;

/**
 * The final state of an activity or an assignment. «Late» is not a state: it follows from the date and the
 * approved term.
 */
export type Mark = { 
/**
 * What came of it.
 */
state: MarkState, 
/**
 * When; a mark without a date counts from the end of its term.
 */
date: PartialDate | null, 
/**
 * «23 участника», «6 уроков»
 */
result: string, 
/**
 * Why not, or why only in part.
 */
reason: string, };

/**
 * What came of an activity or an assignment.
 */
export type MarkState = "done" | "done_in_part" | "not_done" | "cancelled";

/**
 * A material of the community (пп. 2.2, 3.1.2): a line of the registry.
 */
export type Material = { 
/**
 * Identifier.
 */
id: MaterialId, 
/**
 * Whose registry.
 */
community: CommunityId, 
/**
 * When it was made or collected.
 */
date: string, 
/**
 * «Конструктор критериев для письменных работ»
 */
title: string, 
/**
 * «методическая разработка», «презентация».
 */
kind: string, 
/**
 * For which levels of education.
 */
levels: Array<EducationLevel>, 
/**
 * Words by which it is found.
 */
tags: Array<string>, 
/**
 * Who made it.
 */
author: Speaker | null, 
/**
 * Where it comes from, or a link: «РИРО», «https://…».
 */
source: string, 
/**
 * Whether it may be shown on the site.
 */
for_site: boolean, 
/**
 * When it was placed on the site.
 */
placed_on_site: string | null, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * A material of the registry (материал).
 */
export type MaterialId = string;

/**
 * A meeting (заседание, п. 4.5) with its protocol (п. 4.6).
 */
export type Meeting = { 
/**
 * Identifier.
 */
id: MeetingId, 
/**
 * Whose meeting.
 */
community: CommunityId, 
/**
 * The school year it belongs to. It is said, not computed: the first meeting is often held in August.
 */
school_year: SchoolYear, 
/**
 * The day, or the first day of a period.
 */
date: string, 
/**
 * The last day, where it took several.
 */
last_day: string | null, 
/**
 * When it begins on its day.
 */
begins: ClockTime | null, 
/**
 * When it ends on its last day.
 */
ends: ClockTime | null, 
/**
 * Planned, held or cancelled.
 */
status: MeetingStatus, 
/**
 * Topic of the whole meeting.
 */
topic: string, 
/**
 * Town or village, where it is not the community's own.
 */
place: string, 
/**
 * The school: «МБОУ «Батуринская СШ»».
 */
venue: string, 
/**
 * In person, remotely or both.
 */
mode: MeetingMode | null, 
/**
 * «с видеосвязью»
 */
mode_note: string, 
/**
 * The row of the plan that it answers.
 */
planned: PlannedMeetingId | null, 
/**
 * Who presided.
 */
chair: PersonId | null, 
/**
 * Who wrote the protocol.
 */
secretary: PersonId | null, 
/**
 * Members, present and absent.
 */
attendance: Array<Attendance>, 
/**
 * How many members were present, where only that is known and nobody is listed by name.
 */
present_count: number | null, 
/**
 * Of how many.
 */
members_count: number | null, 
/**
 * Invited people who are not members.
 */
guests: Array<Guest>, 
/**
 * Guests of whom only the number or the body is known: «администрация школы — 2 человека».
 */
guests_in_words: string, 
/**
 * The protocol, once it is begun.
 */
protocol: Protocol | null, };

/**
 * A meeting (заседание) with its protocol.
 */
export type MeetingId = string;

/**
 * How a meeting is held.
 */
export type MeetingMode = "in_person" | "remote" | "mixed";

/**
 * Where a meeting stands.
 */
export type MeetingStatus = "planned" | "held" | "cancelled";

/**
 * A person's membership of a community, with dates and the orders that made it (п. 1.4).
 */
export type Membership = { 
/**
 * Identifier.
 */
id: MembershipId, 
/**
 * Which community.
 */
community: CommunityId, 
/**
 * Who.
 */
person: PersonId, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, still a member on it.
 */
to: string | null, 
/**
 * The order by which the person joined.
 */
joined_by: OrderId | null, 
/**
 * The order by which the person left.
 */
left_by: OrderId | null, 
/**
 * Place in the roster; equal places are put in order of surnames.
 */
place: number, 
/**
 * Leader and secretary, with dates of their own.
 */
roles: Array<RolePeriod>, };

/**
 * A person's membership of a community.
 */
export type MembershipId = string;

/**
 * A month of a calendar year, written «2025-11».
 */
export type Month = string;

/**
 * A transfer of a term. The approved term stays where it was.
 */
export type Move = { 
/**
 * The new term.
 */
to: Term, 
/**
 * Why.
 */
reason: string, 
/**
 * When it was decided.
 */
date: string | null, };

/**
 * Who holds a post, from when to when.
 */
export type Official = { 
/**
 * Which post.
 */
post: OfficialPost, 
/**
 * The post in words: «Заведующая РИМК».
 */
title: string, 
/**
 * The name; empty leaves a line to write it by hand.
 */
name: FullName, 
/**
 * First day in the post.
 */
from: string | null, 
/**
 * Last day in the post.
 */
to: string | null, };

/**
 * A post that stamps name.
 */
export type OfficialPost = "head_of_rimk" | "head_of_education";

/**
 * An order (приказ) of the head of education (пп. 1.3, 1.4).
 */
export type Order = { 
/**
 * Identifier.
 */
id: OrderId, 
/**
 * Which community it concerns.
 */
community: CommunityId, 
/**
 * What it does.
 */
kind: OrderKind, 
/**
 * «112/2»
 */
number: string, 
/**
 * Its date.
 */
date: string, 
/**
 * Who issued it, in the genitive: «начальника управления образования и МП».
 */
issued_by: string, 
/**
 * The school year whose list or roster it approves.
 */
school_year: SchoolYear | null, 
/**
 * Anything else worth keeping.
 */
note: string, };

/**
 * An order (приказ).
 */
export type OrderId = string;

/**
 * What an order does.
 */
export type OrderKind = "create" | "change_roster" | "reorganise" | "liquidate" | "approve_list";

/**
 * An educational organisation (ОО), or a methodical body (МО) whose head may lead a community.
 */
export type Organisation = { 
/**
 * Identifier.
 */
id: OrganisationId, 
/**
 * Full name: «МБОУ «Рыбновская СШ № 3»».
 */
name: string, 
/**
 * For narrow columns: «Рыбновская СШ № 3».
 */
short_name: string, 
/**
 * What kind of body.
 */
kind: OrganisationKind, 
/**
 * ШСНРО: a school with steadily low results.
 */
low_results: boolean, 
/**
 * ШФНСУ: a school that works in unfavourable social conditions.
 */
unfavourable_conditions: boolean, };

/**
 * An educational organisation (ОО) or a methodical body (МО).
 */
export type OrganisationId = string;

/**
 * What kind of body an organisation is.
 */
export type OrganisationKind = "school" | "methodical_body" | "other";

/**
 * A date of which only the year, or the year and the month, may be known. Written «2024», «2024-11» or
 * «2024-11-14».
 */
export type PartialDate = string;

/**
 * A person. What may change (name, post, school, category) is kept as facts valid from a date, so that an old
 * paper names the person as he or she was.
 */
export type Person = { 
/**
 * Identifier.
 */
id: PersonId, 
/**
 * At least one; in any order.
 */
facts: Array<PersonFacts>, 
/**
 * Courses, taken and planned.
 */
courses: Array<Course>, 
/**
 * Attestations, planned and held.
 */
attestations: Array<Attestation>, 
/**
 * Titles and awards.
 */
awards: Array<Award>, 
/**
 * Topics of self-education.
 */
self_education: Array<SelfEducation>, 
/**
 * A work contact.
 */
contact: string, 
/**
 * Consent to the handling of personal data (152-ФЗ).
 */
consent: Consent | null, 
/**
 * «Обезличен»: lists show «участник 3», and nothing else of the person.
 */
anonymised: boolean, };

/**
 * What is true of a person from a date on.
 */
export type PersonFacts = { 
/**
 * First day; none means «always, as far as is known».
 */
from: string | null, 
/**
 * Surname, given name, patronymic.
 */
name: FullName, 
/**
 * Post and subject: «учитель русского языка и литературы».
 */
post: string, 
/**
 * Where the person works.
 */
organisation: OrganisationId | null, 
/**
 * Qualification category.
 */
category: Category, 
/**
 * Since when the category is held.
 */
category_since: PartialDate | null, 
/**
 * Calendar year when work began; стаж is counted from it.
 */
works_since: number | null, 
/**
 * Calendar year when pedagogical work began, where it is told apart from the whole.
 */
pedagogical_since: number | null, 
/**
 * Calendar year when work in the specialty began (п. 4.2).
 */
in_specialty_since: number | null, 
/**
 * Works here beside another main place (совместитель).
 */
part_time: boolean, 
/**
 * The classes that are taught: «5–9», «10А, 11Б».
 */
classes: string, 
/**
 * Heads an organisation (руководитель ОО, п. 4.2).
 */
heads_organisation: boolean, 
/**
 * Heads a methodical body (руководитель МО, п. 4.2).
 */
heads_methodical_body: boolean, };

/**
 * A person, whatever communities he or she is in.
 */
export type PersonId = string;

/**
 * The plan of one school year (пп. 4.3, 4.7). Its rows are [`super::Activity`] records.
 */
export type Plan = { 
/**
 * Identifier.
 */
id: PlanId, 
/**
 * Whose plan.
 */
community: CommunityId, 
/**
 * Of which year.
 */
school_year: SchoolYear, 
/**
 * Drawn up at the end of the year before (п. 4.8), not yet the plan to be approved.
 */
preliminary: boolean, 
/**
 * Problem zones of educational results (п. 1.2).
 */
problem_zones: Array<string>, 
/**
 * Methodical topic.
 */
topic: string, 
/**
 * Goal.
 */
goal: string, 
/**
 * Tasks, with what came of them.
 */
tasks: Array<Task>, 
/**
 * The plan's own sections, in its own order, beside the seven directions; rows name them.
 */
sections: Array<PlanSection>, 
/**
 * A short word on the year before.
 */
last_year: string, 
/**
 * Meetings that the plan foresees.
 */
meetings: Array<PlannedMeeting>, 
/**
 * The leader's own tables, below everything else.
 */
tables: Array<TypedTable>, 
/**
 * Adoption at a meeting; may be skipped.
 */
adopted: Adoption | null, 
/**
 * Approval by РИМК (п. 4.7).
 */
approved: Approval | null, };

/**
 * A plan of one school year.
 */
export type PlanId = string;

/**
 * A section of a plan, as its authors call it: «Работа с одарёнными детьми».
 */
export type PlanSection = { 
/**
 * Identifier.
 */
id: SectionId, 
/**
 * Its name, without a number: that follows from its place.
 */
name: string, };

/**
 * A meeting as the plan foresees it.
 */
export type PlannedMeeting = { 
/**
 * Identifier.
 */
id: PlannedMeetingId, 
/**
 * «Итоги 2024/25 года и план»
 */
topic: string, 
/**
 * Questions, in order.
 */
questions: Array<PlannedQuestion>, 
/**
 * «очно», «семинар-заседание»
 */
form: string, 
/**
 * When.
 */
term: Term | null, 
/**
 * At what time: «14.00», «после уроков».
 */
time: string, 
/**
 * Where.
 */
venue: string, 
/**
 * Who answers for it.
 */
responsible: Array<PersonId>, 
/**
 * Who else answers for it, in words.
 */
responsible_in_words: string, 
/**
 * What it should bring.
 */
expected: string, };

/**
 * A meeting as the plan foresees it.
 */
export type PlannedMeetingId = string;

/**
 * A question of a meeting that the plan foresees; its number follows from its place.
 */
export type PlannedQuestion = { 
/**
 * «Об итогах 2024/25 года»
 */
text: string, 
/**
 * Who is to speak.
 */
speakers: Array<PersonId>, 
/**
 * Who else, in words: «методист РИМК».
 */
speakers_in_words: string, };

/**
 * How far a measure holds: 0 — no, 1 — in part, 2 — wholly.
 */
export type Points = number;

/**
 * A practice that is worth spreading (п. 2.2): a card of the bank.
 */
export type Practice = { 
/**
 * Identifier.
 */
id: PracticeId, 
/**
 * Whose bank.
 */
community: CommunityId, 
/**
 * When it was described.
 */
date: string, 
/**
 * «Лист самооценки «Светофор»»
 */
title: string, 
/**
 * Whose practice it is, of those who are known here.
 */
authors: Array<PersonId>, 
/**
 * Whose else, in words.
 */
authors_in_words: string, 
/**
 * Where it comes from; the workplaces of authors of the roster follow from their cards.
 */
organisation: OrganisationId | null, 
/**
 * What it helps against.
 */
problem: string, 
/**
 * What is done.
 */
essence: string, 
/**
 * What is needed for it.
 */
resources: string, 
/**
 * What it brought.
 */
result: string, 
/**
 * Words by which it is found.
 */
tags: Array<string>, 
/**
 * For which levels of education.
 */
levels: Array<EducationLevel>, 
/**
 * The day on which the authors agreed that the practice is published with their names.
 */
author_agrees: string | null, 
/**
 * The expert conclusion, in words: «экспертное заключение от 19.03.2026».
 */
conclusion: string, 
/**
 * The expertise that judged it, where that is kept here.
 */
expertise: ExpertiseId | null, 
/**
 * The meeting that recommended it.
 */
recommended_by: MeetingId | null, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * A practice of the bank (практика).
 */
export type PracticeId = string;

/**
 * Whether a member was there.
 */
export type Presence = { "present": { 
/**
 * Came after the question began; does not vote on it or on those before.
 */
came_after: AgendaItemId | null, 
/**
 * Left before the question; does not vote on it or on those after.
 */
left_before: AgendaItemId | null, } } | { "absent": Absence };

/**
 * The protocol of a meeting (п. 4.6): questions, decisions, recommendations.
 */
export type Protocol = { 
/**
 * Number within the school year of the community.
 */
number: number | null, 
/**
 * Questions in order.
 */
items: Array<AgendaItem>, 
/**
 * A word on the quorum.
 */
quorum: string, 
/**
 * Annexes.
 */
annexes: Array<Annex>, 
/**
 * The signature freezes the protocol.
 */
signed: Signature | null, 
/**
 * «Исправленному верить»: what was mended on the signed paper, in order.
 */
corrections: Array<Correction>, };

/**
 * A questionnaire (анкета) on difficulties: areas with statements, each answered by 0 to 3 (п. 4.3).
 */
export type Questionnaire = { 
/**
 * Identifier.
 */
id: QuestionnaireId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * «Затруднения педагога в оценивании»
 */
title: string, 
/**
 * What is said to those who answer, above the table.
 */
note: string, 
/**
 * Its areas, in order.
 */
areas: Array<Area>, 
/**
 * Whether each area ends with «готов(а) поделиться опытом».
 */
share_asked: boolean, 
/**
 * The highest number that any statement or area has ever had: a number is never given twice, since sheets on paper
 * and files in schools may still bear it.
 */
issued: number, };

/**
 * A questionnaire (анкета) on difficulties.
 */
export type QuestionnaireId = string;

/**
 * Any record.
 */
export type Record = { "kind": "community", "record": Community } | { "kind": "organisation", "record": Organisation } | { "kind": "person", "record": Person } | { "kind": "order", "record": Order } | { "kind": "membership", "record": Membership } | { "kind": "difficulty", "record": Difficulty } | { "kind": "questionnaire", "record": Questionnaire } | { "kind": "plan", "record": Plan } | { "kind": "meeting", "record": Meeting } | { "kind": "activity", "record": Activity } | { "kind": "survey", "record": Survey } | { "kind": "answer_sheet", "record": AnswerSheet } | { "kind": "report", "record": Report } | { "kind": "submission", "record": Submission } | { "kind": "consultation", "record": Consultation } | { "kind": "event", "record": Event } | { "kind": "lesson_visit", "record": LessonVisit } | { "kind": "material", "record": Material } | { "kind": "expertise", "record": Expertise } | { "kind": "practice", "record": Practice } | { "kind": "route", "record": Route } | { "kind": "legal_act", "record": LegalAct } | { "kind": "road_map", "record": RoadMap } | { "kind": "attachment", "record": Attachment };

/**
 * The leader's part of the analytical report (пп. 4.3, 4.8). The figures are derived from the records.
 */
export type Report = { 
/**
 * Identifier.
 */
id: ReportId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * Of which year.
 */
school_year: SchoolYear, 
/**
 * Sections added to those of the short report.
 */
added: Array<ReportSection>, 
/**
 * The leader's prose, by section.
 */
prose: { [key in ReportSection]?: string }, 
/**
 * The leader's own tables, by the section below whose words they stand.
 */
tables: { [key in ReportSection]?: Array<TypedTable> }, };

/**
 * An analytical report of one school year.
 */
export type ReportId = string;

/**
 * The sections of the report, in order.
 */
export type ReportSection = "title_page" | "general" | "staff" | "tasks" | "meetings" | "plan_and_fact" | "events" | "contests" | "courses" | "growth" | "support" | "difficulties" | "schools" | "conclusions" | "next_tasks" | "annexes";

/**
 * Who reports on a question.
 */
export type Reporter = { 
/**
 * Who.
 */
speaker: Speaker, 
/**
 * The post, where the paper is to say it: «методист РИМК».
 */
post: string, };

/**
 * That papers were given back.
 */
export type Return = { 
/**
 * When, where it is known.
 */
date: string | null, 
/**
 * What РИМК asks to be mended.
 */
remarks: string, };

/**
 * A road map (дорожная карта, п. 3.1.6): how a school, or a topic, is to be brought on.
 */
export type RoadMap = { 
/**
 * Identifier.
 */
id: RoadMapId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * «Поддержка Батуринской СШ», «Оценивание в 5–6 классах»
 */
title: string, 
/**
 * The school, where it is made for one; whether that is a ШСНРО or a ШФНСУ stands on the school's card.
 */
organisation: OrganisationId | null, 
/**
 * The day from which it holds.
 */
from: string, 
/**
 * The last day of it; none where that was not said.
 */
until: string | null, 
/**
 * Factors of risk, each on its own.
 */
risks: Array<string>, 
/**
 * What it is for.
 */
goal: string, 
/**
 * By what it will be seen that the goal is reached.
 */
indicators: Array<Indicator>, 
/**
 * What is to be done.
 */
rows: Array<RoadMapRow>, 
/**
 * What has changed, in words.
 */
dynamics: string, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * A road map (дорожная карта) of a school or a topic.
 */
export type RoadMapId = string;

/**
 * What is to be done by a road map.
 */
export type RoadMapRow = { 
/**
 * Identifier.
 */
id: RoadMapRowId, 
/**
 * What is to be done.
 */
text: string, 
/**
 * The approved term.
 */
term: Term | null, 
/**
 * Transfers, in order; the last one is in force.
 */
moves: Array<Move>, 
/**
 * Who answers for it.
 */
responsible: Array<PersonId>, 
/**
 * Who else answers for it, in words: «директор школы».
 */
responsible_in_words: string, 
/**
 * What it should bring.
 */
expected: string, 
/**
 * By what it is proved: «справка», «протокол педсовета».
 */
proof: string, 
/**
 * What came of it.
 */
mark: Mark | null, };

/**
 * A row of a road map.
 */
export type RoadMapRowId = string;

/**
 * A role in the community.
 */
export type Role = "leader" | "secretary";

/**
 * From when to when a member has a role; open ends are those of the membership.
 */
export type RolePeriod = { 
/**
 * Which role.
 */
role: Role, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };

/**
 * An individual route of learning (индивидуальный образовательный маршрут, ИОМ; п. 3.1.4): how a member works on what
 * he or she finds hard.
 */
export type Route = { 
/**
 * Identifier.
 */
id: RouteId, 
/**
 * Whose journal.
 */
community: CommunityId, 
/**
 * The school year in which it begins.
 */
school_year: SchoolYear, 
/**
 * Who goes it; none only until somebody is chosen.
 */
person: PersonId | null, 
/**
 * First day, where it is not the whole school year.
 */
from: string | null, 
/**
 * Last day.
 */
until: string | null, 
/**
 * The difficulties that it answers.
 */
difficulties: Array<DifficultyId>, 
/**
 * What else it rests on: «результаты диагностики, посещение уроков».
 */
grounds: string, 
/**
 * What is to be reached.
 */
goal: string, 
/**
 * Who helps.
 */
curator: Speaker | null, 
/**
 * What is done about each deficit.
 */
rows: Array<RouteRow>, 
/**
 * How far it has come.
 */
state: RouteState, 
/**
 * When work on it began.
 */
begun: string | null, 
/**
 * When it was finished or stopped.
 */
finished: string | null, 
/**
 * What the member says of it at the end.
 */
reflection: string, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * An individual route of learning (ИОМ).
 */
export type RouteId = string;

/**
 * What is done about a deficit.
 */
export type RouteRow = { 
/**
 * Identifier.
 */
id: RouteRowId, 
/**
 * What is lacking: «критериальное оценивание».
 */
deficit: string, 
/**
 * What is done.
 */
measure: string, 
/**
 * «курсы», «посещение уроков»
 */
form: string, 
/**
 * Where.
 */
place: string, 
/**
 * How many hours.
 */
hours: number | null, 
/**
 * Until when.
 */
term: Term | null, 
/**
 * What it should bring.
 */
expected: string, 
/**
 * What shows that it was done: «удостоверение», «конспект урока».
 */
proof: string, 
/**
 * What came of it.
 */
mark: Mark | null, };

/**
 * A row of a route (ИОМ).
 */
export type RouteRowId = string;

/**
 * How far a route has come.
 */
export type RouteState = "drawn_up" | "going" | "finished" | "stopped";

/**
 * A school year, named by the calendar year in which it begins: `SchoolYear(2025)` is 2025/2026, from
 * 1 September 2025 to 31 August 2026.
 */
export type SchoolYear = number;

/**
 * A section (раздел) of a plan.
 */
export type SectionId = string;

/**
 * A topic of self-education (тема самообразования).
 */
export type SelfEducation = { 
/**
 * Identifier.
 */
id: SelfEducationId, 
/**
 * «Приёмы смыслового чтения на уроках истории»
 */
topic: string, 
/**
 * The first school year of it.
 */
from: SchoolYear | null, 
/**
 * The last one; none while it goes on.
 */
until: SchoolYear | null, 
/**
 * What came of it.
 */
result: string, };

/**
 * A topic of self-education of a person.
 */
export type SelfEducationId = string;

/**
 * Deadlines and words that a district may have otherwise. The defaults are the regulation's.
 */
export type Settings = { 
/**
 * п. 4.7: the plan is approved not later than this day.
 */
plan_approved_by: DayOfYear, 
/**
 * п. 4.8: «до 1 сентября», kept as the last day, 31 August.
 */
report_handed_over_by: DayOfYear, 
/**
 * п. 4.5: the second half-year ends by custom on 31 May.
 */
second_half_ends: DayOfYear, 
/**
 * Working days within which a protocol is signed.
 */
protocol_signed_within: number, 
/**
 * Years after which a course is called old.
 */
course_is_old_after: number, 
/**
 * Into which brackets of seniority people are counted.
 */
experience_bands?: ExperienceBands, 
/**
 * «Председатель» or «Председательствующий».
 */
chair_word: string, 
/**
 * Recommendations stand under «РЕКОМЕНДОВАТЬ» of their own, not among the decisions.
 */
recommendations_apart: boolean, 
/**
 * Phrases of the leader's own for decisions: «принять информацию к сведению».
 */
phrases: Array<string>, 
/**
 * Questions that each meeting begins with: «О выполнении решений прошлого заседания».
 */
standing_questions: Array<string>, 
/**
 * The days of the school holidays, as the district sets them each year.
 */
holidays?: Array<Holidays>, 
/**
 * The journals of the methodical work that the leader keeps.
 */
journals?: Array<Journal>, };

/**
 * The answers of a sheet by the numbers of statements. Kept as one short text, «1:2 2:0 7:3»: three thousand sheets
 * stay small, and answers keyed one after another are one act, as typing is.
 */
export type SheetAnswers = string;

/**
 * When a protocol was signed on paper, and what stood on it.
 */
export type Signature = { 
/**
 * The day.
 */
date: string, 
/**
 * SHA-256 of the paper's text as it was signed, which is kept as an attached file; none where the paper was
 * written elsewhere and only its scan is here.
 */
paper: string | null, };

/**
 * Who speaks: a person of the roster, or anyone by name.
 */
export type Speaker = { "person": PersonId } | { "named": string };

/**
 * What somebody said.
 */
export type Speech = { 
/**
 * Who.
 */
speaker: Speaker, 
/**
 * «предложил включить в план …»
 */
text: string, };

/**
 * A statement (утверждение) that is answered by 0 to 3.
 */
export type Statement = { 
/**
 * By this sheets name it; it stands on paper too.
 */
number: number, 
/**
 * «Объяснение отметки ученику»
 */
text: string, };

/**
 * One handing-over of papers to РИМК: «Сдано, дата, вх. №». Writing a package is not handing over.
 */
export type Submission = { 
/**
 * Identifier.
 */
id: SubmissionId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * The school year whose papers these are; a preliminary plan goes with the year that ends.
 */
school_year: SchoolYear, 
/**
 * When it was handed over.
 */
date: string, 
/**
 * РИМК's incoming number.
 */
incoming: string, 
/**
 * Which papers.
 */
papers: Array<SubmittedPaper>, 
/**
 * Anything worth keeping.
 */
note: string, 
/**
 * SHA-256 of each paper's text as it was handed over, which is kept as an attached file. A paper that was written
 * elsewhere has none.
 */
texts: { [key in SubmittedPaper]?: string }, 
/**
 * РИМК gave the papers back to be mended.
 */
returned: Return | null, 
/**
 * The leader draws up a new version of the report: until it is handed over in its turn, the report says again
 * what the records say. The text that was handed over stays.
 */
reopened: boolean, };

/**
 * One handing-over of papers to РИМК.
 */
export type SubmissionId = string;

/**
 * A paper that РИМК takes.
 */
export type SubmittedPaper = "plan" | "report" | "preliminary_plan";

/**
 * One survey of difficulties.
 */
export type Survey = { 
/**
 * Identifier.
 */
id: SurveyId, 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * Of which year.
 */
school_year: SchoolYear, 
/**
 * When it was held.
 */
held: PartialDate, 
/**
 * How many sheets came back, where only totals are known.
 */
asked: number, 
/**
 * Who answered: «участники и один гость».
 */
who: string, 
/**
 * How many have each difficulty, where only totals are known.
 */
rows: Array<SurveyRow>, 
/**
 * By which questionnaire; none where only totals are typed.
 */
questionnaire: QuestionnaireId | null, 
/**
 * Whether its sheets bear names. Without them nobody can tell whose a sheet is.
 */
named: boolean, 
/**
 * The row of the plan that it answers.
 */
activity: ActivityId | null, };

/**
 * One survey of difficulties.
 */
export type SurveyId = string;

/**
 * How many of those asked have a difficulty («испытываю» and «нужна помощь» together).
 */
export type SurveyRow = { 
/**
 * Which difficulty.
 */
difficulty: DifficultyId, 
/**
 * How many.
 */
count: number, };

/**
 * A task of the year.
 */
export type Task = { 
/**
 * Identifier.
 */
id: TaskId, 
/**
 * «выявить типичные затруднения педагогов»
 */
text: string, 
/**
 * What came of it, written at the end of the year.
 */
state: TaskState | null, 
/**
 * «семь практик из десяти»
 */
note: string, };

/**
 * A task (задача) of a plan.
 */
export type TaskId = string;

/**
 * What came of a task.
 */
export type TaskState = "done" | "in_part" | "not_done";

/**
 * A term (срок) as people say it. Its days are computed within the school year of the plan.
 *
 * `words` hold how the term was said, where its months alone would say it otherwise: «I полугодие» lasts from
 * September to December and is printed «I полугодие».
 */
export type Term = { "form": "day", 
/**
 * The day itself.
 */
date: string, } | { "form": "days", 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * «осенние каникулы»
 */
words?: string, } | { "form": "until", 
/**
 * The last day.
 */
date: string, } | { "form": "months", 
/**
 * In order of time.
 */
months: Array<Month>, 
/**
 * «2-я неделя октября»
 */
words?: string, } | { "form": "span", 
/**
 * First month.
 */
from: Month, 
/**
 * Last month.
 */
to: Month, 
/**
 * «I полугодие»
 */
words?: string, } | { "form": "monthly", 
/**
 * «1 раз в месяц»
 */
words?: string, } | { "form": "quarterly", 
/**
 * «1 раз в квартал»
 */
words?: string, } | { "form": "whole_year", 
/**
 * «1 раз в четверть», «постоянно»
 */
words?: string, } | { "form": "words", 
/**
 * As typed.
 */
text: string, };

/**
 * A table of the leader's own, under a text of a paper.
 */
export type TypedTable = { 
/**
 * Identifier.
 */
id: TypedTableId, 
/**
 * «Результаты ВПР по русскому языку»; may be empty.
 */
title: string, 
/**
 * The head.
 */
columns: Array<string>, 
/**
 * Row by row. A row that is shorter than the head has empty cells at its end.
 */
rows: Array<Array<string>>, };

/**
 * A table of the leader's own, under a text.
 */
export type TypedTableId = string;

/**
 * A vote on a question.
 */
export type Vote = "unanimous" | { "counted": { 
/**
 * «за»
 */
for: number, 
/**
 * «против»
 */
against: number, 
/**
 * «воздержались»
 */
abstained: number, } };

/**
 * What a kind of record is called and where it is seen.
 */
export type Words = { 
/**
 * «организация»
 */
one: string, 
/**
 * Of that word.
 */
gender: Gender, 
/**
 * «1 организация, 2 организации, 5 организаций»
 */
counted: [string, string, string], 
/**
 * What stands where a record has no words of its own yet: «Организация без названия».
 */
unnamed: string, 
/**
 * How an act names a record of the kind.
 */
act: ActName, 
/**
 * The room of the window where it is seen and changed.
 */
room: string, 
/**
 * What is opened there, in the accusative: «Открыть приказ».
 */
opens: string, 
/**
 * Whether other records are found by its names: people and organisations.
 */
card: boolean, 
/**
 * Whether it is seen as a part of what it belongs to, and not in a place of its own.
 */
within: boolean, };
