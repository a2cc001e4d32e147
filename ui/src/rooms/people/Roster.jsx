/** @import {Pasted} from "../../features/table-import/pasted.js" */
import { useEffect, useState } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { community, today, year } from "../../state/file.js";
import { useKept } from "../../state/kept.js";
import { membersOf } from "../../state/members.js";
import { covers } from "../../words/roster.js";
import { offerPrinting } from "../../state/printing.js";
import { readOldDateHere } from "../../state/reading.js";
import { allOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { longDate, shortDate } from "../../words/dates.js";
import { counted, plural } from "../../words/numbers.js";
import { EditionTick } from "../../features/paper-beside/EditionTick.jsx";
import { print, savePdf } from "../../features/paper-beside/PaperBeside.jsx";
import { onPaste } from "../../features/table-import/pasted.js";
import { TableImport } from "../../features/table-import/TableImport.jsx";
import { MembersTable } from "./MembersTable.jsx";
import { Organisations, Others, Outside } from "./OtherPeople.jsx";
import { Papers } from "./Papers.jsx";

/**
 * The paper of the roster.
 *
 * @param {string} [on] the day; that of the file where none is given
 */
export const rosterPaper = (on = today.value) => ({
  community: community.value?.id ?? "",
  kind: /** @type {const} */ ("roster"),
  year: year.value,
  meeting: null,
  full: false,
  on,
});

/** Who is in the community on a day, those who come later, and those who have left. */
export function Roster() {
  const [asked, setAsked] = useState(/** @type {string | null} */ (null));
  const on = asked ?? today.value;
  const all = membersOf(on);
  const outside = allOf("person").filter(
    (person) => !allOf("membership").some((membership) => membership.person === person.id),
  );
  const now = all.filter((one) => covers(one.membership, on));
  const later = all.filter((one) => one.membership.from > on);
  const left = all.filter((one) => one.membership.to !== null && one.membership.to < on);
  const schools = new Set(now.map((one) => one.facts.organisation).filter(Boolean)).size;
  useEffect(() => offerPrinting(() => void print(rosterPaper(on))), [on]);
  const [pasting, setPasting] = useKept(
    `roster table ${year.value}`,
    /** @type {Pasted | "asked" | null} */ (null),
  );
  useEffect(() => (pasting ? undefined : onPaste(setPasting)), [pasting]);

  if (pasting) {
    return (
      <PasteList pasted={pasting === "asked" ? null : pasting} onClose={() => setPasting(null)} />
    );
  }
  return (
    <div class="page">
      <div class="head">
        <div>
          <h1>
            {now.length > 0
              ? `В составе ${counted(now.length, "человек", "человека", "человек")}`
              : asked
                ? "В этот день в составе никого нет"
                : "В составе пока никого нет"}
          </h1>
          <p>
            На {longDate(on)}
            {schools > 0 && `, из ${counted(schools, "организации", "организаций", "организаций")}`}
          </p>
        </div>
        {all.length > 0 && (
          <div class="head__act people__acts">
            <Button sign="save" onClick={() => void savePdf(rosterPaper(on))}>
              Сохранить PDF…
            </Button>
            <Button sign="print" onClick={() => void print(rosterPaper(on))}>
              Напечатать
            </Button>
            <ButtonLink look="main" sign="plus" href={href("people", "new")}>
              Добавить участника
            </ButtonLink>
          </div>
        )}
      </div>
      {all.length > 0 && (
        <div class="mt-3 fields people__day">
          <DateField
            span={6}
            label="Состав на день"
            hint={asked ? undefined : "Впишите другой день, чтобы увидеть прежний"}
            value={on}
            read={readOldDateHere}
            onSave={(day) => setAsked(day === today.value ? null : day)}
          />
          <p class="field field--6 people__back">
            <Button look="quiet" sign="sheet" onClick={() => setPasting("asked")}>
              Вставить список…
            </Button>
          </p>
          <p class="field">
            <EditionTick kind="roster" />
          </p>
          {asked && (
            <p class="field field--6 people__back">
              <Button look="quiet" sign="undo" onClick={() => setAsked(null)}>
                На сегодня
              </Button>
            </p>
          )}
        </div>
      )}
      {all.length === 0 && (
        <EmptyRoom
          title="Впишите первого участника"
          action={
            <span class="rowp">
              <ButtonLink look="main" sign="plus" href={href("people", "new")}>
                Добавить участника
              </ButtonLink>
              <Button sign="sheet" onClick={() => setPasting("asked")}>
                Вставить список…
              </Button>
            </span>
          }
        >
          Достаточно фамилии, имени и отчества. Должность, школу и стаж можно дописать потом.
        </EmptyRoom>
      )}
      {now.length > 0 && <MembersTable members={now} on={on} />}
      <Others
        title="Войдут позже"
        members={later}
        words={({ membership }) => `с ${shortDate(membership.from)}`}
      />
      <Others
        title={`${plural(left.length, "Вышел", "Вышли", "Вышли")} из состава`}
        members={left.filter(
          ({ person }) => !now.concat(later).some((one) => one.person.id === person.id),
        )}
        words={({ membership }) =>
          `${shortDate(membership.from)}\u00a0— ${shortDate(membership.to ?? "")}`
        }
        // Whoever left by a former day may be a member today.
        back={!asked}
      />
      <Outside people={outside} on={on} />
      {all.length > 0 && <Papers />}
      <Organisations />
    </div>
  );
}

/**
 * People from a list of Word or Excel.
 *
 * @param {{pasted: Pasted | null, onClose: () => void}} props
 */
function PasteList({ pasted, onClose }) {
  return (
    <TableImport
      asked={{ community: community.value?.id ?? "", kind: "members", year: year.value }}
      pasted={pasted}
      title="Участники из списка"
      onClose={onClose}
    >
      <p class="mt-3 soft">
        Столбцы узнаются по заголовкам: фамилия, имя, отчество, должность, организация, категория,
        стаж, курсы, телефон. Сначала вы увидите, что получится; до кнопки «Добавить» в составе
        ничего не меняется.
      </p>
    </TableImport>
  );
}
