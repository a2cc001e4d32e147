/** @import {SitePart, SitePiece} from "../../api/types/commands" */
/** @import {SiteView} from "../../api/types/views" */
import { href } from "../../state/route.js";
import { counted } from "../../words/numbers.js";
import { sentence } from "../../words/sentence.js";

/** @type {[SitePart, string][]} */
const PARTS = [
  ["about", "О сообществе"],
  ["plan", "План"],
  ["news", "Новости"],
  ["materials", "Материалы"],
  ["practices", "Банк практик"],
  ["documents", "Документы"],
];

/**
 * What stands on the pages, who is named there, and what stays at home with its reason.
 *
 * @param {{seen: SiteView, since: string | null}} props `since` is the day of the pages that lie in the place
 */
export const WhatIsShown = ({ seen, since }) => (
  <>
    <section class="mt-5">
      <h2>Кто назван</h2>
      <p class="mt-2">
        {seen.named.length > 0 ? (
          <>
            На страницах названы: <b>{sentence(seen.named.join(", "))}</b>
          </>
        ) : (
          "На страницах не назван никто."
        )}{" "}
        {seen.unnamed > 0 &&
          `Ещё ${counted(seen.unnamed, "участник не назван", "участника не названы", "участников не названы")}: вместо имени в текстах стоит «участник».`}
      </p>
      <p class="mt-2 soft">
        Автор практики назван, если в ней есть день его согласия. Остальных назовут, если в{" "}
        <a href={href("people")}>составе</a> у человека внесено согласие и отмечено «Имя можно
        назвать на сайте». Что внутри приложенных файлов, программа не проверяет: посмотрите их
        сами.
      </p>
    </section>
    <section class="mt-5">
      <h2>Что войдёт</h2>
      {PARTS.map(([part, title]) => (
        <Part
          key={part}
          title={title}
          pieces={seen.pieces.filter((piece) => piece.part === part)}
          marked={since !== null}
        />
      ))}
    </section>
    {seen.left_out.length > 0 && (
      <section class="mt-5">
        <h2>Что не войдёт</h2>
        <ul class="mt-2">
          {seen.left_out.map((left, at) => (
            <li key={at}>
              {left.title} <span class="soft">— {left.why}</span>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
);

/** @param {{title: string, pieces: SitePiece[], marked: boolean}} props `marked` says which are new */
function Part({ title, pieces, marked }) {
  if (pieces.length === 0) return null;
  const fresh = pieces.filter((piece) => piece.new).length;
  return (
    <details class="mt-2" open={pieces.length < 4}>
      <summary>
        {title}: {pieces.length}
        {marked && fresh > 0 && `, новых ${fresh}`}
      </summary>
      <ul>
        {pieces.map((piece, at) => (
          <li key={at}>
            {piece.title}
            {marked && piece.new && <b> — новое</b>}
            {piece.files.length > 0 && <span class="soft"> (файлы: {piece.files.join(", ")})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
