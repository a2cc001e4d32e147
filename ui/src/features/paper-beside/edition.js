/** @import {PaperKind, PaperRequest} from "../../api/types/commands" */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** The kind of paper that is shown without personal data; none while no switch is on. */
const bare = signal(/** @type {PaperKind | null} */ (null));

/**
 * The request in the edition that the switch beside the paper says: what is printed or saved is what is shown.
 *
 * @param {PaperRequest} request
 * @returns {PaperRequest}
 */
export const inEdition = (request) =>
  bare.value === request.kind ? { ...request, without_personal_data: true } : request;

/**
 * The switch beside a paper. Whoever leaves the paper finds it with its names again: the other edition is for once.
 *
 * @param {PaperKind} kind
 * @returns {[boolean, (without: boolean) => void]}
 */
export function useEdition(kind) {
  useEffect(
    () => () => {
      bare.value = null;
    },
    [kind],
  );
  return [
    bare.value === kind,
    (without) => {
      bare.value = without ? kind : null;
    },
  ];
}
