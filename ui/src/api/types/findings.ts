// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { ControlLine } from "./control";
import type { JournalOfYear } from "./figures";
import type { HalfYear, MeetingId, SchoolYear, Term } from "./records";
import type { FindingView } from "./views";

/**
 * On what a finding rests.
 */
export type Basis = "Положение" | "делопроизводство" | "совет";

/**
 * A clause of the regulation.
 */
export type Clause = { 
/**
 * «4.7»
 */
number: string, 
/**
 * Its words, the part that matters.
 */
words: string, 
/**
 * What it asks of the leader, in plain words.
 */
asks: string, };

/**
 * Why the day of the computer is doubtful.
 */
export type ClockDoubt = { 
/**
 * «Часы компьютера показывают 3 марта 2019 г., а последняя запись — 27 ноября 2026 г.»
 */
message: string, 
/**
 * What to do.
 */
hint: string, };

/**
 * A date as it was read.
 */
export type DateAnswer = { 
/**
 * The day.
 */
date: string, 
/**
 * «1926 год? Проверьте.»
 */
doubt: string | null, };

/**
 * A day that the regulation sets.
 */
export type Deadline = { 
/**
 * The last day.
 */
date: string, 
/**
 * What is to be done by then: «План утверждён РИМК».
 */
what: string, 
/**
 * The clause, bare.
 */
clause: string, 
/**
 * Whether it is done by the day on which one looks.
 */
met: boolean, };

/**
 * One thing that was noticed.
 */
export type Finding = { 
/**
 * On what it rests.
 */
basis: Basis, 
/**
 * The clause of the regulation, bare: «4.7».
 */
clause: string | null, 
/**
 * How serious it is.
 */
severity: Severity, 
/**
 * What was noticed, a Russian sentence.
 */
message: string, 
/**
 * What to do, a Russian sentence.
 */
hint: string, };

/**
 * What can be done about a finding at once, for all whom it names.
 */
export type FindingAct = "order_of_joining" | "order_of_leaving";

/**
 * Whether a half-year has the meeting that п. 4.5 asks for.
 */
export type HalfYearMeeting = { 
/**
 * Which half.
 */
half: HalfYear, 
/**
 * The last day for it.
 */
due: string, 
/**
 * The first meeting held in it by the given day.
 */
meeting: MeetingId | null, };

/**
 * A decision that is still open, in words.
 */
export type OpenDecision = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Number of the protocol.
 */
protocol: number | null, 
/**
 * «1.2»
 */
number: string, 
/**
 * What was decided.
 */
text: string, 
/**
 * «Ларина С. Ю.»
 */
responsible: string, 
/**
 * «до 01.03.2026»
 */
term: string, 
/**
 * The last day, where one follows from the term.
 */
due: string | null, 
/**
 * Whether the term has passed.
 */
overdue: boolean, };

/**
 * The year at a glance, on a day.
 */
export type Overview = { 
/**
 * The school year of the day.
 */
school_year: SchoolYear, 
/**
 * How things are, in one sentence: «Сроки соблюдены, не хватает двух бумаг».
 */
heading: string, 
/**
 * Both half-years and their meetings (п. 4.5).
 */
half_years: [HalfYearMeeting, HalfYearMeeting], 
/**
 * Protocols of meetings held by the day that are not signed yet: «№ 2».
 */
unsigned: Array<number>, 
/**
 * Assignments that nobody has marked yet.
 */
assignments: Array<OpenDecision>, 
/**
 * Recommendations, which are not assignments.
 */
recommendations: Array<OpenDecision>, 
/**
 * All findings.
 */
findings: Array<FindingView>, 
/**
 * What the regulation asks for in the year, by date.
 */
deadlines: Array<Deadline>, 
/**
 * What the journals of the methodical work hold of the year; nothing where none is kept.
 */
journals: Array<JournalOfYear>, 
/**
 * Steps of road maps that are to be done by a day to come, the nearest first.
 */
steps: Array<ControlLine>, };

/**
 * How serious a finding is, the most serious first.
 */
export type Severity = "error" | "warning" | "info";

/**
 * A term as it was read.
 */
export type TermAnswer = { 
/**
 * The term; none for an empty text.
 */
term: Term | null, 
/**
 * «Не входит в 2026/27 учебный год. Проверьте.»
 */
doubt: string | null, };

/**
 * How far from a school year a date may lie before somebody is asked about it. A meeting is of these years; an
 * order or a course may be much older.
 */
export type YearsAround = { 
/**
 * School years before.
 */
before: number, 
/**
 * School years after.
 */
after: number, };
