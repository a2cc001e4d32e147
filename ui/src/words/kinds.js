/** @import {Kind} from "../api/types/records" */

/** What a record of each kind is called in a list. */
export const KIND_NAMES = /** @satisfies {{ [kind in Kind]: string }} */ ({
  community: "сообщество",
  organisation: "организация",
  person: "участник",
  membership: "состав",
  order: "приказ",
  attachment: "файл",
  difficulty: "затруднение",
  survey: "замер",
  report: "отчёт",
  plan: "план",
  activity: "мероприятие",
  meeting: "заседание",
  submission: "передача в РИМК",
});
