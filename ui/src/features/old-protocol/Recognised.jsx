/** @import {ProtocolPreview, RecognisedItem} from "../../api/types/importing" */
import { Note } from "../../components/note/Note.jsx";
import { longDate } from "../../words/dates.js";

const MODES = { in_person: "очно", remote: "дистанционно", mixed: "смешанно" };

/**
 * What was recognised of an old protocol, and first what was not.
 *
 * @param {{preview: ProtocolPreview}} props
 */
export function Recognised({ preview }) {
  const { recognised: read, not_recognised: left, remarks } = preview;
  const absent = read.absent.map(({ name, reason }) => (reason ? `${name} (${reason})` : name));
  const time = [read.begins, read.ends].filter(Boolean).join("–");
  const count =
    read.present.length === 0 && read.present_count !== null
      ? `${read.present_count}${read.members_count === null ? "" : ` из ${read.members_count}`}`
      : "";
  const form = [read.mode && MODES[read.mode], read.mode_note].filter(Boolean).join(", ");
  return (
    <section aria-label="Что понято">
      <h2>Что понято</h2>
      {left.length > 0 && (
        <Note what="Не вошло в запись (останется в приложенном файле):">
          <ul class="oldp__left">
            {left.map(({ text, why }, at) => (
              <li key={at}>
                «{text}» <span class="soft">{why}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {remarks.map((remark) => (
        <Note key={remark} what={remark} />
      ))}
      <dl class="oldp__read">
        <Row label="Дата" text={read.date && longDate(read.date)} />
        <Row label="Последний день" text={read.last_day && longDate(read.last_day)} />
        <Row label="Время" text={time} />
        <Row label="№" text={read.number && String(read.number)} />
        <Row label="Тема" text={read.topic} />
        <Row label="Город или посёлок" text={read.place} />
        <Row label="Место" text={read.venue} />
        <Row label="Форма" text={form} />
        <Row label="Председатель" text={read.chair} />
        <Row label="Секретарь" text={read.secretary} />
        <Row label="Присутствовали" text={read.present.join(", ") || count} />
        <Row label="Отсутствовали" text={absent.join(", ")} />
        <Row
          label="Приглашены"
          text={[...read.guests, read.guests_in_words].filter(Boolean).join("; ")}
        />
        <Row label="Кворум" text={read.quorum} />
        <Row label="Приложения" text={read.annexes.join("; ")} />
      </dl>
      {read.items.map((item, at) => (
        <Item key={at} item={item} number={at + 1} />
      ))}
    </section>
  );
}

/** @param {{label: string, text: string | null | undefined | 0}} props */
function Row({ label, text }) {
  if (!text) return null;
  return (
    <div class="oldp__row">
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** @param {{item: RecognisedItem, number: number}} props */
function Item({ item, number }) {
  return (
    <article class="oldp__item">
      <h3>
        {number}. {item.topic || "Без темы"}
      </h3>
      <dl class="oldp__read">
        <Row label="Докладчики" text={item.reporters.join("; ")} />
        <Row label="Слушали" text={item.heard} />
        {item.tables.map((table, at) => (
          <Row key={at} label="Таблица" text={table} />
        ))}
        {item.spoke.map(({ speaker, text }, at) => (
          <Row key={at} label="Выступили" text={text ? `${speaker} — ${text}` : speaker} />
        ))}
        {item.decisions.map((decision, at) => {
          const who = [...decision.responsible, decision.responsible_in_words].filter(Boolean);
          return (
            <div class="oldp__row" key={at}>
              <dt>
                Решили {number}.{at + 1}
              </dt>
              <dd>
                {decision.text}
                {who.length > 0 && <div class="soft">Ответственные: {who.join(", ")}</div>}
                {decision.term && <div class="soft">Срок: {decision.term}</div>}
              </dd>
            </div>
          );
        })}
        <Row label="Голосование" text={item.vote} />
      </dl>
    </article>
  );
}
