// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { CommunityId, MeetingId, SchoolYear, SubmissionId, SubmittedPaper } from "./records";

/**
 * Who receives a paper, in the dative.
 */
export type Addressee = { 
/**
 * «Начальнику управления образования и МП».
 */
post: string, 
/**
 * «Е. П. Кондрашовой»; empty leaves a line to write it by hand.
 */
name: string, };

/**
 * A paper that has been set, as the page shows it.
 */
export type ComposedView = { 
/**
 * Names this composition when its pages are asked for.
 */
token: number, 
/**
 * The paper's title.
 */
title: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * Where the parts of the form stand, so that the sheet follows the writer.
 */
places: Array<PagePlace>, 
/**
 * What may be typed for the paper alone; none of most papers.
 */
to_type: ToType | null, };

/**
 * A part of a paper on one of its pages. A part that goes over to the next page is told once for each.
 */
export type PagePlace = { 
/**
 * «question.2.decision.1»: what stands before a full stop is the part around it.
 */
name: string, 
/**
 * The page, from zero.
 */
page: number, 
/**
 * Where it begins, as a portion of the page's height.
 */
top: number, 
/**
 * Where it ends.
 */
bottom: number, };

/**
 * The form of a paper's file.
 */
export type PaperForm = "pdf" | "docx" | "xlsx" | "ics";

/**
 * A kind of paper.
 */
export type PaperKind = "protocol" | "extract" | "notice" | "worksheet" | "attendance" | "assignments" | "plan" | "report" | "handed_over" | "roster" | "register" | "inventory" | "certificate" | "petition" | "courses";

/**
 * Which paper. What a kind of paper asks for stands in the catalogue; the rest is left at its default.
 */
export type PaperRequest = { 
/**
 * Whose.
 */
community: CommunityId, 
/**
 * Which kind.
 */
kind: PaperKind, 
/**
 * The school year.
 */
year: SchoolYear, 
/**
 * The day that is printed as today.
 */
on: string, 
/**
 * The meeting; the control of decisions may do without.
 */
meeting?: WhichMeeting | null, 
/**
 * Of a report: with every section that has something in it.
 */
full?: boolean, 
/**
 * Under which headings the rows of a plan stand.
 */
by?: PlanOrder, 
/**
 * The question, from 1, of which an extract is made.
 */
item?: number | null, 
/**
 * The name of the organisation that an extract concerns.
 */
organisation?: string | null, 
/**
 * The first day of what a certificate tells; that of the school year where none is given.
 */
from?: string | null, 
/**
 * Its last day; that of the school year where none is given.
 */
to?: string | null, 
/**
 * When a paper was handed over.
 */
submission?: SubmissionId | null, 
/**
 * Which paper was handed over then.
 */
submitted?: SubmittedPaper | null, 
/**
 * What was typed for this paper alone.
 */
words?: TypedWords, };

/**
 * What may be said about a paper beside its kind and its day.
 */
export type Parameter = "year" | "meeting" | "part" | "order" | "full" | "period" | "submission" | "words";

/**
 * How the rows of a plan are put under headings. The rows are the same either way.
 */
export type PlanOrder = "direction" | "month";

/**
 * A row that words are typed for.
 */
export type RowToType = { 
/**
 * What its words are kept by.
 */
key: string, 
/**
 * Whose row it is.
 */
name: string, 
/**
 * What it stands under: «Включить в состав».
 */
under: string, };

/**
 * What a person may type for a paper.
 */
export type ToType = { 
/**
 * To whom the paper goes as it stands now.
 */
to: Addressee, 
/**
 * The rows in the order of the paper.
 */
rows: Array<RowToType>, };

/**
 * The words for one row.
 */
export type TypedRow = { 
/**
 * Of a petition: «заявление от 12.01.2026».
 */
basis: string, 
/**
 * Of a course: its topic.
 */
topic: string, 
/**
 * «очно», «дистанционно».
 */
form: string, 
/**
 * How many.
 */
hours: string, 
/**
 * When.
 */
term: string, 
/**
 * Who teaches.
 */
provider: string, };

/**
 * The words of a person for a paper. Whatever is not typed stays as the records say, or is left to a pen.
 */
export type TypedWords = { 
/**
 * To whom, by the post in the dative.
 */
to_post: string | null, 
/**
 * The name in the dative.
 */
to_name: string | null, 
/**
 * What is typed for a row, by the key of the row.
 */
rows: { [key: string]: Partial<TypedRow> }, };

/**
 * Which meeting.
 */
export type WhichMeeting = number | MeetingId;
