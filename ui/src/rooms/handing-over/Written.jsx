import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { community, today, year } from "../../state/file.js";
import { print } from "../parts/PaperBeside.jsx";
import { backToPreparing } from "./work.js";

/** @param {{path: string, zip: boolean}} props */
export function Written({ path, zip }) {
  const whose = community.value;
  return (
    <div class="written">
      <Note
        tone="good"
        role="status"
        what="Все файлы записаны, прочитаны обратно и совпали с вашими."
      />
      <dl class="facts">
        <dt>{zip ? "Файл" : "Папка"}</dt>
        <dd>{path}</dd>
      </dl>
      <h2>{zip ? "Что дальше" : "Что отвезти в РИМК"}</h2>
      {zip ? (
        <p class="mt-2">Приложите этот файл к письму в РИМК.</p>
      ) : (
        <ol class="carry">
          <li>Флешку с этой папкой.</li>
          <li>Опись в двух экземплярах: на вашем поставят отметку о приёме.</li>
        </ol>
      )}
      <p class="mt-2 soft">
        Когда РИМК примет бумаги, отметьте это ниже: «Сдано», дата и входящий номер.
      </p>
      <div class="mt-4 rowp">
        {whose && !zip && (
          <Button
            look="main"
            tall
            sign="print"
            onClick={() =>
              void print({
                community: whose.id,
                kind: "inventory",
                year: year.value,
                meeting: null,
                full: false,
                on: today.value,
              })
            }
          >
            Напечатать опись
          </Button>
        )}
        <Button tall onClick={backToPreparing}>
          Передать ещё раз
        </Button>
      </div>
    </div>
  );
}
