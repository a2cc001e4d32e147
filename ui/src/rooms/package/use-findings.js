/** @import {FindingView} from "../../api/types/views" */
/** @import {Refusal} from "../../api/error-view.js" */
import { useEffect, useState } from "preact/hooks";

import { overview } from "../../api/overview.js";
import { asRefusal } from "../../api/error-view.js";
import { community, today, year } from "../../state/file.js";
import { commits } from "../../state/records.js";
import { schoolYearOf } from "../../words/dates.js";

/**
 * What the program noticed in the year that is looked at. A year that is over is judged on its last day.
 *
 * @returns {{findings: FindingView[] | null, refusal: Refusal | null}}
 */
export function useFindings() {
  const [found, setFound] = useState(
    /** @type {{findings: FindingView[] | null, refusal: Refusal | null}} */ ({
      findings: null,
      refusal: null,
    }),
  );
  const whose = community.value?.id;
  const over = schoolYearOf(today.value) > year.value;
  const on = over ? `${year.value + 1}-08-31` : today.value;
  const version = commits.value;
  useEffect(() => {
    if (!whose) return;
    let left = false;
    overview(whose, on).then(
      ({ findings }) => !left && setFound({ findings, refusal: null }),
      (thrown) => !left && setFound({ findings: null, refusal: asRefusal(thrown) }),
    );
    return () => {
      left = true;
    };
  }, [whose, on, version]);
  return found;
}
