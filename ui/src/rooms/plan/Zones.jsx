/** @import {Plan} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { ClauseLink } from "../../features/clauses/ClauseLink.jsx";
import { change } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { focusField } from "../../components/field/focus-field.js";
import { pasteList } from "../../features/pasting/pasting.js";
import { beginsNext } from "./several.js";

/**
 * The problem zones, one field each. Tab leads from text to text, and to «Удалить» only after the last of them;
 * Enter begins the next zone, a list that is pasted becomes as many as it has.
 *
 * @param {{plan: Plan}} props
 */
export function Zones({ plan }) {
  const { id, problem_zones: zones } = plan;
  /** @param {(zones: string[]) => string[]} what */
  const put = (what) => change("plan", id, (now) => ({ problem_zones: what(now.problem_zones) }));
  /**
   * @param {number} after
   * @param {string[]} texts
   */
  function insert(after, texts) {
    put((now) => [...now.slice(0, after + 1), ...texts, ...now.slice(after + 1)]);
    focusField(`zone-${after + texts.length}`);
  }
  return (
    <section>
      <h2>Проблемные зоны</h2>
      <p class="mt-1 soft">
        Что в результатах обучения требует внимания (<ClauseLink number="1.2" />
        ).
      </p>
      <div class="mt-2 zones" role="group" aria-label="Проблемные зоны">
        {zones.map((zone, at) => (
          <div
            key={at}
            class="zones__text"
            onKeyDown={(event) =>
              beginsNext(event, {
                // An empty zone means that there are no more.
                empty: () => {
                  put((now) => now.filter((_, i) => i !== at));
                  focusField("add-zone");
                },
                next: (before, after) => {
                  if (!after && zones[at + 1] === "") return focusField(`zone-${at + 1}`);
                  if (after) put((now) => now.map((one, i) => (i === at ? before : one)));
                  insert(at, [after]);
                },
              })
            }
            onPaste={(event) =>
              pasteList(event, {
                words: ["проблемная зона", "проблемные зоны", "проблемных зон"],
                split: "Разделить на зоны",
                spread: async ([first = "", ...more]) => {
                  put((now) => now.map((one, i) => (i === at ? first : one)));
                  insert(at, more);
                  return (whole) => {
                    put((now) =>
                      now
                        .map((one, i) => (i === at ? whole : one))
                        // What was written into meanwhile stays.
                        .filter(
                          (one, i) => i <= at || i > at + more.length || one !== more[i - at - 1],
                        ),
                    );
                    focusField(`zone-${at}`);
                  };
                },
              })
            }
          >
            <TextArea
              id={`zone-${at}`}
              label={`Проблемная зона ${at + 1}`}
              quiet
              value={zone}
              onSave={(text) => put((now) => now.map((one, i) => (i === at ? text : one)))}
            />
          </div>
        ))}
        {zones.map((_, at) => (
          <Button
            key={`drop-${at}`}
            look="quiet"
            sign="bin"
            onClick={() =>
              dropPart("plan", id, "problem_zones", at, "Проблемная зона удалена.", "add-zone")
            }
          >
            <span>
              Удалить<span class="hidden"> проблемную зону {at + 1}</span>
            </span>
          </Button>
        ))}
      </div>
      <Button
        look="quiet"
        flush
        sign="plus"
        id="add-zone"
        onClick={() => insert(zones.length - 1, [""])}
      >
        Добавить проблемную зону
      </Button>
    </section>
  );
}
