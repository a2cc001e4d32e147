/** @import {Order as OrderRecord} from "../../api/types/records" */
/** @import {Route} from "../../state/route.js" */
import { useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { community, today, year } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { allOf, oneOf, saveRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { Order } from "./Order.jsx";
import { FOR_ALL } from "./order-for-all.js";
import { orderKindName, orderName } from "./order-words.js";
import { OrderForAll } from "./OrderForAll.jsx";
import "./documents.css";

/**
 * Orders of the head of education: by which the community was created, who joined and left.
 *
 * @param {{route: Route}} props
 */
export function Documents({ route }) {
  const [added, setAdded] = useState("");
  const orders = allOf("order").sort(
    (a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id),
  );
  // A file of the search's hit leads to the order that it belongs to.
  const wanted = oneOf("attachment", route.id)?.belongs_to ?? route.id;
  const current = orders.find((one) => one.id === wanted) ?? orders[0];

  if (route.id === FOR_ALL) return <OrderForAll key={route.place} place={route.place} />;

  async function add() {
    const whose = community.value;
    if (!whose) return;
    try {
      const [id = ""] = await newIds(1);
      saveRecord({ kind: "order", record: blank(id, whose.id, orders) });
      setAdded(id);
      go(href("documents", id));
    } catch (thrown) {
      notify({ text: asRefusal(thrown).message });
    }
  }

  if (!current) {
    return (
      <div class="page">
        <h1>Документы</h1>
        <div class="mt-4">
          <EmptyRoom
            title="Приказов пока нет"
            action={
              <Button look="main" sign="plus" onClick={() => void add()}>
                Внести приказ
              </Button>
            }
          >
            Внесите приказ о создании сообщества: его номер и дата войдут в отчёт, а по приказам о
            составе видно, кто и когда пришёл.
          </EmptyRoom>
        </div>
      </div>
    );
  }
  return (
    <div class="trio documents">
      <div class="trio__list">
        <div class="top">
          <Button look="main" sign="plus" onClick={() => void add()}>
            Внести приказ
          </Button>
        </div>
        <PickList
          label="Приказы"
          current={current.id}
          items={orders.map((one) => ({
            id: one.id,
            href: href("documents", one.id),
            title: orderName(one),
            below: <span class="soft">{orderKindName(one.kind)}</span>,
          }))}
        />
      </div>
      <div class="trio__form">
        <Order key={current.id} order={current} fresh={current.id === added} />
      </div>
    </div>
  );
}

/**
 * @param {string} id
 * @param {string} whose
 * @param {OrderRecord[]} earlier newest first
 * @returns {OrderRecord}
 */
const blank = (id, whose, earlier) => ({
  id,
  community: whose,
  kind: earlier.length === 0 ? "create" : "change_roster",
  number: "",
  date: today.value,
  // The same chief signs from year to year.
  issued_by: earlier[0]?.issued_by ?? "",
  school_year: earlier.length === 0 ? null : year.value,
  note: "",
});
