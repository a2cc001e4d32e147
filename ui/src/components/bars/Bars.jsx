/** @import {ComponentChildren} from "preact" */
import "./bars.css";

/**
 * People of those asked, as lengths: attendance of meetings. Each bar has its figures in words beside it.
 *
 * @param {{label: string, rows: {id: string, name: string, value: number, of: number, words: string}[]}} props
 */
export function Bars({ label, rows }) {
  return (
    <dl class="bars" aria-label={label}>
      {rows.map(({ id, name, value, of, words }) => (
        <div key={id}>
          <dt>
            <span>{name}</span>
            <span class="soft">{words}</span>
          </dt>
          <dd>
            <svg class="bars__one" aria-hidden="true">
              <rect class="bars__all" width="100%" height="100%" />
              <rect class="bars__part" width={share(value, of)} height="100%" />
            </svg>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * October against May: a ring where it was, a disc where it is, and the way between. What grew is ochre.
 *
 * @param {{label: string, before: string, after: string,
 *   rows: {id: string, name: string, was: number, wasOf: number, is: number, isOf: number}[]}} props
 */
export function Pairs({ label, before, after, rows }) {
  const grew = (/** @type {typeof rows[0]} */ row) => row.is * row.wasOf > row.was * row.isOf;
  return (
    <>
      <dl class="pairs" aria-label={label}>
        {rows.map((row) => (
          <div key={row.id} class={grew(row) ? "pairs__grew" : undefined}>
            <dt>
              <span>{row.name}</span>
              <span class="soft">
                {row.was} из {row.wasOf}, стало {row.is} из {row.isOf}
              </span>
            </dt>
            <dd>
              <svg class="pairs__one" aria-hidden="true">
                <line class="pairs__rule" x1="0" x2="100%" y1="50%" y2="50%" />
                <line
                  class="pairs__way"
                  x1={share(row.was, row.wasOf)}
                  x2={share(row.is, row.isOf)}
                  y1="50%"
                  y2="50%"
                />
                <circle class="pairs__was" cx={share(row.was, row.wasOf)} cy="50%" r="8" />
                <circle class="pairs__is" cx={share(row.is, row.isOf)} cy="50%" r="8" />
              </svg>
            </dd>
          </div>
        ))}
      </dl>
      <ul class="key key--row">
        <KeyMark look="pairs__was">{before}</KeyMark>
        <KeyMark look="pairs__is">{after}</KeyMark>
        {rows.some(grew) && (
          <KeyMark look="pairs__is pairs__is--grew">{after}, доля выросла</KeyMark>
        )}
      </ul>
    </>
  );
}

/** @param {{look: string, children: ComponentChildren}} props */
function KeyMark({ look, children }) {
  return (
    <li>
      <svg width="18" height="18" aria-hidden="true">
        <circle class={look} cx="9" cy="9" r="8" />
      </svg>
      <span>{children}</span>
    </li>
  );
}

/**
 * @param {number} value
 * @param {number} of
 */
function share(value, of) {
  return of > 0 ? `${Math.min(100, (value / of) * 100).toFixed(2)}%` : "0%";
}
