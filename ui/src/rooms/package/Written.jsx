/** @import {Written as WrittenPackage} from "../../api/types/commands" */
import { printDeliverySheet } from "../../api/package.js";
import { revealFile } from "../../api/saved-files.js";
import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { notifyError } from "../../state/messages.js";
import { counted, plural, size } from "../../words/numbers.js";
import { backToPreparing } from "./work.js";

/**
 * @param {{written: WrittenPackage, at: Date, shown: number, zip: boolean, stick: boolean, sealed: string | null}} props
 *   `sealed` is the password of the file
 */
export function Written({ written, at, shown, zip, stick, sealed }) {
  const { token, path, files, bytes, leftovers, remark } = written;
  return (
    <div class="written">
      <Note
        tone="good"
        role="status"
        what={`${plural(files, "Записан", "Записаны", "Записано")} ${counted(files, "файл", "файла", "файлов")}, ${size(bytes)}.`}
      >
        {zip
          ? "Файл для письма прочитан обратно и совпал с вашими бумагами."
          : "Каждый файл прочитан обратно и совпал с вашим."}
      </Note>
      <dl class="facts">
        <dt>{zip ? "Файл" : "Папка"}</dt>
        <dd>{path}</dd>
        <dt>Когда</dt>
        <dd>{at.toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" })}</dd>
        {zip && sealed && (
          <>
            <dt>Пароль</dt>
            <dd>
              <b class="seal__password">{sealed}</b>
            </dd>
          </>
        )}
        {remark && (
          <>
            <dt>Рядом</dt>
            <dd>{remark}</dd>
          </>
        )}
        {leftovers.length > 0 && (
          <>
            <dt>Осталось рядом</dt>
            <dd>{leftovers.join(", ")}. Это прежний пакет, убрать его не получилось.</dd>
          </>
        )}
      </dl>
      <h2>{zip ? "Что дальше" : "Что отвезти в РИМК"}</h2>
      {zip ? (
        <>
          <p class="mt-2">Приложите этот файл к письму в РИМК.</p>
          {sealed && (
            <p class="mt-2">
              Пароль запишите и сообщите по телефону, а не в том же письме: программа его не хранит.
              Файл откроют 7-Zip или WinRAR; проводник Windows такие файлы не открывает.
            </p>
          )}
        </>
      ) : (
        <ol class="carry">
          <li>{stick ? "Флешку." : "Флешку с этой папкой."}</li>
          <li>Опись в двух экземплярах: на вашем поставят отметку о приёме.</li>
        </ol>
      )}
      <p class="mt-2 soft">
        Когда РИМК примет бумаги, отметьте это ниже: «Сдано», дата и входящий номер.
      </p>
      <div class="mt-4 rowp">
        {zip ? (
          <Button
            look="main"
            tall
            sign="documents"
            onClick={() => revealFile(token).catch(notifyError)}
          >
            Показать файл в папке
          </Button>
        ) : (
          <>
            <Button
              look="main"
              tall
              sign="print"
              onClick={() => printDeliverySheet(shown).catch(notifyError)}
            >
              Напечатать опись
            </Button>
            <Button tall sign="documents" onClick={() => revealFile(token).catch(notifyError)}>
              Показать папку
            </Button>
          </>
        )}
        <Button tall onClick={backToPreparing}>
          Передать ещё раз
        </Button>
      </div>
    </div>
  );
}
