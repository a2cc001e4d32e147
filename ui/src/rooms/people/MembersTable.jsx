/** @import {Member} from "../../state/members.js" */
import { go, href } from "../../state/route.js";
import { categoryWords } from "../../words/categories.js";
import { experience } from "../../words/experience.js";
import { tied } from "../../words/numbers.js";
import { fullName } from "../../words/people.js";
import { roleOn } from "../../words/roster.js";
import { roleName } from "./words.js";

/**
 * The members of a day, as on the paper.
 *
 * @param {{members: Member[], on: string}} props
 */
export function MembersTable({ members, on }) {
  return (
    <table class="mt-4 roster" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="roster__no">
            №
          </th>
          <th role="columnheader" scope="col" class="roster__name">
            Фамилия, имя, отчество
          </th>
          <th role="columnheader" scope="col" class="roster__post">
            Должность
          </th>
          <th role="columnheader" scope="col" class="roster__school">
            Организация
          </th>
          <th role="columnheader" scope="col" class="roster__category">
            Категория
          </th>
          <th role="columnheader" scope="col" class="roster__years">
            Стаж
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {members.map(({ membership, person, facts, organisation }, at) => {
          const role = roleOn(membership, on);
          const to = href("people", person.id);
          return (
            <tr
              key={membership.id}
              role="row"
              onClick={() => {
                // A drag of the mouse that marks text is no wish to open the person.
                if (!getSelection()?.toString()) go(to);
              }}
            >
              <td role="cell" class="roster__no soft">
                {at + 1}
              </td>
              <td role="cell">
                <a href={to}>{fullName(facts.name) || "Без имени"}</a>
                {role && <span class="roster__role">{roleName(role)}</span>}
              </td>
              <td role="cell">{facts.post}</td>
              <td role="cell">
                {organisation ? tied(organisation.short_name || organisation.name) : ""}
              </td>
              <td role="cell" data-said="Категория">
                {categoryWords(facts.category)}
              </td>
              <td role="cell" class="nb" data-said="Стаж">
                {experience(facts.works_since, on)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
