/** @import {PaperKind, PaperRequest} from "../../api/types/commands" */
import { useEffect, useRef } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { community, today } from "../../state/file.js";
import { offerPrinting } from "../../state/printing.js";
import { schoolYearName } from "../../words/dates.js";
import { EditionTick } from "./EditionTick.jsx";
import { print, savePdf } from "./PaperBeside.jsx";
import "./print-of-year.css";

/**
 * A paper of a school year that is printed from the head of a room and not seen beside a form.
 *
 * @param {{kind: PaperKind, year: number, name: string}} props `name` in the accusative, for a screen reader:
 *   «контроль исполнения решений»
 */
export function PrintOfYear({ kind, year: of, name }) {
  /** @type {PaperRequest} */
  const request = {
    community: community.value?.id ?? "",
    kind,
    year: of,
    meeting: null,
    full: false,
    on: today.value,
  };
  const latest = useRef(request);
  latest.current = request;
  useEffect(() => offerPrinting(() => void print(latest.current)), []);
  return (
    <div class="head__act print-of-year">
      <Button sign="save" onClick={() => void savePdf(request)}>
        <span>
          <span class="hidden">Сохранить {name}, </span>PDF…
        </span>
      </Button>
      <Button sign="print" onClick={() => void print(request)}>
        Напечатать за {schoolYearName(of)}
      </Button>
      <EditionTick kind={kind} />
    </div>
  );
}
