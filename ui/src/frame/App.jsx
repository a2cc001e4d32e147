import { useEffect } from "preact/hooks";

import { Damage } from "../features/damage/Damage.jsx";
import { LockScreen } from "../features/password/LockScreen.jsx";
import { fault, file, phase } from "../state/file.js";
import { route } from "../state/route.js";
import { FirstStart } from "../rooms/first-start/FirstStart.jsx";
import { Help } from "../rooms/help/Help.jsx";
import { Fault } from "./Fault.jsx";
import { Frame, Messages } from "./Frame.jsx";
import { listenToHelp } from "./keys.js";

/** What the window shows: nothing for the moment of asking, the lock, a fault, the first start, or the rooms. */
export function App() {
  if (phase.value === "asking") return null;
  return file.value ? <Frame /> : <NoFile />;
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
  if (route.value.room === "help") {
    return (
      <main class="room room--alone" aria-label="Справка">
        <div class="room__inside">
          <Help route={route.value} />
        </div>
      </main>
    );
  }
  const told = fault.value;
  if (!told) return <FirstStart />;
  if (told.code === "needs_key") return <LockScreen />;
  return told.code === "damaged" ? <Damage told={told} /> : <Fault told={told} />;
}
