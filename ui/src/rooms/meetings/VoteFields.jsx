/** @import {Vote} from "../../api/types/records" */
import { Segments } from "../../components/field/Segments.jsx";
import { Icon } from "../../components/icon/Icon.jsx";
import { NumberField } from "./NumberField.jsx";

/** @type {{value: "none" | "unanimous" | "counted", label: string}[]} */
const WAYS = [
  { value: "none", label: "не указано" },
  { value: "unanimous", label: "единогласно" },
  { value: "counted", label: "по числам" },
];

/** @type {{key: "for" | "against" | "abstained", label: string}[]} */
const VOICES = [
  { key: "for", label: "За" },
  { key: "against", label: "Против" },
  { key: "abstained", label: "Воздержались" },
];

/**
 * How it was voted, and who was here without a vote on this question.
 * Numbers that do not add up are said, not refused: the paper may say so too.
 *
 * @param {{id: string, place: string, vote: Vote | null, voters: number, missed: string, fault: string, signed: boolean,
 *   onSave: (vote: Vote | null) => void}} props
 */
export function VoteFields({ id, place, vote, voters, missed, fault, signed, onSave }) {
  const way = vote === null || vote === "unanimous" ? (vote ?? "none") : "counted";

  /** @param {string} next */
  function choose(next) {
    if (next === way) return;
    if (next === "counted") onSave({ counted: { for: voters, against: 0, abstained: 0 } });
    else onSave(next === "unanimous" ? next : null);
  }

  return (
    <div class="meet__part" id={id} data-vote data-place={place}>
      <p class="label meet__decided">
        <b class="caps">ГОЛОСОВАЛИ</b>
        {!signed && (
          <span class="soft">
            <kbd>Ctrl+E</kbd>
            {"\u00a0"}— единогласно
          </span>
        )}
      </p>
      <Segments label="Голосовали" value={way} options={WAYS} onChange={choose} />
      {vote !== null && vote !== "unanimous" && (
        <div class={fault ? "fields mt-2 is-wrong" : "fields mt-2"}>
          {VOICES.map(({ key, label }) => (
            <NumberField
              key={key}
              span={4}
              label={label}
              value={vote.counted[key]}
              onSave={(count) => onSave({ counted: { ...vote.counted, [key]: count ?? 0 } })}
            />
          ))}
        </div>
      )}
      {missed && (
        <p class="hint">
          Голосовать могли {voters}, остались без голоса: {missed}
        </p>
      )}
      <div role="status">
        {fault && (
          <p class="wrong">
            <Icon sign="warn" small />
            <span>{fault} Проверьте голоса и список присутствовавших.</span>
          </p>
        )}
      </div>
    </div>
  );
}
