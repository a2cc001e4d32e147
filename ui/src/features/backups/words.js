/** @import {Backup, Inside} from "../../api/types/views" */
import { counted } from "../../words/numbers.js";

/**
 * «3 протокола, 24 мероприятия, 9 человек, 2 файла»
 *
 * @param {Inside} inside
 */
export function whatIsInside({ protocols, activities, people, files }) {
  const words = [
    counted(protocols, "протокол", "протокола", "протоколов"),
    counted(activities, "мероприятие", "мероприятия", "мероприятий"),
    counted(people, "человек", "человека", "человек"),
  ];
  if (files > 0) words.push(counted(files, "файл", "файла", "файлов"));
  return words.join(", ");
}

/**
 * Why nothing can be taken of a copy; nothing where it is whole.
 *
 * @param {Backup} backup
 */
export function whyNotWhole({ state }) {
  if (state === "damaged") return "Копия повреждена, вернуть из неё нельзя. Возьмите другую.";
  if (state === "locked") return "Копия закрыта другим паролем, заглянуть в неё нельзя.";
  return "";
}

/** @param {Backup} backup */
export const whereItLies = ({ place }) =>
  place === "second" ? "во втором месте" : "на этом компьютере";
