import { useEffect, useRef } from "preact/hooks";

import "./summary.css";

/**
 * What has to be mended before a form goes on. It takes the focus when it appears or changes; each line leads
 * to its field.
 *
 * @param {{title: string, errors: {field: string, message: string}[]}} props `field` is the id of an input
 */
export function ErrorSummary({ title, errors }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const said = errors.map((error) => error.message).join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field + message}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                // The address names the room, so the way to a field must not change it.
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
