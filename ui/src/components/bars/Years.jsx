import "./years.css";

/**
 * @typedef {object} YearMeasureRow
 * @property {string} id
 * @property {string} name
 * @property {({value: number, of: number | null, most: number, words: string} | null)[]} found in the order of
 *   the years; none where a year does not tell it
 */

/**
 * Measures year by year: the last year is dark, those before it are pale. Each bar has its year and its figures
 * in words beside it; what is measured without a whole has no frame.
 *
 * @param {{label: string, years: string[], measures: YearMeasureRow[]}} props
 */
export function Years({ label, years, measures }) {
  return (
    <dl class="years" aria-label={label}>
      {measures.map(({ id, name, found }) => (
        <div key={id}>
          <dt>{name}</dt>
          {years.map((year, at) => {
            const bar = found[at];
            return (
              <dd key={year} class={at === years.length - 1 ? "years__now" : undefined}>
                <span>{year}</span>
                <svg class="years__one" aria-hidden="true">
                  {bar && bar.of !== null && <rect class="years__all" width="100%" height="100%" />}
                  {bar && (
                    <rect
                      class="years__part"
                      width={`${Math.min(100, (bar.value / bar.most) * 100).toFixed(2)}%`}
                      height="100%"
                    />
                  )}
                </svg>
                <span class="soft">{bar ? bar.words : "нет записей"}</span>
              </dd>
            );
          })}
        </div>
      ))}
    </dl>
  );
}
