// Generated from Rust by `cargo xtask bindings`: a change here is lost.
import type { Channel } from "@tauri-apps/api/core";
import type { ControlLine } from "./control";
import type { DerivedChanges } from "./derived";
import type { LeftOver, PlanProposal, ReportFigures } from "./figures";
import type { DateAnswer, Overview, TermAnswer, YearsAround } from "./findings";
import type { PastedTables, ProtocolAsked, ProtocolPreview, TableAsked, TablePreview, TableToType, TakenAnswers } from "./importing";
import type { AttachmentId, AttachmentRole, BodyKind, BodyWords, CommunityId, Kind, MeetingId, MembershipId, PersonId, Record, ReportSection, SchoolYear, Submission, SubmissionId, SubmittedPaper, SurveyId } from "./records";
import type { CriteriaSet } from "./supplied";
import type { Backup, BackupContents, BackupPlace, Backups, Binned, Changes, Draft, Edition, ExportLine, FirstPerson, FirstSteps, Forgotten, Found, Opening, PackagePaper, Recovered, ReportStanding, Saved, ScanPart, SeenRecord, SiteView, Steps, SuppliedCard, SurveyResults, ToForget } from "./views";

/**
 * What became of the chosen files.
 */
export type AddedScans = { parts: Array<ScanPart>, refused: Array<string>, };

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
 * That the records are those of a copy now.
 */
export type BackupRestored = { opening: Opening, 
/**
 * The copy of what the records were before; none where there was nothing.
 */
kept: string | null, 
/**
 * Where a damaged file of before lies untouched.
 */
set_aside: string | null, };

/**
 * A copy with which the program was opened.
 */
export type BroughtCopy = { token: number, 
/**
 * To be read by a person.
 */
path: string, 
/**
 * When it was made, or its name where that does not tell.
 */
at: string, 
/**
 * Whether it asks for a password of its own.
 */
locked: boolean, 
/**
 * Whether there are records that it would replace.
 */
replaces: boolean, };

/**
 * A copy that was carried here, before it is taken.
 */
export type CarriedCopy = { token: number, 
/**
 * To be read by a person.
 */
path: string, 
/**
 * Whether it has a password.
 */
locked: boolean, };

/**
 * The question to the page.
 */
export type ClosingQuestion = { 
/**
 * To be said back at once.
 */
number: number, 
/**
 * Whether the person may be asked about what cannot be saved. The system that shuts down does not wait.
 */
may_ask: boolean, };

/**
 * Every command: what is sent with it and what it answers.
 */
export type Commands = {
/**
 * What the page shows first.
 */
opening: { words: [], answer: Opening },
/**
 * Opens the example year.
 */
open_example: { words: [], answer: Opening },
/**
 * Goes back to the leader's own file.
 */
open_own: { words: [], answer: Opening },
/**
 * Makes a community with what was typed at the first start.
 */
create_community: { words: [words: { first: FirstSteps }], answer: Opening },
/**
 * What kind of body a name that is being typed speaks of, and what it will be called.
 */
proposed_body: { words: [words: { name: string, chosen: BodyKind | null }], answer: ProposedBody },
/**
 * The people of a list that was pasted at the first start.
 */
people_in_list: { words: [words: { text: string, html: string | null, year: number }], answer: Array<FirstPerson> },
/**
 * Everything that a window shows of a community.
 */
records: { words: [words: { community: CommunityId }], answer: Array<SeenRecord> },
/**
 * New identifiers for records that are being made.
 */
new_ids: { words: [words: { count: number }], answer: Array<string> },
/**
 * Saves a record; the answer comes when it is on the disk.
 */
save: { words: [words: { record: Record, seen: number | null }], answer: Saved },
/**
 * Saves several records as one operation. Each stands with the revision that was seen, a new one with none.
 */
save_all: { words: [words: { changes: Array<[Record, number | null]> }], answer: Changes },
/**
 * Deletes a record; it stays in the bin.
 */
delete_record: { words: [words: { id: string }], answer: Changes },
/**
 * Brings a record back from the bin.
 */
restore_record: { words: [words: { id: string }], answer: Changes },
/**
 * Deletes several records as one operation; they stay in the bin.
 */
delete_all: { words: [words: { ids: Array<string> }], answer: Changes },
/**
 * Brings several records back from the bin as one operation.
 */
restore_all: { words: [words: { ids: Array<string> }], answer: Changes },
/**
 * Takes out of the roster who was added by mistake.
 */
remove_member: { words: [words: { membership: MembershipId }], answer: Changes },
/**
 * From which day a newcomer is a member where nobody says it.
 */
usual_first_day: { words: [words: { community: CommunityId, year: number }], answer: string },
/**
 * Deleted records.
 */
bin: { words: [], answer: Array<Binned> },
/**
 * Takes back the last act.
 */
undo: { words: [], answer: Changes | null },
/**
 * Does again what was taken back last.
 */
redo: { words: [], answer: Changes | null },
/**
 * What either of them would do now.
 */
steps: { words: [], answer: Steps },
/**
 * A date as typed, and what makes it doubtful.
 */
read_date: { words: [words: { typed: string, year: number, today: string, around: YearsAround }], answer: DateAnswer },
/**
 * A term as typed, and what makes it doubtful.
 */
read_term: { words: [words: { typed: string, year: number, around: YearsAround }], answer: TermAnswer },
/**
 * The year at a glance.
 */
overview: { words: [words: { community: CommunityId, on: string }], answer: Overview },
/**
 * What follows of every record on a day, or only what is otherwise than in the version that is known.
 */
derived: { words: [words: { community: CommunityId, on: string, known: number | null }], answer: DerivedChanges },
/**
 * Finds records by words.
 */
search: { words: [words: { community: CommunityId, words: string }], answer: Array<Found> },
/**
 * Marks what was typed in the texts of the record that is open.
 */
mark_texts: { words: [words: { words: string, texts: Array<string> }], answer: Array<Array<[string, boolean]>> },
/**
 * All that is watched in a school year on a day, what is late first.
 */
control: { words: [words: { community: CommunityId, year: SchoolYear, on: string }], answer: Array<ControlLine> },
/**
 * The sets of measures that the program brings along.
 */
criteria_sets: { words: [], answer: Array<CriteriaSet> },
/**
 * Sets a paper and keeps it until another one is shown. `ahead` are records as they will be when what is being typed is
 * saved: the paper shows them already.
 */
compose_paper: { words: [words: { paper: PaperRequest, ahead: Array<Record> }], answer: Composed },
/**
 * One page of the paper that is shown, as PNG.
 */
page_image: { words: [words: { token: number, page: number, scale: number }], answer: ArrayBuffer },
/**
 * Saves a paper where the person says; none where he or she changed his or her mind.
 */
save_paper: { words: [words: { paper: PaperRequest, format: PaperForm | null }], answer: SavedFile | null },
/**
 * Hands a paper to the system for printing.
 */
print_paper: { words: [words: { paper: PaperRequest }], answer: null },
/**
 * Keeps files with a record; none where the person changed his or her mind.
 */
attach_files: { words: [words: { belongsTo: string, role: AttachmentRole, dropped: number | null, called: string | null }], answer: Changes | null },
/**
 * Hands a copy of an attached file to the system, which shows it with the program that it knows for it.
 */
open_attachment: { words: [words: { id: AttachmentId }], answer: null },
/**
 * Saves an attached file where the person says; none where he or she changed his or her mind.
 */
save_attachment: { words: [words: { id: AttachmentId }], answer: SavedFile | null },
/**
 * Opens an attached PDF or picture within the program.
 */
look_at_attachment: { words: [words: { id: AttachmentId }], answer: LookedAt },
/**
 * One page of the file that is looked at, as a picture.
 */
attachment_page: { words: [words: { token: number, page: number, scale: number }], answer: ArrayBuffer },
/**
 * Adds photographs or a PDF to the scan of a meeting. A file that cannot be read is named, the others stay.
 */
add_scans: { words: [words: { meeting: MeetingId, dropped: number | null }], answer: AddedScans },
/**
 * The sheets of a meeting that wait to be attached.
 */
scans: { words: [words: { meeting: MeetingId }], answer: Array<ScanPart> },
/**
 * Turns, moves or removes a sheet.
 */
change_scans: { words: [words: { meeting: MeetingId, change: ScanChange }], answer: Array<ScanPart> },
/**
 * A sheet as it will lie in the file; of a PDF the asked page.
 */
scan_image: { words: [words: { meeting: MeetingId, token: number, page: number }], answer: ArrayBuffer },
/**
 * Binds the sheets and keeps them with the meeting.
 */
attach_scans: { words: [words: { meeting: MeetingId }], answer: Changes },
/**
 * Marks a protocol as signed and keeps its text.
 */
sign_protocol: { words: [words: { meeting: MeetingId, date: string, seen: number }], answer: Changes },
/**
 * Takes the mark off.
 */
unsign_protocol: { words: [words: { meeting: MeetingId, seen: number }], answer: Changes },
/**
 * Marks papers as handed over and keeps their texts.
 */
submit: { words: [words: { mark: Submission, seen: number | null }], answer: Changes },
/**
 * Begins a new version of a report that was handed over, or goes back to the handed-over one.
 */
reopen_report: { words: [words: { submission: SubmissionId, reopened: boolean, seen: number }], answer: Changes },
/**
 * How the report stands to what was handed over.
 */
report_standing: { words: [words: { community: CommunityId, year: number, on: string }], answer: ReportStanding | null },
/**
 * The figures of a report, each with the records behind it.
 */
report_figures: { words: [words: { community: CommunityId, year: SchoolYear, on: string }], answer: ReportFigures },
/**
 * The sections for which the records say something, whether they are chosen or not.
 */
filled_sections: { words: [words: { community: CommunityId, year: SchoolYear, on: string }], answer: Array<ReportSection> },
/**
 * A few sentences for a section.
 */
report_prose: { words: [words: { community: CommunityId, year: SchoolYear, section: ReportSection, on: string }], answer: string },
/**
 * What is left before the report is handed over.
 */
left_over: { words: [words: { community: CommunityId, year: SchoolYear, on: string }], answer: Array<LeftOver> },
/**
 * Rows proposed for the plan of a year.
 */
plan_proposals: { words: [words: { community: CommunityId, year: SchoolYear }], answer: Array<PlanProposal> },
/**
 * Takes some of them.
 */
take_proposals: { words: [words: { community: CommunityId, year: SchoolYear, ids: Array<string> }], answer: Changes },
/**
 * The questionnaires that come with the program.
 */
supplied_questionnaires: { words: [], answer: Array<SuppliedCard> },
/**
 * Takes one of them, as a copy that can be changed.
 */
take_questionnaire: { words: [words: { community: CommunityId, word: string }], answer: Changes },
/**
 * What a survey shows, beside an earlier one.
 */
survey_results: { words: [words: { community: CommunityId, survey: SurveyId, before: SurveyId | null }], answer: SurveyResults },
/**
 * Takes answers from files that were dropped or that the person chooses now; none where he or she chose none.
 */
take_answer_files: { words: [words: { community: CommunityId, survey: SurveyId, dropped: number | null }], answer: TakenAnswers | null },
/**
 * The changes of a record, newest first.
 */
history: { words: [words: { id: string }], answer: Array<Edition> },
/**
 * Saves that text anew.
 */
bring_back: { words: [words: { id: string, operation: string, seen: number }], answer: Changes },
/**
 * Where a person is named, before the name is forgotten.
 */
to_forget: { words: [words: { person: PersonId }], answer: ToForget },
/**
 * Forgets the name of a person for good. Records of any kind may have changed.
 */
forget: { words: [words: { forgetting: Forgetting }], answer: Forgotten },
/**
 * What was given out, the last first.
 */
exports: { words: [], answer: Array<ExportLine> },
/**
 * Reads what was pasted.
 */
read_table: { words: [words: { asked: TableAsked, text: string, html: string | null }], answer: TablePreview },
/**
 * Reads a file that was dropped or that the person chooses now; none where he or she chose none.
 */
read_table_file: { words: [words: { asked: TableAsked, dropped: number | null }], answer: TablePreview | null },
/**
 * Looks at the same table again.
 */
look_at_table: { words: [words: { token: number, asked: TableAsked }], answer: TablePreview },
/**
 * Adds the ticked rows.
 */
add_table_rows: { words: [words: { token: number, asked: TableAsked, rows: Array<number> }], answer: Changes },
/**
 * Forgets a table.
 */
forget_table: { words: [words: { token: number }], answer: null },
/**
 * Reads tables that were pasted under a text.
 */
read_pasted_tables: { words: [words: { text: string, html: string | null, meant: TableToType }], answer: PastedTables },
/**
 * Reads a protocol from a file that was dropped or that the person chooses now; none where he or she chose none.
 */
read_protocol_file: { words: [words: { asked: ProtocolAsked, dropped: number | null }], answer: ProtocolPreview | null },
/**
 * Looks at the same protocol again: for another year, with another day or number.
 */
look_at_protocol: { words: [words: { token: number, asked: ProtocolAsked }], answer: ProtocolPreview },
/**
 * Adds the protocol as a meeting, with its file.
 */
add_protocol: { words: [words: { token: number, asked: ProtocolAsked }], answer: Changes },
/**
 * Forgets a protocol that is not needed any more.
 */
forget_protocol: { words: [words: { token: number }], answer: null },
/**
 * Asks for a folder.
 */
choose_folder: { words: [], answer: Place | null },
/**
 * The sticks that are in the computer now.
 */
places: { words: [], answer: Array<Place> },
/**
 * What a writing that was cut off left in a place.
 */
look_at_place: { words: [words: { place: number }], answer: PlaceState },
/**
 * Removes what a writing that was cut off left in a place, and answers with what stays.
 */
remove_leftovers: { words: [words: { place: number }], answer: PlaceState },
/**
 * A password for a letter: digits that are dictated by telephone without a mistake.
 */
propose_password: { words: [], answer: string },
/**
 * Puts the package of the year together, to be looked at. It stands as it is until the next one is asked for.
 */
package_contents: { words: [words: { community: CommunityId, year: number, on: string }], answer: PackageList },
/**
 * Writes the package, reads it back and answers with what it is.
 */
hand_over: { words: [words: { request: HandOverRequest, onProgress: Channel<Progress> }], answer: Written },
/**
 * Stops the writing; what was on the stick before stays as it was.
 */
cancel_hand_over: { words: [], answer: null },
/**
 * Hands the delivery sheet of the package that was written to the system for printing.
 */
print_delivery_sheet: { words: [words: { package: number }], answer: null },
/**
 * Asks for a folder for the pages.
 */
choose_site_folder: { words: [], answer: Place | null },
/**
 * What would stand on the pages for the site, who is named on them and what stays at home.
 */
site_contents: { words: [words: { site: SiteRequest }], answer: SiteView },
/**
 * Writes the pages for the site, reads them back and answers with what they are.
 */
write_site: { words: [words: { request: WriteSiteRequest, onProgress: Channel<Progress> }], answer: Written },
/**
 * Shows what was saved in the system's file manager.
 */
reveal_file: { words: [words: { token: number }], answer: null },
/**
 * Opens what was saved with the program that the system knows for it.
 */
open_file: { words: [words: { token: number }], answer: null },
/**
 * Shows the folder with the records in the system's file manager.
 */
reveal_data: { words: [], answer: null },
/**
 * The copies of the leader's own records.
 */
backups: { words: [], answer: Backups },
/**
 * Makes a copy now.
 */
back_up_now: { words: [], answer: Backups },
/**
 * Makes a copy where one is due, and once a month proves the newest by restoring it; answers whether one was made.
 */
back_up_if_due: { words: [words: { closing: boolean }], answer: boolean },
/**
 * What is inside a copy.
 */
look_into_backup: { words: [words: { place: BackupPlace, name: string }], answer: BackupContents },
/**
 * Puts the records back as a copy holds them; what they are now is kept as a copy first.
 */
restore_backup: { words: [words: { place: BackupPlace, name: string }], answer: BackupRestored },
/**
 * Asks for the second place of the copies; none where the person changed his or her mind.
 */
choose_second_place: { words: [], answer: Backups | null },
/**
 * Copies go to the second place no more; those that lie there stay.
 */
forget_second_place: { words: [], answer: Backups },
/**
 * Asks where to write a copy that is carried away.
 */
choose_copy_folder: { words: [], answer: Place | null },
/**
 * Writes a whole copy into a folder of a stick, to be carried to another computer.
 */
back_up_into: { words: [words: { place: number }], answer: SavedFile },
/**
 * Asks for a folder with a copy that was carried here; none where the person changed his or her mind.
 */
choose_carried_copy: { words: [], answer: CarriedCopy | null },
/**
 * Takes the records of a copy that was carried here. Where there are records already, they are kept as a copy first.
 */
take_carried_copy: { words: [words: { copy: number, password: string }], answer: Unlocking },
/**
 * What is to be known of the place where the records lie; empty on an ordinary disk.
 */
place_of_data: { words: [], answer: string },
/**
 * The copy with which the program was opened; none where it was opened without one, or was told already.
 */
brought_copy: { words: [], answer: BroughtCopy | null },
/**
 * What is inside the copy with which the program was opened. Nothing is changed, neither here nor in the copy.
 */
look_into_brought: { words: [words: { copy: number, password: string }], answer: LookedInto },
/**
 * Whether the leader's own records have a password.
 */
has_password: { words: [], answer: boolean },
/**
 * Closes the records and forgets the password. Records without one stay open.
 */
lock: { words: [], answer: Opening },
/**
 * Opens the records by the password.
 */
unlock: { words: [words: { password: string }], answer: Unlocking },
/**
 * Opens the records by the key that was printed when the password was set.
 */
unlock_with_recovery_key: { words: [words: { typed: string }], answer: Unlocking },
/**
 * Sets a password, or another one; whoever does it has to know the old one.
 */
set_password: { words: [words: { old: string, password: string }], answer: PasswordSet },
/**
 * Takes the password off; whoever does it has to know it.
 */
remove_password: { words: [words: { old: string }], answer: PasswordRemoved },
/**
 * What can be said of a password before it is set; none where it is good.
 */
password_advice: { words: [words: { password: string }], answer: string | null },
/**
 * Hands the paper with the recovery key to the system for printing.
 */
print_recovery_key: { words: [words: { groups: Array<string> }], answer: null },
/**
 * The newest whole copy; none where there is none.
 */
recovery_copy: { words: [], answer: Backup | null },
/**
 * Puts together what can be read of the damaged file and what a copy holds. The damaged file is set aside as it is.
 */
recover: { words: [], answer: Recovery },
/**
 * What was typed outside of records, as the page wrote it.
 */
page_notes: { words: [], answer: string },
/**
 * Keeps it in place of what was kept before; the answer comes when it is on the disk.
 */
keep_page_notes: { words: [words: { text: string }], answer: null },
/**
 * The page stands and is to be asked before the window closes.
 */
listen_to_closing: { words: [], answer: null },
/**
 * The page has heard that the window is to be closed.
 */
closing_heard: { words: [words: { number: number }], answer: null },
/**
 * The page has nothing left to save.
 */
close_window: { words: [], answer: null },
/**
 * What could not be saved in the open file.
 */
drafts: { words: [], answer: Array<Draft> },
/**
 * Keeps what could not be saved in the open file; the answer comes when it is on the disk.
 */
keep_drafts: { words: [words: { drafts: Array<Draft> }], answer: null },
/**
 * Makes lists of choices, menus and dialogs of the system as large as the page. On Linux these are GTK's own and know
 * nothing of the page; elsewhere the page's letters reach them.
 */
letter_size: { words: [words: { percent: number }], answer: null },
/**
 * What is missing for Russian words to be checked, in a sentence; empty where they are. Only Linux leaves the dictionary to a
 * package of its own.
 */
missing_dictionary: { words: [], answer: string },
/**
 * Saves the log where the person says; none where he or she changed his or her mind.
 */
save_log: { words: [], answer: SavedFile | null },
};

/**
 * A paper that has been set, as the page shows it.
 */
export type Composed = { 
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
 * What each page shows, as a word: a page with the same word as before is not asked for again.
 */
prints: Array<string>, 
/**
 * Where the parts of the form stand, so that the sheet follows the writer.
 */
places: Array<PagePlace>, 
/**
 * What may be typed for the paper alone; none of most papers.
 */
to_type: ToType | null, };

/**
 * What happens with files above the window; the place is in points of the screen.
 */
export type Dragged = { "state": "over", x: number, y: number, } | { "state": "dropped", x: number, y: number, token: number, } | { "state": "gone" };

/**
 * Whose name is to be forgotten, and where else.
 */
export type Forgetting = { 
/**
 * The person.
 */
person: PersonId, 
/**
 * The records whose texts are to be rewritten too.
 */
texts: Array<string>, 
/**
 * The files that are to go for good.
 */
files: Array<string>, };

/**
 * What to write, and where.
 */
export type HandOverRequest = { 
/**
 * The package that was looked at.
 */
package: number, 
/**
 * Paths in the package of what stays at home.
 */
leave_out: Array<string>, 
/**
 * The folder or stick, by its token.
 */
place: number, 
/**
 * As one file for a letter.
 */
zip: boolean, 
/**
 * Closes that file.
 */
password: string | null, 
/**
 * The person has agreed that the remains of another writing go.
 */
remove_leftovers: boolean, };

/**
 * What a writing that was cut off left.
 */
export type Leftover = { name: string, 
/**
 * Half a package; a whole one; one that may be another under a second name; one that the stick does not give back.
 */
state: "broken" | "complete" | "linked" | "unreadable", };

/**
 * An attached file that is looked at.
 */
export type LookedAt = { token: number, title: string, pages: number, };

/**
 * What came of looking into a copy: its contents, or why the password did not fit.
 */
export type LookedInto = { contents: BackupContents | null, wrong: string | null, };

/**
 * The papers of a year's package, to be looked at.
 */
export type PackageList = { 
/**
 * Names the package when it is written.
 */
token: number, papers: Array<PackagePaper>, };

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
export type PaperKind = "protocol" | "extract" | "notice" | "worksheet" | "attendance" | "assignments" | "plan" | "report" | "handed_over" | "roster" | "register" | "inventory" | "certificate" | "petition" | "course_request" | "courses" | "consultations" | "events" | "lesson" | "lesson_form" | "materials" | "practices" | "route" | "survey" | "difficulties" | "expertise" | "roadmap" | "control" | "consent" | "site_consent" | "succession" | "acquaintance" | "exports";

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
 * Of whom a consent is; of each member where nobody is named.
 */
person?: PersonId | null, 
/**
 * The record that it is made of, where it is made of one.
 */
record?: string | null, 
/**
 * What was typed for this paper alone.
 */
words?: TypedWords, 
/**
 * The edition that names nobody.
 */
without_personal_data?: boolean, };

/**
 * What may be said about a paper beside its kind and its day.
 */
export type Parameter = "year" | "meeting" | "part" | "order" | "full" | "period" | "submission" | "person" | "words" | { "record": Kind };

/**
 * That the password was taken off.
 */
export type PasswordRemoved = { opening: Opening, };

/**
 * That a password was set.
 */
export type PasswordSet = { opening: Opening, 
/**
 * The recovery key, in groups as it stands on the paper.
 */
groups: Array<string>, 
/**
 * What is not under the new password yet, in a sentence; none where everything is.
 */
left: string | null, };

/**
 * A folder or a stick to write to.
 */
export type Place = { token: number, path: string, label: string, free: number | null, removable: boolean, };

/**
 * What lies in a place besides packages.
 */
export type PlaceState = { 
/**
 * Nothing can be written there.
 */
read_only: boolean, leftovers: Array<Leftover>, };

/**
 * How the rows of a plan are put under headings. The rows are the same either way.
 */
export type PlanOrder = "direction" | "month" | "section";

/**
 * How far the writing is.
 */
export type Progress = { stage: "writing" | "reading", file: string, done: number, total: number, };

/**
 * What a body is, as it is proposed while its name is typed.
 */
export type ProposedBody = { 
/**
 * What was chosen, or what the name begins with.
 */
kind: BodyKind, 
/**
 * Its words.
 */
words: BodyWords, };

/**
 * What was saved, and what is open now.
 */
export type Recovery = { recovered: Recovered, opening: Opening, };

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
under: string, 
/**
 * Topics that are proposed for a course: what the person's route answers, then the most frequent difficulties.
 */
topics?: Array<string>, };

/**
 * A file that was saved where the person said.
 */
export type SavedFile = { 
/**
 * For showing and opening it.
 */
token: number, 
/**
 * To be read by a person.
 */
path: string, };

/**
 * What is done with one sheet, or with all.
 */
export type ScanChange = { "turn": number } | { "earlier": number } | { "later": number } | { "remove": number } | "remove_all";

/**
 * What stays at home.
 */
export type SiteLeftOut = { 
/**
 * On which page it would stand.
 */
part: SitePart, 
/**
 * What it is.
 */
title: string, 
/**
 * Why, as a part of a sentence: «нет согласия авторов».
 */
why: string, };

/**
 * A page of the site, in the order in which the pages stand.
 */
export type SitePart = "about" | "plan" | "news" | "materials" | "practices" | "documents";

/**
 * A piece of a page, to be told before anything is written.
 */
export type SitePiece = { 
/**
 * On which page.
 */
part: SitePart, 
/**
 * What it is.
 */
title: string, 
/**
 * The attached files that go with it, as they are called here.
 */
files: Array<string>, 
/**
 * Whether it is new since the last time, or says something else.
 */
new: boolean, };

/**
 * Which pages.
 */
export type SiteRequest = { community: CommunityId, year: number, on: string, 
/**
 * The folder or stick, by its token; none while it is not chosen.
 */
place: number | null, };

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
basis?: string, 
/**
 * Of a course: its topic.
 */
topic?: string, 
/**
 * «очно», «дистанционно».
 */
form?: string, 
/**
 * How many.
 */
hours?: string, 
/**
 * When.
 */
term?: string, 
/**
 * Who teaches.
 */
provider?: string, };

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
rows: { [key in string]: TypedRow }, };

/**
 * What became of a password that was typed at the lock: the records, or why not.
 */
export type Unlocking = { 
/**
 * What is open now; none where the password did not fit.
 */
opening: Opening | null, 
/**
 * Why not.
 */
wrong: string | null, 
/**
 * So many seconds nothing can be tried.
 */
wait: number | null, };

/**
 * Which meeting.
 */
export type WhichMeeting = number | MeetingId;

/**
 * What to write.
 */
export type WriteSiteRequest = { site: SiteRequest, 
/**
 * By what the pages were known when they were looked at.
 */
seen: string, 
/**
 * The person has agreed that the remains of another writing go.
 */
remove_leftovers: boolean, };

/**
 * What has been written.
 */
export type Written = { 
/**
 * For showing it in the file manager.
 */
token: number, path: string, files: number, bytes: number, 
/**
 * What earlier writings left and the program would not or could not remove.
 */
leftovers: Array<string>, 
/**
 * Why the package has another name than usual, as a sentence.
 */
remark: string | null, };
