/** @import {Composed, PaperRequest} from "../../api/types/commands" */
/** @import {Refusal} from "../../api/error-view.js" */
import { useEffect, useRef, useState } from "preact/hooks";

import { composePaper } from "../../api/papers.js";
import { asRefusal } from "../../api/error-view.js";
import { ahead } from "../../state/ahead.js";
import { commits } from "../../state/records.js";

/**
 * A paper that follows the records: it is composed anew after each thing saved, and of what is being typed before that. One composition runs at a
 * time; what is saved meanwhile asks for one more, and only one.
 *
 * @param {PaperRequest} request
 * @returns {{paper: Composed | null, refusal: Refusal | null}}
 */
export function usePaper(request) {
  const [paper, setPaper] = useState(/** @type {Composed | null} */ (null));
  const [refusal, setRefusal] = useState(/** @type {Refusal | null} */ (null));
  const now = useRef({ wanted: request, running: false, again: false, gone: false });
  const version = commits.value;
  const typed = ahead.value;
  const asked = JSON.stringify(request);

  useEffect(() => {
    const state = now.current;
    state.wanted = request;
    state.again = true;
    if (state.running) return;
    state.running = true;
    void (async () => {
      while (state.again && !state.gone) {
        state.again = false;
        try {
          const composed = await composePaper(state.wanted, ahead.peek());
          if (state.gone) break;
          setPaper(composed);
          setRefusal(null);
        } catch (thrown) {
          // The last good paper stays beside the words.
          if (!state.gone) setRefusal(asRefusal(thrown));
        }
      }
      state.running = false;
    })();
  }, [asked, version, typed]);
  useEffect(() => {
    now.current.gone = false;
    return () => {
      now.current.gone = true;
    };
  }, []);
  return { paper, refusal };
}
