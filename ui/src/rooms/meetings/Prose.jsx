/** @import {ComponentProps} from "preact" */
import { useState } from "preact/hooks";

import { TextArea } from "../../components/field/TextArea.jsx";
import { seenAhead } from "../../features/paper-beside/seen-ahead.js";
import { pasteTable, TABLE_SAID } from "../../features/pasting/pasting.js";

/**
 * Several lines of what was said. A table pasted here is kept as lines, and that is told.
 *
 * @param {ComponentProps<typeof TextArea>} props
 */
export function Prose(props) {
  const [tabled, setTabled] = useState(false);
  return (
    <div onPaste={(event) => pasteTable(event) && setTabled(true)}>
      <TextArea
        {...props}
        onAhead={seenAhead(props.onSave)}
        hint={tabled ? TABLE_SAID : props.hint}
      />
    </div>
  );
}
