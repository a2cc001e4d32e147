/** @import {Route} from "../../state/route.js" */
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { derivedOf } from "../../state/derived.js";
import { today } from "../../state/file.js";
import { oneOf } from "../../state/records.js";
import { longDate } from "../../words/dates.js";
import { Rows } from "./Rows.jsx";

/**
 * Road maps (п. 3.1.6) of schools and of topics: what is to be done, by whom and by when, and what has changed.
 *
 * @param {{route: Route}} props
 */
export const RoadMaps = ({ route }) => (
  <JournalRoom
    kind="road_map"
    route={route}
    paper="roadmap"
    words={{
      title: "Дорожные карты",
      list: "Дорожные карты",
      add: "Новая дорожная карта",
      remove: "Удалить дорожную карту",
      none: "Дорожных карт пока нет",
      why: "Запишите, что нужно школе, кто и к какому сроку это сделает: отчёт сам покажет, сколько сделано и что изменилось.",
    }}
    blank={(id, community) => ({
      id,
      community,
      title: "",
      organisation: null,
      from: today.value,
      until: null,
      risks: [],
      goal: "",
      indicators: [],
      rows: [],
      dynamics: "",
      activity: null,
    })}
    fields={{ rows: Rows }}
    line={(map) => ({
      title: titleOf(map),
      below: <span class="soft">{standing(map)}</span>,
    })}
    heading={titleOf}
  />
);

/** @param {{title: string, organisation: string | null}} map */
function titleOf({ title, organisation }) {
  const school = oneOf("organisation", organisation);
  return title || school?.short_name || school?.name || "Дорожная карта без названия";
}

/**
 * «с 26 сентября 2025, сделано 7 из 9, срок прошёл у 1»
 *
 * @param {{id: string, from: string, rows: unknown[]}} map
 */
function standing({ id, from, rows }) {
  const found = derivedOf("road_map", id);
  const done = found && rows.length > 0 ? `сделано ${found.done} из ${rows.length}` : "";
  const late = found && found.late > 0 ? `срок прошёл у ${found.late}` : "";
  return [`с ${longDate(from)}`, done, late].filter(Boolean).join(", ");
}
