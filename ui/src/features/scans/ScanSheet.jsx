/** @import {ScanPart} from "../../api/types/views" */
import { useEffect, useState } from "preact/hooks";

import { scanImage } from "../../api/scans.js";
import { Button } from "../../components/button/Button.jsx";
import { counted } from "../../words/numbers.js";

/**
 * @param {"turn" | "earlier" | "later" | "remove"} act
 * @param {number} token
 */
export const sheetButton = (act, token) => `scan-${act}-${token}`;

/**
 * A sheet that waits to be attached, and what can be done with it. Of a PDF its first page is shown.
 *
 * @param {{meeting: string, part: ScanPart, at: number, of: number, disabled: boolean,
 *   onChange: (act: "turn" | "earlier" | "later" | "remove") => void}} props
 */
export function ScanSheet({ meeting, part, at, of, disabled, onChange }) {
  const image = useImage(meeting, part);
  const place = part.pdf ? counted(part.pages, "лист", "листа", "листов") : `Лист ${at + 1}`;
  return (
    <li class="scan">
      <div class="scan__picture">{image && <img src={image} alt={`${place}: ${part.name}`} />}</div>
      <p class="small">
        <b>{place}</b> <span class="soft">{part.name}</span>
      </p>
      <div class="scan__acts" role="group" aria-label={`${place}: ${part.name}`}>
        <Button
          id={sheetButton("earlier", part.token)}
          look="quiet"
          sign="back"
          disabled={disabled || at === 0}
          onClick={() => onChange("earlier")}
        >
          Раньше
        </Button>
        <Button
          id={sheetButton("later", part.token)}
          look="quiet"
          sign="arrow"
          signAfter
          disabled={disabled || at === of - 1}
          onClick={() => onChange("later")}
        >
          Позже
        </Button>
        {!part.pdf && (
          <Button
            id={sheetButton("turn", part.token)}
            look="quiet"
            sign="redo"
            disabled={disabled}
            onClick={() => onChange("turn")}
          >
            Повернуть
          </Button>
        )}
        <Button
          id={sheetButton("remove", part.token)}
          look="quiet"
          sign="close"
          disabled={disabled}
          onClick={() => onChange("remove")}
        >
          Убрать
        </Button>
      </div>
    </li>
  );
}

/**
 * The address of the sheet's picture, asked for again when it was turned.
 *
 * @param {string} meeting
 * @param {ScanPart} part
 */
function useImage(meeting, part) {
  const [image, setImage] = useState("");
  useEffect(() => {
    let left = false;
    scanImage(meeting, part.token, 0).then(
      (bytes) => left || setImage(URL.createObjectURL(new Blob([bytes]))),
      // A sheet that was removed meanwhile needs no picture; one that cannot be drawn is known by its name.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [meeting, part.token, part.turned]);
  // The address of a picture is given back when another one has taken its place.
  useEffect(() => () => URL.revokeObjectURL(image), [image]);
  return image;
}
