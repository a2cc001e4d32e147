/** @import {Binned} from "../../api/types/views" */
import { useEffect, useState } from "preact/hooks";

import { bin } from "../../api/records.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { bringBack, commits } from "../../state/records.js";
import { longDate } from "../../words/dates.js";
import { KINDS } from "../../api/types/kinds.js";
import { counted } from "../../words/numbers.js";

/** A long bin is read from its newest; the rest is one press away. */
const SHOWN = 10;

/** Everything deleted, newest first; nothing leaves it by itself. */
export function Bin() {
  const [binned, setBinned] = useState(/** @type {Binned[] | null} */ (null));
  const [wrong, setWrong] = useState("");
  const [all, setAll] = useState(false);
  const version = commits.value;
  useEffect(() => {
    let left = false;
    bin().then(
      (answer) => {
        if (left) return;
        setBinned([...answer].sort((a, b) => b.on.localeCompare(a.on)));
        setWrong("");
      },
      (thrown) => !left && setWrong(asRefusal(thrown).message),
    );
    return () => {
      left = true;
    };
  }, [version]);

  if (wrong) return <Note tone="wrong" what={wrong} role="status" />;
  if (!binned) return <p class="soft">Смотрим, что в корзине…</p>;
  if (binned.length === 0) {
    return <p class="soft">Корзина пуста. Удалённое попадает сюда, и его можно вернуть.</p>;
  }
  const seen = all ? binned : binned.slice(0, SHOWN);
  return (
    <>
      <ul class="binned">
        {seen.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.title || KINDS[one.kind].words.one}</b>
              <p class="soft">
                {KINDS[one.kind].words.one}, удалено {longDate(one.on)}
              </p>
            </div>
            <Button sign="undo" onClick={() => void bringBack(one.id)}>
              Вернуть<span class="hidden">: {one.title}</span>
            </Button>
          </li>
        ))}
      </ul>
      {!all && binned.length > SHOWN && (
        <p class="mt-2">
          <Button look="quiet" flush onClick={() => setAll(true)}>
            Показать ещё {counted(binned.length - SHOWN, "запись", "записи", "записей")}
          </Button>
        </p>
      )}
    </>
  );
}
