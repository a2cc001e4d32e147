/** @import {Route} from "../../state/route.js" */
import { ButtonLink } from "../../components/button/Button.jsx";
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { today } from "../../state/file.js";
import { href } from "../../state/route.js";
import { longDate } from "../../words/dates.js";
import { SitePages } from "./SitePages.jsx";

/** The place of the room where pages for the site are made. */
const SITE = "site";

/**
 * The registry of materials (пп. 2.2, 3.1.2), from which the pages for the site are made.
 *
 * @param {{route: Route}} props
 */
export const Materials = ({ route }) =>
  route.id === SITE ? (
    <SitePages />
  ) : (
    <JournalRoom
      kind="material"
      route={route}
      ofYear
      paper="materials"
      more={
        <p class="mt-2">
          <ButtonLink sign="documents" href={href("materials", SITE)}>
            Страницы для сайта
          </ButtonLink>
        </p>
      }
      words={{
        title: "Материалы",
        list: "Материалы",
        add: "Внести материал",
        remove: "Удалить материал",
        none: "Материалов за этот год пока нет",
        why: "Внесите памятки, разработки, презентации и приложите файлы: сложится реестр, а что можно показать, войдёт в страницы для сайта.",
      }}
      blank={(id, community, earlier) => ({
        id,
        community,
        date: today.value,
        title: "",
        kind: "",
        levels: earlier[0]?.levels ?? [],
        tags: [],
        author: null,
        source: "",
        for_site: false,
        placed_on_site: null,
        activity: earlier[0]?.activity ?? null,
      })}
      line={({ title, date, placed_on_site: placed }) => ({
        title: title || "Без названия",
        below: (
          <span class="soft">
            {[longDate(date), placed && "на сайте"].filter(Boolean).join(", ")}
          </span>
        ),
      })}
      heading={({ title }) => title || "Материал без названия"}
    />
  );
