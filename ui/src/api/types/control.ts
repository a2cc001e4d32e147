// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { DerivedTerm, WorkState } from "./derived";
import type { Kind, OrganisationId, PersonId, SchoolYear } from "./records";

/**
 * A line of the room.
 */
export type ControlLine = { 
/**
 * The kind of the record that holds it: a meeting, an activity, a road map.
 */
kind: Kind, 
/**
 * That record.
 */
record: string, 
/**
 * The decision or the row within it; none where the record itself is what is watched.
 */
part: string | null, 
/**
 * Where it was decided.
 */
source: string, 
/**
 * What is to be done.
 */
text: string, 
/**
 * The term in force.
 */
term: DerivedTerm | null, 
/**
 * Whether it was transferred.
 */
moved: boolean, 
/**
 * The people who answer for it.
 */
responsible: Array<PersonId>, 
/**
 * Who answers for it, each by name or in words.
 */
who: Array<string>, 
/**
 * The schools that it concerns.
 */
schools: Array<OrganisationId>, 
/**
 * How it stands.
 */
state: WorkState, 
/**
 * The same in words.
 */
words: string, 
/**
 * The same, as the list is parted.
 */
standing: Standing, 
/**
 * Done after the last day of the approved term.
 */
done_late: boolean, 
/**
 * How many days ago its term passed.
 */
days_late: number | null, 
/**
 * How many days are left.
 */
days_left: number | null, 
/**
 * The school year in which its terms are read.
 */
year: SchoolYear, };

/**
 * How a thing that is watched stands, what is pressing first.
 */
export type Standing = "late" | "soon" | "open" | "closed";
