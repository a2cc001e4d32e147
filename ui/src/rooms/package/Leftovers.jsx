/** @import {Leftover} from "../../api/types/commands" */
import { useEffect } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { placeState, lookAtPlace, removeLeftovers } from "./leftovers.js";
import { place } from "./places.js";
import { forgetRefusal } from "./work.js";

/** What is in the way in the chosen place: a lock against writing, and what a writing that was cut off left. */
export function Leftovers() {
  const to = place.value;
  useEffect(() => void lookAtPlace(to), [to?.path, to?.token]);
  const seen = placeState.value;
  if (!to || seen?.path !== to.path) return null;
  const { read_only, leftovers } = seen.state;
  const removable = leftovers.filter(({ state }) => state === "broken" || state === "complete");
  const others = leftovers.filter(({ state }) => state === "linked" || state === "unreadable");
  return (
    <>
      {read_only && (
        <Note
          tone="wrong"
          what="Сюда нельзя записывать: накопитель открыт только для чтения."
          role="status"
        >
          Снимите защиту переключателем на его корпусе. Если переключателя нет, проверьте накопитель
          средствами системы или возьмите другой.
        </Note>
      )}
      {removable.length > 0 && (
        <Note tone="look" what="Здесь остались следы прерванной записи." role="status">
          <Names of={removable} />
          <p>
            Это остатки пакета, который не дописали. Программа уберёт только их; целый пакет она
            оставит, пока не запишется новый.
          </p>
          {!read_only && (
            <p class="mt-2">
              <Button onClick={() => void removeLeftovers(to).then(forgetRefusal)}>Убрать</Button>
            </p>
          )}
        </Note>
      )}
      {others.length > 0 && (
        <Note tone="look" what="Здесь лежит то, что программа сама убрать не может." role="status">
          <Names of={others} />
          <p>
            Это может быть один пакет под двумя именами: удалишь одно — пропадёт и другое. Новый
            пакет запишется отдельно. Потом проверьте накопитель средствами системы и удалите
            лишнее.
          </p>
        </Note>
      )}
    </>
  );
}

/** @param {{of: Leftover[]}} props */
function Names({ of }) {
  return (
    <ul class="leftovers">
      {of.map(({ name, state }) => (
        <li key={name}>
          «{name}»: <span class="soft">{WORDS[state]}</span>
        </li>
      ))}
    </ul>
  );
}

const WORDS = {
  broken: "записан не до конца",
  complete: "целый пакет под временным именем",
  linked: "возможно, второе имя того же пакета",
  unreadable: "сейчас не читается",
};
