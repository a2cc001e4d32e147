/** @import {FindingView, PackagePaper} from "../../api/types/views" */
/** @import {Refusal} from "../../api/error-view.js" */
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { ClauseLink } from "../../features/clauses/ClauseLink.jsx";
import { Note } from "../../components/note/Note.jsx";
import { Status } from "../../components/status/Status.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { year } from "../../state/file.js";
import { href, linkTo } from "../../state/route.js";
import { schoolYearName } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { LeftOver } from "../../features/left-over/LeftOver.jsx";
import { ORDER_FOR_ALL } from "../../features/order-for-all/address.js";
import { WhatGoes } from "./WhatGoes.jsx";
import { Where } from "./Where.jsx";
import { isLeftOut } from "./package-papers.js";
import { place } from "./places.js";
import { closeByPassword, leaveOpen, seal } from "./seal.js";
import { useFindings } from "./use-findings.js";
import { write } from "./work.js";

/**
 * @param {{papers: PackagePaper[] | null, token: number | null, unlisted: Refusal | null,
 *   refusal: {message: string, hint: string} | null}} props `unlisted` says why there is no list of papers
 */
export function Prepare({ papers, token, unlisted, refusal }) {
  if (unlisted?.code === "nothing_to_hand_over") return <Nothing />;
  return (
    <div class="hand">
      <div>
        <Where />
        {papers && <WhatGoes papers={papers} />}
        {unlisted && (
          <div class="mt-4">
            <Note tone="wrong" what={unlisted.message} role="alert">
              {unlisted.hint}
            </Note>
          </div>
        )}
        {!papers && !unlisted && <h2 class="mt-4">Собираем бумаги…</h2>}
      </div>
      <div>
        <Checks />
        <LeftOver />
      </div>
      <div class="finish">
        {refusal && (
          <Note tone="wrong" what={refusal.message} role="alert">
            {refusal.hint}
          </Note>
        )}
        <Acts papers={papers} token={token} />
      </div>
    </div>
  );
}

function Nothing() {
  return (
    <div class="mt-4">
      <EmptyRoom
        title={`За ${schoolYearName(year.value)} передавать пока нечего`}
        action={
          <ButtonLink href={href("plan")} look="main">
            Составить план
          </ButtonLink>
        }
      >
        Внесите план работы или проведённое заседание: бумаги соберутся сами.
      </EmptyRoom>
    </div>
  );
}

/**
 * The green button writes; while it cannot, the reason stands beside it.
 *
 * @param {{papers: PackagePaper[] | null, token: number | null}} props
 */
function Acts({ papers, token }) {
  const to = place.value;
  const out = (papers ?? []).map((paper) => paper.path).filter(isLeftOut);
  const none = papers !== null && out.length === papers.length;
  const closed = token === null || none;
  return (
    <>
      <div class="rowp">
        <Button
          look="main"
          tall
          sign="stick"
          disabled={closed || !to}
          onClick={() => token !== null && void write(token, false, out)}
        >
          {!to || to.removable ? "Записать на флешку" : "Записать в папку"}
        </Button>
        <Button disabled={closed} onClick={() => token !== null && void write(token, true, out)}>
          {to ? "Сохранить одним файлом для письма" : "Сохранить одним файлом для письма…"}
        </Button>
        <Seal />
        {none && <p class="soft">Отметьте слева хотя бы один документ.</p>}
        {papers && !none && !to && (
          <p class="soft">Чтобы записать, вставьте флешку или выберите папку.</p>
        )}
      </div>
    </>
  );
}

/** Whether the file for a letter is closed by a password. */
function Seal() {
  const password = seal.value;
  return (
    <div class="seal">
      <Tick
        checked={password !== null}
        onChange={(closed) => (closed ? void closeByPassword() : leaveOpen())}
      >
        Закрыть файл для письма паролем
      </Tick>
      {password !== null && (
        <p class="soft">
          Пароль: <b class="seal__password">{password}</b>. Запишите его вместе с дефисами и
          сообщите в РИМК по телефону. Файл откроют 7-Zip или WinRAR; проводник Windows такие файлы
          не открывает.
        </p>
      )}
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
  const wanted = findings.filter((finding) => finding.severity !== "info");
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
        <Finding key={one.act ?? one.message + one.id} finding={one} />
      ))}
    </>
  );
}

/** @param {{finding: FindingView}} props */
function Finding({ finding }) {
  const { severity, message, clause, hint, kind, id } = finding;
  const to = finding.act ? ORDER_FOR_ALL[finding.act] : linkTo(kind, id);
  return (
    <Note
      tone={severity === "error" ? "wrong" : "look"}
      what={message}
      clause={clause && (/^\d/.test(clause) ? <ClauseLink number={clause} /> : clause)}
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
