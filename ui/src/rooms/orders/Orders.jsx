/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Taken} from "../../features/journal/RecordField.jsx" */
/** @import {Route} from "../../state/route.js" */
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { today, year } from "../../state/file.js";
import { readOldDateHere } from "../../state/reading.js";
import { ByOrder } from "./ByOrder.jsx";
import { IssuerField } from "./IssuerField.jsx";
import { FOR_ALL } from "./order-for-all.js";
import { orderKindName, orderName } from "./order-words.js";
import { OrderForAll } from "./OrderForAll.jsx";
import "./orders.css";

/**
 * Orders of the head of education: by which the community was created, who joined and left.
 *
 * @param {{route: Route}} props
 */
export function Orders({ route }) {
  if (route.id === FOR_ALL) return <OrderForAll key={route.place} place={route.place} />;
  return (
    <JournalRoom
      kind="order"
      route={route}
      words={{
        title: "Документы",
        list: "Приказы",
        add: "Внести приказ",
        remove: "Удалить приказ",
        none: "Приказов пока нет",
        why: "Внесите приказ о создании сообщества: его номер и дата войдут в отчёт, а по приказам о составе видно, кто и когда пришёл.",
      }}
      blank={(id, community, earlier) => ({
        id,
        community,
        kind: earlier.length === 0 ? "create" : "change_roster",
        number: "",
        date: today.value,
        // The same chief signs from year to year.
        issued_by: earlier[0]?.issued_by ?? "",
        school_year: earlier.length === 0 ? null : year.value,
        note: "",
      })}
      line={(order) => ({
        title: orderName(order),
        below: <span class="soft">{orderKindName(order.kind)}</span>,
      })}
      heading={(order) => `Приказ ${orderName(order).replace(/^Без/, "без")}`}
      readDate={readOldDateHere}
      fields={{ issued_by: Issuer }}
      blocks={(order) => <ByOrder order={order} />}
    />
  );
}

/** @param {FieldLooks & Taken} props */
const Issuer = (props) => (
  <IssuerField {...props} label="Чей приказ, например: начальник управления образования" />
);
