import { ButtonLink } from "../../components/button/Button.jsx";
import { href } from "../../state/route.js";
import { PAPERS } from "./papers.js";

/** What is written to others about the people of the roster: each is looked at before it is printed. */
export function Papers() {
  return (
    <section class="mt-5" aria-labelledby="people-papers">
      <h2 id="people-papers">Бумаги</h2>
      <div class="mt-2 people__papers">
        {PAPERS.map(({ id, title }) => (
          <ButtonLink key={id} sign="sheet" href={href("people", "papers", id)}>
            {title}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}
