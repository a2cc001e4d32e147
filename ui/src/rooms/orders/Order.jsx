/** @import {Order as OrderRecord, OrderKind} from "../../api/types/records" */
import { useEffect } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { readOldDateHere } from "../../state/reading.js";
import { allOf, oneOf, removeRecord, saveRecord } from "../../state/records.js";
import { href, hrefOf } from "../../state/route.js";
import { years } from "../../state/years.js";
import { schoolYearName } from "../../words/dates.js";
import { factsOn, fullName } from "../../words/people.js";
import { AttachedFiles } from "../../features/files/AttachedFiles.jsx";
import { FOR_ALL } from "./order-for-all.js";
import { IssuerField } from "./IssuerField.jsx";
import { ORDER_KINDS, orderKindName, orderName } from "./order-words.js";

const NUMBER_ID = "order-number";

/** @param {{order: OrderRecord, fresh: boolean}} props */
export function Order({ order, fresh }) {
  useEffect(() => {
    // The attribute alone would do nothing here, since the pressed button has the focus.
    if (fresh) document.getElementById(NUMBER_ID)?.focus();
  }, [fresh]);
  /** @param {Partial<OrderRecord>} change */
  const put = (change) => {
    // What was typed a moment ago in another field of the same record is not overwritten.
    const latest = oneOf("order", order.id) ?? order;
    saveRecord({ kind: "order", record: { ...latest, ...change } });
  };
  const offered = [...new Set([...years.value, ...(order.school_year ? [order.school_year] : [])])];
  return (
    <>
      <h1>Приказ {orderName(order).replace(/^Без/, "без")}</h1>
      <p class="mt-1 soft">{orderKindName(order.kind)}</p>
      <div class="mt-4 fields">
        <TextField
          span={4}
          id={NUMBER_ID}
          plain
          label="Номер"
          value={order.number}
          onSave={(number) => put({ number })}
        />
        <DateField
          span={8}
          label="Дата"
          value={order.date}
          read={readOldDateHere}
          required="Укажите дату приказа: без неё не сказать, с какого дня он действует."
          onSave={(date) => date && put({ date })}
        />
        <Choice
          label="О чём"
          value={order.kind}
          options={ORDER_KINDS}
          onSave={(kind) => put({ kind: /** @type {OrderKind} */ (kind) })}
        />
        <IssuerField
          label="Чей приказ, например: начальник управления образования"
          value={order.issued_by}
          onSave={(issued_by) => put({ issued_by })}
        />
        <Choice
          span={6}
          label="Учебный год, которого касается"
          value={String(order.school_year ?? "")}
          options={[
            { value: "", label: "не указан" },
            ...offered
              .sort((a, b) => b - a)
              .map((one) => ({ value: String(one), label: schoolYearName(one) })),
          ]}
          onSave={(one) => put({ school_year: one ? Number(one) : null })}
        />
        <TextArea
          label="Заметка (необязательно)"
          value={order.note}
          rows={2}
          onSave={(note) => put({ note })}
        />
      </div>
      <ByOrder order={order} />
      <AttachedFiles of={order.id} />
      <p class="mt-4">
        <Button look="quiet" flush sign="bin" onClick={() => void removeRecord(order.id)}>
          Удалить приказ
        </Button>
      </p>
    </>
  );
}

/**
 * Who came and who left by this order.
 *
 * @param {{order: OrderRecord}} props
 */
function ByOrder({ order }) {
  const members = allOf("membership").sort((a, b) => a.place - b.place);
  const joined = members.filter((one) => one.joined_by === order.id);
  const left = members.filter((one) => one.left_by === order.id);
  return (
    <section>
      <h2>Состав по этому приказу</h2>
      {joined.length + left.length === 0 && <p class="mt-2 soft">Пока никто не отмечен.</p>}
      {joined.length > 0 && <Names title="Включены" of={joined} on={order.date} />}
      {left.length > 0 && <Names title="Исключены" of={left} on={order.date} />}
      <p class="mt-2">
        <ButtonLink look="quiet" flush sign="people" href={href("documents", FOR_ALL, order.id)}>
          Отметить, кого он включил
        </ButtonLink>
      </p>
    </section>
  );
}

/** @param {{title: string, of: import("../../api/types/records").Membership[], on: string}} props */
function Names({ title, of, on }) {
  return (
    <>
      <h3 class="mt-3">{title}</h3>
      <ul class="names">
        {of.map((one) => {
          const person = oneOf("person", one.person);
          const facts = person && factsOn(person, on);
          return (
            <li key={one.id}>
              <a href={hrefOf("person", one.person)}>
                {facts ? fullName(facts.name) : "участник без имени"}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
