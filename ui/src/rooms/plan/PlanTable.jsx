/** @import {Plan} from "../../api/types/records" */
/** @import {Group, Line, Wanted} from "./choosing.js" */
/** @import {Moving} from "./moving.js" */
/** @import {Pasted} from "../../features/table-import/pasted.js" */
/** @import {View} from "./rows-here.js" */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { SquaresKey } from "../../components/squares/Squares.jsx";
import { today } from "../../state/file.js";
import { derived } from "../../state/derived.js";
import { useKept } from "../../state/kept.js";
import { offerPrinting } from "../../state/printing.js";
import { oneOf, records } from "../../state/records.js";
import { schoolYearName } from "../../words/dates.js";
import { termWords } from "../../words/terms.js";
import { focusField } from "../../components/field/focus-field.js";
import { print } from "../../features/paper-beside/PaperBeside.jsx";
import { onPaste } from "../../features/table-import/pasted.js";
import { rowId } from "./ActivityRow.jsx";
import { ActivityTable } from "./ActivityTable.jsx";
import { ALL, byDirection, byMonth, bySection, chosen, isNarrowed } from "./choosing.js";
import { atRows } from "./change-many.js";
import { BackedRows } from "./Backing.jsx";
import { Filters } from "./Filters.jsx";
import { Months } from "./Months.jsx";
import { asksReason, intoMonth, move } from "./moving.js";
import { PasteTable } from "./PasteTable.jsx";
import { PickedActs } from "./PickedActs.jsx";
import { NOTHING, placesOf, seenOf } from "./picking.js";
import { PlanBar } from "./PlanBar.jsx";
import { planPaper } from "../../features/plan-here/plan-here.js";
import { addRow } from "./plans.js";
import { ReasonAsk } from "./ReasonAsk.jsx";
import { linesOf, orderHere, view, want, wanted } from "./rows-here.js";
import { SaveMenu } from "./SaveMenu.jsx";
import { YearRows } from "./YearRows.jsx";

const VIEWS = [
  { value: "direction", label: "По направлениям" },
  { value: "section", label: "По разделам" },
  { value: "month", label: "По месяцам" },
  { value: "year", label: "Год" },
];

/** @param {{plan: Plan}} props */
export function PlanTable({ plan }) {
  const [picked, setPicked] = useKept(`plan ticks ${plan.id}`, NOTHING);
  const [pasting, setPasting] = useKept(
    `plan table ${plan.id}`,
    /** @type {Pasted | "asked" | null} */ (null),
  );
  const [filtering, setFiltering] = useKept("plan filters", false);
  const [moving, setMoving] = useState(/** @type {Moving | null} */ (null));
  const year = plan.school_year;
  const on = today.value;
  const sections = plan.sections;
  const seen = view.value === "section" && sections.length === 0 ? "direction" : view.value;
  const now = wanted.value;
  const by = orderHere(plan);
  const latest = useRef(planPaper(plan, by));
  latest.current = planPaper(plan, by);
  useEffect(() => offerPrinting(() => void print(latest.current)), []);
  useEffect(() => (pasting ? undefined : onPaste(setPasting)), [pasting]);

  const all = useMemo(() => linesOf(plan), [plan, on, records.value, derived.value]);
  const strip = seen === "direction" || seen === "section";
  const month = strip ? now.month : "";
  const shown = useMemo(() => chosen(all, { ...now, month }), [all, now, month]);
  const groups = useMemo(
    () => groupsOf(shown, seen, { ...now, month }, plan),
    [shown, seen, now, month, year, sections],
  );
  const places = useMemo(() => placesOf(groups), [groups]);
  const ticked = seen === "year" ? [] : seenOf(picked, places);

  /** @param {Moving | null} next */
  function carry(next) {
    if (!next) return;
    if (asksReason(plan, next)) setMoving(next);
    else done(next, "");
  }
  /**
   * @param {Moving} next
   * @param {string} reason
   */
  function done(next, reason) {
    setMoving(null);
    move(plan, next, reason);
    const [id = ""] = next.ids;
    const group = groups.find((one) => one.lines.some(({ activity }) => activity.id === id));
    if (next.month) focusField(rowId(seen === "month" ? next.month : (group?.id ?? ""), id));
  }

  if (pasting) {
    return (
      <PasteTable
        whose={plan.community}
        of={year}
        pasted={pasting === "asked" ? null : pasting}
        onClose={() => setPasting(null)}
      />
    );
  }
  return (
    <div class="page plan">
      <div class="head plan__head">
        <h1>
          План на {schoolYearName(year)} <span class="plan__year">учебный год</span>
        </h1>
        <div class="head__act plan__acts">
          <SaveMenu plan={plan} />
          <Button sign="print" onClick={() => void print(planPaper(plan, by))}>
            Напечатать
          </Button>
          <Button look="main" sign="plus" onClick={() => void addRow(plan, "3.1.1")}>
            Добавить мероприятие
          </Button>
        </div>
      </div>
      <PlanBar plan={plan} onPaste={() => setPasting("asked")} />
      <BackedRows rows={all.map(({ activity }) => activity)} />
      <div class="plan__how">
        <Segments
          label="Как показать план"
          value={seen}
          options={VIEWS.filter(({ value }) => value !== "section" || sections.length > 0)}
          onChange={(next) => (view.value = /** @type {View} */ (next))}
        />
        <Button
          look="quiet"
          sign="find"
          expanded={filtering}
          onClick={() => setFiltering(!filtering || isNarrowed(now))}
        >
          Отобрать…
        </Button>
        {strip && (
          <Months
            year={year}
            value={now.month}
            filled={all.flatMap((one) => one.term?.months ?? [])}
            onChange={(month) => want({ month })}
          />
        )}
      </div>
      {(filtering || isNarrowed(now)) && (
        <Filters lines={all} found={shown.length} onClose={() => setFiltering(false)} />
      )}
      {seen !== "direction" && <Missing lines={all} />}
      {seen === "year" ? (
        <YearRows plan={plan} groups={groups} />
      ) : (
        <ActivityTable
          groups={groups}
          year={year}
          places={places}
          picked={picked}
          onPicked={setPicked}
          onMove={(id, from, to) => carry(intoMonth(plan, id, from, to))}
          onAdd={({ direction, section }) => void addRow(plan, direction ?? "3.1.1", section)}
        />
      )}
      {shown.length === 0 && all.length > 0 && (
        <p class="mt-3">
          {month && !isNarrowed(now)
            ? "В этом месяце мероприятий нет. "
            : "Таких мероприятий нет. "}
          <Button look="quiet" onClick={() => want(ALL)}>
            Показать весь год
          </Button>
        </p>
      )}
      {seen !== "year" && all.length > 0 && (
        <SquaresKey row states={all.map(({ standing }) => standing.square)} />
      )}
      {ticked.length > 0 && (
        <PickedActs
          ids={ticked}
          places={places.filter((place) => ticked.includes(place.id)).length}
          year={year}
          onTerm={(ids, to) => carry({ ids, to, month: "" })}
          onClear={() => setPicked(NOTHING)}
        />
      )}
      {moving && (
        <ReasonAsk
          to={termWords(moving.to)}
          rows={
            moving.ids.length > 1
              ? `Срок изменится ${atRows(moving.ids.length)}.`
              : (oneOf("activity", moving.ids[0])?.text ?? "")
          }
          onStay={() => setMoving(null)}
          onGive={(reason) => done(moving, reason)}
        />
      )}
    </div>
  );
}

/**
 * The month of the strip belongs to the views by direction and by section: in the others all months are seen.
 *
 * @param {Line[]} shown
 * @param {View} seen
 * @param {Wanted} now
 * @param {Plan} plan
 * @returns {Group[]}
 */
function groupsOf(shown, seen, now, plan) {
  if (seen === "month") {
    const months = byMonth(shown, plan.school_year);
    return isNarrowed(now) ? months.filter((month) => month.lines.length > 0) : months;
  }
  const groups = seen === "section" ? bySection(shown, plan.sections) : byDirection(shown);
  // «Мероприятий пока нет» is said of the whole plan only.
  return now.month || isNarrowed(now) ? groups.filter((group) => group.lines.length > 0) : groups;
}

/**
 * Which directions have nothing, where the headings do not say it.
 *
 * @param {{lines: Line[]}} props
 */
function Missing({ lines }) {
  const empty = byDirection(lines).filter((one) => one.lines.length === 0);
  if (empty.length === 0 || empty.length === 7) return null;
  return (
    <p class="mt-2 small">
      Без мероприятий: {empty.map((line) => line.title.toLowerCase()).join(", ")}.
    </p>
  );
}
