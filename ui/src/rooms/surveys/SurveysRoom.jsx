/** @import {Survey} from "../../api/types/records" */
/** @import {Route} from "../../state/route.js" */
import { useEffect } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { chooseYear, community, year } from "../../state/file.js";
import { allOf, oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { counted } from "../../words/numbers.js";
import { Keying } from "./Keying.jsx";
import { addQuestionnaire, addSurvey } from "./add.js";
import { QuestionnairePage } from "./QuestionnairePage.jsx";
import { SuppliedList } from "./SuppliedList.jsx";
import { SurveyPage } from "./SurveyPage.jsx";
import { heldWords, sheetsOf } from "./surveys.js";
import "./surveys.css";

/** The address of the questionnaires that come with the program. */
const SUPPLIED = "supplied";

/**
 * «Затруднения» (п. 4.3): questionnaires, surveys by them, their sheets and what they show.
 *
 * @param {{route: Route}} props
 */
export function SurveysRoom({ route }) {
  const whose = community.value?.id;
  const own = (/** @type {{community: string}} */ record) => record.community === whose;
  const questionnaires = allOf("questionnaire").filter(own);
  const surveys = allOf("survey")
    .filter((survey) => own(survey) && survey.school_year === year.value)
    .sort((a, b) => b.held.localeCompare(a.held) || b.id.localeCompare(a.id));
  const wanted = oneOf("answer_sheet", route.id)?.survey ?? route.id;
  const wantedYear = oneOf("survey", wanted)?.school_year;
  useEffect(() => {
    // A survey that was searched for may be of another year: the year on top follows it.
    if (wantedYear !== undefined && wantedYear !== year.value) chooseYear(wantedYear);
  }, [wanted]);

  const questionnaire = questionnaires.find(({ id }) => id === route.id);
  const survey =
    surveys.find(({ id }) => id === wanted) ??
    (questionnaire || route.id === SUPPLIED ? undefined : surveys[0]);
  const shown = questionnaire ?? (survey || route.id === SUPPLIED ? undefined : questionnaires[0]);

  if (survey && (route.place === "sheets" || oneOf("answer_sheet", route.id))) {
    return <Keying survey={survey} sheet={route.id === survey.id ? "" : route.id} />;
  }
  if (route.id === SUPPLIED || (!survey && !shown)) {
    return (
      <div class="page">
        <h1>Затруднения</h1>
        {surveys.length + questionnaires.length === 0 && (
          <div class="mt-4">
            <EmptyRoom
              title="Анкет пока нет"
              action={
                <Button sign="plus" onClick={() => void addQuestionnaire()}>
                  Составить свою анкету
                </Button>
              }
            >
              Возьмите готовую анкету или составьте свою. Её можно напечатать, раздать школам файлом
              и быстро внести ответы; итоги сами войдут в отчёт и план.
            </EmptyRoom>
          </div>
        )}
        <SuppliedList />
        {surveys.length + questionnaires.length > 0 && (
          <p class="mt-4">
            <ButtonLink sign="back" href={href("surveys")}>
              К замерам
            </ButtonLink>
          </p>
        )}
      </div>
    );
  }
  const paper = shown ? " journal--paper" : "";
  return (
    <div
      class={`trio journal surveys-room${paper}`}
      data-show={shown && route.place === "paper" ? "paper" : undefined}
    >
      <div class="trio__list">
        <div class="top">
          <Button
            look="main"
            sign="plus"
            onClick={() => void addSurvey(questionnaires, surveys[0] ?? null)}
          >
            Новый замер
          </Button>
        </div>
        {surveys.length > 0 && (
          <>
            <h2 class="surveys-room__of">Замеры</h2>
            <PickList
              label="Замеры"
              current={survey?.id ?? ""}
              items={surveys.map((one) => ({
                id: one.id,
                href: href("surveys", one.id),
                title: heldWords(one),
                below: <span class="soft">{surveySoft(one)}</span>,
              }))}
            />
          </>
        )}
        <h2 class="surveys-room__of">Анкеты</h2>
        {questionnaires.length > 0 && (
          <PickList
            label="Анкеты"
            current={shown?.id ?? ""}
            items={questionnaires.map(({ id, title, areas }) => ({
              id,
              href: href("surveys", id),
              title: title || "Без названия",
              below: <span class="soft">{statementsWords(areas)}</span>,
            }))}
          />
        )}
        <p class="surveys-room__more">
          <ButtonLink look="quiet" flush sign="book" href={href("surveys", SUPPLIED)}>
            Взять готовую анкету
          </ButtonLink>
          <Button look="quiet" flush sign="plus" onClick={() => void addQuestionnaire()}>
            Составить свою
          </Button>
        </p>
      </div>
      {survey && <SurveyPage key={survey.id} survey={survey} paper={route.place === "paper"} />}
      {shown && (
        <QuestionnairePage key={shown.id} questionnaire={shown} paper={route.place === "paper"} />
      )}
    </div>
  );
}

/** @param {import("../../api/types/records").Area[]} areas */
function statementsWords(areas) {
  const count = areas.reduce((sum, { statements }) => sum + statements.length, 0);
  return counted(count, "утверждение", "утверждения", "утверждений");
}

/** @param {Survey} survey */
function surveySoft(survey) {
  if (!survey.questionnaire) return "только итоги";
  const sheets = counted(sheetsOf(survey.id).length, "анкета", "анкеты", "анкет");
  return survey.named ? `${sheets}, с именами` : sheets;
}
