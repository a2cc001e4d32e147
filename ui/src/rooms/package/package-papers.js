/** @import {PackagePaper} from "../../api/types/views" */
/** @import {Refusal} from "../../api/error-view.js" */
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";

import { packageContents } from "../../api/package.js";
import { asRefusal } from "../../api/error-view.js";
import { community, today, year } from "../../state/file.js";
import { commits } from "../../state/records.js";

/**
 * What stays at home, by paths in the package, with the year that it was chosen for.
 *
 * @type {import("@preact/signals").Signal<{of: string, paths: readonly string[]}>}
 */
const leftOut = signal({ of: "", paths: [] });

const here = () => `${community.value?.id} ${year.value}`;

/** @param {string} path */
export const isLeftOut = (path) =>
  leftOut.value.of === here() && leftOut.value.paths.includes(path);

/**
 * @param {string} path
 * @param {boolean} goes
 */
export function putIn(path, goes) {
  const { of, paths } = leftOut.value;
  const others = of === here() ? paths.filter((one) => one !== path) : [];
  leftOut.value = { of: here(), paths: goes ? others : [...others, path] };
}

/**
 * What the program can put into the package of the year, in the order of the delivery sheet. The program is
 * asked again whenever the disk has something new.
 *
 * @returns {{papers: PackagePaper[] | null, token: number | null, refusal: Refusal | null}} neither while the papers are being set
 */
export function usePackagePapers() {
  const whose = community.value?.id;
  const of = here();
  const on = today.value;
  const [found, setFound] = useState({
    of: "",
    papers: /** @type {PackagePaper[] | null} */ (null),
    token: /** @type {number | null} */ (null),
    refusal: /** @type {Refusal | null} */ (null),
  });
  const version = commits.value;
  useEffect(() => {
    if (!whose) return;
    let left = false;
    packageContents(whose, year.value, on).then(
      ({ papers, token }) => !left && setFound({ of, papers, token, refusal: null }),
      (thrown) => !left && setFound({ of, papers: null, token: null, refusal: asRefusal(thrown) }),
    );
    return () => {
      left = true;
    };
  }, [of, on, version]);
  return found.of === of ? found : { papers: null, token: null, refusal: null };
}
