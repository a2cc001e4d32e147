import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { href } from "../../state/route.js";
import { copyFault } from "./work.js";

/** The copy of the start was not made: why, and the way to the copies. It lies over nothing and waits for nobody. */
export function CopyNote() {
  const why = copyFault.value;
  if (!why) return null;
  return (
    <div class="saving-fault">
      <Note what="Запасная копия сегодня не сделана" role="status">
        <div class="bar2">
          <p>
            {why} <a href={href("settings", "", "backups")}>К запасным копиям</a>
          </p>
          <Button onClick={() => (copyFault.value = "")}>Понятно</Button>
        </div>
      </Note>
    </div>
  );
}
