import { useEffect, useState } from "preact/hooks";

import { missingDictionary } from "../../api/spelling.js";

/** Why words with mistakes are not underlined; nothing where they are. */
export function Spelling() {
  const [missing, setMissing] = useState("");
  useEffect(() => {
    let left = false;
    missingDictionary().then(
      (said) => left || setMissing(said),
      // Where it cannot be told, nothing is said.
      () => {},
    );
    return () => {
      left = true;
    };
  }, []);
  return missing ? <p class="mt-2">{missing}</p> : null;
}
