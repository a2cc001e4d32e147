import "./squares.css";

/** One square is one activity. In the order in which they stand in a row. */
export const SQUARE_WORDS = {
  done: "выполнено",
  part: "выполнено не в полном объёме",
  going: "выполняется",
  moved: "перенесено",
  ahead: "предстоит",
  off: "не выполнено",
};

/** @typedef {keyof typeof SQUARE_WORDS} SquareKind */

const ORDER = /** @type {SquareKind[]} */ (Object.keys(SQUARE_WORDS));

/**
 * How many of each state, in the order of the squares.
 *
 * @param {SquareKind[]} states
 * @returns {{kind: SquareKind, count: number}[]} states that occur
 */
export function tally(states) {
  return ORDER.map((kind) => ({
    kind,
    count: states.filter((state) => state === kind).length,
  })).filter(({ count }) => count > 0);
}

/**
 * A row of squares with its figures in words.
 *
 * @param {{states: SquareKind[]}} props
 */
export function Squares({ states }) {
  const counts = tally(states);
  const words = counts.map(({ kind, count }) => `${SQUARE_WORDS[kind]} ${count}`).join(", ");
  return (
    <span class="sq" role="img" aria-label={words || "пусто"}>
      {counts.flatMap(({ kind, count }) =>
        Array.from({ length: count }, (_, at) => <Square key={kind + at} kind={kind} />),
      )}
    </span>
  );
}

/** @param {{kind: SquareKind}} props */
function Square({ kind }) {
  return <i class={`sq__one sq__one--${kind}`} />;
}

/**
 * A square alone, with its word on it.
 *
 * @param {{kind: SquareKind, words: string}} props
 */
export function SquareIn({ kind, words }) {
  return (
    <span class="sq" title={words}>
      <Square kind={kind} />
    </span>
  );
}

/**
 * What the squares mean and how many there are of each.
 *
 * @param {{states: SquareKind[], total?: string, row?: boolean}} props `row` where they stand in a line
 */
export function SquaresKey({ states, total = "Всего в плане", row = false }) {
  return (
    <ul class={row ? "key key--row" : "key"}>
      {tally(states).map(({ kind, count }) => (
        <li key={kind}>
          <Square kind={kind} />
          {SQUARE_WORDS[kind]}
          <b>{count}</b>
        </li>
      ))}
      <li class="soft">
        {total}
        <b>{states.length}</b>
      </li>
    </ul>
  );
}
