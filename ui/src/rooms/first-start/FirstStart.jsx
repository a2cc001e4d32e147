/** @import {ComponentChildren} from "preact" */
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { Icon } from "../../components/icon/Icon.jsx";
import { Note } from "../../components/note/Note.jsx";
import { ErrorSummary } from "../../components/summary/ErrorSummary.jsx";
import { OpenCopy } from "../../features/backups/OpenCopy.jsx";
import { clockDay, createCommunity, openExample } from "../../state/file.js";
import { switchFile } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { schoolYearName } from "../../words/dates.js";
import { goIntoFirst, goOnByEnter } from "../../components/field/enter.js";
import { draft, forgetDraft, keepStep, mistakes, openDraft, openStep, ready } from "./draft.js";
import { GREETING, LEAD } from "./greeting.js";
import { addPerson, lastIsTyped, PeopleStep } from "./PeopleStep.jsx";
import { SamplePaper } from "./SamplePaper.jsx";
import { NameStep, YearStep } from "./steps.jsx";
import "./first-start.css";

/** The step that is unfolded. */
const ON = ".stepl > li.on";
const BEGIN = "first-begin";

/** The first start: three short steps, or a look at the example first. */
export function FirstStart() {
  const [step, setStep] = useState(() => {
    openDraft(clockDay.peek());
    return openStep();
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState("");
  const goesOn = useRef(true);
  const first = draft.value;
  const wrong = tried ? mistakes(first) : [];

  // The cursor stands where one goes on: in the first field of the step.
  useLayoutEffect(() => {
    if (goesOn.current) goIntoFirst(document.querySelector(ON));
    goesOn.current = true;
  }, [step]);

  /** @param {number} to */
  function open(to) {
    flushFields();
    keepStep(to);
    if (to === step) goIntoFirst(document.querySelector(ON));
    setStep(to);
  }
  /** @param {() => Promise<void>} way */
  async function enter(way) {
    setBusy(true);
    setRefused("");
    // Gone to before the file opens: afterwards it would take along whoever has already pressed another room.
    go(href("overview"));
    try {
      await switchFile(way);
    } catch (thrown) {
      const { message, hint } = asRefusal(thrown);
      setRefused([message, hint].filter(Boolean).join(" "));
    }
    setBusy(false);
  }
  function begin() {
    flushFields();
    const found = mistakes(draft.value);
    setTried(true);
    if (found[0]) {
      // The list of what is missing has the focus then.
      goesOn.current = found[0].step === step;
      return setStep(found[0].step);
    }
    void enter(async () => {
      await createCommunity(ready(draft.value));
      forgetDraft();
    });
  }

  return (
    <main class="start">
      <div class="first">
        <div>
          <h1>{GREETING}</h1>
          <p class="mt-2 lead">{LEAD}</p>
          {refused && (
            <div class="mt-3">
              <Note tone="wrong" what={refused} role="alert" />
            </div>
          )}
          {wrong.length > 0 && (
            <div class="mt-3">
              <ErrorSummary
                title={wrong.length === 1 ? "Исправьте одно место" : "Исправьте два места"}
                errors={wrong}
              />
            </div>
          )}
          <ol class="mt-5 stepl">
            <Step
              at={1}
              now={step}
              title="Как называется объединение"
              gist={first.name}
              onOpen={open}
              onDone={() => open(2)}
            >
              <NameStep wrong={wrong} />
              <p class="mt-4">
                <Button look="main" tall sign="arrow" signAfter onClick={() => open(2)}>
                  Дальше: учебный год
                </Button>
              </p>
            </Step>
            <Step
              at={2}
              now={step}
              title="Какой учебный год ведём"
              gist={schoolYearName(first.school_year)}
              onOpen={open}
              onDone={() => open(3)}
            >
              <YearStep />
              <p class="mt-4">
                <Button look="main" tall sign="arrow" signAfter onClick={() => open(3)}>
                  Дальше: участники
                </Button>
              </p>
            </Step>
            <Step
              at={3}
              now={step}
              title="Кто в нём состоит"
              gist="Фамилия, должность, школа и категория. Кого нет под рукой, внесёте потом."
              onOpen={open}
              onDone={() => (lastIsTyped() ? addPerson() : document.getElementById(BEGIN)?.focus())}
            >
              <PeopleStep />
              <p class="mt-4">
                <Button id={BEGIN} look="main" tall sign="check" disabled={busy} onClick={begin}>
                  {busy ? "Создаём…" : `Начать ${schoolYearName(first.school_year)} учебный год`}
                </Button>
              </p>
            </Step>
          </ol>
        </div>
        <aside class="sample" aria-labelledby="sample">
          <SamplePaper />
          <h2 id="sample" class="sample__title">
            Сначала посмотреть на примере
          </h2>
          <p class="soft">
            Целый год вымышленного сообщества: план, три протокола, отчёт. Испортить в нём ничего
            нельзя.
          </p>
          <p class="mt-3">
            <Button wide sign="book" disabled={busy} onClick={() => void enter(openExample)}>
              Открыть учебный пример
            </Button>
          </p>
          <p class="mt-3 soft">Вели год на другом компьютере или приняли сообщество?</p>
          <div class="mt-2">
            <OpenCopy disabled={busy} />
          </div>
        </aside>
      </div>
      <p class="calm">
        <Icon sign="check" small />
        Программа работает без интернета и ничего никуда не отправляет.
      </p>
    </main>
  );
}

/**
 * A step: unfolded when it is on, otherwise its gist and a way to it.
 *
 * @param {{at: number, now: number, title: string, gist: string, onOpen: (at: number) => void,
 *   onDone: () => void, children: ComponentChildren}} props `onDone` is what Enter in the last field leads to
 */
function Step({ at, now, title, gist, onOpen, onDone, children }) {
  const on = at === now;
  return (
    <li class={on ? "on" : undefined} aria-current={on ? "step" : undefined}>
      <span aria-hidden="true">{at}</span>
      <div>
        {on ? (
          <h2>{title}</h2>
        ) : (
          <h2>
            <button type="button" class="stepl__open" onClick={() => onOpen(at)}>
              {title}
            </button>
          </h2>
        )}
        {on ? (
          <div
            class="mt-3"
            onKeyDown={(event) =>
              goOnByEnter(event, () => {
                // What the last field holds is a part of the step.
                flushFields();
                onDone();
              })
            }
          >
            {children}
          </div>
        ) : (
          <p class="soft">{gist}</p>
        )}
      </div>
    </li>
  );
}
