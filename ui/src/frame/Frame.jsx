import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { flushFields } from "../components/field/unsaved.js";
import { BeforeClosing } from "../features/backups/BeforeClosing.jsx";
import { CopyNote } from "../features/backups/CopyNote.jsx";
import { ClausePanel } from "../features/clauses/ClausePanel.jsx";
import { Toast } from "../components/toast/Toast.jsx";
import { rooms } from "../rooms/index.js";
import { file, year } from "../state/file.js";
import { dismissMessage, holdMessage, message } from "../state/messages.js";
import { loaded } from "../state/records.js";
import { hrefOfRoute, route } from "../state/route.js";
import { followSteps, showPlacesWith } from "../state/steps.js";
import { Bar } from "./Bar.jsx";
import { Catch } from "./Catch.jsx";
import { ClockQuestion } from "./ClockQuestion.jsx";
import { ExampleMark } from "./ExampleMark.jsx";
import { OnlyReadMark } from "./OnlyReadMark.jsx";
import { keepInSight } from "./in-sight.js";
import { keepFocus } from "./keep-focus.js";
import { FIND_ID, listenToKeys } from "./keys.js";
import { followFocus, forgetLooks, giveLook, keepLook } from "./place.js";
import { LeftOver } from "./LeftOver.jsx";
import { shownRoom } from "./loaded-rooms.js";
import { Rail } from "./Rail.jsx";
import { SavingFault } from "./SavingFault.jsx";
import { Unwritten } from "./Unwritten.jsx";
import { showStep } from "./show-step.js";
import "./unwritten.css";

/** The window when a file is open: rooms on the left, the bar above, the room itself. */
export function Frame() {
  useEffect(listenToKeys, []);
  useEffect(keepFocus, []);
  useEffect(followSteps, []);
  useEffect(() => showPlacesWith(showStep), []);
  useEffect(() => {
    // Another window, or the end of the program: what is typed goes to the disk without waiting for a pause.
    addEventListener("blur", flushFields);
    addEventListener("beforeunload", flushFields);
    return () => {
      removeEventListener("blur", flushFields);
      removeEventListener("beforeunload", flushFields);
    };
  }, []);
  return (
    <>
      <div class="app">
        <Rail />
        <Bar>
          <Messages />
        </Bar>
        <Outlet />
      </div>
      <Unwritten />
      <BeforeClosing />
      <ClausePanel />
    </>
  );
}

/** The room of the address. */
function Outlet() {
  const inside = useRef(/** @type {HTMLDivElement | null} */ (null));
  const address = hrefOfRoute(route.value);
  const shown = rooms.find(({ id }) => id === route.value.room) ?? rooms[0];
  const Room = shown ? shownRoom(shown.id) : null;
  const drawn = loaded.value && Boolean(Room);
  useEffect(() => (inside.current ? followFocus(inside.current) : undefined), []);
  useEffect(() => (inside.current ? keepInSight(inside.current) : undefined), []);
  useEffect(forgetLooks, [file.value, year.value]);
  useEffect(() => {
    let last = hrefOfRoute(route.peek());
    // The address has changed, and what is on the screen is still the room that is left.
    return effect(() => {
      const next = hrefOfRoute(route.value);
      if (next !== last && inside.current) keepLook(last, inside.current);
      last = next;
    });
  }, []);
  const first = useRef(true);
  useEffect(() => {
    // A new room is read from its top and gets the focus, as a new page would: not on the first picture, and
    // not from under the hands of someone who is typing what to find.
    if (!first.current && document.activeElement?.id !== FIND_ID) inside.current?.focus();
    first.current = false;
    inside.current?.scrollTo(0, 0);
  }, [shown?.id, Boolean(Room)]);
  useEffect(() => {
    // After the room itself has gone to the place that the address names.
    const { place, words } = route.value;
    if (drawn && inside.current) giveLook(address, inside.current, place + words !== "");
  }, [address, drawn]);
  if (!shown) return null;
  const { title } = shown;
  return (
    <main class="room" id="room" aria-label={title} aria-busy={Room ? undefined : "true"}>
      <ExampleMark />
      <OnlyReadMark />
      <ClockQuestion />
      <SavingFault />
      <CopyNote />
      <LeftOver />
      <div class="room__inside" tabIndex={-1} ref={inside}>
        {loaded.value && Room && (
          <Catch key={shown.id}>
            <Room route={route.value} />
          </Catch>
        )}
      </div>
    </main>
  );
}

export function Messages() {
  const said = message.value;
  return (
    <Toast
      text={said?.text ?? ""}
      action={said?.action}
      onAct={said?.act}
      also={said?.also}
      onClose={dismissMessage}
      onHold={holdMessage}
    />
  );
}
