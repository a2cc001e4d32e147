/** @import {ComponentChildren} from "preact" */
/** @import {Composed, PaperForm, PaperRequest} from "../../api/types/commands" */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { pageImage, printPaper, savePaper } from "../../api/papers.js";
import { PAPERS } from "../../api/types/paper-kinds.js";
import { Button } from "../../components/button/Button.jsx";
import { commitFields } from "../../components/field/unsaved.js";
import { Note } from "../../components/note/Note.jsx";
import { Paper } from "../../components/paper/Paper.jsx";
import { notify, notifyError } from "../../state/messages.js";
import { offerPrinting } from "../../state/printing.js";
import { allSaved } from "../../state/records.js";
import { counted } from "../../words/numbers.js";
import { EditionTick } from "./EditionTick.jsx";
import { inEdition } from "./edition.js";
import { placesOf, usePlaceAtWork } from "./place-at-work.js";
import { tellSavedFile } from "../../state/saved-file.js";
import { usePaper } from "./use-paper.js";
import "./paper-beside.css";

/**
 * The paper beside a form, with what can be done with it. It answers Ctrl+P while it is there. Inside
 * `.trio` it takes the third column.
 *
 * It follows the person who writes: what has the focus in `.trio__form` says by `data-place` on itself or around
 * itself which part of the paper it is, and the sheet marks that part and brings it into sight. The parts of a
 * protocol: `head`, `people`, `agenda`, `question.2` with `.heard`, `.spoke`, `.decided`, `.decision.1`, `.vote`,
 * `annexes`; of the report: `section.` with the section's name. The templates name them by `stands`.
 *
 * @param {{request: PaperRequest, above?: ComponentChildren, children?: ComponentChildren,
 *   plainPrint?: boolean, hasMenu?: boolean, onComposed?: (paper: Composed) => void}} props children stand under the paper, `above` over it; `plainPrint` where another
 *   button of the screen is the green one; `hasMenu` where a menu beside offers the other forms
 */
export function PaperBeside({
  request,
  above,
  children,
  onComposed,
  plainPrint = false,
  hasMenu = false,
}) {
  const { paper, refusal } = usePaper(inEdition(request));
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const place = usePlaceAtWork(box);
  const here = useMemo(() => placesOf(paper?.places ?? [], place), [paper, place]);
  const [larger, setLarger] = useState(false);
  useEffect(() => {
    if (paper) onComposed?.(paper);
  }, [paper]);
  const latest = useRef(request);
  latest.current = request;
  useEffect(() => offerPrinting(() => void print(latest.current)), []);

  return (
    <aside
      ref={box}
      class={larger ? "trio__paper trio__paper--larger" : "trio__paper"}
      aria-label="Как будет напечатано"
    >
      <div class="trio__top">
        <p>{paper ? counted(paper.pages, "лист", "листа", "листов") : "Готовим лист…"}</p>
        <Button
          look={plainPrint ? "plain" : "main"}
          sign="print"
          onClick={() => void print(latest.current)}
        >
          Напечатать
        </Button>
      </div>
      {above}
      {refusal && (
        <Note what={refusal.message} role="status">
          {refusal.hint}
        </Note>
      )}
      <Paper paper={paper} load={pageImage} at={place} here={here} />
      <div class="trio__under">
        <Button look="bar" sign="find" pressed={larger} onClick={() => setLarger(!larger)}>
          {larger ? "Мельче" : "Крупнее"}
        </Button>
        <Button look="bar" sign="save" onClick={() => void savePdf(latest.current)}>
          Сохранить PDF…
        </Button>
        {PAPERS[request.kind].forms.includes("docx") && !hasMenu && (
          <Button look="bar" sign="save" onClick={() => void saveDocx(latest.current)}>
            Сохранить DOCX…
          </Button>
        )}
        {children}
      </div>
      <EditionTick kind={request.kind} />
    </aside>
  );
}

/**
 * Everything typed must be in the paper that leaves the program.
 *
 * @template T
 * @param {() => Promise<T>} act
 * @returns {Promise<T | undefined>}
 */
async function withAllTyped(act) {
  await commitFields();
  await allSaved();
  try {
    return await act();
  } catch (thrown) {
    notifyError(thrown);
    return undefined;
  }
}

/** @param {PaperRequest} request */
export async function print(request) {
  const sent = await withAllTyped(() => printPaper(inEdition(request)));
  if (sent !== undefined)
    notify({ text: "Документ передан на печать: он откроется в программе для PDF." });
}

/** @param {PaperRequest} request */
export const savePdf = (request) => saveAs(request, "pdf");

/** @param {PaperRequest} request */
const saveDocx = (request) => saveAs(request, "docx");

/**
 * @param {PaperRequest} request
 * @param {PaperForm} format
 */
export async function saveAs(request, format) {
  const saved = await withAllTyped(() => savePaper(inEdition(request), format));
  if (saved) tellSavedFile(saved);
}
