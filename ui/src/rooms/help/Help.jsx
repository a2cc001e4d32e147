/** @import {Route} from "../../state/route.js" */
import chapters from "virtual:guide";
import { useEffect, useRef, useState } from "preact/hooks";

import { saveLog } from "../../api/log.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Field } from "../../components/field/Field.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { notifyError } from "../../state/messages.js";
import { go, href } from "../../state/route.js";
import { tellSavedFile } from "../../state/saved-file.js";
import { counted } from "../../words/numbers.js";
import { cameFrom, cameFromRoom } from "./came-from.js";
import { hitsOf, placeOf, stemsOf } from "./find.js";
import { Blocks, Marked } from "./Text.jsx";
import "./help.css";

/**
 * The guide: chapters on the left, the text on the right. Opened without a chapter, it shows that of the room
 * one came from. The words that are looked for narrow the list to the places where they stand.
 *
 * @param {{route: Route}} props
 */
export function Help({ route }) {
  const [words, setWords] = useState("");
  const stems = stemsOf(words);
  const hits = stems.length > 0 ? hitsOf(chapters, stems) : null;
  const wanted = route.id || cameFromRoom();
  const chapter = chapters.find(({ id }) => id === wanted) ?? chapters[0];
  const text = useRef(/** @type {HTMLElement | null} */ (null));
  const first = useRef(true);
  useEffect(() => {
    const place = text.current?.querySelector(
      route.place ? `[data-place="${CSS.escape(route.place)}"]` : "h1",
    );
    // The frame shows a room that was just opened from its top; inside, a new chapter is read from its heading.
    if (!first.current && place instanceof HTMLElement) place.focus({ preventScroll: true });
    if (!first.current || route.place) place?.scrollIntoView({ block: "start" });
    first.current = false;
  }, [route.id, route.place]);
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  if (!chapter) return null;

  return (
    <div class="help">
      <div class="help__list">
        <div class="help__top">
          <ButtonLink wide sign="back" href={cameFrom()}>
            Вернуться к работе
          </ButtonLink>
          <search>
            <Field label="Найти в справке">
              {(wiring) => (
                <input
                  {...wiring}
                  class="in"
                  type="search"
                  autocomplete="off"
                  value={words}
                  onInput={(event) => setWords(event.currentTarget.value)}
                  onKeyDown={(event) => {
                    const hit = hits?.[0];
                    if (event.code === "Enter" && hit) go(href("help", hit.chapter, hit.place));
                    if (event.code === "Escape" && words) {
                      // The first press empties the field, the next one leads back to the work.
                      event.stopPropagation();
                      setWords("");
                    }
                  }}
                />
              )}
            </Field>
            <p class="help__count small soft" role="status">
              {hits && found(hits.length)}
            </p>
          </search>
        </div>
        <nav aria-label="Главы справки">
          {hits ? (
            <PickList
              label="Где это сказано"
              current={`${chapter.id} ${route.place || placeOf(0)}`}
              items={hits.map((hit) => ({
                id: `${hit.chapter} ${hit.place}`,
                href: href("help", hit.chapter, hit.place),
                title: hit.title,
                below: hit.below && <span class="small soft">{hit.below}</span>,
              }))}
            />
          ) : (
            <PickList
              label="Главы"
              current={chapter.id}
              items={chapters.map(({ id, title }) => ({ id, href: href("help", id), title }))}
            />
          )}
        </nav>
        <div class="help__log">
          <Button wide onClick={() => void sendLog()}>
            Сохранить для разработчика…
          </Button>
          <p class="mt-2 small soft">Журнал ошибок программы. В нём нет ни записей, ни имён.</p>
        </div>
      </div>
      <article class="help__text" ref={text}>
        <h1 tabIndex={-1} data-place={placeOf(0)}>
          <Marked text={chapter.title} stems={stems} />
        </h1>
        {chapter.sections.map(({ title, blocks }, at) => (
          // The place of a section in its chapter is its name: the guide does not change while it is read.
          <section key={`${chapter.id} ${at}`}>
            {title && (
              <h2 tabIndex={-1} data-place={placeOf(at)}>
                <Marked text={title} stems={stems} />
              </h2>
            )}
            <Blocks blocks={blocks} stems={stems} />
          </section>
        ))}
      </article>
    </div>
  );
}

async function sendLog() {
  try {
    const saved = await saveLog();
    if (saved) tellSavedFile(saved);
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { code, ctrlKey, shiftKey, altKey } = event;
  if (ctrlKey || shiftKey || document.querySelector("dialog[open]")) return;
  if (code === "Escape" && !altKey) {
    go(cameFrom());
  } else if (code === "ArrowLeft" && altKey) {
    history.back();
  } else return;
  event.preventDefault();
}

/** @param {number} count */
function found(count) {
  if (count === 0) return "Не нашлось. Наберите другое слово.";
  return `Нашлось: ${counted(count, "место", "места", "мест")}`;
}
