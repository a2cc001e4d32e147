/** @import {Community, HolidaySeason, Holidays} from "../../api/types/records" */
import { Fragment } from "preact";

import { DateField } from "../../components/field/DateField.jsx";
import { year } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { schoolYearName } from "../../words/dates.js";

/** @type {{season: HolidaySeason, label: string}[]} */
const SEASONS = [
  { season: "autumn", label: "Осенние" },
  { season: "winter", label: "Зимние" },
  { season: "spring", label: "Весенние" },
];

/**
 * The days of the holidays in the year that is looked at: a term «осенние каникулы» or «II четверть» has these days.
 *
 * @param {{kept: Community, put: (change: (latest: Community) => Community) => void}} props
 */
export function HolidayFields({ kept, put }) {
  const [first, last] = [`${year.value}-09-01`, `${year.value + 1}-08-31`];
  /** @param {Holidays} one */
  const isHere = (one) => first <= one.from && one.from <= last;
  const here = (kept.settings.holidays ?? []).filter(isHere);

  /**
   * @param {HolidaySeason} season
   * @param {{from?: string | null, to?: string | null}} change
   */
  function set(season, change) {
    put((latest) => {
      const all = latest.settings.holidays ?? [];
      const before = all.find((one) => isHere(one) && one.season === season);
      const others = all.filter((one) => one !== before);
      const from = change.from === undefined ? before?.from : change.from;
      const to = change.to === undefined ? before?.to : change.to;
      // One day alone stands for both ends until the other is typed; none of them takes the holidays out.
      const ends = [from ?? to, to ?? from];
      const gone = change.from === null || change.to === null;
      const holidays =
        gone || !ends[0] || !ends[1] ? others : [...others, { season, from: ends[0], to: ends[1] }];
      return { ...latest, settings: { ...latest.settings, holidays } };
    });
  }
  return (
    <>
      <p class="mt-4 label">Каникулы {schoolYearName(year.value)} учебного года</p>
      <p class="hint">
        Если вписать дни, срок «осенние каникулы» или «II четверть» в плане и решениях получит эти
        дни: программа напомнит о нём вовремя.
      </p>
      <div class="fields">
        {SEASONS.map(({ season, label }) => {
          const one = here.find((of) => of.season === season);
          return (
            <Fragment key={season}>
              <DateField
                span={6}
                label={`${label} каникулы: первый день`}
                value={one?.from ?? null}
                read={readDateHere}
                onSave={(from) => set(season, { from })}
              />
              <DateField
                span={6}
                label={`${label} каникулы: последний день`}
                value={one?.to ?? null}
                read={readDateHere}
                onSave={(to) => set(season, { to })}
              />
            </Fragment>
          );
        })}
      </div>
    </>
  );
}
