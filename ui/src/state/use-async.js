import { useEffect, useState } from "preact/hooks";

import { asRefusal } from "../api/error-view.js";
import { commits } from "./records.js";

/**
 * What the program derives from the records, asked again whenever the disk has something new. The last answer
 * stays until the next one comes, so that nothing flickers; an answer to another question is not shown.
 *
 * @template T
 * @param {string} question what the answer depends on besides the records
 * @param {() => Promise<T>} ask
 * @returns {{told: T | null, wrong: string}}
 */
export function useAsync(question, ask) {
  const [kept, setKept] = useState(
    /** @type {{question: string, told: T | null, wrong: string} | null} */ (null),
  );
  const version = commits.value;
  useEffect(() => {
    let left = false;
    ask().then(
      (told) => !left && setKept({ question, told, wrong: "" }),
      (thrown) => !left && setKept({ question, told: null, wrong: asRefusal(thrown).message }),
    );
    return () => {
      left = true;
    };
  }, [question, version]);
  return kept?.question === question ? kept : { told: null, wrong: "" };
}
