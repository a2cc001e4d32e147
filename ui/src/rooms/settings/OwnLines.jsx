/** @import {OwnList} from "../../features/own-lists/own-lists.js" */
import { useId, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { changeList, dropLine, ownList } from "../../features/own-lists/own-lists.js";

/**
 * Lines of one's own: phrases, standing questions. A line that was added and never written is not kept.
 *
 * @param {{list: OwnList, label: string, add: string, dropped: string}} props `label` names one line, `dropped`
 *   is said when one is taken out
 */
export function OwnLines({ list, label, add, dropped }) {
  const lines = ownList(list);
  const own = useId();
  const [fresh, setFresh] = useState(false);
  const shown = fresh ? [...lines, ""] : lines;

  /** @param {number} at @param {string} text */
  function keep(at, text) {
    if (at < lines.length)
      return changeList(list, (all) => all.map((one, i) => (i === at ? text : one)));
    if (!text.trim()) return;
    setFresh(false);
    changeList(list, (all) => [...all, text]);
  }
  return (
    <>
      <ul class="own">
        {shown.map((line, at) => (
          // A line has nothing but its place to be told by; what was typed stays in the field meanwhile.
          <li key={at}>
            <TextArea
              id={`${own}-${at}`}
              quiet
              label={`${label} ${at + 1}`}
              value={line}
              onSave={(text) => keep(at, text)}
            />
            <Button
              look="quiet"
              onClick={() => {
                if (at < lines.length) dropLine(list, at, dropped);
                else setFresh(false);
                focusField(`${own}-add`);
              }}
            >
              <span>
                Удалить
                <span class="hidden">
                  : {label.toLowerCase()} {at + 1}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <Button
        id={`${own}-add`}
        look="quiet"
        sign="plus"
        flush
        disabled={fresh}
        onClick={() => {
          setFresh(true);
          focusField(`${own}-${lines.length}`);
        }}
      >
        {add}
      </Button>
    </>
  );
}
