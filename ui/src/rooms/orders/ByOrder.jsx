/** @import {Membership, Order} from "../../api/types/records" */
import { ButtonLink } from "../../components/button/Button.jsx";
import { allOf, oneOf } from "../../state/records.js";
import { href, hrefOf } from "../../state/route.js";
import { factsOn, fullName } from "../../words/people.js";
import { FOR_ALL } from "./order-for-all.js";

/**
 * Who came and who left by this order.
 *
 * @param {{order: Order}} props
 */
export function ByOrder({ order }) {
  const members = allOf("membership").sort((a, b) => a.place - b.place);
  const joined = members.filter((member) => member.joined_by === order.id);
  const left = members.filter((member) => member.left_by === order.id);
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

/** @param {{title: string, of: Membership[], on: string}} props */
function Names({ title, of, on }) {
  return (
    <>
      <h3 class="mt-3">{title}</h3>
      <ul class="names">
        {of.map((member) => {
          const person = oneOf("person", member.person);
          const facts = person && factsOn(person, on);
          return (
            <li key={member.id}>
              <a href={hrefOf("person", member.person)}>
                {facts ? fullName(facts.name) : "участник без имени"}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
