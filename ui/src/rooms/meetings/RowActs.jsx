import { Button } from "../../components/button/Button.jsx";

/**
 * What is done with a row of a list: higher, lower, out. A list of one has no order.
 *
 * @param {{id: string, what: string, first: boolean, last: boolean, onMove: (step: 1 | -1) => void,
 *   onRemove: () => void}} props `what` is heard after each word: «Выше пункт 1.2»
 */
export function RowActs({ id, what, first, last, onMove, onRemove }) {
  const named = (/** @type {string} */ word) => (
    <span>
      {word}
      <span class="hidden"> {what}</span>
    </span>
  );
  return (
    <div class="meet__rowacts">
      {!(first && last) && (
        <>
          <Button id={`${id}-up`} look="quiet" disabled={first} onClick={() => onMove(-1)}>
            {named("Выше")}
          </Button>
          <Button id={`${id}-down`} look="quiet" disabled={last} onClick={() => onMove(1)}>
            {named("Ниже")}
          </Button>
        </>
      )}
      <Button look="quiet" onClick={onRemove}>
        {named("Удалить")}
      </Button>
    </div>
  );
}
