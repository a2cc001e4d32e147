/** @import {Room} from "../rooms/index.js" */
import { useEffect, useRef } from "preact/hooks";

import { Icon } from "../components/icon/Icon.jsx";
import { rooms } from "../rooms/index.js";
import { community } from "../state/file.js";
import { oneOf } from "../state/records.js";
import { comeBack } from "./place.js";
import { wayTo } from "../state/places.js";
import { href, route } from "../state/route.js";
import { scale } from "../state/scale.js";

/** The rooms by name. A room stands here as soon as it is registered. */
export function Rail() {
  const here = community.value;
  const district = oneOf("community", here?.id)?.district ?? "";
  const seen = rooms.filter((one) => !one.hidden);
  const rail = useRef(/** @type {HTMLElement | null} */ (null));
  const { room } = route.value;
  const letters = scale.value;
  useEffect(() => {
    // In large letters the rail is a strip longer than the window; only the strip moves, never the window.
    const strip = rail.current;
    const here = strip?.querySelector("[aria-current]");
    if (!strip || !(here instanceof HTMLElement)) return;
    const end = here.offsetLeft + here.offsetWidth;
    if (here.offsetLeft < strip.scrollLeft) strip.scrollLeft = here.offsetLeft;
    else if (end > strip.scrollLeft + strip.clientWidth) strip.scrollLeft = end - strip.clientWidth;
  }, [room, letters]);
  return (
    <nav class="rail" aria-label="Разделы" ref={rail}>
      <p class="rail__name">
        {here?.short_name || here?.name}
        <span>{district}</span>
      </p>
      <ul>{seen.map((room) => !room.last && <Entry key={room.id} room={room} />)}</ul>
      <ul class="rail__end">
        {seen.map((room) => room.last && <Entry key={room.id} room={room} />)}
      </ul>
    </nav>
  );
}

/** @param {{room: Room}} props */
function Entry({ room }) {
  const count = room.count?.() ?? 0;
  return (
    <li>
      <a
        href={wayTo(room.id, href(room.id))}
        onClick={comeBack}
        aria-current={route.value.room === room.id ? "page" : undefined}
      >
        <Icon sign={room.icon} />
        <span>{room.title}</span>
        {count > 0 && (
          <span class="n">
            {count}
            {room.counted && <span class="hidden"> {room.counted}</span>}
          </span>
        )}
      </a>
    </li>
  );
}
