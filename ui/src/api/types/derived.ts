// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { AgendaItemId, BodyKind, BodyWords, CourseId, DecisionId, DifficultyId, Kind, Mark, MeetingId, Month, OrganisationId, PersonId, PlanId, PlannedMeetingId, ReportSection, Role, RouteRowId, SchoolYear, SubmissionId, SubmittedPaper, Term } from "./records";

/**
 * A record behind a row of a plan.
 */
export type BackingRecord = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its identifier.
 */
id: string, 
/**
 * «14.11.2025»; empty for what has not happened yet.
 */
date: string, 
/**
 * What it is called.
 */
name: string, };

/**
 * Whether a person is due for a course.
 */
export type CourseNeed = "due" | "unknown" | "recent";

/**
 * What follows of a record, by its kind. Kinds of which nothing follows have none.
 */
export type Derived = { "kind": "community", "derived": DerivedCommunity } | { "kind": "person", "derived": DerivedPerson } | { "kind": "membership", "derived": DerivedMembership } | { "kind": "plan", "derived": DerivedPlan } | { "kind": "activity", "derived": DerivedActivity } | { "kind": "meeting", "derived": DerivedMeeting } | { "kind": "route", "derived": DerivedRoute } | { "kind": "submission", "derived": DerivedSubmission } | { "kind": "legal_act", "derived": DerivedLegalAct } | { "kind": "expertise", "derived": DerivedExpertise } | { "kind": "road_map", "derived": DerivedRoadMap };

/**
 * What follows of a row of a plan, or of a road map.
 */
export type DerivedActivity = { 
/**
 * The term in force on the day: of the transfers only those decided by then count.
 */
term: DerivedTerm | null, 
/**
 * How it stands.
 */
state: WorkState, 
/**
 * The state in words.
 */
words: string, 
/**
 * Done after the last day of the approved term.
 */
late: boolean, 
/**
 * The day from which its mark counts, where that is still to come.
 */
mark_from: string | null, 
/**
 * Whether some transfer has been decided.
 */
moved: boolean, 
/**
 * What stands behind it in the journals.
 */
backing: RowBacking | null, 
/**
 * The approved term in a table of its year, where it was transferred: «до 1 ноября».
 */
by_plan: string, };

/**
 * What follows of the records now, as far as the page does not know it yet.
 */
export type DerivedChanges = { 
/**
 * To be given back with the next question.
 */
version: number, 
/**
 * Whether `put` is all that follows, and what the page had is of no use.
 */
whole: boolean, 
/**
 * What follows now, by identifiers of records.
 */
put: { [key in string]: Derived }, 
/**
 * Records of which nothing follows any more.
 */
gone: Array<string>, };

/**
 * What follows of a community.
 */
export type DerivedCommunity = { 
/**
 * What it is called, in all cases.
 */
body: BodyWords, 
/**
 * What kind of body it is, chosen or by its name.
 */
body_kind: BodyKind, 
/**
 * Who leads it on the day.
 */
leader: PersonId | null, 
/**
 * Who writes its protocols on the day.
 */
secretary: PersonId | null, 
/**
 * The place in the roster of somebody who joins; 0 where the roster goes by surnames.
 */
next_place: number, 
/**
 * The school years that can be looked at, the newest first.
 */
years: Array<DerivedYear>, };

/**
 * What follows of a course.
 */
export type DerivedCourse = { 
/**
 * Which.
 */
id: CourseId, 
/**
 * In which school years it stands in the schedule; where only a calendar year is known, in both.
 */
years: Array<SchoolYear>, 
/**
 * Whether it was to be over and nobody has said that it was taken.
 */
overdue: boolean, };

/**
 * What follows of a decision.
 */
export type DerivedDecision = { 
/**
 * The decision.
 */
id: DecisionId, 
/**
 * «1.2»
 */
number: string, 
/**
 * «протокол № 2 от 16.01.2026, п. 1.2»
 */
place: string, 
/**
 * The term in force on the day.
 */
term: DerivedTerm | null, 
/**
 * How it stands.
 */
state: WorkState, 
/**
 * The state in words.
 */
words: string, 
/**
 * Whether some transfer has been decided.
 */
moved: boolean, 
/**
 * An assignment of a meeting that was held, which nobody has marked.
 */
open: boolean, 
/**
 * Open, and its term is over.
 */
overdue: boolean, 
/**
 * Done after the last day of the approved term.
 */
late: boolean, 
/**
 * The day from which its mark counts, where that is still to come.
 */
mark_from: string | null, };

/**
 * What follows of an expertise.
 */
export type DerivedExpertise = { 
/**
 * Its points added up.
 */
sum: PointsSum, 
/**
 * «14 из 20»; empty where nothing is measured.
 */
words: string, 
/**
 * «экспертное заключение от 19.03.2026: рекомендовать, 17 из 20 баллов»; none before there is a conclusion.
 */
concluded: string | null, };

/**
 * What follows of a normative document on a day.
 */
export type DerivedLegalAct = { 
/**
 * Whether it is in force.
 */
in_force: boolean, 
/**
 * «действует», «утратил силу»
 */
state_words: string, 
/**
 * «Приказ от 31.05.2021 № 287 «Об утверждении …»»
 */
named_in_full: string, };

/**
 * What follows of a meeting.
 */
export type DerivedMeeting = { 
/**
 * How it stands.
 */
state: MeetingState, 
/**
 * The state in words.
 */
words: string, 
/**
 * The number of its protocol.
 */
number: number | null, 
/**
 * Whether another meeting of its year has the same number.
 */
number_taken: boolean, 
/**
 * «протокол № 2 от 16.01.2026», «протокол заседания 16.01.2026»
 */
name: string, 
/**
 * Held by the day.
 */
held: boolean, 
/**
 * Whether its day lies in its school year or in the August before it.
 */
in_year: boolean, 
/**
 * How many were present, by their names or by number.
 */
present: number, 
/**
 * Of how many members.
 */
listed: number, 
/**
 * The members on the day of the meeting, in the order of the roster.
 */
roster: Array<PersonId>, 
/**
 * Who leads the community on the day of the meeting.
 */
leader: PersonId | null, 
/**
 * Who writes its protocols on the day of the meeting.
 */
secretary: PersonId | null, 
/**
 * Those who are marked as having left before they came.
 */
left_before_coming: Array<PersonId>, 
/**
 * Its questions, in order.
 */
questions: Array<DerivedQuestion>, 
/**
 * Its decisions, in order.
 */
decisions: Array<DerivedDecision>, 
/**
 * The meeting held last before it.
 */
before: MeetingId | null, 
/**
 * The row of the plan that it seems to answer, where it names none.
 */
seems_to_be: PlannedMeetingId | null, 
/**
 * Assignments of earlier meetings that nobody had marked by its day; none once the protocol is signed.
 */
unfinished: number, 
/**
 * The same as they are read out.
 */
unfinished_words: string, };

/**
 * What follows of a membership.
 */
export type DerivedMembership = { 
/**
 * Whether it holds on the day.
 */
state: MembershipState, 
/**
 * The number in the roster of the day, from 1; none where it does not hold.
 */
number: number | null, 
/**
 * The place among all memberships, in the order of the roster.
 */
order: number, 
/**
 * The role on the day.
 */
role: Role | null, };

/**
 * What a person is called on the day, and what the roster says.
 */
export type DerivedPerson = { 
/**
 * «Соколова М. В.»; an anonymised person is «участник 3», one without a name «участник».
 */
name: string, 
/**
 * «Соколова Марина Викторовна»
 */
full_name: string, 
/**
 * Where the person works.
 */
organisation: OrganisationId | null, 
/**
 * The post.
 */
post: string, 
/**
 * «высшая», or a dash.
 */
category: string, 
/**
 * «24 года», or a dash where the beginning is not known.
 */
experience: string, 
/**
 * Whether the person is due for a course.
 */
course_need: CourseNeed, 
/**
 * The calendar year of the last course.
 */
last_course: number | null, 
/**
 * The courses, planned and taken.
 */
courses: Array<DerivedCourse>, 
/**
 * Whether the person is a member on the day.
 */
member: boolean, 
/**
 * The role on the day.
 */
role: Role | null, };

/**
 * What follows of a plan.
 */
export type DerivedPlan = { 
/**
 * The steps that it has gone and those before it.
 */
steps: Array<PlanStepWords>, 
/**
 * The last step that it has gone.
 */
reached: PlanStep, 
/**
 * What is to be done next; none where it is approved.
 */
next: NextPlanStep | null, 
/**
 * Whether РИМК has approved it by the day: from then on a changed term is a transfer.
 */
approved: boolean, 
/**
 * Each time it was given to РИМК, in order, also what is dated later. A preliminary one goes with the report of the
 * year before.
 */
handed_over: Array<SubmissionId>, 
/**
 * What РИМК remarked when it returned the plan last; none where the plan did not come back.
 */
remarks: string | null, 
/**
 * The meetings that it foresees.
 */
meetings: Array<DerivedPlannedMeeting>, };

/**
 * What follows of a meeting that a plan foresees.
 */
export type DerivedPlannedMeeting = { 
/**
 * The row of the plan.
 */
id: PlannedMeetingId, 
/**
 * Its term.
 */
term: DerivedTerm | null, 
/**
 * The meeting that answers it.
 */
meeting: MeetingId | null, };

/**
 * What follows of a question.
 */
export type DerivedQuestion = { 
/**
 * The question.
 */
id: AgendaItemId, 
/**
 * How many may vote on it.
 */
voters: number, 
/**
 * Who was there and may not vote on it: came after it began or left before it.
 */
missed: Array<PersonId>, 
/**
 * «Голосов 8, а голосовать могли 9: не хватает 1.»; none where the votes add up.
 */
vote_fault: string | null, };

/**
 * What follows of a road map.
 */
export type DerivedRoadMap = { 
/**
 * How each row stands, by its identifier.
 */
rows: { [key in string]: DerivedActivity }, 
/**
 * How many rows are done.
 */
done: number, 
/**
 * How many have passed their term without a mark.
 */
late: number, };

/**
 * What follows of a route.
 */
export type DerivedRoute = { 
/**
 * The state in words.
 */
words: string, 
/**
 * Rows whose term has passed without a mark.
 */
overdue: Array<RouteRowId>, 
/**
 * How many rows are done, wholly or in part.
 */
done: number, 
/**
 * Rows that are proposed: for each difficulty of the route that no row answers yet.
 */
proposed: Array<ProposedRouteRow>, };

/**
 * What follows of a handing-over.
 */
export type DerivedSubmission = { 
/**
 * РИМК has given the papers back.
 */
returned: boolean, 
/**
 * The report of its year is printed from the text kept with it.
 */
report_in_force: boolean, 
/**
 * It is the last one that carried a report of its year.
 */
last_report: boolean, };

/**
 * A term as it is shown, with the days that it means in its school year.
 */
export type DerivedTerm = { 
/**
 * The term.
 */
term: Term, 
/**
 * «до 1 марта 2026 г.»
 */
words: string, 
/**
 * The same in a table of one school year: «до 1 марта».
 */
in_row: string, 
/**
 * «с 1 ноября 2025 г. по 31 марта 2026 г.»; empty where the words say the days themselves, or mean none.
 */
days: string, 
/**
 * The last day on which the work is in time.
 */
due: string | null, 
/**
 * The months in which it is looked for.
 */
months: Array<Month>, };

/**
 * What follows of a school year.
 */
export type DerivedYear = { 
/**
 * The year.
 */
school_year: SchoolYear, 
/**
 * Its plan; of a preliminary one and the plan proper, the plan proper.
 */
plan: PlanId | null, 
/**
 * The number of its next protocol.
 */
next_number: number, 
/**
 * п. 4.7: the last day for the plan's approval, by the settings.
 */
plan_approved_by: string, 
/**
 * п. 4.8: the last day for the report, by the settings.
 */
report_handed_over_by: string, 
/**
 * The day on which the second half-year ends, by the settings.
 */
second_half_ends: string, 
/**
 * What is most likely handed over next: what there is and was not taken before.
 */
likely_papers: Array<SubmittedPaper>, 
/**
 * The sections that its report prints.
 */
report_sections: Array<ReportSection>, };

/**
 * How a meeting stands on a day.
 */
export type MeetingState = "cancelled" | "ahead" | "unmarked" | "held" | "unsigned" | "signed";

/**
 * Whether a membership holds.
 */
export type MembershipState = "now" | "later" | "left";

/**
 * What is to be done next with a plan.
 */
export type NextPlanStep = { 
/**
 * A sentence.
 */
said: string, 
/**
 * Where it is done.
 */
step: PlanStep, };

/**
 * A step on the way of a plan to its approval.
 */
export type PlanStep = "preliminary" | "draft" | "adopted" | "handed" | "returned" | "approved";

/**
 * Whether a step is gone.
 */
export type PlanStepState = "done" | "skipped" | "back" | "ahead";

/**
 * A step in words.
 */
export type PlanStepWords = { 
/**
 * Which.
 */
step: PlanStep, 
/**
 * «Утверждён», «Утвердить»
 */
name: string, 
/**
 * When and by what: «5 сентября, протокол № 1».
 */
said: string, 
/**
 * Whether it is gone.
 */
state: PlanStepState, };

/**
 * The points of an expertise added up.
 */
export type PointsSum = { 
/**
 * All points together.
 */
points: number, 
/**
 * The most that its measures can have.
 */
of: number, 
/**
 * How many measures have no points yet.
 */
without: number, };

/**
 * A row proposed for a route. Until it is taken nothing of it is kept.
 */
export type ProposedRouteRow = { 
/**
 * The difficulty that it answers.
 */
difficulty: DifficultyId, 
/**
 * The difficulty in words.
 */
deficit: string, 
/**
 * What is to be done.
 */
measure: string, 
/**
 * In which form.
 */
form: string, 
/**
 * Where.
 */
place: string, 
/**
 * When.
 */
term: Term | null, };

/**
 * What stands behind a row of a plan in the journals.
 */
export type RowBacking = { 
/**
 * The records that say they answer the row, those without a day first, then by day.
 */
work: Array<BackingRecord>, 
/**
 * The mark that a person may take over; none where the row is marked, or its work goes on.
 */
mark: Mark | null, };

/**
 * How a row of a plan or of a road map, or an assignment, stands on a day.
 */
export type WorkState = "done" | "done_in_part" | "not_done" | "cancelled" | "overdue" | "moved" | "going" | "ahead";
