/** @import {PaperRequest} from "../../api/papers.js" */
import { Button } from "../../components/button/Button.jsx";
import { savePdf } from "../parts/PaperBeside.jsx";

/**
 * What is written to others about the people of the roster: to the head of education, to РИМК, to the school.
 *
 * @param {{roster: PaperRequest}} props the paper of the roster, of whose day and year these are too
 */
export function Papers({ roster }) {
  const { on, year } = roster;
  // A certificate tells of the year up to the day; for a year that is over, or not yet begun, of the whole.
  const within = `${year}-09-01` <= on && on <= `${year + 1}-08-31`;
  return (
    <section class="mt-5" aria-labelledby="people-papers">
      <h2 id="people-papers">Бумаги</h2>
      <div class="mt-2 people__papers">
        <Button sign="save" onClick={() => void savePdf({ ...roster, kind: "petition" })}>
          Ходатайство об изменении состава…
        </Button>
        <Button sign="save" onClick={() => void savePdf({ ...roster, kind: "courses" })}>
          Заявка на курсы…
        </Button>
        <Button
          sign="save"
          onClick={() =>
            void savePdf({ ...roster, kind: "certificate", ...(within ? { to: on } : {}) })
          }
        >
          Справка о работе руководителя…
        </Button>
      </div>
    </section>
  );
}
