import { useId } from "preact/hooks";

import "./segments.css";

/**
 * One of a few that lie side by side.
 *
 * @param {{label: string, value: string, options: {value: string, label: string}[],
 *   onChange: (value: string) => void}} props
 */
export function Segments({ label, value, options, onChange }) {
  const name = useId();
  return (
    <span class="seg" role="radiogroup" aria-label={label}>
      {options.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </span>
  );
}
