import { fault, file, phase } from "../state/file.js";
import { FirstStart } from "../rooms/first-start/FirstStart.jsx";
import { Fault } from "./Fault.jsx";
import { Frame, Messages } from "./Frame.jsx";

/** What the window shows: nothing for the moment of asking, a fault, the first start, or the rooms. */
export function App() {
  if (phase.value === "asking") return null;
  if (file.value) return <Frame />;
  return (
    <>
      {fault.value ? <Fault told={fault.value} /> : <FirstStart />}
      <Messages />
    </>
  );
}
