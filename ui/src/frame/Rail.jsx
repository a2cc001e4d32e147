/** @import {Room} from "../rooms/index.js" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Button } from "../components/button/Button.jsx";
import { Icon } from "../components/icon/Icon.jsx";
import { ClauseLinks } from "../features/clauses/ClauseLink.jsx";
import { openCount } from "../features/assignments/decisions-here.js";
import { clausesOf } from "../features/clauses/of-rooms.js";
import { keptJournals } from "../features/journals/kept.js";
import { rooms } from "../rooms/index.js";
import { hasPassword, lockNow } from "../state/lock.js";
import { community } from "../state/file.js";
import { oneOf } from "../state/records.js";
import { comeBack } from "./place.js";
import { wayTo } from "../state/places.js";
import { href, route } from "../state/route.js";
import { NAME_HEIGHT } from "./shell.js";

/**
 * The rooms by name. A room stands here as soon as it is registered. In large letters the names lie behind one button
 * that says where one is, so that the room keeps the window.
 */
export function Rail() {
  const here = community.value;
  // The records come after the file; the names below must not move then from under a hand.
  const district = oneOf("community", here?.id)?.district ?? here?.district;
  const seen = rooms.filter((room) => !room.hidden && !room.within);
  const current = rooms.find(({ id }) => id === route.value.room) ?? rooms[0];
  const [open, setOpen] = useState(false);
  const rail = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => setOpen(false), [route.value]);
  return (
    <nav
      class="rail"
      aria-label="Разделы"
      data-open={open ? "" : undefined}
      ref={rail}
      onKeyDown={(event) => {
        if (event.code !== "Escape" || !open) return;
        event.stopPropagation();
        setOpen(false);
        rail.current?.querySelector("button")?.focus();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (open && !(to instanceof Node && rail.current?.contains(to))) setOpen(false);
      }}
    >
      <span class="rail__open">
        <Button look="bar" sign="down" signAfter expanded={open} onClick={() => setOpen(!open)}>
          <span>
            <span class="hidden">Разделы, сейчас </span>
            {current?.title}
          </span>
        </Button>
      </span>
      <div class="rail__all">
        <p class="rail__name" ref={keepHeight}>
          {here?.short_name || here?.name}
          <span>{district}</span>
        </p>
        <ul>{seen.map((room) => !room.last && <Entry key={room.id} room={room} />)}</ul>
        <ul class="rail__end">
          {hasPassword.value && (
            <li>
              <button type="button" class="rail__lock" onClick={() => void lockNow()}>
                <Icon sign="lock" />
                <span>Закрыть паролем</span>
              </button>
            </li>
          )}
          {seen.map((room) => room.last && <Entry key={room.id} room={room} />)}
        </ul>
      </div>
    </nav>
  );
}

/**
 * The next start leaves the same room for the name, so that the entries stand at once where they will be.
 *
 * @param {HTMLElement | null} name
 */
function keepHeight(name) {
  if (name?.offsetHeight) localStorage.setItem(NAME_HEIGHT, String(name.offsetHeight));
}

/** What waits in a room, and what is counted, for a screen reader. */
const WAITING = new Map([["decisions", { of: openCount, words: "открытых" }]]);

/** @param {{room: Room}} props */
function Entry({ room }) {
  const waiting = WAITING.get(room.id);
  const count = waiting?.of.value ?? 0;
  const here = rooms.find(({ id }) => id === route.value.room);
  const isHere = here?.id === room.id;
  const within = isHere || here?.within === room.id ? journalsWithin(room.id) : [];
  return (
    <li>
      <a
        // A room of others is gone back to as it is: from one of them it is the way up.
        href={here?.within === room.id ? href(room.id) : wayTo(room.id, href(room.id))}
        onClick={comeBack}
        aria-current={isHere ? "page" : undefined}
      >
        {room.icon && <Icon sign={room.icon} />}
        <span>{room.title}</span>
        {count > 0 && (
          <span class="n">
            {count}
            <span class="hidden"> {waiting?.words}</span>
          </span>
        )}
      </a>
      {isHere && <Serves room={room.id} />}
      {within.length > 0 && (
        <ul class="rail__within">
          {within.map((journal) => (
            <li key={journal.id}>
              <a
                href={wayTo(journal.id, href(journal.id))}
                onClick={comeBack}
                aria-current={here?.id === journal.id ? "page" : undefined}
              >
                <span>{journal.title}</span>
              </a>
              {here?.id === journal.id && <Serves room={journal.id} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/**
 * Which clauses of the regulation the room serves: each can be pressed and read.
 *
 * @param {{room: string}} props
 */
function Serves({ room }) {
  const clauses = clausesOf(room);
  if (clauses.length === 0) return null;
  return (
    <p class="rail__serves">
      <span class="hidden">По Положению: </span>
      <ClauseLinks numbers={clauses} />
    </p>
  );
}

/**
 * The journals that are kept, in the order in which they are offered.
 *
 * @param {string} of the room from which they are entered
 */
const journalsWithin = (of) =>
  keptJournals.value.flatMap((journal) =>
    rooms.filter((room) => room.within === of && room.id === journal.room),
  );
