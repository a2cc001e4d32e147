import { useEffect } from "preact/hooks";

import { BroughtCopy } from "../features/backups/BroughtCopy.jsx";
import { Damage } from "../features/damage/Damage.jsx";
import { LockScreen } from "../features/password/LockScreen.jsx";
import { fault, file, phase } from "../state/file.js";
import { route } from "../state/route.js";
import { Fault } from "./Fault.jsx";
import { Frame, Messages } from "./Frame.jsx";
import { listenToHelp } from "./keys.js";
import { shownRoom } from "./loaded-rooms.js";

/** What the window shows: nothing for the moment of asking, the lock, a fault, the first start, or the rooms. */
export function App() {
  if (phase.value === "asking") return null;
  return (
    <>
      {file.value ? <Frame /> : <NoFile />}
      <BroughtCopy />
    </>
  );
}

/** No file is open, so there are no rooms; the guide is there all the same. */
function NoFile() {
  useEffect(listenToHelp, []);
  return (
    <>
      <Instead />
      <Messages />
    </>
  );
}

function Instead() {
  const Help = shownRoom("help");
  const FirstStart = shownRoom("first-start");
  if (route.value.room === "help" && Help) {
    return (
      <main class="room room--alone" aria-label="Справка">
        <div class="room__inside">
          <Help route={route.value} />
        </div>
      </main>
    );
  }
  const told = fault.value;
  if (!told) return FirstStart && <FirstStart route={route.value} />;
  if (told.code === "needs_key") return <LockScreen />;
  return told.code === "damaged" ? <Damage told={told} /> : <Fault told={told} />;
}
