/** @import {Community} from "../../api/types/records" */
/** @import {Route} from "../../state/route.js" */
import { useEffect } from "preact/hooks";

import { Segments } from "../../components/field/Segments.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { Exports } from "../../features/exports/Exports.jsx";
import { History } from "../../features/history/History.jsx";
import { community } from "../../state/file.js";
import { oneOf, saveRecord } from "../../state/records.js";
import { href } from "../../state/route.js";
import { SCALES, chooseScale, scale } from "../../state/scale.js";
import { chooseTypography, typography } from "../../state/typography.js";
import { planHere } from "../../features/plan-here/plan-here.js";
import { BackupSettings } from "../../features/backups/BackupSettings.jsx";
import { PasswordSettings } from "../../features/password/PasswordSettings.jsx";
import { Bin } from "./Bin.jsx";
import { CommunityFields } from "./CommunityFields.jsx";
import { DataPlace } from "./DataPlace.jsx";
import { Deadlines } from "./Deadlines.jsx";
import { HolidayFields } from "./HolidayFields.jsx";
import { Officials } from "./Officials.jsx";
import { Spelling } from "./Spelling.jsx";
import { Writing } from "./Writing.jsx";
import "./settings.css";

/**
 * What is set once: names, officials, terms, the size of letters; where the data lies, and the bin.
 *
 * @param {{route: Route}} props its place is a part to be gone to: «backups»
 */
export function Settings({ route }) {
  useEffect(() => {
    const part = route.place && document.getElementById(`settings-${route.place}`);
    if (part) part.scrollIntoView();
    if (part) part.focus({ preventScroll: true });
  }, [route.place]);
  const kept = oneOf("community", community.value?.id);
  if (!kept) return null;
  /** @param {(latest: Community) => Community} change */
  const put = (change) => {
    // What was typed a moment ago in another field of the same record is not overwritten.
    const latest = oneOf("community", kept.id) ?? kept;
    saveRecord({ kind: "community", record: change(latest) });
  };
  return (
    <div class="page settings">
      <h1>Настройки</h1>
      <section aria-labelledby="settings-scale">
        <h2 id="settings-scale">Размер букв</h2>
        <Segments
          label="Размер букв, в процентах"
          value={String(scale.value)}
          options={SCALES.map((one) => ({ value: String(one), label: `${one}\u00a0%` }))}
          onChange={(one) => chooseScale(Number(one))}
        />
      </section>
      <section aria-labelledby="settings-typing">
        <h2 id="settings-typing">Как набирается текст</h2>
        <Tick checked={typography.value} onChange={chooseTypography}>
          Ставить «ёлочки», тире и многоточие за меня
        </Tick>
        <p class="hint">
          Прямые кавычки, дефис между пробелами и три точки меняются сразу, как набраны. Ctrl+Z
          возвращает набранное. Числа, номера, даты и поиск не трогаются.
        </p>
        <Spelling />
      </section>
      <section aria-labelledby="settings-community">
        <h2 id="settings-community">Сообщество</h2>
        <CommunityFields kept={kept} put={put} />
        <p class="mt-3">
          Проблемные зоны, тему, цель и задачи вписывают на каждый год{" "}
          <a href={planAddress()}>в плане</a>.
        </p>
      </section>
      <section aria-labelledby="settings-officials">
        <h2 id="settings-officials">Кто утверждает</h2>
        <Officials kept={kept} put={put} />
      </section>
      <section aria-labelledby="settings-deadlines">
        <h2 id="settings-deadlines">Сроки и слова</h2>
        <Deadlines kept={kept} put={put} />
        <HolidayFields kept={kept} put={put} />
      </section>
      <section aria-labelledby="settings-writing">
        <h2 id="settings-writing">Как пишутся протоколы</h2>
        <Writing kept={kept} put={put} />
        <History of={kept.id} />
      </section>
      <section aria-labelledby="settings-data">
        <h2 id="settings-data">Где лежат записи</h2>
        <DataPlace />
      </section>
      <section aria-labelledby="settings-backups">
        <h2 id="settings-backups" tabIndex={-1}>
          Запасные копии
        </h2>
        <BackupSettings />
      </section>
      <section aria-labelledby="settings-password">
        <h2 id="settings-password" tabIndex={-1}>
          Пароль
        </h2>
        <PasswordSettings />
      </section>
      <section aria-labelledby="settings-exports">
        <h2 id="settings-exports">Журнал выдачи</h2>
        <Exports />
      </section>
      <section aria-labelledby="settings-bin">
        <h2 id="settings-bin">Корзина</h2>
        <Bin />
      </section>
    </div>
  );
}

/** The sheet of the year's plan with its topic, goal and tasks; the room where a plan is begun until it is there. */
const planAddress = () => href("plan", planHere()?.id ?? "");
