/** @import {FindingView} from "../../api/types/FindingView" */
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Icon } from "../../components/icon/Icon.jsx";
import { Note } from "../../components/note/Note.jsx";
import { Status } from "../../components/status/Status.jsx";
import { community, today, year } from "../../state/file.js";
import { allOf, oneOf } from "../../state/records.js";
import { NBSP, schoolYearName } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { linkTo } from "../parts/room-link.js";
import { contentsOf } from "./contents.js";
import { useFindings } from "./use-findings.js";
import { choosePlace, isStick, lastPath, place, write } from "./work.js";

/** @param {{refusal: {message: string, hint: string} | null}} props */
export function Prepare({ refusal }) {
  const whose = oneOf("community", community.value?.id);
  if (!whose) return null;
  const goes = contentsOf(
    {
      community: whose,
      plans: allOf("plan"),
      meetings: allOf("meeting"),
      attachments: allOf("attachment"),
      memberships: allOf("membership"),
    },
    year.value,
    today.value,
  );
  if (goes.length === 0) {
    const toPlan = linkTo("plan");
    return (
      <div class="mt-4">
        <EmptyRoom
          title={`За ${schoolYearName(year.value)} передавать пока нечего`}
          action={
            toPlan && (
              <ButtonLink href={toPlan} look="main">
                Открыть план
              </ButtonLink>
            )
          }
        >
          Внесите план работы или проведённое заседание: бумаги соберутся сами.
        </EmptyRoom>
      </div>
    );
  }
  return (
    <div class="hand">
      <div>
        <Where />
        <h2 class="mt-4">Что передаём</h2>
        <ul class="goes">
          {goes.map((one) => (
            <li key={one.id}>
              <Icon sign="sheet" small />
              <div>
                <b>{one.title}</b>
                <p class="soft">{one.about}</p>
              </div>
            </li>
          ))}
        </ul>
        <p class="mt-2 soft">Опись, открытые данные и контрольные суммы кладутся всегда.</p>
      </div>
      <div>
        <Checks />
        <div class="finish">
          {refusal && (
            <Note tone="wrong" what={refusal.message} role="alert">
              {refusal.hint}
            </Note>
          )}
          <Acts />
        </div>
      </div>
    </div>
  );
}

function Where() {
  const chosen = place.value;
  return (
    <div class="stick">
      <Icon sign="stick" />
      <div>
        {chosen ? (
          <>
            <b>{isStick(chosen) ? "Флешка" : "Папка"}</b>
            <p class="soft stick__path">{chosen.path}</p>
          </>
        ) : (
          <>
            <b>Куда записать</b>
            <p class="soft stick__path">
              {lastPath.value
                ? `В прошлый раз: ${lastPath.value}`
                : "Вставьте флешку и выберите её в списке"}
            </p>
          </>
        )}
      </div>
      {chosen && <Button onClick={() => void choosePlace()}>Другая…</Button>}
    </div>
  );
}

/** The green button is the next thing: first where to, then writing. */
function Acts() {
  if (!place.value) {
    return (
      <Button look="main" tall sign="stick" onClick={() => void choosePlace()}>
        Выбрать флешку или папку…
      </Button>
    );
  }
  return (
    <div class="rowp">
      <Button look="main" tall sign="stick" onClick={() => void write(false)}>
        {isStick(place.value) ? "Записать на флешку" : "Записать в папку"}
      </Button>
      <Button tall onClick={() => void write(true)}>
        Одним файлом для письма
      </Button>
    </div>
  );
}

function Checks() {
  const { findings, refusal } = useFindings();
  if (refusal) {
    return (
      <>
        <h2>Проверить не получилось</h2>
        <Note tone="wrong" what={refusal.message} role="status">
          {refusal.hint}
        </Note>
      </>
    );
  }
  if (!findings) return <h2>Проверяем…</h2>;
  const wanted = findings.filter((one) => one.severity !== "info");
  if (wanted.length === 0) {
    return (
      <>
        <h2>Проверка: замечаний нет</h2>
        <p class="mt-2">
          <Status kind="done">Бумаги года соответствуют положению</Status>
        </p>
      </>
    );
  }
  return (
    <>
      <h2>Проверка: {counted(wanted.length, "замечание", "замечания", "замечаний")}</h2>
      <p class="soft hand__calm">Передаче они не мешают, но РИМК может спросить.</p>
      {wanted.map((one) => (
        <Finding key={one.message + one.id} finding={one} />
      ))}
    </>
  );
}

/** @param {{finding: FindingView}} props */
function Finding({ finding }) {
  const { severity, message, clause, hint, kind, id } = finding;
  const to = linkTo(kind, id);
  return (
    <Note
      tone={severity === "error" ? "wrong" : "look"}
      what={message}
      clause={clause && (/^\d/.test(clause) ? `п.${NBSP}${clause}` : clause)}
    >
      {hint && <p>{hint}</p>}
      {to && (
        <a href={to} aria-label={`Открыть: ${message}`}>
          Открыть
        </a>
      )}
    </Note>
  );
}
