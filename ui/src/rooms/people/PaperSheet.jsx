/** @import {ToType} from "../../api/types/commands" */
import { useState } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { community, today, year } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { href } from "../../state/route.js";
import { PaperBeside } from "../../features/paper-beside/PaperBeside.jsx";
import { PAPERS, paperOf, periodOf } from "./papers.js";
import { TypedFields } from "./TypedFields.jsx";
import { typedWords, useTypedWords } from "./typed-words.js";

/**
 * A paper about people as it will be printed, with the days that it depends on.
 *
 * @param {{place: string}} props which paper
 */
export function PaperSheet({ place }) {
  const [asked, setAsked] = useState(/** @type {string | null} */ (null));
  const [period, setPeriod] = useState(
    /** @type {{from: string | null, to: string | null}} */ ({ from: null, to: null }),
  );
  const [paperShown, setPaperShown] = useState(false);
  const [toType, setToType] = useState(
    /** @type {{of: string, told: ToType | null}} */ ({ of: "", told: null }),
  );
  const words = PAPERS.find((paper) => paper.id === place) ?? PAPERS[0];
  const [kept, keep] = useTypedWords(community.value?.id ?? "", words?.id ?? "");
  if (!words) return null;
  const { id, title, about } = words;
  const on = asked ?? today.value;
  const usual = periodOf(year.value, today.value);
  const days = { from: period.from ?? usual.from, to: period.to ?? usual.to };
  const told = toType.of === id ? toType.told : null;
  return (
    <div class="trio" data-show={paperShown ? "paper" : undefined}>
      <div class="trio__list people__list">
        <div class="top">
          <ButtonLink sign="back" wide href={href("people")}>
            Состав
          </ButtonLink>
        </div>
        <PickList
          label="Бумаги"
          current={id}
          items={PAPERS.map((paper) => ({
            id: paper.id,
            href: href("people", "papers", paper.id),
            title: paper.title,
          }))}
        />
      </div>
      <div class="trio__form">
        <div class="stay">
          <h1>{title}</h1>
          <p class="mt-3 only-narrow">
            <Button
              sign={paperShown ? "pencil" : "sheet"}
              onClick={() => setPaperShown(!paperShown)}
            >
              {paperShown ? "К полям" : "Как напечатается"}
            </Button>
          </p>
        </div>
        <p class="mt-2">{about}</p>
        <div class="mt-3 fields">
          {id === "certificate" ? (
            <>
              <DateField
                label="С какого дня"
                value={days.from}
                read={readDateHere}
                onSave={(from) => setPeriod({ ...days, from })}
              />
              <DateField
                label="По какой день"
                value={days.to}
                read={readDateHere}
                onSave={(to) => setPeriod({ ...days, to })}
              />
            </>
          ) : (
            <DateField label="На какой день" value={on} read={readDateHere} onSave={setAsked} />
          )}
        </div>
        {told && (id === "petition" || id === "course_request") && (
          <TypedFields key={id} paper={id} toType={told} kept={kept} onKeep={keep} />
        )}
      </div>
      <PaperBeside
        key={id}
        request={paperOf(id, {
          community: community.value?.id ?? "",
          year: year.value,
          on: id === "certificate" ? today.value : on,
          period: days,
          words: typedWords(kept, told?.rows ?? []),
        })}
        onComposed={(paper) => setToType({ of: id, told: paper.to_type })}
      />
    </div>
  );
}
