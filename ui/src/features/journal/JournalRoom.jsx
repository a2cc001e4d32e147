/** @import {ComponentChildren} from "preact" */
/** @import {PaperKind} from "../../api/types/commands" */
/** @import {Kind, Record as AnyRecord} from "../../api/types/records" */
/** @import {Route} from "../../state/route.js" */
/** @import {Blanks, OwnFields} from "./RecordForm.jsx" */
import { useEffect, useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { PAPERS } from "../../api/types/paper-kinds.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { chooseYear, community, today, year } from "../../state/file.js";
import { notifyError } from "../../state/messages.js";
import { readDateHere } from "../../state/reading.js";
import { allOf, oneOf, removeRecord, saveRecord } from "../../state/records.js";
import { go, hrefOf } from "../../state/route.js";
import { AttachedFiles } from "../files/AttachedFiles.jsx";
import { History } from "../history/History.jsx";
import { PaperBeside } from "../paper-beside/PaperBeside.jsx";
import { newestFirst, yearOf } from "./declared.js";
import { RecordForm } from "./RecordForm.jsx";
import "./journal.css";

/**
 * @template {Kind} K
 * @typedef {Extract<AnyRecord, {kind: K}>["record"]} Of the shape of a record of this kind
 */

/**
 * @typedef {object} JournalWords
 * @property {string} title the heading of the room while it is empty: «Документы»
 * @property {string} list what the list is called, for a screen reader: «Приказы»
 * @property {string} add «Внести приказ»
 * @property {string} remove «Удалить приказ»
 * @property {string} none «Приказов пока нет»
 * @property {string} why what the journal is good for, said while it is empty
 */

/** @param {PaperKind} paper whether it is made of one record and not of the year */
const isOfRecord = (paper) => PAPERS[paper].needs.some((need) => typeof need === "object");

/**
 * The room of a journal: the list on the left, newest first, and the record on the right with its files and history.
 * The form is drawn from the fields that the kind declares.
 *
 * @template {Kind} K
 * @param {object} props
 * @param {K} props.kind
 * @param {Route} props.route
 * @param {JournalWords} props.words
 * @param {(id: string, community: string, earlier: Of<K>[]) => Of<K>} props.blank a record as it begins; those before
 *   it, newest first, lend what seldom changes
 * @param {(record: Of<K>) => {title: ComponentChildren, below?: ComponentChildren}} props.line how it stands in the list
 * @param {(record: Of<K>) => string} props.heading
 * @param {boolean} [props.ofYear] only the records of the school year that is looked at
 * @param {typeof readDateHere} [props.readDate] where days may be much older than the years that are worked on
 * @param {OwnFields} [props.fields] fields that the room draws itself
 * @param {Blanks} [props.blanks] what new entries of its lists begin with
 * @param {(record: Of<K>) => ComponentChildren} [props.blocks] what stands below the form
 * @param {ComponentChildren} [props.more] what else is done with the journal as a whole, beside adding
 * @param {PaperKind} [props.paper] the paper of the journal's year, or of the record, seen beside the form
 */
export function JournalRoom({
  kind,
  route,
  words,
  blank,
  line,
  heading,
  ofYear = false,
  readDate,
  fields,
  blanks,
  blocks,
  more,
  paper,
}) {
  const [added, setAdded] = useState("");
  // Of which kind they are is known to the room alone; inside it is enough that each has an identifier.
  const all = newestFirst(/** @type {any[]} */ (allOf(kind)));
  const records = ofYear ? all.filter((record) => yearOf(record) === year.value) : all;
  // A file of the search's hit leads to the record that it belongs to.
  const wanted = oneOf("attachment", route.id)?.belongs_to ?? route.id;
  const wantedYear = ofYear ? all.filter(({ id }) => id === wanted).map(yearOf)[0] : undefined;
  useEffect(() => {
    // A hit of the search may be of another year: the year on top follows it.
    if (wantedYear !== undefined && wantedYear !== null && wantedYear !== year.value)
      chooseYear(wantedYear);
  }, [wanted]);
  const current = records.find(({ id }) => id === wanted) ?? records[0];

  async function add() {
    const whose = community.value;
    if (!whose) return;
    try {
      const [id = ""] = await newIds(1);
      saveRecord(
        /** @type {AnyRecord} */ ({
          kind,
          record: blank(id, whose.id, /** @type {Of<K>[]} */ (/** @type {unknown} */ (all))),
        }),
      );
      setAdded(id);
      go(hrefOf(kind, id));
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  const addButton = (
    <Button look="main" sign="plus" onClick={() => void add()}>
      {words.add}
    </Button>
  );

  if (!current) {
    return (
      <div class="page">
        <h1>{words.title}</h1>
        <div class="mt-4">
          <EmptyRoom title={words.none} action={addButton}>
            {words.why}
          </EmptyRoom>
          {more}
        </div>
      </div>
    );
  }
  const { below } = line(current);
  const showsPaper = paper !== undefined && route.place === "paper";
  return (
    <div
      class={paper ? "trio journal journal--paper" : "trio journal"}
      data-show={showsPaper ? "paper" : undefined}
    >
      <div class="trio__list">
        <div class="top">
          {addButton}
          {more}
        </div>
        <PickList
          label={words.list}
          current={current.id}
          items={records.map((record) => ({
            id: record.id,
            href: hrefOf(kind, record.id),
            ...line(record),
          }))}
        />
      </div>
      <div class="trio__form" key={current.id}>
        <div class="head stay">
          <div>
            <h1>{heading(current)}</h1>
            {below && <p class="mt-1">{below}</p>}
          </div>
          {paper && (
            <div class="head__act only-narrow">
              <ButtonLink sign="sheet" href={hrefOf(kind, current.id, showsPaper ? "" : "paper")}>
                {showsPaper ? "К записям" : "Как напечатается"}
              </ButtonLink>
            </div>
          )}
        </div>
        <RecordForm
          kind={kind}
          record={current}
          fresh={current.id === added}
          fields={fields}
          blanks={blanks}
          readDate={readDate}
        />
        {blocks?.(current)}
        <AttachedFiles of={current.id} />
        <History of={current.id} />
        <p class="mt-4">
          <Button look="quiet" flush sign="bin" onClick={() => void removeRecord(current.id)}>
            {words.remove}
          </Button>
        </p>
      </div>
      {paper && (
        <PaperBeside
          request={{
            community: community.value?.id ?? "",
            kind: paper,
            year: year.value,
            on: today.value,
            record: isOfRecord(paper) ? current.id : null,
          }}
        />
      )}
    </div>
  );
}
