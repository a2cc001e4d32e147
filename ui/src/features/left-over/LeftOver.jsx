import { leftOver } from "../../api/reporting.js";
import { Note } from "../../components/note/Note.jsx";
import { Status } from "../../components/status/Status.jsx";
import { community, today, year } from "../../state/file.js";
import { hrefOf, linkTo } from "../../state/route.js";
import { useAsync } from "../../state/use-async.js";

/** «Что осталось»: what is empty or contradictory before the report is handed over, each with its place. */
export function LeftOver() {
  const whose = community.value?.id ?? "";
  const [of, on] = [year.value, today.value];
  const { told, wrong } = useAsync(`${whose} ${of} ${on}`, () => leftOver(whose, of, on));
  if (wrong) return <Note tone="wrong" what={wrong} role="status" />;
  if (!told) return null;
  return (
    <section class="mt-4" aria-labelledby="left-over">
      <h2 id="left-over">{told.length > 0 ? `Что осталось: ${told.length}` : "Что осталось"}</h2>
      {told.length === 0 ? (
        <p class="mt-2">
          <Status kind="done">Пустого и противоречивого в отчёте не видно</Status>
        </p>
      ) : (
        <ul class="mt-2">
          {told.map(({ words, kind, id, section }) => {
            const to =
              kind === "report" ? hrefOf(kind, id ?? "year", section ?? "") : linkTo(kind, id);
            return (
              <li key={`${id} ${words}`} class="mt-1">
                {to ? <a href={to}>{words}</a> : words}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
