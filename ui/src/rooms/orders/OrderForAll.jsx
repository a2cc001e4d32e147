/** @import {FindingView} from "../../api/types/views" */
/** @import {Order, OrderKind} from "../../api/types/records" */
/** @import {Change} from "./order-for-all.js" */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { overview } from "../../api/overview.js";
import { newIds } from "../../api/records.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { takeFields } from "../../components/field/unsaved.js";
import { community, today, year } from "../../state/file.js";
import { membersOf } from "../../state/members.js";
import { notifyError } from "../../state/messages.js";
import { readDateHere } from "../../state/reading.js";
import { allOf, allSaved, oneOf, saveRecords } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { undo } from "../../state/steps.js";
import { shortDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { fullName } from "../../words/people.js";
import { goOnByEnter } from "../../components/field/enter.js";
import { focusField } from "../../components/field/focus-field.js";
import { IssuerField } from "./IssuerField.jsx";
import { byOrder, changesOf, withoutOrder } from "./order-for-all.js";
import { ORDER_KINDS, orderName } from "./order-words.js";

const NUMBER = "order-for-all-number";
const DATE = "order-for-all-date";
const WHOM = "order-for-all-whom";
/** @param {FindingView & {act?: string | null, of?: string[]}} finding what it says of several records at once */
const forAll = ({ act, of }) => ({ act, of });
const ACTS = { joined: "order_of_joining", left: "order_of_leaving" };

/**
 * One order for everybody whom it names: entered, or chosen, once.
 *
 * @param {{place: string}} props who is meant: «joined», «left», or an order that is entered already
 */
export function OrderForAll({ place }) {
  const change = /** @type {Change} */ (place === "left" ? "left" : "joined");
  const given = oneOf("order", place);
  const orders = allOf("order").sort((a, b) => b.date.localeCompare(a.date));
  const [chosen, setChosen] = useState(given?.id ?? "");
  const [typed, setTyped] = useState({
    number: "",
    date: /** @type {string | null} */ (null),
    issued_by: orders[0]?.issued_by ?? "",
    kind: /** @type {OrderKind} */ (orders.length === 0 ? "create" : "change_roster"),
  });
  const [ticked, setTicked] = useState(/** @type {ReadonlySet<string> | null} */ (null));
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const whose = community.value?.id ?? "";

  const members = membersOf(today.value);
  const open = withoutOrder(
    members.map((member) => member.membership),
    change,
  );
  useLayoutEffect(() => document.getElementById(given ? WHOM : NUMBER)?.focus(), []);
  useEffect(() => {
    // Those whom the finding names are ticked; with an order at hand nobody is, since it may name a few only.
    if (given) return setTicked(new Set());
    overview(whose, today.value).then(
      ({ findings }) => {
        const named = findings.map(forAll).find((finding) => finding.act === ACTS[change])?.of;
        setTicked(new Set(named ?? open.map(({ id }) => id)));
      },
      () => setTicked(new Set()),
    );
  }, [whose, change]);
  const picked = open.filter(({ id }) => ticked?.has(id));

  // What is taken just before the order is entered is not drawn by then.
  const latest = useRef(typed);
  /** @param {Partial<typeof typed>} what */
  function keep(what) {
    latest.current = { ...latest.current, ...what };
    setTyped(latest.current);
  }

  /** @param {HTMLElement} form */
  async function enter(form) {
    if (busy || !(await takeFields(form))) return;
    setBusy(true);
    try {
      await save();
    } catch (thrown) {
      notifyError(thrown);
    }
    setBusy(false);
  }
  async function save() {
    await allSaved();
    const known = oneOf("order", chosen);
    const [id = ""] = known ? [known.id] : await newIds(1);
    const order = known ?? fresh(id);
    if (!order) {
      setWrong("Впишите дату приказа: без неё не сказать, с какого дня он действует.");
      return focusField(DATE);
    }
    const changed = changesOf(known ? null : order, byOrder(picked, id, change));
    const people = counted(picked.length, "человека", "человек", "человек");
    const said = `Приказ ${orderName(order)} внесён для ${people}.`;
    if (await saveRecords(changed, said, () => void undo())) go(href("documents", id));
  }
  /**
   * @param {string} id
   * @returns {Order | null}
   */
  function fresh(id) {
    const { date, ...rest } = latest.current;
    if (!date) return null;
    return { ...rest, id, community: whose, date, school_year: year.value, note: "" };
  }
  return (
    <div class="page">
      <div class="orders__narrow">
        <ButtonLink look="quiet" flush sign="back" href={href("documents", given?.id ?? "")}>
          К приказам
        </ButtonLink>
        <h1>{change === "joined" ? "Приказ о тех, кто в составе" : "Приказ о тех, кто вышел"}</h1>
        <form
          class="mt-3"
          onSubmit={(event) => {
            event.preventDefault();
            void enter(event.currentTarget);
          }}
          onKeyDown={(event) => {
            const form = event.currentTarget;
            goOnByEnter(event, () => void enter(form));
          }}
        >
          <div class="fields">
            {orders.length > 0 && (
              <Choice
                label="Какой приказ"
                value={chosen}
                options={[
                  { value: "", label: "новый, впишу ниже" },
                  ...orders.map((order) => ({ value: order.id, label: orderName(order) })),
                ]}
                onSave={setChosen}
              />
            )}
            {chosen === "" && (
              <>
                <TextField
                  id={NUMBER}
                  span={4}
                  plain
                  label="Номер"
                  value={typed.number}
                  onSave={(number) => keep({ number })}
                />
                <DateField
                  id={DATE}
                  span={8}
                  label="Дата"
                  value={typed.date}
                  read={readDateHere}
                  wrong={wrong || null}
                  onSave={(date) => {
                    setWrong("");
                    keep({ date });
                  }}
                />
                <IssuerField
                  label="Чей приказ, например: начальник управления образования"
                  value={typed.issued_by}
                  onSave={(issued_by) => keep({ issued_by })}
                />
                <Choice
                  label="О чём"
                  value={typed.kind}
                  options={ORDER_KINDS}
                  onSave={(kind) => keep({ kind: /** @type {OrderKind} */ (kind) })}
                />
              </>
            )}
          </div>
          <section class="mt-4" aria-labelledby={WHOM}>
            <h2 id={WHOM} tabIndex={-1}>
              {change === "joined" ? "Кого он включил" : "Кого он исключил"}
            </h2>
            {open.length === 0 && <p class="mt-2 soft">У всех участников приказ уже указан.</p>}
            <ul class="mt-2 names">
              {members
                .filter(({ membership }) => open.includes(membership))
                .map(({ membership, facts }) => (
                  <li key={membership.id}>
                    <Tick
                      checked={ticked?.has(membership.id) ?? false}
                      onChange={(on) =>
                        setTicked((now) => {
                          const next = new Set(now);
                          if (on) next.add(membership.id);
                          else next.delete(membership.id);
                          return next;
                        })
                      }
                    >
                      {fullName(facts.name)}
                      <span class="soft">
                        ,{" "}
                        {change === "joined"
                          ? `с ${shortDate(membership.from)}`
                          : `по ${shortDate(membership.to ?? "")}`}
                      </span>
                    </Tick>
                  </li>
                ))}
            </ul>
          </section>
          <p class="mt-4">
            <Button look="main" sign="check" submit disabled={busy || picked.length === 0}>
              {picked.length === 0
                ? "Внести приказ"
                : `Внести приказ для ${counted(picked.length, "человека", "человек", "человек")}`}
            </Button>
          </p>
        </form>
      </div>
    </div>
  );
}
