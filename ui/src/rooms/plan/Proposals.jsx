/** @import {PlanProposal, ProposalReason} from "../../api/types/figures" */
import { useEffect, useRef, useState } from "preact/hooks";

import { planProposals, takeProposals } from "../../api/reporting.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { useKept } from "../../state/kept.js";
import { notify, notifyError } from "../../state/messages.js";
import { allSaved, takeChanges } from "../../state/records.js";
import { go, href, hrefOf } from "../../state/route.js";
import { undo } from "../../state/steps.js";
import { schoolYearName } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { sentence } from "../../words/sentence.js";
import { termWords } from "../../words/terms.js";
import { personName } from "../../features/assignments/decisions-here.js";
import { DIRECTIONS } from "../../features/plan-here/rows.js";
import "./proposals.css";

/** @typedef {"taken" | "left"} Choice */

/** Why rows are proposed, in the order in which they are looked through. @type {[ProposalReason, string][]} */
const REASONS = [
  ["not_done", "Осталось несделанным"],
  ["open_assignment", "Открытые поручения"],
  ["goes_on", "Продолжается в новом году"],
  ["rework", "Возвращено экспертами на доработку"],
  ["difficulty", "Частые затруднения"],
  ["every_year", "Каждый год"],
  ["last_year", "Как в прошлом году"],
];

/**
 * Rows that the program proposes for a plan. Each is taken or left with one key; nothing is in the plan before
 * the button above.
 *
 * @param {{whose: string, of: number}} props the community, and the school year of the new plan
 */
export function Proposals({ whose, of }) {
  const [all, setAll] = useState(/** @type {PlanProposal[] | null} */ (null));
  const [chosen, setChosen] = useKept(
    `proposals ${whose} ${of}`,
    /** @type {ReadonlyMap<string, Choice>} */ (new Map()),
  );
  const [current, setCurrent] = useState("");
  const [busy, setBusy] = useState(false);
  const list = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    let gone = false;
    allSaved()
      .then(() => planProposals(whose, of))
      .then((found) => gone || setAll(inOrder(found)), notifyError);
    return () => void (gone = true);
  }, [whose, of]);

  const reached = all?.some((one) => one.id === current) ? current : (all?.[0]?.id ?? "");
  const taken = (all ?? []).filter((one) => chosen.get(one.id) === "taken");

  /**
   * @param {string} id
   * @param {Choice} choice the same again takes it back
   */
  function choose(id, choice) {
    const next = new Map(chosen);
    if (next.get(id) === choice) next.delete(id);
    else next.set(id, choice);
    setChosen(next);
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const row = event.target;
    if (!(row instanceof HTMLElement) || !row.dataset["row"] || event.ctrlKey || event.altKey)
      return;
    const rows = [
      .../** @type {NodeListOf<HTMLElement>} */ (
        list.current?.querySelectorAll("[data-row]") ?? []
      ),
    ];
    const at = rows.indexOf(row);
    const { code } = event;
    if (code === "ArrowDown") rows[at + 1]?.focus();
    else if (code === "ArrowUp") rows[at - 1]?.focus();
    else if (code === "Space" || code === "Delete") {
      choose(row.dataset["row"], code === "Space" ? "taken" : "left");
      rows[at + 1]?.focus();
    } else return;
    event.preventDefault();
  }

  async function add() {
    setBusy(true);
    try {
      const ids = taken.map((one) => one.id);
      const changes = await takeProposals(whose, of, ids);
      takeChanges(changes);
      notify({ text: sentence(changes.name), action: "Отменить", act: () => void undo() });
      setChosen(new Map());
      go(href("plan"));
    } catch (thrown) {
      notifyError(thrown);
      setBusy(false);
    }
  }
  return (
    <div class="page">
      <div class="head proposals__head">
        <div>
          <h1>Предложения в план на {schoolYearName(of)}</h1>
          <p>Из того, что не сделано, что поручено, что повторяется и что трудно учителям.</p>
        </div>
        <div class="head__act">
          <ButtonLink sign="back" href={href("plan")}>
            К плану
          </ButtonLink>
          <Button
            look="main"
            sign="plus"
            disabled={busy || taken.length === 0}
            onClick={() => void add()}
          >
            Добавить {counted(taken.length, "мероприятие", "мероприятия", "мероприятий")}
          </Button>
        </div>
      </div>
      {all?.length === 0 && (
        <p class="mt-4">Предложить нечего: в прошлом году ничего не осталось.</p>
      )}
      {all && all.length > 0 && (
        <p class="mt-2 small soft">
          С клавиатуры: <kbd>↑</kbd> и <kbd>↓</kbd> — по строкам, <kbd>Пробел</kbd> — взять,{" "}
          <kbd>Delete</kbd> — не брать.
        </p>
      )}
      <div
        ref={list}
        onKeyDown={onKeyDown}
        onFocusCapture={(event) => {
          const row = /** @type {HTMLElement} */ (event.target).closest("[data-row]");
          if (row instanceof HTMLElement) setCurrent(row.dataset["row"] ?? "");
        }}
      >
        {REASONS.map(([reason, title]) => {
          const rows = (all ?? []).filter((one) => one.reason === reason);
          if (rows.length === 0) return null;
          return (
            <section key={reason} class="mt-4">
              <h2>{title}</h2>
              <ul class="mt-2 proposals">
                {rows.map((one) => (
                  <Proposal
                    key={one.id}
                    proposal={one}
                    choice={chosen.get(one.id) ?? null}
                    reached={one.id === reached}
                    onChoose={choose}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}

/**
 * @param {{proposal: PlanProposal, choice: Choice | null, reached: boolean,
 *   onChoose: (id: string, choice: Choice) => void}} props
 */
function Proposal({ proposal, choice, reached, onChoose }) {
  const { id, text, term, direction, origin, kind, record } = proposal;
  const tabIndex = reached ? 0 : -1;
  const said = [
    DIRECTIONS.find((one) => one.id === direction)?.name,
    termWords(term) || "без срока",
    [...proposal.responsible.map(personName), proposal.responsible_in_words]
      .filter(Boolean)
      .join(", "),
  ];
  return (
    <li data-row={id} tabIndex={tabIndex} class={choice ? `is-${choice}` : undefined}>
      <div>
        <b>{text || "Без названия"}</b>
        <p class="small soft">{said.filter(Boolean).join(" · ")}</p>
        <p class="small">
          <a href={hrefOf(kind, record)} tabIndex={tabIndex}>
            {origin}
          </a>
        </p>
      </div>
      <div class="proposals__acts">
        <span role="status">
          {choice && (
            <Status kind={choice === "taken" ? "done" : "off"}>
              {choice === "taken" ? "берём" : "не берём"}
            </Status>
          )}
        </span>
        <Button
          pressed={choice === "taken"}
          tabIndex={tabIndex}
          onClick={() => onChoose(id, "taken")}
        >
          <span>
            Взять<span class="hidden">: {text}</span>
          </span>
        </Button>
        <Button
          look="quiet"
          pressed={choice === "left"}
          tabIndex={tabIndex}
          onClick={() => onChoose(id, "left")}
        >
          <span>
            Не брать<span class="hidden">: {text}</span>
          </span>
        </Button>
      </div>
    </li>
  );
}

/**
 * In the order in which they are shown, so that the arrows follow the eye.
 *
 * @param {PlanProposal[]} found
 */
const inOrder = (found) =>
  REASONS.flatMap(([reason]) => found.filter((planProposal) => planProposal.reason === reason));
