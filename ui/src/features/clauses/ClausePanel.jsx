import { useEffect } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { allOf } from "../../state/records.js";
import { href, hrefOf, hrefOfRoute, route } from "../../state/route.js";
import { NBSP } from "../../words/dates.js";
import { openFile } from "../files/acts.js";
import { shownClause } from "./shown.js";

/** The words of the clause that was pressed, what it asks, and the way to the whole regulation where its file is here. */
export function ClausePanel() {
  const clause = shownClause.value;
  const here = hrefOfRoute(route.value);
  useEffect(() => {
    // Whoever goes to the shelf has left the panel.
    shownClause.value = null;
  }, [here]);
  if (!clause) return null;
  const close = () => (shownClause.value = null);
  return (
    <Dialog narrow title={`П.${NBSP}${clause.number} Положения`} onClose={close}>
      <p>{clause.asks}</p>
      <blockquote class="clause__words">{clause.words}</blockquote>
      <div class="rowp">
        <Regulation />
        <Button onClick={close}>Закрыть</Button>
      </div>
    </Dialog>
  );
}

/** The way to the community's own regulation: its file, its record, or the shelf where it can be put. */
function Regulation() {
  const own = allOf("legal_act").filter((act) => act.own_regulation);
  const files = allOf("attachment").filter((file) => own.some(({ id }) => id === file.belongs_to));
  const file = files.at(-1);
  if (file)
    return (
      <Button sign="documents" onClick={() => void openFile(file.id)}>
        Открыть Положение
      </Button>
    );
  const act = own.at(-1);
  return (
    <ButtonLink look="quiet" href={act ? hrefOf("legal_act", act.id) : href("acts")}>
      {act ? "Приложить файл Положения" : "Положить Положение на полку"}
    </ButtonLink>
  );
}
