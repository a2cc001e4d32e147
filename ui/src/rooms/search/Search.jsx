/** @import {Found} from "../../api/types/views" */
/** @import {Route} from "../../state/route.js" */
import { useEffect, useState } from "preact/hooks";

import { asRefusal } from "../../api/error-view.js";
import { search } from "../../api/search.js";
import { Note } from "../../components/note/Note.jsx";
import { community } from "../../state/file.js";
import { commits } from "../../state/records.js";
import { hrefOf } from "../../state/route.js";
import { partialDate } from "../../words/dates.js";
import { KINDS } from "../../api/types/kinds.js";
import { counted } from "../../words/numbers.js";
import "./search.css";

/**
 * Records where the words were found, newest first; a hit opens the record.
 *
 * @param {{route: Route}} props
 */
export function Search({ route }) {
  const words = route.id;
  const [found, setFound] = useState(/** @type {{words: string, hits: Found[]} | null} */ (null));
  const [wrong, setWrong] = useState("");
  const whose = community.value?.id;
  const version = commits.value;
  useEffect(() => {
    if (!whose || !words) return;
    let left = false;
    search(whose, words).then(
      (hits) => {
        if (left) return;
        setFound({ words, hits });
        setWrong("");
      },
      (thrown) => !left && setWrong(asRefusal(thrown).message),
    );
    // An answer to words that were changed meanwhile is dropped.
    return () => {
      left = true;
    };
  }, [whose, words, version]);

  return (
    <div class="page">
      <h1>{heading(words, found?.hits.length ?? null)}</h1>
      {wrong && <Note tone="wrong" what={wrong} role="alert" />}
      {found && found.hits.length === 0 && (
        <p class="mt-2 lead">
          Проверьте, нет ли опечатки, или наберите меньше слов. Окончания не важны: «банк практик»
          найдёт и «банка практик».
        </p>
      )}
      {found && found.hits.length > 0 && (
        <ol class="mt-4 lines">
          {found.hits.map((hit) => (
            <li key={hit.id}>
              <div class="when">
                {hit.date ? partialDate(hit.date) : KINDS[hit.kind].words.one}
                {hit.date && <small>{KINDS[hit.kind].words.one}</small>}
              </div>
              <div>
                <a class="hit" href={hrefOf(hit.kind, hit.id, "", isInText(hit) ? words : "")}>
                  <Pieces pieces={hit.title} />
                </a>
                <p>
                  <Pieces pieces={hit.snippet} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/**
 * @param {string} words
 * @param {number | null} count
 */
function heading(words, count) {
  if (!words) return "Что найти? Наберите слово наверху";
  if (count === null) return `Ищем «${words}»`;
  if (count === 0) return `«${words}»: ничего не нашлось`;
  return `«${words}»: ${counted(count, "запись", "записи", "записей")}`;
}

/**
 * Whether something of the text of a record was found, so that it opens there. A record that is found by its title
 * alone is read from its beginning.
 *
 * @param {Found} hit
 */
const isInText = ({ snippet }) => snippet.some(([, marked]) => marked);

/** @param {{pieces: Found["title"]}} props */
function Pieces({ pieces }) {
  return pieces.map(([text, marked], at) => (marked ? <mark key={at}>{text}</mark> : text));
}
