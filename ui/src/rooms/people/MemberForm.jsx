/** @import {FullName} from "../../api/types/records" */
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { isCertificate } from "../../features/courses/certificates.js";
import { AttachedFiles } from "../../features/files/AttachedFiles.jsx";
import { History } from "../../features/history/History.jsx";
import { today } from "../../state/file.js";
import { membersOf } from "../../state/members.js";
import { covers, roleOn } from "../../words/roster.js";
import { oneOf, removeRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { factsOn, withInitials } from "../../words/people.js";
import { PaperBeside } from "../../features/paper-beside/PaperBeside.jsx";
import { Courses } from "./Courses.jsx";
import { Growth } from "./Growth.jsx";
import { FactsFields } from "./FactsFields.jsx";
import { joinFrom } from "./joining.js";
import { Memberships } from "./Memberships.jsx";
import { PersonalData } from "./PersonalData.jsx";
import { rosterPaper } from "./Roster.jsx";
import { ofBody } from "../../state/body.js";
import { roleName } from "./words.js";

/** So many letters of a surname stand in a line of the list. */
const LONG = 15;

/**
 * A person: facts, membership, courses, attestation, awards, self-education, with the roster beside them.
 *
 * @param {{id: string, place: string}} props
 */
export function MemberForm({ id, place }) {
  const on = today.value;
  const person = oneOf("person", id);
  const facts = person && factsOn(person, on);
  if (!person || !facts) {
    return (
      <div class="page">
        <EmptyRoom
          title="Этой записи нет"
          action={<ButtonLink href={href("people")}>К составу</ButtonLink>}
        >
          Возможно, она удалена.
        </EmptyRoom>
      </div>
    );
  }
  const all = membersOf(on);
  const own = all.filter((one) => one.person.id === id).map((one) => one.membership);
  const now = own.find((one) => covers(one, on));
  const role = now && roleOn(now, on);
  const shown = place === "paper";
  return (
    <div class="trio" data-show={shown ? "paper" : undefined}>
      <div class="trio__list people__list">
        <div class="top">
          <ButtonLink sign="back" wide href={href("people")}>
            Состав
          </ButtonLink>
        </div>
        <PickList label="Участники" current={id} items={picks(all, on)} />
      </div>
      <div class="trio__form" key={id}>
        <div class="head stay">
          <div>
            {/* Of one line and without the parts that are being typed, so that the fields stay where they are. */}
            <h1 class="people__heading">{withInitials(facts.name) || "Без имени"}</h1>
            <p class="soft">
              {now ? (role ? roleName(role) : `участник ${ofBody()}`) : "сейчас не в составе"}
            </p>
          </div>
          <div class="head__act only-narrow">
            <ButtonLink sign="sheet" href={href("people", id, shown ? "" : "paper")}>
              {shown ? "К записям" : "Как напечатается"}
            </ButtonLink>
          </div>
        </div>
        <FactsFields person={person} />
        <Memberships id={id} memberships={own} />
        {own.length === 0 && <Outside id={id} />}
        <Courses person={person} />
        <Growth person={person} />
        <PersonalData person={person} />
        <AttachedFiles of={id} only={(file) => !isCertificate(file, person)} />
        <History of={[id, ...own.map((membership) => membership.id)]} />
      </div>
      <PaperBeside request={rosterPaper()} />
    </div>
  );
}

/**
 * A person whose records stay though he or she is in no roster.
 *
 * @param {{id: string}} props
 */
function Outside({ id }) {
  async function remove() {
    if (await removeRecord(id)) go(href("people"));
  }
  return (
    <section>
      <h2>Не в составе</h2>
      <p class="mt-3 rowp">
        <Button sign="plus" onClick={() => void joinFrom(id, today.value)}>
          Добавить в состав
        </Button>
        <Button look="quiet" sign="bin" onClick={() => void remove()}>
          Удалить карточку
        </Button>
      </p>
    </section>
  );
}

/**
 * «Щербакова-Дёмина А. В.» in a narrow column: broken at the hyphen or before the initials, never inside a word.
 *
 * @param {{name: FullName}} props
 */
function ShortName({ name }) {
  const [surname = "", ...initials] = withInitials(name).split("\u00a0");
  const longest = Math.max(...surname.split("-").map((part) => part.length));
  return (
    <span class={longest > LONG ? "is-long" : undefined}>
      {surname || "Без имени"} <span class="nb">{initials.join("\u00a0")}</span>
    </span>
  );
}

/**
 * Each person once, though he or she may have been a member twice.
 *
 * @param {ReturnType<typeof membersOf>} all
 * @param {string} on
 */
function picks(all, on) {
  const order = [...all].sort(
    (a, b) => Number(covers(b.membership, on)) - Number(covers(a.membership, on)),
  );
  const once = order.filter(
    (one, at) => order.findIndex((other) => other.person.id === one.person.id) === at,
  );
  return once.map(({ person, facts, membership }) => {
    const role = roleOn(membership, on);
    const away = !covers(membership, on);
    const said = away
      ? membership.from > on
        ? "войдёт позже"
        : "не в составе"
      : role && roleName(role);
    return {
      id: person.id,
      href: href("people", person.id),
      title: <ShortName name={facts.name} />,
      below: said ? <span class="soft small">{said}</span> : undefined,
    };
  });
}
