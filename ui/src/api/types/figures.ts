// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { DifficultyId, Direction, Journal, Kind, OrganisationId, PersonId, ReportSection, SchoolYear, SectionId, SurveyId, TaskId, Term } from "./records";

/**
 * How often each answer was given.
 */
export type AnswerCounts = { 
/**
 * 0 «нет»
 */
no: number, 
/**
 * 1 «частично»
 */
partly: number, 
/**
 * 2 «испытываю»
 */
yes: number, 
/**
 * 3 «нужна помощь»
 */
help: number, };

/**
 * The answers within an area.
 */
export type AreaAnswers = { 
/**
 * The number of the area.
 */
number: number, 
/**
 * Its title.
 */
title: string, 
/**
 * How often each answer was given.
 */
counts: AnswerCounts, 
/**
 * The share of answers that tell of a difficulty.
 */
share: Share, 
/**
 * The same in the earlier survey.
 */
before: Share | null, 
/**
 * How many are ready to share their experience.
 */
ready: number, 
/**
 * By statement, in the order of the questionnaire.
 */
statements: Array<StatementAnswers>, };

/**
 * Who asks for help in an area and who can give it.
 */
export type AreaPairs = { 
/**
 * The number of the area.
 */
number: number, 
/**
 * Its title.
 */
title: string, 
/**
 * Those who answered «нужна помощь», or two and more on the average.
 */
ask: Array<PersonId>, 
/**
 * Those who are ready to share their experience.
 */
can_help: Array<PersonId>, };

/**
 * One of the years that are compared.
 */
export type ComparedYear = { 
/**
 * Which.
 */
school_year: SchoolYear, 
/**
 * «на 15.01.2026», where the year is not over; «с 12.10.2025», where nothing before that day is known.
 */
note: string | null, };

/**
 * What a figure counts.
 */
export type FigureGroup = "attendance" | "meeting" | "organisation" | "decisions" | "direction" | "task" | "staff" | "consultations" | "courses" | "difficulty" | "staff_part" | "attestation" | "self_education" | "routes" | "year" | "events" | "contests" | "lesson_visits" | "materials" | "practices" | "expertise" | "road_map";

/**
 * One figure and where it comes from.
 */
export type FigureTrace = { 
/**
 * The section where it stands.
 */
section: ReportSection, 
/**
 * What is counted in it.
 */
group: FigureGroup, 
/**
 * «СШ № 3», «Образовательное»
 */
label: string, 
/**
 * «27 из 30 (90 %)»
 */
words: string, 
/**
 * The same as numbers, for a picture.
 */
share: Share | null, 
/**
 * What it was before: in the year before, in the survey before.
 */
before: Share | null, 
/**
 * The records behind it.
 */
sources: Array<Source>, };

/**
 * A cell of the map.
 */
export type HeatCell = { 
/**
 * How many sheets have an answer in the area.
 */
sheets: number, 
/**
 * The share of answers that tell of a difficulty; none where there are too few sheets.
 */
share: Share | null, };

/**
 * Difficulties by organisation and area.
 */
export type HeatMap = { 
/**
 * The areas: their numbers and titles.
 */
areas: Array<[number, string]>, 
/**
 * The organisations, in the order of the alphabet; sheets that name none stand last.
 */
rows: Array<HeatRow>, 
/**
 * Whether some cell is not shown because it has fewer than three sheets.
 */
hidden: boolean, };

/**
 * The difficulties of an organisation.
 */
export type HeatRow = { 
/**
 * Which; none of sheets that name none.
 */
organisation: OrganisationId | null, 
/**
 * What it is called.
 */
name: string, 
/**
 * How many sheets came of it.
 */
sheets: number, 
/**
 * A cell for each area.
 */
cells: Array<HeatCell>, };

/**
 * A journal that holds something of a year.
 */
export type JournalOfYear = { 
/**
 * Which one.
 */
journal: Journal, 
/**
 * «9 консультаций»
 */
words: string, };

/**
 * Something that is empty or contradictory before the report is handed over.
 */
export type LeftOver = { 
/**
 * What is left, a Russian sentence.
 */
words: string, 
/**
 * The kind of the record where it is mended.
 */
kind: Kind, 
/**
 * The record; none where it is yet to be made.
 */
id: string | null, 
/**
 * The section of the report, where the words are to be mended there.
 */
section: ReportSection | null, };

/**
 * One measure in all years.
 */
export type MeasureByYear = { 
/**
 * Which.
 */
measure: YearMeasure, 
/**
 * «Присутствовали на заседаниях»
 */
title: string, 
/**
 * In the order of the years. What the records of a year do not tell is absent, never nought.
 */
found: Array<Measured | null>, };

/**
 * A part of a whole, or a plain number.
 */
export type Measured = { 
/**
 * How many.
 */
count: number, 
/**
 * Of how many; none for what has no whole.
 */
of: number | null, };

/**
 * A row proposed for a plan. Until it is taken nothing of it is kept.
 */
export type PlanProposal = { 
/**
 * By this it is taken: the identifier of what it came of.
 */
id: string, 
/**
 * Why it is proposed.
 */
reason: ProposalReason, 
/**
 * «Не выполнено в 2025/2026: заболел эксперт»
 */
origin: string, 
/**
 * The kind of the record it came of.
 */
kind: Kind, 
/**
 * That record.
 */
record: string, 
/**
 * The direction of the row.
 */
direction: Direction, 
/**
 * What is to be done.
 */
text: string, 
/**
 * The task of the new plan that it serves: the one that reads like the task it served before.
 */
task: TaskId | null, 
/**
 * The section of the new plan under which it stands: the one that is called like its section before.
 */
section: SectionId | null, 
/**
 * Form, in words.
 */
form: string, 
/**
 * What it is for.
 */
goal: string, 
/**
 * At what time.
 */
time: string, 
/**
 * Where.
 */
venue: string, 
/**
 * When, within the new year.
 */
term: Term | null, 
/**
 * Who answers for it: those of them who are still there.
 */
responsible: Array<PersonId>, 
/**
 * Who else answers for it, in words.
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
difficulties: Array<DifficultyId>, };

/**
 * Why a row is proposed.
 */
export type ProposalReason = "not_done" | "open_assignment" | "goes_on" | "rework" | "difficulty" | "every_year" | "last_year";

/**
 * What one version of a report says otherwise than another.
 */
export type ReportChange = { 
/**
 * The section where it stands.
 */
section: ReportSection, 
/**
 * «Присутствовали за год: было 27 из 30 (90 %), стало 28 из 30 (93 %)»
 */
words: string, };

/**
 * The figures of a report, each with the records behind it.
 */
export type ReportFigures = { 
/**
 * The year.
 */
school_year: SchoolYear, 
/**
 * As of which day.
 */
on: string, 
/**
 * All figures, by section and group.
 */
figures: Array<FigureTrace>, 
/**
 * The survey whose difficulties are counted.
 */
last_survey: SurveyId | null, 
/**
 * The survey before it.
 */
survey_before: SurveyId | null, 
/**
 * The year beside those before it, where there are any.
 */
years: YearByYear | null, };

/**
 * A part of a whole: «27 из 30». A percentage is never given without it.
 */
export type Share = { 
/**
 * How many.
 */
part: number, 
/**
 * Of how many.
 */
whole: number, };

/**
 * A record behind a figure.
 */
export type Source = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its identifier.
 */
id: string, 
/**
 * What it is called.
 */
name: string, };

/**
 * The answers to a statement.
 */
export type StatementAnswers = { 
/**
 * Its number.
 */
number: number, 
/**
 * Its words.
 */
text: string, 
/**
 * How often each answer was given.
 */
counts: AnswerCounts, 
/**
 * «8 из 11»
 */
share: Share, 
/**
 * The same in the earlier survey.
 */
before: Share | null, };

/**
 * The answers of a survey.
 */
export type SurveyAnswers = { 
/**
 * Which survey.
 */
survey: SurveyId, 
/**
 * How many sheets have an answer.
 */
sheets: number, 
/**
 * The earlier survey that stands beside it.
 */
before: SurveyId | null, 
/**
 * How many sheets that one has.
 */
sheets_before: number, 
/**
 * By area, in the order of the questionnaire.
 */
areas: Array<AreaAnswers>, };

/**
 * A school year beside those before it that have records.
 */
export type YearByYear = { 
/**
 * The years, the oldest first; the year of the report is the last.
 */
years: Array<ComparedYear>, 
/**
 * What is compared; a measure that fewer than two years have is left out.
 */
measures: Array<MeasureByYear>, };

/**
 * What is compared.
 */
export type YearMeasure = "attendance" | "plan" | "assignments" | "meetings" | "members";
