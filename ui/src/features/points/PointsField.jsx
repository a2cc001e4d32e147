import "../../components/field/segments.css";
import { keyPoints } from "./points.js";

/** What may be given. */
const POINTS = [0, 1, 2];

/**
 * Points from 0 to 2, given by one key, which goes on to the next row; Delete takes them back.
 *
 * @param {{id: string, label: string, value: number | null, onSave: (points: number | null) => void,
 *   onNext: () => void}} props `id` is that of what is judged
 */
export function PointsField({ id, label, value, onSave, onNext }) {
  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const meant = keyPoints(event.code);
    if (meant === undefined) return;
    event.preventDefault();
    onSave(meant);
    if (meant !== null) onNext();
  }
  return (
    <span class="seg" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {POINTS.map((points) => (
        <label key={points}>
          <input
            // The focus goes to what is chosen, or to the first.
            id={points === (value ?? 0) ? pointsId(id) : undefined}
            type="radio"
            name={`points-of-${id}`}
            checked={value === points}
            onChange={() => onSave(points)}
          />
          {points}
        </label>
      ))}
    </span>
  );
}

/**
 * Where the focus goes when the points of a row are asked for.
 *
 * @param {string} id
 */
export const pointsId = (id) => `points-${id}`;
