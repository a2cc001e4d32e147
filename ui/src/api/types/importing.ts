// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { CommunityId, Direction } from "./records";

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
export type RowState = "ready" | "doubtful" | "repeat" | "refused" | "heading";

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
mended?: Array<MendedCell>, };

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
export type TableColumn = "skip" | "direction" | "text" | "task" | "form" | "term" | "participants" | "responsible" | "expected" | "mark" | "name" | "surname" | "given_name" | "patronymic" | "role" | "post" | "subject" | "organisation" | "post_and_organisation" | "category" | "experience" | "experience_in_specialty" | "courses" | "contact";

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
remarks: Array<string>, };

/**
 * A row of the preview.
 */
export type TableRow = { 
/**
 * Its number from zero, by which it is ticked.
 */
row: number, 
/**
 * What becomes of it.
 */
state: RowState, 
/**
 * One for each column.
 */
cells: Array<TableCell>, 
/**
 * The direction in which it comes.
 */
direction: Direction | null, 
/**
 * On what the direction rests, where the table does not name it.
 */
guessed: ShownGuess | null, 
/**
 * What belongs to no cell, as sentences.
 */
remarks: Array<string>, };
