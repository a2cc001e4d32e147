/** @import {ShownNamesake} from "../../api/types/importing" */
import { Button } from "../../components/button/Button.jsx";

/**
 * Somebody has this name already: one person or two? Nobody is added or left out before it is said.
 *
 * @param {{row: number, namesake: ShownNamesake, onAnswer: (same: boolean) => void}} props
 */
export function NamesakeChoice({ row, namesake, onAnswer }) {
  const { question, same, takes_card: takesCard } = namesake;
  const answers = [
    {
      same: true,
      label: takesCard ? "тот же — взять его карточку" : "тот же человек — пропустить",
    },
    { same: false, label: "другой человек — добавить" },
  ];
  return (
    <span class="tabin__namesake" role="group" aria-label={`Строка ${row}: ${question}`}>
      <span class="tabin__remark">{question}</span>
      {answers.map((answer) => (
        <Button
          key={String(answer.same)}
          look="quiet"
          pressed={same === answer.same}
          onClick={() => onAnswer(answer.same)}
        >
          {answer.label}
        </Button>
      ))}
    </span>
  );
}
