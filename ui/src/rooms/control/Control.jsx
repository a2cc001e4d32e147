/** @import {ControlLine} from "../../api/types/control" */
/** @import {Kind} from "../../api/types/records" */
/** @import {Route} from "../../state/route.js" */
/** @import {Wanted, Which} from "./choosing.js" */
import { useMemo } from "preact/hooks";

import { control } from "../../api/control.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { PrintOfYear } from "../../features/paper-beside/PrintOfYear.jsx";
import { community, today, year } from "../../state/file.js";
import { useKept } from "../../state/kept.js";
import { oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { useAsync } from "../../state/use-async.js";
import { alphabetical } from "../../words/alphabet.js";
import { NBSP, schoolYearName } from "../../words/dates.js";
import { chosen, isNarrowed, keyOf, namesOf, OPEN } from "./choosing.js";
import { ControlTable } from "./ControlTable.jsx";
import "./control.css";

/** @type {{value: Which, label: string}[]} */
const WHICH = [
  { value: "open", label: "Открытое" },
  { value: "late", label: "Срок прошёл" },
  { value: "closed", label: "Отмечено" },
  { value: "all", label: "Всё" },
];

/** @type {{value: Kind | "", label: string}[]} */
const SOURCES = [
  { value: "", label: "отовсюду" },
  { value: "meeting", label: "поручения" },
  { value: "activity", label: "план" },
  { value: "road_map", label: "дорожные карты" },
];

/**
 * Everything that is to be done by a term in the school year, wherever it was decided (п. 3.1.6): what is late first.
 *
 * @param {{route: Route}} _props
 */
export function Control(_props) {
  const [whose, of, on] = [community.value?.id ?? "", year.value, today.value];
  const { told, wrong } = useAsync(`${whose} ${of} ${on}`, () => control(whose, of, on));
  const [wanted, setWanted] = useKept("control", OPEN);
  const shown = useSettled(told ?? [], wanted);
  const want = (/** @type {Partial<Wanted>} */ part) => setWanted({ ...wanted, ...part });

  return (
    <div class="page">
      <div class="head">
        <h1>{told ? heading(told) : "Контроль"}</h1>
        {told && told.length > 0 && (
          <PrintOfYear kind="control" year={of} name="контроль исполнения" />
        )}
      </div>
      {wrong && <p class="mt-3">{wrong}</p>}
      {told?.length === 0 && (
        <div class="mt-4">
          <EmptyRoom
            title={`На контроле за ${schoolYearName(of)} пока ничего нет`}
            action={
              <ButtonLink look="main" href={href("plan")}>
                Открыть план
              </ButtonLink>
            }
          >
            Сюда сами собираются поручения протоколов, мероприятия плана и дорожных карт: что
            просрочено — сверху.
          </EmptyRoom>
        </div>
      )}
      {told && told.length > 0 && (
        <>
          <Filters
            lines={told}
            wanted={wanted}
            want={want}
            found={
              shown.length > 0 ? `${shown.length} из ${told.length}` : "Такого на контроле нет."
            }
          />
          {shown.length > 0 && <ControlTable lines={shown} />}
        </>
      )}
    </div>
  );
}

/**
 * The list is settled when something else is asked for, not when a line changes: a line that was just marked must not
 * leave from under the hands.
 *
 * @param {ControlLine[]} lines
 * @param {Wanted} wanted
 */
function useSettled(lines, wanted) {
  const there = lines.map(keyOf).sort().join();
  const settled = useMemo(
    () => chosen(lines, wanted).map((line) => ({ key: keyOf(line), standing: line.standing })),
    [there, JSON.stringify(wanted)],
  );
  const byKey = new Map(lines.map((line) => [keyOf(line), line]));
  return settled.flatMap(({ key, standing }) => {
    const line = byKey.get(key);
    return line ? [{ line, standing }] : [];
  });
}

/**
 * @param {{lines: ControlLine[], wanted: Wanted, want: (part: Partial<Wanted>) => void, found: string}} props
 */
function Filters({ lines, wanted, want, found }) {
  const names = [...new Set(lines.flatMap(namesOf))].sort(alphabetical);
  const schools = [...new Set(lines.flatMap((line) => line.schools))]
    .map((id) => ({ value: id, label: schoolName(id) }))
    .sort((a, b) => alphabetical(a.label, b.label));
  const sources = SOURCES.filter(
    ({ value }) => !value || lines.some((line) => line.kind === value),
  );
  return (
    <div class="mt-4" role="search" aria-label="Отбор">
      <div class="rowp">
        <Segments
          label="Что показать"
          value={wanted.which}
          options={WHICH}
          onChange={(which) => want({ which: /** @type {Which} */ (which) })}
        />
        <p class="small soft" role="status">
          {found}
        </p>
        {isNarrowed(wanted) && (
          <Button look="quiet" sign="close" onClick={() => want({ ...OPEN, which: wanted.which })}>
            Снять отбор
          </Button>
        )}
      </div>
      <div class="mt-3 control__fields">
        <Choice
          label="Откуда"
          value={wanted.source}
          options={sources}
          onSave={(source) => want({ source: /** @type {Kind | ""} */ (source) })}
        />
        <Choice
          label="Ответственный"
          value={wanted.who}
          options={[
            { value: "", label: "любой" },
            ...names.map((name) => ({ value: name, label: name })),
          ]}
          onSave={(who) => want({ who })}
        />
        <Choice
          label="Школа"
          value={wanted.school}
          options={[{ value: "", label: "любая" }, ...schools]}
          onSave={(school) => want({ school })}
        />
      </div>
    </div>
  );
}

/** @param {string} id */
function schoolName(id) {
  const school = oneOf("organisation", id);
  return school ? school.short_name || school.name : "организация удалена";
}

/** @param {ControlLine[]} lines */
function heading(lines) {
  const late = lines.filter(({ standing }) => standing === "late").length;
  const open = lines.filter(({ standing }) => standing !== "closed").length;
  if (open === 0) return "Контроль: всё отмечено";
  return `Контроль: открыто${NBSP}${open}, ${late > 0 ? `срок прошёл у${NBSP}${late}` : "просроченного нет"}`;
}
