/** @import {Overview} from "../../api/types/findings" */
import { useEffect, useState } from "preact/hooks";

import { overview } from "../../api/overview.js";
import { asRefusal } from "../../api/error-view.js";
import { community, today } from "../../state/file.js";
import { commits } from "../../state/records.js";

/**
 * How the year stands on the day of the file, asked again whenever the disk has something new. The last
 * answer stays until the next one comes, so that nothing flickers.
 */
export function useOverview() {
  const [told, setTold] = useState(/** @type {{whose: string, answer: Overview} | null} */ (null));
  const [wrong, setWrong] = useState("");
  const whose = community.value?.id ?? "";
  const on = today.value;
  const version = commits.value;
  useEffect(() => {
    let left = false;
    overview(whose, on).then(
      (answer) => {
        if (left) return;
        setTold({ whose, answer });
        setWrong("");
      },
      (thrown) => !left && setWrong(asRefusal(thrown).message),
    );
    return () => {
      left = true;
    };
  }, [whose, on, version]);
  return { seen: told?.whose === whose ? told.answer : null, wrong };
}
