import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { href } from "../../state/route.js";
import { dueHere } from "./courses-here.js";

/**
 * Who is due for a course, with the way to plan one and to the application for РИМК.
 *
 * @param {{onAdd: (person: string) => void}} props
 */
export function Due({ onAdd }) {
  const due = dueHere();
  if (due.length === 0) return null;
  return (
    <section class="mt-4">
      <h2>Кому пора на курсы</h2>
      <ul class="mt-2">
        {due.map(({ id, name, last }) => (
          <li key={id}>
            {name}
            <span class="soft">
              {last ? `, последние курсы — ${last}\u00a0г.` : ", сведений о курсах нет"}
            </span>{" "}
            <Button look="quiet" flush onClick={() => onAdd(id)}>
              <span>
                Запланировать<span class="hidden"> курсы: {name}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <p class="mt-2">
        <ButtonLink sign="sheet" href={href("people", "papers", "course_request")}>
          Заявка на курсы
        </ButtonLink>
      </p>
    </section>
  );
}
