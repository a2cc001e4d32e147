/** @import {Route as Place} from "../../state/route.js" */
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { year } from "../../state/file.js";
import { derivedOf } from "../../state/derived.js";
import { LateRows } from "./LateRows.jsx";
import { ProposedRows } from "./ProposedRows.jsx";

/** @param {string | null} person */
const nameOf = (person) => (person && derivedOf("person", person)?.name) || "Без имени";

/**
 * The journal of individual routes (ИОМ, п. 3.1.4): how a member works on what he or she finds hard.
 *
 * @param {{route: Place}} props
 */
export const Routes = ({ route }) => (
  <JournalRoom
    kind="route"
    route={route}
    ofYear
    paper="route"
    words={{
      title: "ИОМ",
      list: "Маршруты",
      add: "Составить маршрут",
      remove: "Удалить маршрут",
      none: "Маршрутов за этот год пока нет",
      why:
        "Индивидуальный образовательный маршрут составляют по желанию: что педагогу трудно, что он с этим делает " +
        "и что вышло. Начатые и завершённые маршруты войдут в отчёт сами.",
    }}
    blank={(id, community, earlier) => ({
      id,
      community,
      school_year: year.value,
      person: null,
      from: null,
      until: null,
      difficulties: [],
      grounds: "",
      goal: "",
      // One colleague helps most of them.
      curator: earlier[0]?.curator ?? null,
      rows: [],
      state: "drawn_up",
      begun: null,
      finished: null,
      reflection: "",
      activity: earlier[0]?.school_year === year.value ? earlier[0].activity : null,
    })}
    line={({ id, person, rows }) => {
      const { words = "", done = 0, overdue = [] } = derivedOf("route", id) ?? {};
      const count = rows.length > 0 ? `, сделано ${done} из ${rows.length}` : "";
      return {
        title: nameOf(person),
        below: (
          <span class="soft">
            {words}
            {count}
            {overdue.length > 0 && ", есть просроченное"}
          </span>
        ),
      };
    }}
    heading={({ person }) => nameOf(person)}
    blocks={(record) => (
      <>
        <LateRows of={record} />
        <ProposedRows of={record} />
      </>
    )}
  />
);
