/** @import {Questionnaire, Survey} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { community, today, year } from "../../state/file.js";
import { notifyError } from "../../state/messages.js";
import { saveRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { schoolYearOf } from "../../words/dates.js";

/** An empty questionnaire of the community's own. */
export async function addQuestionnaire() {
  const whose = community.value;
  if (!whose) return;
  try {
    const [id = ""] = await newIds(1);
    saveRecord({
      kind: "questionnaire",
      record: {
        id,
        community: whose.id,
        title: "",
        note: "Отметьте у каждой строки, испытываете ли Вы здесь затруднения.",
        areas: [{ number: 2, title: "", statements: [{ number: 1, text: "" }] }],
        share_asked: true,
        issued: 2,
      },
    });
    go(href("surveys", id));
  } catch (thrown) {
    notifyError(thrown);
  }
}

/**
 * A survey by the questionnaire of the one before, or by the only one there is; without any, one is chosen first.
 *
 * @param {Questionnaire[]} questionnaires
 * @param {Survey | null} last of the year
 */
export async function addSurvey(questionnaires, last) {
  const whose = community.value;
  if (!whose) return;
  const before = questionnaires.find(({ id }) => id === last?.questionnaire);
  const questionnaire = before ?? questionnaires.at(-1);
  if (!questionnaire) return go(href("surveys", "supplied"));
  try {
    const [id = ""] = await newIds(1);
    const here = schoolYearOf(today.value) === year.value;
    saveRecord({
      kind: "survey",
      record: {
        id,
        community: whose.id,
        school_year: year.value,
        held: here ? today.value : String(year.value),
        asked: 0,
        who: "",
        rows: [],
        questionnaire: questionnaire.id,
        named: before ? (last?.named ?? false) : false,
        activity: null,
      },
    });
    go(href("surveys", id));
  } catch (thrown) {
    notifyError(thrown);
  }
}
