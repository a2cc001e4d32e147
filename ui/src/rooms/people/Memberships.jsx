/** @import {Membership, Role, RolePeriod} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { today } from "../../state/file.js";
import { covers } from "../../words/roster.js";
import { readOldDateHere } from "../../state/reading.js";
import { allOf, removeMember } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { change, withPart } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { focusField } from "../../components/field/focus-field.js";
import { moveInRoster } from "./joining.js";
import { inBody } from "../../state/body.js";
import { orderWords, roleName, ROLES } from "./words.js";

/**
 * When a person was in the community, by which orders, and in which role.
 *
 * @param {{id: string, memberships: Membership[]}} props
 */
export function Memberships({ id, memberships }) {
  return memberships.map((one, at) => (
    <section key={one.id}>
      <h2>{memberships.length > 1 ? `В составе, ${at + 1}-й раз` : "В составе"}</h2>
      <MembershipFields one={one} />
      <Roles one={one} />
      {covers(one, today.value) && (
        <p class="rowp">
          <Button look="quiet" flush sign="up" onClick={() => moveInRoster(one.id, -1)}>
            Выше в списке
          </Button>
          <Button look="quiet" sign="lower" onClick={() => moveInRoster(one.id, 1)}>
            Ниже в списке
          </Button>
        </p>
      )}
      <p class="mt-3">
        <Button look="quiet" flush sign="bin" onClick={() => void remove(one.id, id)}>
          Удалить: внесено по ошибке
        </Button>
      </p>
      <p class="hint">
        Если человек вышел из состава, впишите последний день выше: тогда прежние протоколы и отчёт
        останутся верными.
      </p>
    </section>
  ));
}

/**
 * @param {string} membership
 * @param {string} person
 */
async function remove(membership, person) {
  const gone = await removeMember(membership);
  // Whoever is named in a protocol keeps his or her card.
  if (gone) go(gone.includes(person) ? href("people") : href("people", person));
}

/** @param {{one: Membership}} props */
function MembershipFields({ one }) {
  /** @param {Partial<Membership>} what */
  const save = (what) => change("membership", one.id, () => what);
  const orders = [
    { value: "", label: "не указан" },
    ...allOf("order")
      .filter((order) => order.community === one.community)
      .sort((a, b) => b.date.localeCompare(a.date))
      .map((order) => ({ value: order.id, label: orderWords(order) })),
  ];
  const turned = one.to !== null && one.to < one.from;
  return (
    <div class="mt-2 fields">
      <DateField
        id={`from-${one.id}`}
        span={6}
        label="С какого дня"
        value={one.from}
        read={readOldDateHere}
        required="Впишите, с какого дня человек в составе."
        onSave={(from) => from && save({ from })}
      />
      <Choice
        span={6}
        label="Приказ о включении"
        value={one.joined_by ?? ""}
        options={orders}
        onSave={(order) => save({ joined_by: order || null })}
      />
      <DateField
        span={6}
        label="По какой день, если вышел"
        value={one.to}
        read={readOldDateHere}
        wrong={turned ? "Последний день раньше первого. Исправьте одну из дат." : null}
        onSave={(to) => save({ to })}
      />
      <Choice
        span={6}
        label="Приказ об исключении"
        value={one.left_by ?? ""}
        options={orders}
        onSave={(order) => save({ left_by: order || null })}
      />
    </div>
  );
}

/** @param {{one: Membership}} props */
function Roles({ one }) {
  /**
   * @param {number} at
   * @param {Partial<RolePeriod>} what
   */
  const save = (at, what) =>
    change("membership", one.id, (now) => ({ roles: withPart(now.roles, at, what) }));
  return (
    <>
      {one.roles.map((period, at) => (
        <fieldset key={at} class="mt-3 part">
          <legend class="label">
            <b>Роль в {inBody()}</b>
          </legend>
          <div class="fields">
            <Choice
              id={`role-${one.id}-${at}`}
              label="Роль"
              quiet
              value={period.role}
              options={ROLES.map((value) => ({ value, label: roleName(value) }))}
              onSave={(role) => save(at, { role: /** @type {Role} */ (role) })}
            />
            <DateField
              span={6}
              label="С (пусто: с начала)"
              value={period.from}
              read={readOldDateHere}
              onSave={(from) => save(at, { from })}
            />
            <DateField
              span={6}
              label="По (пусто: до сих пор)"
              value={period.to}
              read={readOldDateHere}
              wrong={
                period.from && period.to && period.to < period.from
                  ? "Последний день раньше первого."
                  : null
              }
              onSave={(to) => save(at, { to })}
            />
          </div>
          <Button
            look="quiet"
            flush
            sign="bin"
            onClick={() =>
              dropPart("membership", one.id, "roles", at, "Роль убрана.", `from-${one.id}`)
            }
          >
            Убрать роль
          </Button>
        </fieldset>
      ))}
      <p class="mt-2 rowp">
        {
          /** @type {Role[]} */ (["leader", "secretary"]).map(
            (role) =>
              !one.roles.some((period) => period.role === role && period.to === null) && (
                <Button
                  key={role}
                  look="quiet"
                  flush
                  sign="plus"
                  onClick={() => {
                    change("membership", one.id, (now) => ({
                      roles: [...now.roles, { role, from: null, to: null }],
                    }));
                    // The button goes away with the press.
                    focusField(`role-${one.id}-${one.roles.length}`);
                  }}
                >
                  {role === "leader" ? "Назначить руководителем" : "Назначить секретарём"}
                </Button>
              ),
          )
        }
      </p>
    </>
  );
}
