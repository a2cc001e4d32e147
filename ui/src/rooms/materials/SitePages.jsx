/** @import {Place, Progress, Written} from "../../api/types/commands" */
/** @import {SiteView} from "../../api/types/views" */
import { useEffect, useState } from "preact/hooks";

import { asRefusal } from "../../api/error-view.js";
import { revealFile } from "../../api/saved-files.js";
import { chooseSiteFolder, siteContents, writeSite } from "../../api/site.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { commitFields } from "../../components/field/unsaved.js";
import { community, today, year } from "../../state/file.js";
import { notifyError } from "../../state/messages.js";
import { allSaved } from "../../state/records.js";
import { href } from "../../state/route.js";
import { longDate } from "../../words/dates.js";
import { counted, size } from "../../words/numbers.js";
import { WhatIsShown } from "./WhatIsShown.jsx";
import "./site-pages.css";

/** @typedef {{message: string, code: string}} Refused */

/**
 * Pages for the district's site: what stands on them, who is named, what stays at home, and writing them.
 */
export function SitePages() {
  const [place, setPlace] = useState(/** @type {Place | null} */ (null));
  const [seen, setSeen] = useState(/** @type {SiteView | null} */ (null));
  const [progress, setProgress] = useState(/** @type {Progress | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState(/** @type {Written | null} */ (null));
  const [refused, setRefused] = useState(/** @type {Refused | null} */ (null));
  const whose = community.value?.id ?? "";
  const site = { community: whose, year: year.value, on: today.value, place: place?.token ?? null };

  async function look() {
    try {
      setSeen(await siteContents(site));
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  useEffect(() => {
    setWritten(null);
    void look();
  }, [whose, year.value, today.value, place]);

  async function choose() {
    try {
      const found = await chooseSiteFolder();
      if (found) setPlace(found);
      setRefused(null);
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  /** @param {boolean} removeLeftovers */
  async function write(removeLeftovers) {
    if (!seen || !place || busy) return;
    setBusy(true);
    setRefused(null);
    setWritten(null);
    try {
      await commitFields();
      await allSaved();
      const request = { site, seen: seen.seen, remove_leftovers: removeLeftovers };
      setWritten(await writeSite(request, setProgress));
    } catch (thrown) {
      setRefused(asRefusal(thrown));
    }
    setProgress(null);
    setBusy(false);
    void look();
  }

  return (
    <div class="page site-pages">
      <p>
        <ButtonLink look="quiet" flush sign="back" href={href("materials")}>
          К материалам
        </ButtonLink>
      </p>
      <h1>Страницы для сайта</h1>
      <p class="mt-2">
        Программа соберёт папку с готовыми страницами: о сообществе, план, новости, материалы, банк
        практик, документы. Её можно выложить на сайт района или школы с любого компьютера. Имена на
        страницах — только тех, кто согласился.
      </p>

      <section class="mt-4">
        <h2>Куда записать</h2>
        <p class="mt-2 rowp">
          <Button onClick={() => void choose()} disabled={busy}>
            {place ? "Выбрать другую папку" : "Выбрать папку"}
          </Button>
          {place && <span class="site-pages__place">{place.label}</span>}
        </p>
        {place && seen && (
          <p class="mt-2 soft">
            {seen.since
              ? `Здесь уже лежат страницы от ${longDate(seen.since)}: программа отметит, что с тех пор нового, и заменит их.`
              : "Страниц, записанных раньше сегодняшнего дня, здесь нет: новым считается всё."}
          </p>
        )}
        <p class="mt-3 rowp">
          <Button
            look="main"
            tall
            disabled={!place || !seen || busy}
            onClick={() => void write(false)}
          >
            {busy ? "Записываем…" : "Записать страницы"}
          </Button>
          {seen && (
            <span class="soft">
              {counted(seen.files, "файл", "файла", "файлов")}, {size(seen.bytes)}
              {place && seen.since && `; новых и изменённых — ${seen.fresh}`}
            </span>
          )}
        </p>
        {progress && progress.total > 0 && (
          <progress
            class="mt-2 site-pages__bar"
            aria-label="Записано и прочитано обратно"
            value={progress.done}
            max={progress.total}
          />
        )}
        {refused && (
          <Note tone="wrong" role="alert" what={refused.message}>
            {refused.code === "leftover" && (
              <Button onClick={() => void write(true)}>Убрать следы и записать</Button>
            )}
          </Note>
        )}
        {written && (
          <Note
            tone="good"
            role="status"
            what={`Страницы записаны и проверены: ${counted(written.files, "файл", "файла", "файлов")}, ${size(written.bytes)}.`}
          >
            <p>
              {seen?.since ? (
                <>
                  Если страницы от {longDate(seen.since)} уже на сайте, загрузите только папку{" "}
                  <b>site-new</b>: в ней новое и изменённое,{" "}
                  {counted(seen.fresh, "файл", "файла", "файлов")}. Если нет — папку <b>site</b>{" "}
                  целиком. Что убрать с сайта, сказано рядом, в файле «Что загрузить».
                </>
              ) : (
                <>
                  Загрузите на сайт папку <b>site</b>. В следующий раз записывайте сюда же: новое и
                  изменённое программа соберёт отдельно.
                </>
              )}
            </p>
            {written.remark && <p>{written.remark}</p>}
            <Button sign="documents" onClick={() => revealFile(written.token).catch(notifyError)}>
              Показать папку
            </Button>
          </Note>
        )}
      </section>
      {seen && <WhatIsShown seen={seen} since={place ? (seen.since ?? null) : null} />}
    </div>
  );
}
