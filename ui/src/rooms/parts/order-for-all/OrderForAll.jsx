/** @import {FindingView} from "../../../api/types/FindingView" */
/** @import {Order} from "../../../api/types/Order" */
import { useEffect, useRef, useState } from "preact/hooks";

import { enterOrder, newIds } from "../../../api/records.js";
import { Button } from "../../../components/button/Button.jsx";
import { Choice } from "../../../components/field/Choice.jsx";
import { DateField } from "../../../components/field/DateField.jsx";
import { TextField } from "../../../components/field/TextField.jsx";
import { Tick } from "../../../components/field/Tick.jsx";
import { takeFields } from "../../../components/field/unsaved.js";
import { community } from "../../../state/file.js";
import { useKept } from "../../../state/kept.js";
import { readOldDateHere } from "../../../state/reading.js";
import { allOf, doAndSay, oneOf } from "../../../state/records.js";
import { schoolYearOf } from "../../../words/dates.js";
import { orderName } from "../../documents/order-words.js";
import { personName } from "../decisions-here.js";
import "./order-for-all.css";

/**
 * What can be done about members without an order: one order for all of them, here and at once.
 *
 * @param {{finding: FindingView}} props
 */
export function OrderForAll({ finding }) {
  const [open, setOpen] = useKept(`order for ${finding.act}`, false);
  if (!finding.act) return null;
  if (open) return <OrderForm finding={finding} onClose={() => setOpen(false)} />;
  return (
    <p class="mt-2">
      <Button sign="plus" onClick={() => setOpen(true)}>
        {finding.of.length > 1 ? "Внести приказ для всех" : "Внести приказ"}
      </Button>
    </p>
  );
}

/** @type {{order: string, number: string, date: string | null, without: string[]}} */
const EMPTY = { order: "", number: "", date: null, without: [] };

/** @param {{finding: FindingView, onClose: () => void}} props */
function OrderForm({ finding, onClose }) {
  const joining = finding.act === "order_of_joining";
  const [typed, put] = useKept(`order typed for ${finding.act}`, EMPTY);
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  const latest = useRef(typed);
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  useEffect(() => {
    box.current?.querySelector(/** @type {"input"} */ ("select, input"))?.focus();
  }, []);
  const orders = allOf("order")
    .filter((one) => one.community === community.value?.id)
    .sort((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id));
  const chosen = orders.find((one) => one.id === typed.order);

  /** @param {Partial<typeof EMPTY>} what */
  function change(what) {
    // What another field told a moment ago is not drawn yet.
    latest.current = { ...latest.current, ...what };
    put(latest.current);
    setTold("");
  }

  async function finish() {
    if (busy || !(await takeFields(box.current))) return;
    const now = latest.current;
    const known = orders.find((one) => one.id === now.order);
    const members = finding.of.filter((one) => !now.without.includes(one));
    const { act } = finding;
    if (!act) return;
    if (members.length === 0) return setTold("Отметьте, кого касается приказ.");
    const date = known?.date ?? now.date;
    if (!date) return setTold("Впишите дату приказа.");
    setBusy(true);
    const done = await doAndSay(async () => {
      const order = known ?? (await newOrder(now.number, date, orders));
      return enterOrder(order, members, act);
    });
    setBusy(false);
    if (!done) return;
    put(EMPTY);
    onClose();
  }

  return (
    <form
      class="mt-3 order-for-all"
      ref={box}
      aria-label={joining ? "Приказ о включении в состав" : "Приказ об исключении из состава"}
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      <div class="fields">
        {orders.length > 0 && (
          <Choice
            label="Приказ"
            value={chosen?.id ?? ""}
            options={[
              { value: "", label: "новый приказ" },
              ...orders.map((one) => ({ value: one.id, label: orderName(one) })),
            ]}
            onSave={(order) => change({ order })}
          />
        )}
        {!chosen && (
          <>
            <TextField
              span={5}
              plain
              label="Номер"
              value={typed.number}
              onSave={(number) => change({ number })}
            />
            <DateField
              span={7}
              label="Дата приказа"
              value={typed.date}
              read={readOldDateHere}
              onSave={(date) => change({ date })}
            />
          </>
        )}
      </div>
      {finding.of.length > 1 && (
        <fieldset class="mt-3">
          <legend class="label">Кого касается</legend>
          <div class="order-for-all__names">
            {finding.of.map((id) => (
              <Tick
                key={id}
                checked={!typed.without.includes(id)}
                onChange={(on) =>
                  change({
                    without: on
                      ? latest.current.without.filter((one) => one !== id)
                      : [...latest.current.without, id],
                  })
                }
              >
                {personName(oneOf("membership", id)?.person ?? "")}
              </Tick>
            ))}
          </div>
        </fieldset>
      )}
      {told && (
        <p class="mt-2 wrong" role="alert">
          {told}
        </p>
      )}
      <p class="mt-3 rowp">
        <Button submit disabled={busy}>
          Внести приказ
        </Button>
        <Button look="quiet" onClick={onClose}>
          Не вносить
        </Button>
      </p>
    </form>
  );
}

/**
 * @param {string} number
 * @param {string} date
 * @param {Order[]} earlier newest first
 * @returns {Promise<Order>}
 */
async function newOrder(number, date, earlier) {
  const [id = ""] = await newIds(1);
  return {
    id,
    community: community.value?.id ?? "",
    kind: "change_roster",
    number,
    date,
    // The same chief signs from year to year.
    issued_by: earlier[0]?.issued_by ?? "",
    school_year: schoolYearOf(date),
    note: "",
  };
}
