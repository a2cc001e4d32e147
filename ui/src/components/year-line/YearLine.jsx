/** @import {Mark, Placed} from "./layout.js" */
import { useEffect, useRef, useState } from "preact/hooks";

import { dayAndMonth, monthsOf, shortMonth } from "../../words/dates.js";
import { passed, place, textWidth } from "./layout.js";
import "./year-line.css";

/**
 * @typedef {Mark & {held: boolean}} MeetingMark
 * @typedef {Mark & {shape: "square" | "diamond", met: boolean}} DueMark a deadline is a square, an assignment
 *   a diamond
 * @typedef {object} Half
 * @property {string} name «I полугодие:»
 * @property {string} text «заседание проведено»
 * @property {string} from
 * @property {string} to
 * @property {boolean} good
 */

const BAND = 32;
const ROW_ABOVE = 26;
const ROW_BELOW = 46;

/**
 * The school year as a line: meetings above, deadlines and assignments below, and where today is.
 *
 * @param {{year: number, today: string, words: string, halves: Half[], meetings: MeetingMark[], due: DueMark[]}} props
 *   `words` tell a screen reader what the picture shows
 */
export function YearLine({ year, today, words, halves, meetings, due }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const { width, moves } = useLetters(box);
  const [left, setLeft] = useState(0);
  const x = (/** @type {string} */ date) => passed(date, year) * width;
  const isNow = today >= `${year}-09-01` && today < `${year + 1}-09-01`;

  const said = dayAndMonth(today);
  const long = Math.max(textWidth("сегодня,", ""), textWidth(said, ""));
  const now = x(today);
  const nowSide = now + 9 + long > width ? "end" : "start";
  const from = nowSide === "start" ? now : now - 9 - long;
  const taken = isNow ? [0, 1].map((row) => ({ row, from, to: from + long + 9 })) : [];

  const above = place(meetings, year, width, taken);
  const below = place(due, year, width);
  const band = 46 + Math.max(2, above.rows) * ROW_ABOVE;
  const height = band + BAND + 12 + Math.max(1, below.rows) * ROW_BELOW;

  useEffect(() => {
    // Where the line is longer than the window, today and what comes next are seen first.
    const seen = box.current;
    if (!seen || !moves || !isNow) return;
    seen.scrollLeft = (now / width) * seen.scrollWidth - seen.clientWidth * 0.75;
  }, [moves, isNow, now, width]);

  return (
    <figure
      class="year"
      ref={box}
      tabIndex={moves ? 0 : undefined}
      onScroll={({ currentTarget: { scrollLeft, scrollWidth } }) =>
        setLeft(moves ? (scrollLeft / scrollWidth) * width : 0)
      }
    >
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
          {halves.map((half) => (
            <HalfLine
              key={half.name}
              half={half}
              from={x(half.from)}
              to={Math.min(width, x(half.to))}
              left={moves ? left : 0}
              last={half.to >= `${year + 1}-09-01`}
            />
          ))}
          <rect class="year__band" x="0.5" y={band} width={width - 1} height={BAND} />
          {isNow && <rect class="year__past" x="0.5" y={band} width={now} height={BAND} />}
          {monthsOf(year).map((month, at) => (
            <g key={month}>
              {at > 0 && (
                <line
                  class="year__month"
                  x1={x(`${month}-01`)}
                  x2={x(`${month}-01`)}
                  y1={band}
                  y2={band + BAND}
                />
              )}
              <text
                class={isNow && today.startsWith(month) ? "b" : undefined}
                x={x(`${month}-01`) + 9}
                y={band + 21}
              >
                {shortMonth(month)}
              </text>
            </g>
          ))}
          {above.placed.map((mark) => {
            const y = band - 24 - mark.row * ROW_ABOVE;
            return (
              <g key={mark.id}>
                <line class="year__stem" x1={mark.x} x2={mark.x} y1={y} y2={band} />
                <circle
                  class={mark.held ? "year__held" : "year__planned"}
                  cx={mark.x}
                  cy={y}
                  r="7"
                />
                <Words mark={mark} y={y + 6} gap={13} />
              </g>
            );
          })}
          {isNow && (
            <g>
              <line class="year__now" x1={now} x2={now} y1={band - 48} y2={band + BAND + 8} />
              {["сегодня,", said].map((line, at) => (
                <text
                  key={line}
                  class="b"
                  x={nowSide === "start" ? now + 9 : now - 9}
                  y={band - 37 + at * 20}
                  text-anchor={nowSide}
                >
                  {line}
                </text>
              ))}
            </g>
          )}
          {below.placed.map((mark) => {
            const y = band + BAND + 26 + mark.row * ROW_BELOW;
            return (
              <g key={mark.id}>
                <line class="year__drop" x1={mark.x} x2={mark.x} y1={band + BAND} y2={y - 6} />
                <Due mark={mark} y={y} />
                <Words mark={mark} y={y + 5} gap={14} />
              </g>
            );
          })}
        </svg>
      )}
    </figure>
  );
}

/**
 * Where the line is moved, the words of a half stay within the part of it that is seen.
 *
 * @param {{half: Half, from: number, to: number, left: number, last: boolean}} props
 */
function HalfLine({ half, from, to, left, last }) {
  const latest = Math.max(from, to - 12 - textWidth(half.name, half.text));
  return (
    <g>
      <line
        class={half.good ? "year__half" : "year__half year__half--open"}
        x1={from}
        x2={last ? to : to - 6}
        y1="30"
        y2="30"
      />
      <text x={Math.min(Math.max(from, left), latest)} y="20">
        <tspan class="b">{half.name}</tspan> {half.text}
      </text>
    </g>
  );
}

/** @param {{mark: DueMark & Placed, y: number}} props */
function Due({ mark, y }) {
  const look = mark.met ? "year__met" : "year__ahead";
  const shape = mark.shape === "square" ? "M-7 -7h14v14h-14z" : "M0 -7.5l7.5 7.5-7.5 7.5-7.5-7.5z";
  return (
    <g transform={`translate(${mark.x} ${y})`}>
      <path class={look} d={shape} />
      {mark.met && <path class="year__tick" d="M-3.5 0l2.5 2.8 4.5-5.5" />}
    </g>
  );
}

/** @param {{mark: Mark & Placed, y: number, gap: number}} props */
function Words({ mark, y, gap }) {
  const x = mark.side === "start" ? mark.x + gap : mark.x - gap;
  return (
    <>
      <text x={x} y={y} text-anchor={mark.side}>
        <tspan class="b">{mark.name}</tspan> {mark.text}
      </text>
      {mark.more && (
        <text class="s" x={x} y={y + 21} text-anchor={mark.side}>
          {mark.more}
        </text>
      )}
    </>
  );
}

/** Below this the texts would not find room; the picture is then moved to and fro. */
const LEAST = 700;

/**
 * Width of a box in pixels at 100 %, and whether the picture is wider, so that the keys must move it.
 *
 * @param {{current: HTMLElement | null}} box
 */
function useLetters(box) {
  const [size, setSize] = useState({ width: 0, moves: false });
  useEffect(() => {
    const seen = box.current;
    if (!seen) return;
    const measure = () => {
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const letters = Math.floor((seen.clientWidth * 18) / root);
      setSize({ width: Math.max(LEAST, letters), moves: letters < LEAST });
    };
    // A picture drawn inside of the observer's own turn would change what it observes.
    const watch = new ResizeObserver(() => requestAnimationFrame(measure));
    watch.observe(seen);
    measure();
    return () => watch.disconnect();
  }, []);
  return size;
}
