/** @import {Attachment} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { FileRow } from "./FileRow.jsx";
import "./files.css";

/**
 * Files one under another, the one added last at the end. One is looked at at a time.
 *
 * @param {{files: Attachment[], next: string}} props `next` gets the focus when a file is deleted
 */
export function FileList({ files, next }) {
  const [looked, setLooked] = useState("");
  if (files.length === 0) return null;
  return (
    <ul class="files">
      {[...files]
        .sort((a, b) => a.id.localeCompare(b.id))
        .map((file) => (
          <FileRow
            key={file.id}
            file={file}
            looked={file.id === looked}
            onLook={(wanted) => setLooked(wanted ? file.id : "")}
            next={next}
          />
        ))}
    </ul>
  );
}
