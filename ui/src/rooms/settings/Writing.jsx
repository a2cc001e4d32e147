/** @import {Community} from "../../api/types/records" */
import { Tick } from "../../components/field/Tick.jsx";
import { OwnLines } from "./OwnLines.jsx";
import { SUPPLIED } from "../../features/own-lists/phrases.js";

/**
 * How protocols are written here: own phrases, standing questions, where recommendations stand.
 *
 * @param {{kept: Community, put: (change: (latest: Community) => Community) => void}} props
 */
export function Writing({ kept, put }) {
  return (
    <>
      <h3>Свои фразы</h3>
      <p class="soft">
        В тексте решения наберите две-три буквы, и фразу можно будет выбрать. Свои стоят первыми.
      </p>
      <OwnLines list="phrases" label="Фраза" add="Добавить фразу" dropped="Фраза удалена." />
      <details class="mt-3">
        <summary>Готовые фразы программы: {SUPPLIED.length}</summary>
        <ul class="own__given">
          {SUPPLIED.map((one) => (
            <li key={one}>{one}.</li>
          ))}
        </ul>
      </details>
      <h3 class="mt-4">Постоянные вопросы</h3>
      <p class="soft">Они встают в повестку нового заседания кнопкой «Как в прошлый раз».</p>
      <OwnLines
        list="standing_questions"
        label="Вопрос"
        add="Добавить постоянный вопрос"
        dropped="Вопрос больше не постоянный."
      />
      <h3 class="mt-4">Рекомендации</h3>
      <Tick
        checked={kept.settings.recommendations_apart}
        onChange={(recommendations_apart) =>
          put((latest) => ({
            ...latest,
            settings: { ...latest.settings, recommendations_apart },
          }))
        }
      >
        Печатать рекомендации отдельно, под словом «РЕКОМЕНДОВАТЬ»
      </Tick>
    </>
  );
}
