// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { CommunityId, DecisionKind, Direction, MeetingId, MeetingMode, PartialDate, PersonId, TypedTable } from "./records";
import type { Changes } from "./views";

/**
 * A name that fits several people.
 */
export type AskedPerson = { 
/**
 * As the table has it.
 */
text: string, 
/**
 * Whom it may mean.
 */
candidates: Array<Candidate>, };

/**
 * Somebody who may be meant.
 */
export type Candidate = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * «Кузнецова Ольга Ивановна, МБОУ «Вакинская СШ»»
 */
name: string, };

/**
 * Who is meant by a name in a row.
 */
export type ChosenPerson = { 
/**
 * The row of the preview.
 */
row: number, 
/**
 * The name as the table has it.
 */
text: string, 
/**
 * Who is meant.
 */
person: PersonId, };

/**
 * A text of the file that does not come in.
 */
export type LeftOut = { 
/**
 * Its row in the file, where it stands in one.
 */
row: number | null, 
/**
 * As it stands.
 */
text: string, 
/**
 * «столбец «Примечание» не взят»
 */
why: string, };

/**
 * A text without a place in the record.
 */
export type LeftText = { 
/**
 * As written.
 */
text: string, 
/**
 * Why, as a sentence.
 */
why: string, };

/**
 * A cell mended in the preview.
 */
export type MendedCell = { 
/**
 * The row of the preview.
 */
row: number, 
/**
 * The column, from zero.
 */
column: number, 
/**
 * What it says now.
 */
text: string, };

/**
 * Whether a row names the person of the same name who is there already.
 */
export type NamesakeAnswer = { 
/**
 * The row of the preview.
 */
row: number, 
/**
 * One person; otherwise another of the same name.
 */
same: boolean, };

/**
 * What was pasted, to be put under a text.
 */
export type PastedTables = { 
/**
 * The tables, each with an identifier of its own.
 */
tables: Array<TypedTable>, 
/**
 * What was made otherwise than it was, in sentences.
 */
said: Array<string>, };

/**
 * How an old protocol is looked at.
 */
export type ProtocolAsked = { 
/**
 * Whose protocol.
 */
community: CommunityId, 
/**
 * The school year by its beginning.
 */
year: number, 
/**
 * The day, where the person has written another than the text says.
 */
date?: string | null, 
/**
 * The number, where the person has written another.
 */
number?: number | null, 
/**
 * The blank «Готовый протокол» that it takes the place of; one that holds questions or files stays.
 */
replaces?: MeetingId | null, };

/**
 * What an old protocol says, beside its text.
 */
export type ProtocolPreview = { 
/**
 * Names the draft when it is looked at again or added; given by the window.
 */
token: number, 
/**
 * The name of the file.
 */
name: string, 
/**
 * What was recognised.
 */
recognised: RecognisedProtocol, 
/**
 * What has no place in the record.
 */
not_recognised: Array<LeftText>, 
/**
 * What a person should look at, as sentences.
 */
remarks: Array<string>, 
/**
 * Why it cannot be added as it is.
 */
refusal: string | null, 
/**
 * The text of the file, each line with what it was taken for.
 */
lines: Array<ShownLine>, };

/**
 * A course as a table names it.
 */
export type ReadCourse = { 
/**
 * When it ended.
 */
finished: PartialDate, 
/**
 * Its program, where the cell says more than the year.
 */
title: string, 
/**
 * Who held it, where that is plain.
 */
provider: string, 
/**
 * Its hours.
 */
hours: number | null, 
/**
 * Not taken yet.
 */
planned?: boolean, };

/**
 * A member who was not there.
 */
export type RecognisedAbsence = { 
/**
 * Who.
 */
name: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A decision.
 */
export type RecognisedDecision = { 
/**
 * Resolution, assignment or recommendation.
 */
kind: DecisionKind, 
/**
 * What was decided.
 */
text: string, 
/**
 * Members who are to do it.
 */
responsible: Array<string>, 
/**
 * Others who are.
 */
responsible_in_words: string, 
/**
 * «до 01.03.2026»
 */
term: string | null, };

/**
 * A question.
 */
export type RecognisedItem = { 
/**
 * Its topic.
 */
topic: string, 
/**
 * Who reported: «Панина Е. В., методист РИМК».
 */
reporters: Array<string>, 
/**
 * What was said.
 */
heard: string, 
/**
 * Tables of results: «Результаты ВПР, 3 строки».
 */
tables: Array<string>, 
/**
 * Who spoke after.
 */
spoke: Array<RecognisedSpeech>, 
/**
 * What was decided.
 */
decisions: Array<RecognisedDecision>, 
/**
 * «единогласно», «за — 8, против — 0, воздержались — 1»
 */
vote: string | null, };

/**
 * What was recognised of an old protocol, as it is read by a person.
 */
export type RecognisedProtocol = { 
/**
 * The day, or the first of several.
 */
date: string | null, 
/**
 * The last of several days.
 */
last_day: string | null, 
/**
 * «14:00»
 */
begins: string | null, 
/**
 * «15:30»
 */
ends: string | null, 
/**
 * The number.
 */
number: number | null, 
/**
 * The topic of the whole meeting.
 */
topic: string, 
/**
 * Town or village.
 */
place: string, 
/**
 * The school.
 */
venue: string, 
/**
 * In person, remotely or both.
 */
mode: MeetingMode | null, 
/**
 * What else is said of the form.
 */
mode_note: string, 
/**
 * Who presided: «Соколова М. В.».
 */
chair: string | null, 
/**
 * Who wrote the protocol.
 */
secretary: string | null, 
/**
 * Members who were there.
 */
present: Array<string>, 
/**
 * Members who were not.
 */
absent: Array<RecognisedAbsence>, 
/**
 * How many were there, as the text says.
 */
present_count: number | null, 
/**
 * Of how many.
 */
members_count: number | null, 
/**
 * Who was invited.
 */
guests: Array<string>, 
/**
 * Who was invited, by number.
 */
guests_in_words: string, 
/**
 * A word on the quorum.
 */
quorum: string, 
/**
 * The agenda.
 */
agenda: Array<string>, 
/**
 * The questions.
 */
items: Array<RecognisedItem>, 
/**
 * Annexes.
 */
annexes: Array<string>, };

/**
 * What somebody said.
 */
export type RecognisedSpeech = { 
/**
 * Who.
 */
speaker: string, 
/**
 * What.
 */
text: string, };

/**
 * A direction chosen for a row.
 */
export type RowDirection = { 
/**
 * The row of the preview.
 */
row: number, 
/**
 * Its direction.
 */
direction: Direction, };

/**
 * What becomes of a row.
 */
export type RowState = "ready" | "partly" | "doubtful" | "repeat" | "asked" | "refused" | "heading";

/**
 * Why a row is taken to belong to a direction.
 */
export type ShownGuess = { 
/**
 * «по слову «анализ»»
 */
why: string, 
/**
 * Whether a person need not look.
 */
sure: boolean, };

/**
 * A line of the file.
 */
export type ShownLine = { 
/**
 * As it is seen there.
 */
text: string, 
/**
 * «вопрос 2, решение»; none where it has no place.
 */
taken_as: string | null, 
/**
 * Whether a part of it has no place.
 */
partly: boolean, };

/**
 * What is asked where somebody has the same name and another school or post.
 */
export type ShownNamesake = { 
/**
 * «В составе уже есть Кузнецова Анна Петровна, учитель химии. Это тот же человек?»
 */
question: string, 
/**
 * What was answered.
 */
same: boolean | null, 
/**
 * Whether the same person joins with the card that is there; otherwise there is nothing to add.
 */
takes_card: boolean, };

/**
 * How a table is looked at.
 */
export type TableAsked = { 
/**
 * Whose rows they become.
 */
community: CommunityId, 
/**
 * Which rows.
 */
kind: TableKind, 
/**
 * The school year by its beginning.
 */
year: number, 
/**
 * Which of several tables; otherwise the one with the best headings.
 */
table?: number | null, 
/**
 * What each column holds, where the headings do not say it or say it wrongly.
 */
columns?: Array<TableColumn> | null, 
/**
 * The direction of rows that name none; without it their direction is guessed.
 */
direction?: Direction | null, 
/**
 * Directions of single rows.
 */
directions?: Array<RowDirection>, 
/**
 * Cells that the person mended in the preview.
 */
mended?: Array<MendedCell>, 
/**
 * Whether rows and columns that the file hides are taken too.
 */
hidden?: boolean, 
/**
 * Texts across the table that are rows of the plan all the same.
 */
as_rows?: Array<number>, 
/**
 * Who is meant by a name that several people bear.
 */
people?: Array<ChosenPerson>, 
/**
 * Whether people of one name are one person.
 */
namesakes?: Array<NamesakeAnswer>, };

/**
 * A cell of the preview.
 */
export type TableCell = { 
/**
 * As it stands in the table.
 */
text: string, 
/**
 * How it was understood, where that reads otherwise.
 */
read: string | null, 
/**
 * What was not understood and what becomes of it.
 */
remark: string | null, };

/**
 * What a column holds.
 */
export type TableColumn = "skip" | "number" | "direction" | "section" | "text" | "content" | "work" | "questions" | "task" | "form" | "term" | "month" | "term_from" | "term_to" | "time" | "venue" | "goal" | "participants" | "responsible" | "expected" | "mark" | "done" | "name" | "surname" | "given_name" | "patronymic" | "role" | "post" | "subject" | "organisation" | "post_and_organisation" | "category" | "category_since" | "experience" | "pedagogical_experience" | "experience_in_specialty" | "part_time" | "classes" | "courses" | "awards" | "self_education" | "contact";

/**
 * What the rows of a table become.
 */
export type TableKind = "activities" | "members";

/**
 * A table that was found.
 */
export type TableName = { 
/**
 * «Лист «План»»
 */
title: string, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * Whether its headings were recognised.
 */
has_headings: boolean, };

/**
 * What a table means, row by row.
 */
export type TablePreview = { 
/**
 * Names the table when it is looked at again or added; given by the window.
 */
token: number, 
/**
 * What the rows become.
 */
kind: TableKind, 
/**
 * All tables that were found.
 */
tables: Array<TableName>, 
/**
 * Which of them is shown.
 */
table: number, 
/**
 * The headings as they stand; empty where the table has none.
 */
headings: Array<string>, 
/**
 * What each column holds.
 */
columns: Array<TableColumn>, 
/**
 * All rows below the headings.
 */
rows: Array<TableRow>, 
/**
 * What concerns the whole table, as sentences.
 */
remarks: Array<string>, 
/**
 * Everything of the file that does not come in, each with its reason.
 */
left_out: Array<LeftOut>, 
/**
 * Whether the file hides rows or columns of this table.
 */
hides: boolean, };

/**
 * A row of the preview.
 */
export type TableRow = { 
/**
 * Its number from zero, by which it is ticked.
 */
row: number, 
/**
 * Its number in the file, from one.
 */
number: number, 
/**
 * What becomes of it.
 */
state: RowState, 
/**
 * One for each column.
 */
cells: Array<TableCell>, 
/**
 * What it is called when it is added: the activity, the topic of the meeting, the person's name.
 */
title: string, 
/**
 * Whether it is a meeting of the plan.
 */
meeting: boolean, 
/**
 * The direction in which it comes.
 */
direction: Direction | null, 
/**
 * On what the direction rests, where the table does not name it.
 */
guessed: ShownGuess | null, 
/**
 * What a text across the table was taken for: «раздел плана», «срок строк ниже».
 */
heads: string | null, 
/**
 * Whether a text across the table may be a row of the plan as well.
 */
may_be_row: boolean, 
/**
 * Names that fit several people.
 */
asked: Array<AskedPerson>, 
/**
 * The columns of which nothing comes in.
 */
left: Array<number>, 
/**
 * Somebody of this name who may be another person.
 */
namesake: ShownNamesake | null, 
/**
 * What belongs to no cell, as sentences.
 */
remarks: Array<string>, };

/**
 * How what was pasted is meant.
 */
export type TableToType = "whole" | "cells";

/**
 * What came of the files.
 */
export type TakenAnswers = { 
/**
 * What was changed; nothing where no answers were taken.
 */
changes: Changes | null, 
/**
 * What became of each file.
 */
files: Array<TakenFile>, };

/**
 * What became of a file.
 */
export type TakenFile = { 
/**
 * Its name.
 */
file: string, 
/**
 * The school that it names, which an anonymous survey does not keep.
 */
school: string, 
/**
 * How many sheets were taken.
 */
sheets: number, 
/**
 * The number of the first sheet; those of the others follow.
 */
first: number, 
/**
 * Why nothing was taken, as a sentence; empty where something was.
 */
refused: string, 
/**
 * What did not go in, as sentences that begin with the cell.
 */
faults: Array<string>, };
